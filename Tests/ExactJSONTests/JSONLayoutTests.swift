// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationSubset
import Testing

@Suite struct JSONLayoutTests {
  private static let tree: JSONValue = [
    "b": 1, "a": ["x": .null, "y": [true, false]], "none": [], "empty": .object([]),
    "long": ["one": .string(String(repeating: "o", count: 60)), "two": .string(String(repeating: "t", count: 60))],
  ]

  @Test func `What fits stands on one line, the rest is spread`() {
    let long = (String(repeating: "o", count: 60), String(repeating: "t", count: 60))
    #expect(
      Self.tree.text(.readable) == """
        {
          "b": 1,
          "a": {"x": null, "y": [true, false]},
          "none": [],
          "empty": {},
          "long": {
            "one": "\(long.0)",
            "two": "\(long.1)"
          }
        }
        """)
  }

  @Test func `One line has no line break`() {
    #expect(!Self.tree.utf8(.line).contains(0x0A))
  }

  @Test(arguments: [
    ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
    ("é😀", "\"é😀\""),
  ])
  func `Strings are escaped as RFC 8259 wants`(text: String, written: String) throws {
    #expect(JSONValue.string(text).text(.line) == written)
    #expect(try JSONDecoder().decode(JSONValue.self, from: Data(written.utf8)) == .string(text))
  }

  private struct Sparse: Encodable {
    var first: Int? = nil
    var second: String? = "s"
    var numbers: [UInt8] = [1, 2]
    var nested: [String: Int] = [:]
  }

  @Test func `An absent optional is null, also where conformances are synthesised`() throws {
    #expect(
      try JSONValue(encoding: Sparse()).text(.line)
        == #"{"first": null, "second": "s", "numbers": [1, 2], "nested": {}}"#)
  }
}
