public func p(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("p", attributes, content()) }
public func a(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("a", attributes, content()) }
public func span(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("span", attributes, content()) }
public func strong(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("strong", attributes, content())
}
public func em(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("em", attributes, content()) }
public func kbd(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("kbd", attributes, content()) }
public func small(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("small", attributes, content()) }
public func abbr(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("abbr", attributes, content()) }
public func time(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("time", attributes, content()) }
public func blockquote(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("blockquote", attributes, content())
}
public func ul(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("ul", attributes, content()) }
public func ol(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("ol", attributes, content()) }
public func li(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("li", attributes, content()) }
public func dl(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("dl", attributes, content()) }
public func dt(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("dt", attributes, content()) }
public func dd(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("dd", attributes, content()) }
public func br(_ attributes: Attribute?...) -> Markup { .void("br", attributes) }
public func hr(_ attributes: Attribute?...) -> Markup { .void("hr", attributes) }

public func b(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("b", attributes, content()) }
public func del(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("del", attributes, content()) }
public func ins(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("ins", attributes, content()) }
