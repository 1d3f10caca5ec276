// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What a cell says without a figure: that there is none, that it is included, that it costs nothing.
enum CellMark: Hashable {
  case nothing, included, free
}

extension DocumentContext {
  private static let nothings: WordSet = [
    "-", "–", "—", "--", "nil", "none", "n/a", "na", "no", "n", "0", "zero", "not included", "not applicable",
    "not ordered", "not available", "not selected", "nothing", "excluded", "✗", "✘", "☐", "no entitlement", "not taken",
  ]
  private static let inclusions: WordSet = [
    "incl", "included", "inclusive", "yes", "y", "✓", "✔", "☒", "☑", "•", "●", "x", "covered", "in scope", "all",
  ]
  private static let waivers: WordSet = [
    "free", "waived", "no charge", "without charge", "at no charge", "free of charge", "no cost", "at no cost",
    "gratis",
    "complimentary", "n/c", "nc", "not charged", "no fee", "without fee", "courtesy", "goodwill", "foc",
    "nsp", "not separately priced", "included in fee", "included in fees", "included in the fee",
    "included in the fees", "in price", "in the price",
    "no additional charge", "no additional cost", "no extra charge", "no extra cost", "at no additional charge",
    "at no additional cost", "fee waived", "fees waived", "charge waived", "on the house", "nothing", "nil charge",
    "zero cost", "bundled", "included at no charge", "included free", "included in price", "included in the price",
  ]

  /// The mark of a cell that holds little else; nil where it says more, or a figure other than a bare 0.
  func mark(_ cell: Range<Int>) -> CellMark? {
    let phrase = phrase(cell)
    if phrase.isEmpty { return nil }
    if Self.nothings.contains(phrase) { return .nothing }
    if Self.inclusions.contains(phrase) { return .included }
    return Self.waivers.contains(phrase) ? .free : nil
  }

  /// Whether a cell of a column of prices says that nothing is due: "waived", "included", "nil".
  func isFree(_ cell: Range<Int>) -> Bool {
    let phrase = phrase(cell)
    if ["-", "–", "—", "--", "☐", "n/a", "na", "x", "n", "y", "no", "yes", "0"].contains(phrase) { return false }
    if opensFree(cell) { return true }
    // "included in line 1", "bundled with item 2"
    if Self.folds.contains(where: phrase.hasPrefix) { return !Self.payers.contains(where: phrase.containsBytes) }
    // "in A-3", "in line 2": within another row's price.
    if phrase.hasPrefix("in "), phrase.utf8.count > 3,
      phrase.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) || Self.rowNouns.contains(where: phrase.containsBytes)
    {
      return !phrase.utf8.starts(with: "in 20".utf8)
    }
    return mark(cell) != nil
  }

  /// "none (part of Premier)", "waived, see note 2": what stands before the bracket or comma says it.
  private func opensFree(_ cell: Range<Int>) -> Bool {
    guard (3...14).contains(cell.count),
      let sign = cell.prefix(4).first(where: { ["(", ",", ";"].contains(folded($0)) }), sign > cell.lowerBound
    else { return false }
    return Self.frees.contains(phrase(cell.lowerBound..<sign))
  }

  private static let frees: WordSet = [
    "none", "nil", "no charge", "waived", "free", "free of charge", "without charge", "no fee", "included", "nothing",
    "no cost",
  ]

  /// What it is included in is paid for; by whom it is covered may be the customer.
  private static let folds = ["included", "incl", "bundled", "covered", "contained", "comprised"].flatMap { word in
    ["in", "with", "within", "under", "by"].map { "\(word) \($0) " }
  }
  private static let rowNouns = ["line", "item", "row", "price", "fee"]
  private static let payers = ["customer", "client", "buyer", "you", "your", "licensee", "subscriber", "the customer"]
    .map { "by " + $0 }

  /// The words of a short cell in lower case, without brackets, dots and marks of notes.
  private func phrase(_ cell: Range<Int>) -> String {
    guard !cell.isEmpty, cell.count <= 7 else { return "" }
    var phrase = ""
    for token in cell {
      let word = folded(token)
      if ["(", ")", ".", "*", "†", "‡", ",", ";"].contains(word) { continue }
      let glued = phrase.isEmpty || word == "/" || phrase.hasSuffix("/") || word == "-" && phrase == "-"
      phrase += glued ? word : " " + word
    }
    return phrase
  }
}
