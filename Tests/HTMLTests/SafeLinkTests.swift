import HTML
import Testing

@Suite struct SafeLinkTests {
    private static let dangerous = [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
        "java\r\nscript:alert(1)", "\u{1}javascript:alert(1)", "java\0script:alert(1)", "javascript\t:alert(1)", "vbscript:x",
        "data:text/html,<script>alert(1)</script>", "blob:https://a/b", "file:///etc/passwd", "view-source:x", "httpsx:y",
        "\u{200B}javascript:alert(1)", "\u{A0}javascript:alert(1)", "jav\u{301}ascript:alert(1)", ":x", "xxxxxxxxhttps:y", "intent:x",
    ]

    @Test(arguments: dangerous) func dangerousSchemesBecomeAHash(_ link: String) {
        #expect(a(.href(link)) {}.html == ##"<a href="#"></a>"##)
        #expect(img(.src(link)).html == ##"<img src="#">"##)
        #expect(form(.action(link)) {}.html == ##"<form action="#"></form>"##)
        #expect(button(.attr("formaction", link)) {}.html == ##"<button formaction="#"></button>"##)
        #expect(use(.attr("xlink:href", link)).html == ##"<use xlink:href="#"></use>"##)
    }

    @Test(arguments: [
        "/demandes", "demandes/3", "?page=2", "#suite", "", "//cdn.example.org/x", "/a:b", "?next=a:b", "http://a.fr/", "HTTPS://a.fr",
        "mailto:a@b.fr", "tel:+33123456789", "sms:0612345678", "https://a.fr:8080/x:y", " /espace",
    ])
    func harmlessLinksStay(_ link: String) {
        #expect(a(.href(link)) {}.html == #"<a href="\#(link)"></a>"#)
    }

    /// The browser decodes entities before it reads the scheme, so the ampersand itself must not survive.
    @Test(arguments: ["java&#115;cript:alert(1)", "&#106;avascript:alert(1)", "javascript&colon;alert(1)", "java&Tab;script:alert(1)"])
    func entitiesDoNotComeBackAsLetters(_ link: String) {
        let html = a(.href(link)) {}.html
        #expect(!html.contains("&#106") && !html.contains("&#115") && !html.contains("&colon") && !html.contains("&Tab"))
    }
}
