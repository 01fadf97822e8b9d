public func table(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("table", attributes, content()) }
public func caption(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup {
    .element("caption", attributes, content())
}
public func thead(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("thead", attributes, content()) }
public func tbody(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("tbody", attributes, content()) }
public func tfoot(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("tfoot", attributes, content()) }
public func tr(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("tr", attributes, content()) }
public func th(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("th", attributes, content()) }
public func td(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup) -> Markup { .element("td", attributes, content()) }
