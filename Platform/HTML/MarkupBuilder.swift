/// Lets the content of an element be written as statements: strings are text, `if`, `switch` and `for` work as usual.
@resultBuilder
public enum MarkupBuilder {
    public static func buildExpression(_ markup: Markup) -> Markup { markup }
    public static func buildExpression(_ markup: Markup?) -> Markup { markup ?? .empty }
    public static func buildExpression(_ text: String) -> Markup { .text(text) }
    public static func buildExpression(_ text: String?) -> Markup { text.map(Markup.text) ?? .empty }
    public static func buildExpression(_ number: Int) -> Markup { .text(String(number)) }
    public static func buildExpression(_ slot: Stencil.Slot) -> Markup { .slot(slot) }
    public static func buildExpression(_ pieces: [Markup]) -> Markup { .list(pieces) }

    public static func buildBlock() -> Markup { .empty }
    public static func buildBlock(_ piece: Markup) -> Markup { piece }
    public static func buildBlock(_ pieces: Markup...) -> Markup { .list(pieces) }
    public static func buildOptional(_ markup: Markup?) -> Markup { markup ?? .empty }
    public static func buildEither(first: Markup) -> Markup { first }
    public static func buildEither(second: Markup) -> Markup { second }
    public static func buildArray(_ pieces: [Markup]) -> Markup { .list(pieces) }
}
