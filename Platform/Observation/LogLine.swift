import Logging

/// A swift-log handler that writes one line per event: JSON, or text for people. Personal data that slips into a message or a value is
/// replaced (``Redaction``), and nothing logged can start a line of its own or steer a terminal.
public struct LogLine: LogHandler {
    public enum Format: String, Sendable, CaseIterable {
        case json, text
    }

    public var logLevel: Logger.Level
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let format: Format
    private let output: LogOutput
    private let now: @Sendable () -> Int64

    /// - Parameter now: milliseconds since 1970, UTC.
    public init(
        label: String, level: Logger.Level = .info, format: Format = .json, output: LogOutput = .standardError,
        metadataProvider: Logger.MetadataProvider? = RequestTrace.metadata, now: @escaping @Sendable () -> Int64 = millisecondsSince1970
    ) {
        (self.label, self.format, self.output, self.now) = (label, format, output, now)
        (logLevel, self.metadataProvider) = (level, metadataProvider)
    }

    /// Makes every `Logger` of the process write this way. Once, before the first one is made.
    public static func bootstrap(level: Logger.Level, format: Format) {
        LoggingSystem.bootstrap(
            { label, provider in LogLine(label: label, level: level, format: format, metadataProvider: provider) },
            metadataProvider: RequestTrace.metadata)
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        let time = utcText(milliseconds: now())
        let message = Redaction.clean(event.message.description)
        let values = everything(of: event).map { (key: $0.key, value: LogValue($0.value)) }.sorted { $0.key < $1.key }
        switch format {
        case .json:
            var line =
                "{\"time\":\"\(time)\",\"level\":\"\(event.level)\",\"label\":\(jsonString(label)),\"message\":\(jsonString(message))"
            if !values.isEmpty { line += ",\"metadata\":\(LogValue.object(values).json)" }
            output.write(line + "}\n")
        case .text:
            let level = event.level.rawValue
            let padding = String(repeating: " ", count: max(0, 8 - level.count))
            let pairs = values.map { " \(bareOrQuoted($0.key))=\($0.value.text)" }.joined()
            output.write("\(time) \(level)\(padding) \(bareOrQuoted(label)) \(jsonString(message))\(pairs)\n")
        }
    }

    /// The closest to the call wins: event, then provider, then logger.
    private func everything(of event: LogEvent) -> Logger.Metadata {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
        if let explicit = event.metadata { all.merge(explicit) { $1 } }
        if let error = event.error {
            all["error"] = .string("\(error)")
            all["error_type"] = .string(String(reflecting: type(of: error)))
        }
        return all
    }
}
