import Foundation
import Mail
import Testing

@Suite(.timeLimit(.minutes(10))) struct SMTPMailerTests {
    @Test func bytesArriveIntactOverOneConnection() async throws {
        try await MailSink.run { sink in
            let mailer = try sink.mailer()
            let messages = try [MailMessage.sample(), .sample(text: ".\n..\n.a\nfin ."), .sample(text: "x".repeated(200_000))]
            for message in messages { try await mailer.send(message) }
            #expect(try sink.messages == messages.map { Data($0.rendered()) })
            let facts = MailSink.Facts(from: "entraide@ville.test", to: ["anne@exemple.fr"], greeting: "ville.test", tls: false, user: nil)
            #expect(try sink.facts == [facts, facts, facts])
        }
    }

    @Test func manyTasksShareAMailer() async throws {
        try await MailSink.run { sink in
            let mailer = try sink.mailer()
            let message = try MailMessage.sample()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 { group.addTask { try await mailer.send(message) } }
                try await group.waitForAll()
            }
            #expect(try sink.messages.count == 20)
        }
    }

    @Test func aConnectionClosedMeanwhileIsMadeAnew() async throws {
        try await MailSink.run(["--idle", "0.3"]) { sink in
            let mailer = try sink.mailer()
            for _ in 0..<3 {
                try await mailer.send(.sample())
                try await Task.sleep(for: .milliseconds(450))
            }
            #expect(try sink.messages.count == 3)
        }
    }

    @Test func refusedRecipientIsPermanentAndUnnamed() async throws {
        try await MailSink.run { sink in
            let mailer = try sink.mailer()
            let error = await #expect(throws: MailError.self) { try await mailer.send(.sample(to: "refuse.anne@exemple.fr")) }
            #expect(error == .permanent(550, "sender or recipient refused (550)"))
            try await mailer.send(.sample())
            #expect(try sink.messages.count == 1)
        }
    }

    @Test func greylistingIsTemporary() async throws {
        try await MailSink.run { sink in
            let mailer = try sink.mailer()
            let message = try MailMessage.sample(to: "plustard@exemple.fr")
            let error = await #expect(throws: MailError.self) { try await mailer.send(message) }
            #expect(error == .temporary(451, "sender or recipient refused (451)"))
            try await mailer.send(message)
            #expect(try sink.messages.count == 1)
        }
    }

    @Test func otherCodesOnDemand() async throws {
        try await MailSink.run(["--fail", "plein=452", "--fail", "refuse=554"]) { sink in
            let mailer = try sink.mailer()
            let full = await #expect(throws: MailError.self) { try await mailer.send(.sample(to: "plein@exemple.fr")) }
            #expect(full?.kind == .temporary && full?.code == 452)
            let blocked = await #expect(throws: MailError.self) { try await mailer.send(.sample(to: "refuse@exemple.fr")) }
            #expect(blocked?.kind == .permanent && blocked?.code == 554)
        }
    }

    @Test func aMessageRefusedOnceReadIsPermanent() async throws {
        try await MailSink.run(["--fail", "DATA=552"]) { sink in
            let mailer = try sink.mailer()
            let error = await #expect(throws: MailError.self) { try await mailer.send(.sample()) }
            #expect(error == .permanent(552, "message refused (552)"))
        }
    }

    /// A 5xx at the greeting is of the client: one wrong setting must not bury every message.
    @Test func aClientRefusedAtItsGreetingIsTheOperatorsMatter() async throws {
        try await MailSink.run(["--fail", "EHLO=554"]) { sink in
            let mailer = try sink.mailer()
            let error = await #expect(throws: MailError.self) { try await mailer.send(.sample()) }
            #expect(error == .temporary(554, "connection refused by the server (554)", needsOperator: true))
        }
    }

    @Test func aServerThatGoesDownIsTemporary() async throws {
        try await MailSink.run(["--down-after", "1"]) { sink in
            let mailer = try sink.mailer()
            try await mailer.send(.sample())
            try await Task.sleep(for: .milliseconds(300))
            let error = await #expect(throws: MailError.self) { try await mailer.send(.sample()) }
            #expect(error?.kind == .temporary && error?.code == 0 && error?.needsOperator == false)
        }
    }

    @Test func nobodyListeningIsTemporary() async throws {
        let mailer = try SMTPMailer(SMTPSettings(host: "127.0.0.1", port: 1, encryption: .none))
        let error = await #expect(throws: MailError.self) { try await mailer.send(.sample()) }
        #expect(error?.kind == .temporary && error?.code == 0)
        #expect(error?.text.contains("exemple") == false)
    }

    @Test func aServerThatNeverAnswersTimesOut() async throws {
        try await MailSink.run(["--silent"]) { sink in
            let mailer = try sink.mailer(timeout: .seconds(1))
            let error = await #expect(throws: MailError.self) { try await mailer.send(.sample()) }
            #expect(error?.kind == .temporary && error?.needsOperator == false)
        }
    }
}
