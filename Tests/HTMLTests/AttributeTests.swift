import HTML
import Testing

@Suite struct AttributeTests {
    @Test func nilValuesAndNilAttributesVanish() {
        let current: Attribute? = nil
        let hint: String? = nil
        #expect(input(.name("q"), .placeholder(hint), current, .rows(nil)).html == #"<input name="q">"#)
    }

    @Test func attributesMayBeChosenInPlace() {
        func tab(_ isCurrent: Bool) -> String { a(.href("/x"), isCurrent ? .aria("current", "page") : nil) { "x" }.html }
        #expect(tab(true) == #"<a href="/x" aria-current="page">x</a>"#)
        #expect(tab(false) == #"<a href="/x">x</a>"#)
    }

    @Test func booleanAttributesHaveNoValueAndVanishWhenFalse() {
        #expect(input(.required(), .checked(true), .disabled(false)).html == "<input required checked>")
    }

    @Test func falseIsAValueForAria() {
        #expect(button(.aria("expanded", false)) { "Menu" }.html == #"<button aria-expanded="false">Menu</button>"#)
    }

    @Test func numbersAndDataAttributes() {
        let field = input(.value(3), .min(0), .max(9), .maxlength(2), .data("step", "1"))
        #expect(field.html == #"<input value="3" min="0" max="9" maxlength="2" data-step="1">"#)
    }

    @Test func reservedWordsOfSwiftAreUsable() {
        #expect(label(.for("a"), .class("b")) { "c" }.html == #"<label for="a" class="b">c</label>"#)
    }

    @Test func eventHandlersAndInlineDocumentsAreNeverWritten() {
        #expect(div(.attr("onclick", "x()"), .attr("srcdoc", "<p>"), .attr("dir", "ltr")) {}.html == #"<div dir="ltr"></div>"#)
    }
}
