import Database
import Domain
import Secrets

/// Where an address lies outside its person's row: mails, sign-ins, invitations. Sealed recipients are opened one by one.
public struct ContactTraces {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func delete(_ email: EmailAddress) throws {
        let indexes = try People(scope).indexes(of: email)
        try scope.sql.run(
            "/* ContactTraces.signIns */ DELETE FROM sign_ins WHERE town_id = \(scope.town) AND email_index IN \(list: indexes)")
        try scope.sql.run(
            "/* ContactTraces.sessions */ DELETE FROM sessions WHERE town_id = \(scope.town) AND email_index IN \(list: indexes)")
        try scope.sql.run(
            "/* ContactTraces.invitations */ DELETE FROM invitations WHERE town_id = \(scope.town) AND email_index IN \(list: indexes)")
        try scope.sql.run(
            """
            /* ContactTraces.reports */ UPDATE reports SET email = NULL, email_index = NULL
            WHERE town_id = \(scope.town) AND email_index IN \(list: indexes)
            """)
        for mail in try mails(to: email) {
            try scope.sql.run("/* ContactTraces.mail */ DELETE FROM outbound_mails WHERE town_id = \(scope.town) AND id = \(mail)")
        }
    }

    private func mails(to email: EmailAddress) throws -> [ID<OutboundMail>] {
        let sealer = try scope.sealer(.mail)
        var found: [ID<OutboundMail>] = []
        try scope.sql.run("/* ContactTraces.mails */ SELECT id, recipient FROM outbound_mails WHERE town_id = \(scope.town)") { row in
            let id: ID<OutboundMail> = try row.next()
            let recipient = try sealer.open(try row.next(), table: "outbound_mails", column: "recipient", row: id.bytes)
            if EmailAddress(recipient)?.normalised == email.normalised { found.append(id) }
        }
        return found
    }
}
