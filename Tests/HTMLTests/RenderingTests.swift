import HTML
import Testing

@Suite struct RenderingTests {
    @Test func rendersNestedElementsAndVoids() {
        let page = div(.id("list")) {
            p { "Bonjour " }
            br()
            img(.src("/a.png"), .alt(""))
        }
        #expect(page.html == #"<div id="list"><p>Bonjour </p><br><img src="/a.png" alt=""></div>"#)
    }

    @Test func documentBeginsWithTheDoctype() {
        let page = document(lang: "fr", .class("demo")) {
            head { title { "Entraide" } }
            body { main { h1 { "Accueil" } } }
        }
        let expected = """
            <!doctype html><html lang="fr" class="demo"><head><title>Entraide</title></head>\
            <body><main><h1>Accueil</h1></main></body></html>
            """
        #expect(page.html == expected)
    }

    @Test func appendsToBytesAlreadyThere() {
        var bytes = Array("<!-- -->".utf8)
        p { "é" }.render(into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "<!-- --><p>é</p>")
    }

    @Test func growsBeyondItsCapacity() {
        let long = String(repeating: "mot ", count: 5000)
        #expect(p { long }.rendered(capacity: 1).count == 20_000 + 7)
    }

    @Test func aPrerenderedFragmentIsNotEscapedAgain() {
        let fragment = em { "a & b" }.prerender()
        #expect(p { fragment }.html == "<p><em>a &amp; b</em></p>")
    }

    @Test func iconComesFromTheSprite() {
        #expect(icon("phone").html == #"<svg class="icon" aria-hidden="true"><use href="/static/icons.svg#phone"></use></svg>"#)
    }

    @Test func scriptHasAnAddressAndNoContent() {
        #expect(script(src: "/static/a.js", .attr("defer", "")).html == #"<script src="/static/a.js" defer=""></script>"#)
    }

    @Test(arguments: ["\nligne", "\r\nligne"]) func textareaKeepsALeadingLineEnd(_ text: String) {
        #expect(textarea(.name("t")) { text }.html == "<textarea name=\"t\">\n\(text)</textarea>")
    }

    @Test func textareaAddsNothingOtherwise() {
        #expect(textarea { "ligne" }.html == "<textarea>ligne</textarea>")
    }
}
