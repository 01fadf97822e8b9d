import Logging
import Observation
import Testing

@Suite struct RequestTraceTests {
    private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    private static let parent = "00f067aa0ba902b7"

    @Test func idsAreSixteenHexadecimalDigitsAndDiffer() {
        let ids = (0..<1_000).map { _ in RequestTrace().id }
        #expect(Set(ids).count == 1_000)
        #expect(ids.allSatisfy { $0.utf8.count == 16 && $0.allSatisfy("0123456789abcdef".contains) })
    }

    @Test(arguments: [
        "00-\(trace)-\(parent)-01", "00-\(trace)-\(parent)-00", "cc-\(trace)-\(parent)-01", "cc-\(trace)-\(parent)-01-what-comes-later",
    ])
    func takesTheTraceOfAWellFormedHeader(header: String) {
        #expect(RequestTrace(traceparent: header).traceID == Self.trace)
    }

    @Test(arguments: [
        "", "00", "00-\(trace)", "00-\(trace)-\(parent)", "00-\(trace)-\(parent)-01-more", "ff-\(trace)-\(parent)-01",
        "00-\(trace.uppercased())-\(parent)-01", "00-00000000000000000000000000000000-\(parent)-01", "00-\(trace)-0000000000000000-01",
        "00-\(trace)x-\(parent)-01", "00-\(trace.dropLast())-\(parent)-01", "00-\(trace.dropLast())é-\(parent)-01",
        "0-\(trace)-\(parent)-01",
        "00-\(trace)-\(parent)-0g", "00-\(trace)-\(parent)-01 ", " 00-\(trace)-\(parent)-01", "00-\(trace)-\(parent)-01\n",
        "cc-\(trace)-\(parent)-01.x", "----", String(repeating: "-", count: 100_000),
    ])
    func ignoresAnyOtherHeader(header: String) {
        let trace = RequestTrace(traceparent: header)
        #expect(trace.traceID == nil && trace.id.count == 16)
    }

    @Test func followsTheTask() async {
        #expect(RequestTrace.metadata.get().isEmpty)
        let trace = RequestTrace(traceparent: "00-\(Self.trace)-\(Self.parent)-01")
        let seen = await RequestTrace.$current.withValue(trace) {
            await Task { RequestTrace.metadata.get() }.value
        }
        #expect(seen == ["request": .string(trace.id), "trace": .string(Self.trace)])
    }
}
