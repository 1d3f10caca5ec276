// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Years by the document's own name that follow each other, for the same thing in each of them: "in each of Club Year 2031
/// and Club Year 2032", "for School Year 2031/32 and again for School Year 2032/33".
enum OwnYearList {
  /// The first list of the passage: from the first day of the first year to the last of the last.
  static func first(in passage: PassageText, parser: TimeParser) -> (period: TimePeriod, tokens: Range<Int>)? {
    guard !parser.knowledge.ownYears.isEmpty else { return nil }
    var years: [(from: DateValue, to: DateValue, tokens: Range<Int>)] = []
    for token in passage.range where passage.isOne(token + 1, of: "year|years") {
      guard let year = parser.ownYear(at: token), case .between(.date(let from), .date(let to)) = year.value,
        years.last.map({ $0.to.date?.adding(days: 1) == from.date && token - $0.tokens.upperBound < 8 }) ?? true
      else { continue }
      years.append((from, to, token..<year.end))
    }
    guard years.count > 1, let first = years.first, let last = years.last else { return nil }
    let start = max(passage.range.lowerBound, first.tokens.lowerBound - 4)
    let said = (start..<last.tokens.upperBound + 3).contains {
      passage.isOne($0, of: "each|every|again|apiece|anew|both|likewise")
    }
    guard said else { return nil }
    return (.between(.date(first.from), .date(last.to)), start..<last.tokens.upperBound)
  }
}
