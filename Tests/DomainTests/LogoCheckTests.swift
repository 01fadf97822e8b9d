import Domain
import Testing

@Suite struct LogoCheckTests {
    @Test func aDrawingIsAccepted() throws {
        let svg = """
            <?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <!-- a > b --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>.a{fill:url(#g)}</style>
            <defs><linearGradient id="g"/></defs><use href="#g"/><path class="a" d="M0 0h9" title="on top"/></svg>
            """
        #expect(try LogoCheck.mediaType(of: Array(svg.utf8)) == "image/svg+xml")
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<svg:script/>", "<g onload=\"x\"/>", "<g/onclick=x>", "<g title='>' onload='x'/>",
        "<g title=\"'\" onload=\"x\"/>", "<foreignObject/>", "<a href=\"https://x\"/>", "<image href=\"https://x\"/>",
        "<use xlink:href = \"https://x#y\"/>", "<use href=\"data:image/svg+xml;base64,AAAA\"/>", "<use href='&#104;ttps://x'/>",
        "<style>@import 'x'</style>", "<path fill=\"url(https://x)\"/>", "<path style=\"fill:url( 'https://x')\"/>",
        "<![CDATA[\"]]><script/>", "<!--\"--><script/>", "<?a \"?><script/>", "<ANIMATE attributeName='href'/>",
    ])
    func whatRunsOrLoadsIsRefused(_ inside: String) {
        #expect(throws: Refusal.invalid("logo", "refusal.logoScript")) {
            try LogoCheck.mediaType(of: Array("<svg>\(inside)</svg>".utf8))
        }
    }

    @Test func entitiesAreRefused() {
        #expect(throws: Refusal.invalid("logo", "refusal.logoScript")) {
            try LogoCheck.mediaType(of: Array("<!DOCTYPE svg [<!ENTITY x 'y'>]><svg>&x;</svg>".utf8))
        }
    }

    @Test func otherFilesAreRefused() throws {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        #expect(try LogoCheck.mediaType(of: png + [UInt8](repeating: 0, count: 40)) == "image/png")
        for bytes in [Array("GIF89a<svg".utf8) + [0xFF], Array("<html>".utf8), Array(png.prefix(12)), []] {
            #expect(throws: Refusal.invalid("logo", "refusal.logoKind")) { try LogoCheck.mediaType(of: bytes) }
        }
        #expect(throws: Refusal.invalid("logo", "refusal.logoSize")) {
            try LogoCheck.mediaType(of: [UInt8](repeating: 32, count: LogoCheck.largest + 1))
        }
    }
}
