import CLibCurl

/// libcurl's handle and the connection it keeps.
///
/// Unchecked: the handle is used from `SMTPMailer`'s serial queue only, and freed when nobody holds this any more.
final class SMTPConnection: @unchecked Sendable {
    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let handle: UnsafeMutableRawPointer
    private let settings: SMTPSettings

    init(_ settings: SMTPSettings) throws(MailError) {
        guard Self.isLibraryReady, let handle = curl_easy_init() else {
            throw .temporary(0, "libcurl does not start", needsOperator: true)
        }
        self.handle = handle
        self.settings = settings
    }

    deinit { curl_easy_cleanup(handle) }

    func send(_ message: MailMessage) throws(MailError) {
        let body = MessageBody(message.rendered())
        var attempt = try transfer(message, body, fresh: false)
        // A server may have hung up on the kept connection in the meantime: that says nothing of the message.
        if attempt.isLostConnection { attempt = try transfer(message, body, fresh: true) }
        if let error = attempt.error { throw error }
    }

    private func transfer(_ message: MailMessage, _ body: MessageBody, fresh: Bool) throws(MailError) -> SMTPAttempt {
        curl_easy_reset(handle)  // the options go, the connection stays
        body.rewind()
        let recipients = curl_slist_append(nil, "<\(message.to.address)>")
        defer { curl_slist_free_all(recipients) }
        let options =
            [
                entraide_curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(message.from.address)>"),
                entraide_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients),
                entraide_curl_set_long(handle, CURLOPT_FRESH_CONNECT, fresh ? 1 : 0),
            ] + serverOptions(greeting: message.from.domain) + encryptionOptions() + body.options(handle)
        guard recipients != nil, options.allSatisfy({ $0 == CURLE_OK }) else {
            throw .temporary(0, "libcurl refuses a setting", needsOperator: true)
        }
        let outcome = withExtendedLifetime(body) { curl_easy_perform(handle) }
        return SMTPAttempt(
            outcome, reply: number(CURLINFO_RESPONSE_CODE), isReused: number(CURLINFO_NUM_CONNECTS) == 0, isBodyRead: body.isRead)
    }

    /// The sender's domain is the name given in EHLO: a container's host name is often refused.
    private func serverOptions(greeting: String) -> [CURLcode] {
        let scheme = settings.encryption == .implicit ? "smtps" : "smtp"
        let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
        return [
            entraide_curl_set_text(handle, CURLOPT_URL, "\(scheme)://\(host):\(settings.port)/\(greeting)"),
            entraide_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            entraide_curl_set_text(handle, CURLOPT_PROXY, ""),  // none, whatever the environment says
            entraide_curl_set_long(handle, CURLOPT_NOSIGNAL, 1),  // no SIGALRM in a threaded process
            entraide_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, settings.connectTimeout.milliseconds),
            entraide_curl_set_long(handle, CURLOPT_TIMEOUT_MS, settings.timeout.milliseconds),
        ]
    }

    private func encryptionOptions() -> [CURLcode] {
        let level =
            switch settings.encryption {
            case .none: CURLUSESSL_NONE
            case .opportunistic: CURLUSESSL_TRY
            case .required, .implicit: CURLUSESSL_ALL
            }
        var options = [
            entraide_curl_set_long(handle, CURLOPT_USE_SSL, Int(level.rawValue)),
            entraide_curl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
        ]
        if let file = settings.authorities { options.append(entraide_curl_set_text(handle, CURLOPT_CAINFO, file)) }
        if let credentials = settings.credentials {
            options.append(entraide_curl_set_text(handle, CURLOPT_USERNAME, credentials.user))
            options.append(entraide_curl_set_text(handle, CURLOPT_PASSWORD, credentials.password))
        }
        return options
    }

    private func number(_ info: CURLINFO) -> Int {
        var value = 0
        return entraide_curl_get_long(handle, info, &value) == CURLE_OK ? value : 0
    }
}

extension Duration {
    /// At least 1: libcurl takes 0 for "for ever".
    fileprivate var milliseconds: Int { max(1, Int(self / .milliseconds(1))) }
}
