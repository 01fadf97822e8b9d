import HTML

/// Parts of the pages that are read rather than filled in.
extension Page {
    func heading(lead: String? = nil) -> Markup {
        div(.class("page-header")) {
            h1 { title }
            if let lead { p(.class("lead")) { lead } }
        }
    }

    func part(_ name: String, @MarkupBuilder content: () -> Markup) -> Markup {
        section(.class("stack")) {
            h2 { name }
            content()
        }
    }

    func bullets(_ items: [String]) -> Markup {
        ul { for item in items { li { item } } }
    }

    /// What the town wrote itself, in French whatever the page speaks.
    func townWords(_ text: String) -> Markup {
        .list(text.split(separator: "\n").map { line in p(.lang(site.language == "fr" ? nil : "fr")) { String(line) } })
    }

    /// The town's telephone as a link that can also be read.
    func telephone(_ phone: String) -> Markup { a(.href("tel:" + phone.filter { $0.isNumber || $0 == "+" })) { phone } }
}
