extension Attribute {
    public static func id(_ value: String?) -> Self { .init("id", value) }
    public static func `class`(_ value: String?) -> Self { .init("class", value) }
    public static func lang(_ value: String?) -> Self { .init("lang", value) }
    public static func title(_ value: String?) -> Self { .init("title", value) }
    public static func role(_ value: String?) -> Self { .init("role", value) }
    public static func type(_ value: String?) -> Self { .init("type", value) }
    public static func name(_ value: String?) -> Self { .init("name", value) }
    public static func value(_ value: String?) -> Self { .init("value", value) }
    public static func alt(_ value: String?) -> Self { .init("alt", value) }
    public static func rel(_ value: String?) -> Self { .init("rel", value) }
    public static func datetime(_ value: String?) -> Self { .init("datetime", value) }
}

// Links: anything but a relative link, http, https, mailto, tel and sms becomes "#".
extension Attribute {
    public static func href(_ link: String?) -> Self { .init("href", link: link) }
    public static func href(_ slot: Stencil.Slot) -> Self { .init("href", slot: slot) }
    public static func src(_ link: String?) -> Self { .init("src", link: link) }
    public static func action(_ link: String?) -> Self { .init("action", link: link) }
}

// Forms
extension Attribute {
    public static func `for`(_ value: String?) -> Self { .init("for", value) }
    public static func method(_ value: String?) -> Self { .init("method", value) }
    public static func enctype(_ value: String?) -> Self { .init("enctype", value) }
    public static func autocomplete(_ value: String?) -> Self { .init("autocomplete", value) }
    public static func inputmode(_ value: String?) -> Self { .init("inputmode", value) }
    public static func pattern(_ value: String?) -> Self { .init("pattern", value) }
    public static func placeholder(_ value: String?) -> Self { .init("placeholder", value) }
    public static func min(_ value: String?) -> Self { .init("min", value) }
    public static func max(_ value: String?) -> Self { .init("max", value) }
    public static func value(_ number: Int) -> Self { .init("value", number) }
    public static func min(_ number: Int) -> Self { .init("min", number) }
    public static func max(_ number: Int) -> Self { .init("max", number) }
    public static func maxlength(_ number: Int?) -> Self { .init("maxlength", number) }
    public static func rows(_ number: Int?) -> Self { .init("rows", number) }
}

// Tables, pictures, focus
extension Attribute {
    public static func scope(_ value: String?) -> Self { .init("scope", value) }
    public static func headers(_ value: String?) -> Self { .init("headers", value) }
    public static func colspan(_ number: Int?) -> Self { .init("colspan", number) }
    public static func width(_ number: Int?) -> Self { .init("width", number) }
    public static func height(_ number: Int?) -> Self { .init("height", number) }
    public static func tabindex(_ number: Int?) -> Self { .init("tabindex", number) }
}

// Written without a value when true, left out when false.
extension Attribute {
    public static func hidden(_ flag: Bool = true) -> Self { .init("hidden", flag: flag) }
    public static func required(_ flag: Bool = true) -> Self { .init("required", flag: flag) }
    public static func checked(_ flag: Bool = true) -> Self { .init("checked", flag: flag) }
    public static func selected(_ flag: Bool = true) -> Self { .init("selected", flag: flag) }
    public static func disabled(_ flag: Bool = true) -> Self { .init("disabled", flag: flag) }
    public static func multiple(_ flag: Bool = true) -> Self { .init("multiple", flag: flag) }
    public static func autofocus(_ flag: Bool = true) -> Self { .init("autofocus", flag: flag) }
    public static func open(_ flag: Bool = true) -> Self { .init("open", flag: flag) }
}
