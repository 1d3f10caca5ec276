// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import ValueRecognition

/// Reads the currency that a document is priced in: as it says, else that of its amounts.
struct CurrencyReader {
  let context: DocumentContext
  let places: FactPlaces

  func read(_ labels: [Label]) -> String? {
    for label in labels where label.kind == .currency {
      if let code = code(in: label.value) { return code }
    }
    for match in places.matches("currency").prefix(40) {
      let sentence = context.sentence(of: match.tokens.lowerBound)
      let range = match.tokens.lowerBound..<min(sentence.upperBound, match.tokens.upperBound + 12)
      if let code = code(in: range) { return code }
    }
    return ofAmounts() ?? ofHeadings() ?? named() ?? ofPlace()
  }

  /// Bare dollars in a document whose opening names a state of the United States and no other dollar's country.
  private func ofPlace() -> String? {
    let hasAmounts = context.values.contains { if case .money(_, nil) = $0.value { true } else { false } }
    guard hasAmounts else { return nil }
    var isAmerican = false
    for token in context.head where context.isWord(token) && context.isCapitalised(token) {
      if context.isOne(token, of: Self.otherDollars) { return nil }
      if isAmerican { continue }
      let word = context.folded(token)
      if word == "delaware" || word == "usa" || Places.isState(word) { isAmerican = true }
    }
    return isAmerican ? "USD" : nil
  }

  private static let otherDollars: WordSet = [
    "canada", "ontario", "alberta", "australia", "nsw", "queensland", "zealand", "singapore", "toronto", "vancouver",
    "sydney", "melbourne", "auckland", "quebec", "québec", "kong", "taiwan", "jamaica", "bermuda",
  ]

  /// `Services that are charged (Ringgit Malaysia, RM)`, `Indian Rupees (INR)`: the only currency that the first pages
  /// name.
  private func named() -> String? {
    var found = Set<String>()
    for token in context.head where context.isCapitalised(token) && context.isWord(token) {
      guard context.isOne(token, of: Self.openers), let code = code(in: token..<min(context.head.upperBound, token + 4))
      else {
        continue
      }
      found.insert(code)
      if found.count > 1 { return nil }
    }
    return found.first
  }

  /// `Annual fee (EUR)` over bare figures.
  private func ofHeadings() -> String? {
    for table in context.source.tables.indices.prefix(12) {
      let cells = TableCells(context, table: table)
      guard cells.columns <= 30 else { continue }
      for column in 0..<cells.columns {
        for word in cells.headingWords(column) {
          if Self.codes.contains(word) { return word.uppercased() }
          if word == "rs" { return "INR" }
          if word == "rm" { return "MYR" }
        }
      }
    }
    return nil
  }

  /// The currency of most amounts; of equals the one that comes first.
  private func ofAmounts() -> String? {
    var counts: [(code: String, count: Int)] = []
    for value in context.values {
      guard case .money(_, let code?) = value.value else { continue }
      if let at = counts.firstIndex(where: { $0.code == code }) {
        counts[at].count += 1
      } else {
        counts.append((code, 1))
      }
    }
    var best: (code: String, count: Int)?
    for entry in counts where entry.count > (best?.count ?? 0) { best = entry }
    return best?.code
  }

  private func code(in range: Range<Int>) -> String? {
    let words = context.words(range)
    for word in words where Self.codes.contains(word) { return word.uppercased() }
    guard words.contains(where: Self.openers.contains) else { return nil }
    for (run, code) in Self.names where words.contains(run: run) { return code }
    return nil
  }

  /// The words that names begin with.
  private static let openers = WordSet(names.compactMap { $0.0.split(separator: " ").first.map(String.init) })

  static let codes: WordSet = [
    "usd", "eur", "chf", "gbp", "aud", "cad", "jpy", "nzd", "sek", "nok", "dkk", "sgd", "hkd", "inr", "brl", "mxn",
    "zar", "pln", "czk", "huf", "cny", "krw", "ils", "aed", "sar", "thb", "php", "idr", "myr", "twd", "try", "kes",
    "ngn", "vnd", "qar", "kwd", "bhd", "egp", "ron", "bgn", "isk",
  ]
  private static let names: [(String, String)] = [
    ("us dollars", "USD"), ("u . s . dollars", "USD"), ("united states dollars", "USD"), ("us dollar", "USD"),
    ("u . s . dollar", "USD"), ("american dollars", "USD"), ("australian dollars", "AUD"), ("canadian dollars", "CAD"),
    ("new zealand dollars", "NZD"), ("singapore dollars", "SGD"), ("hong kong dollars", "HKD"), ("swiss francs", "CHF"),
    ("swiss franc", "CHF"), ("japanese yen", "JPY"), ("yen", "JPY"), ("pounds sterling", "GBP"),
    ("pound sterling", "GBP"), ("sterling", "GBP"), ("british pounds", "GBP"), ("euros", "EUR"), ("euro", "EUR"),
    ("€", "EUR"),
    ("norwegian kroner", "NOK"), ("swedish kronor", "SEK"), ("danish kroner", "DKK"), ("indian rupees", "INR"),
    ("rupees", "INR"), ("south african rand", "ZAR"), ("brazilian reais", "BRL"), ("mexican pesos", "MXN"),
    ("malaysian ringgit", "MYR"), ("ringgit", "MYR"), ("rand", "ZAR"), ("polish złoty", "PLN"), ("złoty", "PLN"),
    ("zloty", "PLN"), ("czech koruna", "CZK"), ("czech crowns", "CZK"), ("forint", "HUF"), ("uae dirhams", "AED"),
    ("dirhams", "AED"), ("kenyan shillings", "KES"), ("new shekels", "ILS"), ("shekels", "ILS"), ("baht", "THB"),
    ("saudi riyals", "SAR"), ("philippine pesos", "PHP"), ("rupiah", "IDR"), ("reais", "BRL"), ("indian rupee", "INR"),
  ]
}
