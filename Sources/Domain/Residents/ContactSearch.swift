/// Looking somebody up by the exact address or number that they gave: there is no list of people to leaf through.
public enum ContactSearch: Sendable, Equatable {
    case email(EmailAddress)
    case phone(PhoneNumber)

    public init(typed: String?) throws(Refusal) {
        let text = PlainText.line(typed ?? "")
        if let email = EmailAddress(text) {
            self = .email(email)
        } else if let phone = PhoneNumber(text) {
            self = .phone(phone)
        } else {
            throw .invalid("who", "refusal.who")
        }
    }
}
