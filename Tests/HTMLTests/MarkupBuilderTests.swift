import HTML
import Testing

@Suite struct MarkupBuilderTests {
    private func list(_ names: [String], note: String?, urgent: Bool) -> Markup {
        ul {
            for name in names { li { name } }
            if let note { li(.class("note")) { note } }
            if urgent { strong { "!" } } else { names.count }
        }
    }

    @Test func acceptsLoopsConditionsAndNumbers() {
        let html = list(["a", "b"], note: nil, urgent: false).html
        #expect(html == "<ul><li>a</li><li>b</li>2</ul>")
    }

    @Test func acceptsBranchesOfDifferentShapes() {
        let html = list([], note: "n", urgent: true).html
        #expect(html == #"<ul><li class="note">n</li><strong>!</strong></ul>"#)
    }

    @Test func acceptsOptionalsListsAndNothing() {
        let missing: String? = nil
        let absent: Markup? = nil
        let pieces = ["x", "y"].map { name in span { name } }
        let html = div {
            missing
            absent
            pieces
            td {}
        }.html
        #expect(html == "<div><span>x</span><span>y</span><td></td></div>")
    }

    @Test func acceptsSwitches() {
        func badge(_ number: Int) -> Markup {
            span {
                switch number {
                case 0: "none"
                case 1: em { "one" }
                default: number
                }
            }
        }
        #expect([0, 1, 2].map { badge($0).html } == ["<span>none</span>", "<span><em>one</em></span>", "<span>2</span>"])
    }
}
