import Foundation
import Mail
import Testing

/// Another reader's opinion: Python's email package with its default, strict policy.
@Suite struct PythonParsingTests {
    struct Parsed: Decodable {
        let headers: [String: String]
        let from: [String]
        let to: [String]
        let date: String
        let parts: [[String]]
        let defects: Int
    }

    static let program = """
        import sys, json, email, email.policy
        m = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
        parts = [p for p in m.walk() if not p.is_multipart()]
        json.dump({
            'headers': {k: str(v) for k, v in m.items()},
            'from': [m['from'].addresses[0].display_name, m['from'].addresses[0].addr_spec],
            'to': [m['to'].addresses[0].display_name, m['to'].addresses[0].addr_spec],
            'date': m['date'].datetime.isoformat(),
            'parts': [[p.get_content_type(), p.get_content()] for p in parts],
            'defects': sum(len(p.defects) for p in m.walk()) + sum(len(v.defects) for p in m.walk() for v in p.values()),
        }, sys.stdout)
        """

    private func parse(_ message: MailMessage) throws -> Parsed {
        let output = try Python.run(["-c", Self.program], input: message.rendered())
        return try JSONDecoder().decode(Parsed.self, from: output)
    }

    @Test func readsEverythingBack() throws {
        let message = try MailMessage.sample()
        let parsed = try parse(message)
        #expect(parsed.defects == 0)
        #expect(parsed.headers["Subject"] == message.subject)
        #expect(parsed.from == [message.from.name, message.from.address])
        #expect(parsed.to == [message.to.name, message.to.address])
        #expect(parsed.date == "2026-11-21T01:45:22+00:00")
        #expect(parsed.headers["Message-ID"] == "<0198c0de@ville.test>")
        #expect(parsed.headers["List-Unsubscribe"] == "<https://entraide.test/desabonnement/abc?ville=saint-%C3%A9tienne>")
        #expect(parsed.headers["Content-Type"]?.hasPrefix("multipart/alternative") == true)
        #expect(parsed.parts.map { $0[0] } == ["text/plain", "text/html"])
        #expect(parsed.parts[0][1] + "\n" == message.text)
        #expect(parsed.parts[1][1] == message.html)
    }

    @Test func longNamesAndSubjectsOfAllAlphabets() throws {
        var message = try MailMessage.sample(text: "a\rb\r\nc\n\nd")
        message.html = nil
        for text in ["Ж".repeated(200), "👩‍👩‍👧 ".repeated(30) + "fin", "a".repeated(300), "mot ".repeated(60) + "fin", "é"] {
            message.subject = text
            message.from = try #require(MailAddress(parsing: "a@b.fr", name: text))
            let parsed = try parse(message)
            #expect(parsed.defects == 0)
            #expect(parsed.headers["Subject"] == text)
            // Python 3.11 puts a blank between the encoded words of a name.
            #expect(parsed.from.map { $0.replacing(" ", with: "") } == [text.replacing(" ", with: ""), "a@b.fr"])
            #expect(parsed.parts == [["text/plain", "a\nb\nc\n\nd\n"]])
        }
    }
}
