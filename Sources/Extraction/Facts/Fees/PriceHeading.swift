// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What the words over a column of prices say of it: `Price per user and month`, `Fee for Year 2`, `Total 36 months`.
struct PriceHeading {
  var basis: PriceBasis
  /// The price of one unit, not of the row.
  var isPerUnit: Bool
  /// Some word of it speaks of money.
  var isPrice: Bool

  private static let yearWords: WordSet = [
    "annual", "annually", "yearly", "annum", "annuel", "annuelle", "jahr", "year", "yr", "pa", "p.a", "an", "année",
    "år", "avtalsår", "jaar",
  ]
  static let monthWords: WordSet = [
    "month", "monthly", "mo", "monat", "monatlich", "mois", "mensuel", "månad", "maand", "mth", "mnth",
  ]
  private static let units: WordSet = [
    "unit", "units", "each", "apiece", "user", "users", "seat", "licence", "license", "piece", "pc", "einzelpreis",
    "stückpreis", "unitaire", "pu", "rate", "list", "styck", "stück", "stuk", "stuksprijs",
  ]
  private static let wholes: WordSet = [
    "total", "term", "whole", "gesamt", "summe", "extended", "ext", "overall", "altogether", "aggregate", "totaal",
  ]
  private static let prices: WordSet = [
    "price", "prices", "fee", "fees", "cost", "costs", "charge", "charges", "amount", "net", "total", "sum", "value",
    "payable", "preis", "summe", "prix", "montant", "total", "extended", "ext", "subtotal", "rate", "einzelpreis",
    "due",
  ]
  /// What may stand behind `per` and `/` without making a price one of a unit.
  private static let times: WordSet = [
    "contract", "calendar", "fiscal", "order", "subscription", "enrollment", "enrolment", "service", "services",
    "licence", "license", "term", "full", "the", "each", "whole", "billing",
  ]

  /// What the words of a heading say.
  init(_ words: [String], year: Int? = nil) {
    var isPerUnit = words.contains(where: Self.units.contains)
    let isYear = words.contains(where: Self.yearWords.contains)
    let isMonth = words.contains(where: Self.monthWords.contains)
    for (at, word) in words.enumerated() where word == "per" || word == "/" {
      guard let next = words[safe: at + 1] else { continue }
      let isTime = Self.yearWords.contains(next) || Self.monthWords.contains(next) || Self.times.contains(next)
      if !isTime, word == "per" || at > 0 && !next.isEmpty && Self.isUnit(next, words[at - 1]) { isPerUnit = true }
    }
    isPrice = words.contains { Self.prices.contains($0) || RowScale.currencies.contains($0) || Self.isCode($0) }
    self.isPerUnit = isPerUnit
    if let year {
      basis = .contractYear(year)
    } else if let span = Self.span(words) {
      basis = span == 12 ? .year : .span(span)
    } else {
      basis =
        isMonth ? .month : isYear ? .year : words.contains(where: Self.wholes.contains) ? .term : .unknown
    }
  }

  /// `EUR/unit`, `AED/room/month`; not `Désignation / Item`, `Menge / Qty`.
  private static func isUnit(_ next: String, _ before: String) -> Bool {
    (isCode(before) || RowScale.currencies.contains(before) || prices.contains(before)) && !prices.contains(next)
  }

  static func isCode(_ word: String) -> Bool { word.utf8.count == 3 && CurrencyReader.codes.contains(word) }

  /// `24 months`, `3 years`, `36-month fee`.
  static func span(_ words: [String]) -> Int? {
    for (at, word) in words.enumerated() {
      guard let number = Int(word) ?? Ordinals.cardinal(word), (2...120).contains(number) else { continue }
      let rest = words[(at + 1)...].prefix(2).filter { $0 != "-" }
      guard let unit = rest.first else { continue }
      if ["months", "month", "mo", "mths", "monate", "mois", "månader", "maanden"].contains(unit) { return number }
      if ["years", "year", "yr", "yrs", "jahre", "ans", "år", "jaar"].contains(unit), number <= 10 {
        return number * 12
      }
    }
    return nil
  }
}
