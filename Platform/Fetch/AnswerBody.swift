import CLibCurl

/// Gathers the bytes that libcurl hands over, up to a limit.
final class AnswerBody {
    private let limit: Int
    private(set) var bytes: [UInt8] = []
    private(set) var isTooLarge = false

    init(limit: Int) { self.limit = limit }

    /// This object must outlive the transfer.
    func options(_ handle: UnsafeMutableRawPointer) -> [CURLcode] {
        let context = Unmanaged.passUnretained(self).toOpaque()
        return [
            entraide_curl_set_writer(
                handle,
                { source, size, count, context in
                    guard let source, let context else { return 0 }
                    return Unmanaged<AnswerBody>.fromOpaque(context).takeUnretainedValue().take(source, size * count)
                }, context)
        ]
    }

    /// Fewer than it was given ends the transfer.
    private func take(_ source: UnsafeMutablePointer<CChar>, _ count: Int) -> Int {
        guard bytes.count + count <= limit else {
            isTooLarge = true
            return 0
        }
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: source, count: count))
        return count
    }
}
