import CLibCurl

/// libcurl's handle and the connections it keeps.
///
/// Unchecked: `CurlFetcher` lends it to one thread at a time, and it is freed when nobody holds it any more.
final class CurlTransfer: @unchecked Sendable {
    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let handle: UnsafeMutableRawPointer
    private let authorities: String?

    init(authorities: String?) throws(FetchError) {
        guard Self.isLibraryReady, let handle = curl_easy_init() else { throw .unreachable("libcurl does not start") }
        self.handle = handle
        self.authorities = authorities
    }

    deinit { curl_easy_cleanup(handle) }

    func perform(_ request: FetchRequest) throws(FetchError) -> FetchAnswer {
        curl_easy_reset(handle)  // the options go, the connections stay
        let body = AnswerBody(limit: request.limit)
        let headers = curl_slist_append(nil, "Accept: \(request.accept)")
        defer { curl_slist_free_all(headers) }
        let options =
            [entraide_curl_set_list(handle, CURLOPT_HTTPHEADER, headers)]
            + whereTo(request.address) + howLong(request.timeout) + body.options(handle)
        guard headers != nil, options.allSatisfy({ $0 == CURLE_OK }) else { throw .unreachable("libcurl refuses a setting") }
        let outcome = withExtendedLifetime(body) { curl_easy_perform(handle) }
        guard outcome == CURLE_OK else { throw Self.error(outcome, body) }
        return FetchAnswer(status: number(CURLINFO_RESPONSE_CODE), body: body.bytes, retryAfter: retryAfter)
    }

    /// Redirects are not followed, and no proxy is used, whatever the environment says.
    private func whereTo(_ address: FetchAddress) -> [CURLcode] {
        var options = [
            entraide_curl_set_text(handle, CURLOPT_URL, address.text),
            entraide_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "https,http"),  // http to this machine alone: see FetchAddress
            entraide_curl_set_text(handle, CURLOPT_PROXY, ""),
            entraide_curl_set_text(handle, CURLOPT_USERAGENT, "Entraide"),
            entraide_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0),
            entraide_curl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
        ]
        if let authorities { options.append(entraide_curl_set_text(handle, CURLOPT_CAINFO, authorities)) }
        return options
    }

    private func howLong(_ timeout: Duration) -> [CURLcode] {
        let milliseconds = max(1, Int(timeout / .milliseconds(1)))  // libcurl takes 0 for "for ever"
        return [
            entraide_curl_set_long(handle, CURLOPT_NOSIGNAL, 1),  // no SIGALRM in a threaded process
            entraide_curl_set_long(handle, CURLOPT_TIMEOUT_MS, milliseconds),
            entraide_curl_set_long(handle, CURLOPT_QUICK_EXIT, 1),  // does not wait for a name server that does not answer
        ]
    }

    private static func error(_ outcome: CURLcode, _ body: AnswerBody) -> FetchError {
        if body.isTooLarge { return .tooLarge }
        return outcome == CURLE_OPERATION_TIMEDOUT ? .tooLate : .unreachable(String(cString: curl_easy_strerror(outcome)))
    }

    private func number(_ info: CURLINFO) -> Int {
        var value = 0
        return entraide_curl_get_long(handle, info, &value) == CURLE_OK ? value : 0
    }

    private var retryAfter: Duration? {
        var seconds: curl_off_t = 0
        guard entraide_curl_get_offset(handle, CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK, seconds > 0 else { return nil }
        return .seconds(seconds)
    }
}
