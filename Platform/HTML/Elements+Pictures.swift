public func figure(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("figure", attributes, content())
}
public func figcaption(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("figcaption", attributes, content())
}
public func svg(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("svg", attributes, content()) }
public func use(_ attributes: Attribute?...) -> Markup { .element("use", attributes, .empty) }
public func path(_ attributes: Attribute?...) -> Markup { .element("path", attributes, .empty) }
public func g(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("g", attributes, content()) }
public func circle(_ attributes: Attribute?...) -> Markup { .element("circle", attributes, .empty) }
public func text(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("text", attributes, content()) }
public func img(_ attributes: Attribute?...) -> Markup { .void("img", attributes) }

/// A decorative icon of the sprite; the words beside it carry the meaning.
public func icon(_ name: String, sprite: String = "/static/icons.svg") -> Markup {
    svg(.class("icon"), .aria("hidden", true)) { use(.href(sprite + "#" + name)) }
}
