// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Testing

@testable import ValueRecognition

@Suite struct PrintedValueTests {
  @Test(arguments: [
    ("$5", ["type", "text", "start", "end", "amount", "currency"]),
    ("5 users", ["type", "text", "start", "end", "amount", "unit"]),
    ("5%", ["type", "text", "start", "end", "amount"]),
    ("5 weeks", ["type", "text", "start", "end", "amount", "unit", "days"]),
    ("5 years", ["type", "text", "start", "end", "amount", "unit", "months"]),
    ("2026-07-04", ["type", "text", "start", "end", "date"]),
    ("July 2026", ["type", "text", "start", "end", "year", "month"]),
    ("quarterly", ["type", "text", "start", "end", "every"]),
  ])
  func printsTheFieldsOfItsType(_ text: String, _ names: [String]) throws {
    let value = try #require(Reading.printed(text).first)
    #expect(value.fields.map(\.name) == names)
  }

  @Test func printsUnknownCurrencyAsNull() throws {
    let value = try #require(Reading.printed("$5").first)
    #expect(value.fields.last?.value == .null)
  }

  @Test(
    arguments: [
      ("one hundred (100)", []), ("twelve (12) months", ["twelve (12) months"]),
      ("every six months", ["every six months"]),
      ("20 Million Dollars ($20,000,000) per annum", ["20 Million Dollars ($20,000,000)", "per annum"]),
      ("10 days of training", ["10 days"]),
      ("5 users, 5% and $5", ["5 users", "5%", "$5"]),
    ] as [(String, [String])])
  func keepsTheLongest(_ text: String, _ texts: [String]) {
    #expect(Reading.printed(text).map(\.text) == texts)
  }

  @Test func mentionsAreSortedAndPointIntoTheText() {
    let text = "Within thirty (30) days of July 4, 2026 Customer pays €1.200,00 for 25 seats, 5% less each year."
    let mentions = Reading.mentions(text)
    #expect(mentions.map(\.tokens.lowerBound) == mentions.map(\.tokens.lowerBound).sorted())
    let source = Reading.source(text)
    for value in Reading.printed(text) { #expect(text.contains(value.text)) }
    for mention in mentions { #expect(mention.bytes.upperBound <= source.utf8.count) }
  }

  @Test func blocksAndCellsPartValues() {
    #expect(Reading.values("five\n\ndays") == [])
    #expect(Reading.values("five\tdays") == [])
    #expect(Reading.values("July 4\t2026") == ["-/7/4"])
    #expect(Reading.values("$\t500") == [])
  }
}
