public func header(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("header", attributes, content())
}
public func nav(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("nav", attributes, content()) }
public func main(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("main", attributes, content()) }
public func section(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("section", attributes, content())
}
public func article(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("article", attributes, content())
}
public func aside(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("aside", attributes, content()) }
public func footer(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("footer", attributes, content())
}
public func address(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("address", attributes, content())
}
public func div(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("div", attributes, content()) }
public func h1(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("h1", attributes, content()) }
public func h2(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("h2", attributes, content()) }
public func h3(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("h3", attributes, content()) }
public func h4(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("h4", attributes, content()) }
