import Foundation
import Testing

@testable import API

@Suite struct FlatObjectTests {
    @Test(arguments: [
        #"{}"#, #" { } "#, #"{"a":"b"}"#, "{\"a\" : \"b\" ,\n\t\"c\":\"\"}", #"{"é":"l’été \"chaud\" \\ \/ \b\f\n\r\t"}"#,
        #"{"a":"\u00e9\u20AC\ud83d\ude00"}"#, #"{"a":"😀"}"#,
    ]) func readsWhatFoundationReads(_ text: String) throws {
        let expected = try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
        let object = try #require(FlatObject(text.utf8))
        #expect(object.texts == expected)
        #expect(object.names == Set(expected.keys))
    }

    @Test func readsBooleansAsABoxOfAForm() throws {
        let object = try #require(FlatObject(#"{"a": true, "b": false, "c": null, "d": "yes"}"#.utf8))
        #expect(object.texts == ["a": "yes", "d": "yes"])
        #expect(object.names == ["a", "b", "c", "d"])
    }

    @Test(arguments: [
        "", "null", "[]", "{", "}", #"{"a"}"#, #"{"a":}"#, #"{"a":1}"#, #"{"a":{}}"#, #"{"a":["b"]}"#, #"{"a":"b",}"#, #"{"a":"b"} x"#,
        #"{"a":"b""#, #"{"a":"b"#, #"{a:"b"}"#, #"{'a':'b'}"#, #"{"a":truth}"#, #"{"a":tru"#, #"{"a":"\x"}"#, #"{"a":"\u12"}"#,
        #"{"a":"\ud83d"}"#, #"{"a":"\ud83dx"}"#, #"{"a":"\udE00"}"#, "{\"a\":\"\n\"}", "{\"a\":\"\u{1}\"}",
    ]) func refusesAnythingElse(_ text: String) {
        #expect(FlatObject(text.utf8) == nil)
    }

    @Test func refusesWhatIsNotUnicode() {
        #expect(FlatObject(Array(#"{"a":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)) == nil)
    }
}
