// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationSubset
import Testing

@Suite struct JSONNumberTests {
  @Test(arguments: [
    "0", "7", "-12.5", "0.1", "20000", "1234567890123456789012345678.9", "0.00000001", "1.05", "99999999999999999999",
    "3000000000000000000000000000000", "-0.3",
  ])
  func `A decimal is written as it is, never through floating point`(text: String) throws {
    let number = try #require(Decimal(string: text))
    #expect(JSONValue.number(number).text(.line) == text)
    let read = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    #expect(read == .number(number))
  }

  @Test(arguments: [("1.50", "1.5"), ("100.00", "100"), ("1e3", "1000"), ("0.0", "0")])
  func `Zeros at the end say nothing`(text: String, written: String) throws {
    let number = try #require(Decimal(string: text))
    #expect(JSONValue.number(number).text(.line) == written)
    #expect(JSONValue.number(number / 10 * 10).text(.line) == written)
  }

  @Test func `What is not a number is null`() {
    #expect(JSONValue.number(Decimal.nan).text(.line) == "null")
  }
}
