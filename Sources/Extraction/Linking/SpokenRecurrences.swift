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
      case "after":
        // "year after year, from the second on"
        guard let every = Self.units[passage.word(token - 1)], passage.word(token + 1) == passage.word(token - 1) else {
          continue
        }
        found.append((every, (token - 1)..<(token + 2)))
      case "either":
        // "in either year of the term"
        guard
          passage.word(token + 1) == "year"
            || passage.has(["contract|subscription|order|service", "year"], at: token + 1)
        else { continue }
        found.append((.contract_year, token..<(token + 2)))
      case "any":
        // "20 hours in any contract year"
        guard passage.isOne(token - 1, of: "in|during|within"),
          passage.has(["contract|subscription|order|service|commitment", "year"], at: token + 1)
        else { continue }
        found.append((.contract_year, token..<(token + 3)))
      case "each", "every", "per":
        if passage.has(
          ["further|following|subsequent|later", "contract|subscription|service|order", "year"], at: token + 1)
        {
          // "the same number in each further Contract Year"
          found.append((.contract_year, token..<(token + 4)))
        } else if let value = passage.value(at: token + 1), case .date(let date) = value.value, date.year == nil,
          date.month != nil, date.day != nil
        {
          found.append((.contract_year, token..<value.tokens.upperBound))
        } else if passage.isOne(token, of: "each|every"), MonthNames.number(passage.word(token + 1)) != nil,
          Int(passage.word(token + 2)) == nil
        {
          // "Every January Customer receives ten credits"
          found.append((.contract_year, token..<(token + 2)))
        } else if !knowledge.ownYears.isEmpty, passage.isOne(token + 2, of: "year|years"),
          let kind = knowledge.ownYears[passage.word(token + 1)]
        {
          found.append((kind == .calendar ? .calendar_year : .contract_year, token..<(token + 3)))
        } else if !knowledge.ownUnits.isEmpty,
          let unit = TimeParser(passage: passage, knowledge: knowledge).ownUnit(at: token + 1),
          let every = Self.every[unit.months]
        {
          found.append((every, token..<unit.end))
        } else if knowledge.definesHalf, passage.word(token + 1) == "half",
          !passage.isOne(token + 2, of: "year|day|hour|month")
        {
          found.append((.half_year, token..<(token + 2)))
        }
      default: continue
      }
    }
    return found
  }

  private static let every: [Int: Recurrence.Every] = [
    1: .month, 3: .quarter, 6: .half_year, 12: .contract_year,
  ]

  private static let units: [String: Recurrence.Every] = [
    "month": .month, "quarter": .quarter, "year": .contract_year,
  ]
}
