/// A whole page: the doctype and the `html` element. Its content is `head { … }` and `body { … }`.
public func document(lang: String, _ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .list([.raw("<!doctype html>"), .element("html", [.lang(lang)] + attributes, content())])
}

/// A script of ours, by its address. Inline scripts are not offered: the pages forbid them to the browser.
public func script(src: String, _ attributes: Attribute?...) -> Markup { .element("script", [.src(src)] + attributes, .empty) }

public func html(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("html", attributes, content()) }
public func head(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("head", attributes, content()) }
public func title(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("title", attributes, content()) }
public func body(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("body", attributes, content()) }
public func noscript(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("noscript", attributes, content())
}
public func meta(_ attributes: Attribute?...) -> Markup { .void("meta", attributes) }
public func link(_ attributes: Attribute?...) -> Markup { .void("link", attributes) }
