import CLibCurl

/// How one try ended, and what it means for the message.
struct SMTPAttempt {
    private let outcome: CURLcode
    /// The server's last reply if it was a refusal, else 0.
    private let refusal: Int
    private let isReused: Bool
    private let isBodyRead: Bool

    init(_ outcome: CURLcode, reply: Int, isReused: Bool, isBodyRead: Bool) {
        self.outcome = outcome
        refusal = reply >= 400 ? reply : 0
        self.isReused = isReused
        self.isBodyRead = isBodyRead
    }

    /// The kept connection failed before the message itself was under way; 421 is how a server says it is closing.
    var isLostConnection: Bool {
        isReused && !isBodyRead && (refusal == 0 || refusal == 421)
            && [CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING].contains(outcome)
    }

    var error: MailError? {
        if outcome == CURLE_OK { return nil }
        let reason = String(cString: curl_easy_strerror(outcome))
        guard refusal > 0 else {
            let settings = [
                CURLE_USE_SSL_FAILED, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_LOGIN_DENIED, CURLE_SSL_CONNECT_ERROR,
            ]
            return .temporary(0, reason, needsOperator: settings.contains(outcome))
        }
        if isSignIn { return .temporary(refusal, "sign-in refused (\(refusal))", needsOperator: true) }
        if refusal < 500 { return .temporary(refusal, "\(stage) (\(refusal))") }
        return isAboutMessage
            ? .permanent(refusal, "\(stage) (\(refusal))") : .temporary(refusal, "\(stage) (\(refusal))", needsOperator: true)
    }

    /// RFC 4954 §6: 530 sign-in needed, 534 too weak, 535 wrong, 538 needs encryption.
    private var isSignIn: Bool { outcome == CURLE_LOGIN_DENIED || [530, 534, 535, 538].contains(refusal) }

    /// libcurl reports a refused sender or recipient as a sending error; a refusal at the greeting is of us, not of this message.
    private var isAboutMessage: Bool { isBodyRead || outcome == CURLE_SEND_ERROR }

    private var stage: String {
        if isBodyRead { return "message refused" }
        return outcome == CURLE_SEND_ERROR ? "sender or recipient refused" : "connection refused by the server"
    }
}
