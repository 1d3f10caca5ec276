// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// Times of promises as a contract would put them.
enum TimeWording {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `31 December 2027`.
  static func day(_ day: CalendarDate) -> String { "\(day.day) \(months[max(0, min(11, day.month - 1))]) \(day.year)" }

  /// "in each contract year of the term".
  static func each(_ every: Recurrence.Every, _ grant: PromisedGrant) -> String {
    let start = "in each \(period(every)) "
    if let last = grant.timing.lastDay { return start + "until \(day(last))" }
    guard let words = grant.timing.wording, !grant.timing.coversTerm else { return start + "of the term" }
    return start + introduced(words, grant)
  }

  /// "contract year", "half-year".
  static func period(_ every: Recurrence.Every) -> String {
    every == .half_year ? "half-year" : PlainWords.spaced(every.rawValue)
  }

  /// "valid until 31 December 2027"; for what runs all the time "for the whole term". Never empty.
  static func validity(_ grant: PromisedGrant, _ kind: Kind) -> String {
    let runs = kind.isStanding
    let valid = runs ? "" : "valid "
    if let last = grant.timing.lastDay { return valid + "until \(day(last))" }
    if grant.quantity?.unit == "month", kind == "complimentary_product", grant.timing.isEmpty {
      return "from [start date]"
    }
    if let words = grant.timing.wording { return valid + introduced(words, grant) }
    if grant.unused == .never_expires { return runs ? "for the whole term" : "valid for the whole term and beyond" }
    return runs ? "for [period]" : "valid until [date]"
  }

  /// "six months": how long a promise says, without what introduces it; nil where it says no length.
  static func length(_ grant: PromisedGrant) -> String? {
    guard let words = grant.timing.wording, grant.timing.months != nil else { return nil }
    let introducers: Set<String> = ["for", "by", "another", "a", "further", "of", "additional"]
    let parts = words.split(separator: " ").drop { introducers.contains($0.lowercased()) && $0.lowercased() != "a" }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private static func introduced(_ said: String, _ grant: PromisedGrant) -> String {
    var words = said
    for filler in ["valid ", "good ", "usable ", "available "] where words.lowercased().hasPrefix(filler) {
      words = String(words.dropFirst(filler.count))
    }
    words = contractYear(words)
    let parts = NameMatch.words(words)
    let first = parts.first ?? ""
    if ["whole", "full", "entire", "complete"].contains(first) { return "for the \(words)" }
    let introducers: Set<String> = [
      "for", "from", "until", "through", "throughout", "during", "in", "within", "by", "to", "over", "till", "before",
      "up", "as",
    ]
    var text = introducers.contains(first) ? words : "for \(words)"
    for spoken in ["till", "by"] where first == spoken { text = "until" + words.dropFirst(spoken.count) }
    for spoken in ["starting", "beginning", "commencing", "effective", "since"] where first == spoken {
      var rest = words.dropFirst(spoken.count)
      for link in [" from", " on", " as of", " with"] where rest.lowercased().hasPrefix(link + " ") {
        rest = rest.dropFirst(link.count)
      }
      text = "from" + rest
    }
    // A length counts from something: without it nobody knows when it ends.
    let anchors: Set<String> = [
      "from", "after", "following", "first", "second", "third", "until", "term", "contract", "of", "by", "before",
      "end",
      "through", "start", "since",
    ]
    let lengths: Set<String> = ["month", "months", "year", "years", "week", "weeks", "days", "quarter", "quarters"]
    if parts.contains(where: lengths.contains), parts.allSatisfy({ !anchors.contains($0) }) {
      text += " from [start date]"
    }
    return text
  }

  /// "Year one" is the first contract year.
  private static func contractYear(_ words: String) -> String {
    let text = words.lowercased()
    let years = [
      ("year one", "the first contract year"), ("year 1", "the first contract year"),
      ("year two", "the second contract year"), ("year 2", "the second contract year"),
      ("year three", "the third contract year"), ("year 3", "the third contract year"),
    ]
    for (spoken, written) in years.map({ ("contract " + $0.0, $0.1) }) + years {
      guard let found = text.firstRange(of: spoken) else { continue }
      return text[..<found.lowerBound] + written + text[found.upperBound...]
    }
    return words
  }
}
