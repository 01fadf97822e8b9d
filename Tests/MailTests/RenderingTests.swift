import Foundation
import Mail
import Testing

@Suite struct RenderingTests {
    private func lines(_ message: MailMessage) -> [String] {
        String(decoding: message.rendered(), as: UTF8.self).components(separatedBy: "\r\n")
    }

    @Test func theWireFormIsShortASCIILinesEndingInCRLF() throws {
        let bytes = try MailMessage.sample().rendered()
        #expect(bytes.allSatisfy { (32...126).contains($0) || [9, 10, 13].contains($0) })
        #expect(bytes.suffix(2) == [13, 10])
        #expect(bytes.split(separator: 10).dropLast().allSatisfy { $0.last == 13 && $0.count(where: { $0 == 13 }) == 1 })
        #expect(try lines(.sample()).filter { !$0.hasPrefix("List-Unsubscribe:") }.allSatisfy { $0.utf8.count <= 76 })
    }

    @Test func theSameMessageGivesTheSameBytes() throws {
        #expect(try MailMessage.sample().rendered() == MailMessage.sample().rendered())
        var other = try MailMessage.sample()
        other.messageID = try #require(MessageID("autre", domain: "ville.test"))
        #expect(other.rendered() != (try MailMessage.sample().rendered()))
    }

    @Test func plainHeadersStayPlain() throws {
        var message = try MailMessage.sample()
        message.subject = "Votre demande"
        message.html = nil
        let lines = lines(message)
        #expect(lines.first == "Date: Sat, 21 Nov 2026 01:45:22 +0000")
        #expect(lines.contains("Subject: Votre demande"))
        #expect(lines.contains("To: \"Anne (3e)\""))
        #expect(lines.contains("Reply-To: <relais@ville.test>"))
        #expect(lines.contains("Message-ID: <0198c0de@ville.test>"))
        #expect(lines.contains("Content-Language: fr"))
        #expect(lines.contains("Content-Type: text/plain; charset=utf-8"))
        #expect(lines.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
        #expect(lines.contains("Auto-Submitted: auto-generated"))
    }

    @Test func nothingInjectsAHeader() throws {
        var message = try MailMessage.sample()
        message.subject = "Bonjour\r\nBcc: x@y.fr\n\nBcc: z@y.fr"
        message.language = "fr\r\nBcc: x@y.fr"
        message.from = try #require(MailAddress(parsing: "a@b.fr", name: "A\r\nBcc: x@y.fr"))
        let headers = lines(message).prefix { !$0.isEmpty }
        #expect(!headers.contains { $0.hasPrefix("Bcc") })
        #expect(headers.contains("Subject: Bonjour Bcc: x@y.fr Bcc: z@y.fr"))
    }

    @Test func aSubjectThatLooksEncodedIsEncoded() throws {
        var message = try MailMessage.sample()
        message.subject = "=?UTF-8?Q?caf=C3=A9?="
        #expect(lines(message).contains { $0.hasPrefix("Subject: =?UTF-8?Q?=3D=3FUTF=2D8") })
    }

    @Test func datesBeforeAndAfter() throws {
        var message = try MailMessage.sample()
        for (date, text) in [
            (0, "Thu, 01 Jan 1970 00:00:00"), (-1, "Wed, 31 Dec 1969 23:59:59"), (951_782_400_000, "Tue, 29 Feb 2000 00:00:00"),
        ] {
            message.date = date
            #expect(lines(message).first == "Date: \(text) +0000")
        }
    }
}
