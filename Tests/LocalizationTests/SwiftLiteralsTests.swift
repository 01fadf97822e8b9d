import Testing

@testable import Localization

@Suite struct SwiftLiteralsTests {
    private func found(_ source: String) -> [String] {
        SwiftLiterals.of(source).map { "\($0.before)|\($0.text)\($0.isInterpolated ? "…" : "")|\($0.line)" }
    }

    @Test func findsLiteralsWithTheCodeBeforeThem() {
        #expect(found(#"let a = t("home.title")"#) == ["let a = t(|home.title|1"])
        #expect(found("t(\n    \"a.b\"\n)") == ["t(|a.b|2"])
    }

    @Test func skipsComments() {
        #expect(found("// \"a\"\n/* \"b\" /* \"c\" */ \"d\" */ x(\"e\")") == ["x(|e|2"])
        #expect(found(#"x("http://a") // "b""#) == ["x(|http://a|1"])
    }

    @Test func looksInsideInterpolations() {
        #expect(found(#"p("a \(t("b.c", [f("d")])) e \(g) ")"#) == ["p((t(|b.c|1", "p((t(\", [f(|d|1", "p(|a …|1"])
    }

    @Test func knowsEscapesRawAndMultiLineStrings() {
        #expect(found(#"x("a\"b", "c")"#) == [#"x(|a\"b|1"#, "x(\",|c|1"])
        #expect(found(##"x(#"a"b\(c)"#)"##) == [#"x(|a"b\(c)|1"#])
        #expect(found("x(\"\"\"\n  say \"t(\" here\n  \"\"\", \"z\")") == ["x(|\n  say \"t(\" here\n  |1", "x(\",|z|3"])
    }

    @Test(arguments: ["\"", "\"a", "\"\\", "\"\\(", "\"\"\"", "#\"", "/*", "/", "#", "x(\"\\(\"", "\"\\(a"])
    func endsOnBrokenSources(_ source: String) {
        #expect(SwiftLiterals.of(source).count <= 2)
    }
}
