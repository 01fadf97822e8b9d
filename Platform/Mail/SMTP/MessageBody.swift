import CLibCurl

/// The bytes that libcurl asks for, piece by piece.
final class MessageBody {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// True once libcurl has asked for any: the server has agreed to sender and recipient.
    var isRead: Bool { position > 0 }

    func rewind() { position = 0 }

    /// This object must outlive the transfer.
    func options(_ handle: UnsafeMutableRawPointer) -> [CURLcode] {
        let context = Unmanaged.passUnretained(self).toOpaque()
        return [
            entraide_curl_set_long(handle, CURLOPT_UPLOAD, 1),
            entraide_curl_set_long(handle, CURLOPT_INFILESIZE, bytes.count),
            entraide_curl_set_reader(
                handle,
                { destination, size, count, context in
                    guard let destination, let context else { return 0 }
                    return Unmanaged<MessageBody>.fromOpaque(context).takeUnretainedValue().copy(to: destination, limit: size * count)
                }, context),
        ]
    }

    private func copy(to destination: UnsafeMutablePointer<CChar>, limit: Int) -> Int {
        let piece = bytes[position..<min(position + limit, bytes.count)]
        UnsafeMutableRawBufferPointer(start: destination, count: limit).copyBytes(from: piece)
        position += piece.count
        return piece.count
    }
}
