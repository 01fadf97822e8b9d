public func form(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("form", attributes, content()) }
public func fieldset(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("fieldset", attributes, content())
}
public func legend(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("legend", attributes, content())
}
public func label(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("label", attributes, content()) }
public func button(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("button", attributes, content())
}
public func select(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("select", attributes, content())
}
public func optgroup(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("optgroup", attributes, content())
}
public func option(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("option", attributes, content())
}
public func output(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("output", attributes, content())
}
public func progress(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("progress", attributes, content())
}
public func meter(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("meter", attributes, content()) }
public func details(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("details", attributes, content())
}
public func summary(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("summary", attributes, content())
}
public func input(_ attributes: Attribute?...) -> Markup { .void("input", attributes) }

/// A browser drops a line end that directly follows the start tag, so one is added in front of a text that begins with one.
public func textarea(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    let content = content()
    if case .text(let text) = content, let first = text.utf8.first, first == 10 || first == 13 {
        return .element("textarea", attributes, .list([.raw("\n"), content]))
    }
    return .element("textarea", attributes, content)
}
