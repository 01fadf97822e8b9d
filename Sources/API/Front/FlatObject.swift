/// The fields of a JSON object that holds no other object: strings as they are, true as `yes`, false and null as nothing.
///
/// A form is all that the interface reads, and `JSONDecoder` takes five times as long for one. RFC 8259, strictly; what is neither
/// string, boolean nor null is refused, and of a name given twice the last value counts.
struct FlatObject {
    private(set) var names: Set<String> = []
    private(set) var texts: [String: String] = [:]

    /// Nil for anything else than such an object in UTF-8.
    init?(_ bytes: some Collection<UInt8>) {
        var reader = JSONBytes(bytes)
        guard reader.take("{") else { return nil }
        guard !reader.take("}") else {
            guard reader.isAtEnd else { return nil }
            return
        }
        repeat {
            guard let name = reader.string(), reader.take(":"), let value = reader.scalar() else { return nil }
            names.insert(name)
            texts[name] = value.text
        } while reader.take(",")
        guard reader.take("}"), reader.isAtEnd else { return nil }
    }
}
