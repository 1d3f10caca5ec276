// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Recurrences that no value names: `month by month`, `from quarter to quarter`, `every 1 February`, `in each Half` where
/// the document says what a half is.
struct SpokenRecurrences {
  let passage: PassageText
  let knowledge: DocumentKnowledge

  func all(in sentence: Range<Int>) -> [(every: Recurrence.Every, tokens: Range<Int>)] {
    var found: [(every: Recurrence.Every, tokens: Range<Int>)] = []
    for token in sentence {
      switch passage.word(token) {
      case "by", "to":
        guard let every = Self.units[passage.word(token - 1)], passage.word(token + 1) == passage.word(token - 1),
          passage.word(token) == "by" || passage.word(token - 2) == "from"
        else { continue }
        found.append((every, (token - 1)..<(token + 2)))
      case "each", "every", "per":
        if let value = passage.value(at: token + 1), case .date(let date) = value.value, date.year == nil,
          date.month != nil, date.day != nil
        {
          found.append((.contract_year, token..<value.tokens.upperBound))
        } else if !knowledge.ownYears.isEmpty, ["year", "years"].contains(passage.word(token + 2)),
          let kind = knowledge.ownYears[passage.word(token + 1)]
        {
          found.append((kind == .calendar ? .calendar_year : .contract_year, token..<(token + 3)))
        } else if knowledge.definesHalf, passage.word(token + 1) == "half",
          !["year", "day", "hour", "month"].contains(passage.word(token + 2))
        {
          found.append((.half_year, token..<(token + 2)))
        }
      default: continue
      }
    }
    return found
  }

  private static let units: [String: Recurrence.Every] = [
    "month": .month, "quarter": .quarter, "year": .contract_year,
  ]
}
