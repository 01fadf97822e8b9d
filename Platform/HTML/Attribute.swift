/// An attribute of an element. Its name is a literal; its value is escaped when rendered.
///
/// Elements take `Attribute?`, and an attribute made from a nil value vanishes, so that a page can write
/// `a(.href(url), isCurrent ? .aria("current", "page") : nil)` or `input(.placeholder(hint))`.
public struct Attribute: Sendable {
    enum Form: UInt8 { case absent, flag, plain, aria, data, slot }

    let name: StaticString
    let form: Form
    let value: String

    private init(_ name: StaticString, _ form: Form, _ value: String?) {
        self.name = name
        self.form = value == nil ? .absent : form
        self.value = value ?? ""
    }

    init(_ name: StaticString, _ value: String?) { self.init(name, .plain, value) }
    init(_ name: StaticString, _ number: Int?) { self.init(name, .plain, number.map { String($0) }) }
    init(_ name: StaticString, flag: Bool) { self.init(name, .flag, flag ? "" : nil) }
    init(_ name: StaticString, slot: Stencil.Slot) { self.init(name, .slot, String(Unicode.Scalar(slot.number))) }
    init(_ name: StaticString, link: String?) { self.init(name, .plain, link.map(SafeLink.checked)) }
}

extension Attribute {
    /// Any other attribute. Links (`formaction`, `poster`…) are checked as `href` is;
    /// event handlers and `srcdoc` are never written: escaping cannot make them safe.
    public static func attr(_ name: StaticString, _ value: String?) -> Self {
        switch SafeLink.kind(ofAttribute: name) {
        case .ordinary: .init(name, value)
        case .link: .init(name, link: value)
        case .script: .init(name, .absent, nil)
        }
    }

    /// `aria("label", "Fermer")` is `aria-label="Fermer"`.
    public static func aria(_ name: StaticString, _ value: String?) -> Self { .init(name, .aria, value) }

    /// `aria("expanded", false)` is `aria-expanded="false"`: for assistive technology, false is a value.
    public static func aria(_ name: StaticString, _ value: Bool) -> Self { .init(name, .aria, value ? "true" : "false") }

    /// `data("count", "3")` is `data-count="3"`.
    public static func data(_ name: StaticString, _ value: String?) -> Self { .init(name, .data, value) }
}

extension [UInt8] {
    mutating func append(tag name: StaticString, _ attributes: [Attribute?]) {
        append(UInt8(ascii: "<"))
        append(name)
        for case let attribute? in attributes { append(attribute) }
        append(UInt8(ascii: ">"))
    }

    private mutating func append(_ attribute: Attribute) {
        switch attribute.form {
        case .absent: return
        case .flag, .plain, .slot: append(UInt8(ascii: " "))
        case .aria: append(" aria-")
        case .data: append(" data-")
        }
        append(attribute.name)
        if attribute.form == .flag { return }
        append("=\"")
        if attribute.form == .slot {
            Stencil.append(Stencil.Slot(number: attribute.value.utf8.first ?? 0), asLink: true, to: &self)
        } else {
            append(escaping: attribute.value)
        }
        append(UInt8(ascii: "\""))
    }
}
