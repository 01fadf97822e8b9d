import Foundation
import Testing

@testable import API

@Suite struct JSONFieldsTests {
    @Test(arguments: ["", "l’été", "a \"b\" \\ c/d", "\u{0}\t\n\r\u{1F}\u{7F}\u{2028}", "👩‍🌾", String(repeating: "é\"", count: 500)])
    func everyTextComesBackAsItWas(_ text: String) throws {
        var fields = JSONFields()
        fields.add("text", text)
        fields.add("nothing", String?.none)
        fields.add("days", [1, 7])
        let read = try #require(try JSONSerialization.jsonObject(with: Data(fields.object)) as? [String: Any])
        #expect(read["text"] as? String == text)
        #expect(read["days"] as? [Int] == [1, 7])
        #expect(read.count == 2)
    }

    @Test func noFieldsAreAnEmptyObject() { #expect(JSONFields().object == Array("{}".utf8)) }
}
