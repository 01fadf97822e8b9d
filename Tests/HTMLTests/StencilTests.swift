import HTML
import Testing

@Suite struct StencilTests {
    private let card = Stencil(3) { slot in
        li {
            a(.class("card"), .href(slot[0])) { slot[1] }
            p {
                "« "
                slot[1]
                " » : "
                slot[2]
            }
        }
    }

    @Test func fillsAsIfItWereRenderedEachTime() {
        let path = "/demandes/1?a=1&b=2"
        let name = "Jean <\"> \u{1F6B2}"
        let whole = li {
            a(.class("card"), .href(path)) { name }
            p {
                "« "
                name
                " » : "
                b { "x" }
            }
        }
        #expect(card.filled([.text(path), .text(name), b { "x" }]).html == whole.html)
    }

    @Test func checksLinksAndTakesNothingButTextInThem() {
        #expect(card.filled([.text("javascript:alert(1)"), .empty, .empty]).html.contains("href=\"#\""))
        #expect(card.filled([.raw("\"><script>"), .empty, .empty]).html.contains("href=\"\">"))
    }

    @Test func whatIsMissingStaysEmpty() {
        #expect(card.filled([]).html == "<li><a class=\"card\" href=\"\"></a><p>«  » : </p></li>")
        #expect(Stencil(0) { _ in p { "x" } }.filled([]).html == "<p>x</p>")
    }
}
