// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import FoundationSubset
import Ingestion
import InventoryModel

/// Understands the cells of columns that settle a promise: how many, how much, until when. Whatever it does not
/// understand it says so, for a column that is passed over would make promises land that did not.
struct CellReader {
  let extractor: Extractor

  /// What a cell says.
  enum Said<Value> {
    case value(Value)
    /// A dash or "n/a": the column says nothing.
    case nothing
    case unread
  }

  /// A number of something, or as much as wanted.
  struct Count {
    var quantity: Quantity?
    var isUnlimited = false
    var recurrence: Recurrence.Every?
  }

  struct Sum {
    var value: EntitlementValue
    var recurrence: Recurrence.Every?
  }

  /// A time, or the assurance that there is no last day.
  struct Until {
    var timing = PromisedTiming()
    var neverExpires = false
  }

  // MARK: Columns

  /// `40`, `40 days`, `>= 40`, `40+`, `40 / month`, `unlimited`.
  func count(_ cell: String, kind: Kind?, unit: String?) -> Said<Count> {
    if Self.saysNothing(cell) { return .nothing }
    if Self.words(cell).contains(where: { ["unlimited", "unbegrenzt", "limitless"].contains($0) }) {
      return .value(Count(isUnlimited: true))
    }
    guard let bare = Self.withoutBounds(cell), !Self.isRange(bare) else { return .unread }
    guard let quantity = extractor.promisedQuantity(SourceText(line: bare), kind: kind, unit: unit),
      quantity.amount > 0
    else { return .unread }
    return .value(Count(quantity: quantity, recurrence: quantity.per == nil ? recurrence(bare) : nil))
  }

  /// `CHF 35'000`, `20k EUR`, `5% of annual fees`, `USD 4,000 per year`, `12000`.
  func sum(_ cell: String) -> Said<Sum> {
    if Self.saysNothing(cell) { return .nothing }
    guard let bare = Self.withoutBounds(cell), !Self.isRange(bare),
      let value = extractor.promisedValue(SourceText(line: bare))
    else { return .unread }
    if let amount = value.amount {
      // "12 pallets" is no sum of money; a number alone is one in a currency that is not said.
      guard amount > 0, value.currency != nil || extractor.hasMoney(SourceText(line: bare)) || Self.isBareNumber(bare)
      else { return .unread }
    }
    return .value(Sum(value: value, recurrence: recurrence(bare)))
  }

  /// A day, a month's, quarter's, half-year's or year's last day, a period, the term.
  func until(_ cell: String) -> Said<Until> {
    if let day = CalendarDate(iso: cell) { return .value(Until(timing: PromisedTiming(lastDay: day))) }
    if Self.hasTwoReadings(cell) { return .unread }
    if let day = Self.lastDay(ofPeriod: cell) { return .value(Until(timing: PromisedTiming(lastDay: day))) }
    let words = Self.words(cell)
    if words.contains("never")
      || ["unlimited", "no expiry", "no expiration", "no end date"].contains(cell.lowercased())
    {
      return .value(Until(neverExpires: true))
    }
    if Self.saysNothing(cell) { return .nothing }
    var timing = extractor.readTerms(SourceText(line: cell)).timing
    if !timing.isSettled, let day = extractor.promisedDay(SourceText(line: cell)) {
      timing = PromisedTiming(lastDay: day)
    }
    if timing.isEmpty, words.contains("term") || words.contains("contract") || words.contains("subscription"),
      words.count <= 5
    {
      timing = extractor.readTerms(SourceText(line: "for the whole term")).timing
    }
    if timing.isEmpty {
      timing = extractor.readTerms(SourceText(line: "valid until \(cell)")).timing
      timing.wording = cell
    }
    return timing.isSettled ? .value(Until(timing: timing)) : .unread
  }

  private func recurrence(_ cell: String) -> Recurrence.Every? {
    extractor.readTerms(SourceText(line: cell)).recurrence
  }

  // MARK: Words

  static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  private static func saysNothing(_ cell: String) -> Bool {
    ["-", "–", "—", "--", "n/a", "n.a.", "na", "none", "nil", "/", "k.a."].contains(cell.lowercased())
  }

  /// Without "at least", `>=`, `ca.` and the like; nil for a number below zero.
  private static func withoutBounds(_ cell: String) -> String? {
    var text = cell.lowercased()[...]
    var start = cell.startIndex
    let bounds = [
      ">=", "=>", "≥", "<=", "≤", ">", "<", "~", "≈", "=", "+", "at least", "minimum of", "minimum", "min.", "min ",
      "at most", "maximum of", "maximum", "max.", "max ", "up to", "circa", "ca.", "c.", "approximately", "approx.",
      "approx", "about", "around", "roughly", "bis zu", "mind.",
    ]
    while let bound = bounds.first(where: { text.hasPrefix($0) }) {
      text = text.dropFirst(bound.count)
      while text.first == " " { text = text.dropFirst() }
      start = cell.index(cell.endIndex, offsetBy: -text.count)
    }
    if let first = text.first, first == "-" || first == "−" || first == "–" { return nil }
    var rest = String(cell[start...])
    if rest.hasSuffix("+") { rest = String(rest.dropLast()).tidied }
    return rest
  }

  /// `100-200`, `10 to 20`: nobody knows which.
  private static func isRange(_ text: String) -> Bool {
    let parts = text.lowercased().split { $0 == " " }.map(String.init)
    for index in parts.indices where ["to", "or", "bis", "-", "–", "—"].contains(parts[index]) {
      guard index > 0, index + 1 < parts.count else { continue }
      if parts[index - 1].contains(where: \.isNumber), parts[index + 1].contains(where: \.isNumber) { return true }
    }
    let bytes = Array(text.replacing("–", with: "-").utf8)
    return bytes.indices.dropFirst().dropLast().contains { at in
      bytes[at] == 0x2D && isDigit(bytes[at - 1]) && isDigit(bytes[at + 1])
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Nothing but a number and words that go with sums.
  private static func isBareNumber(_ text: String) -> Bool {
    let idle: Set<String> = [
      "k", "m", "mn", "mio", "million", "thousand", "per", "year", "a", "p", "annum", "total", "in", "each", "contract",
      "month", "quarter", "x", "the", "worth",
    ]
    return !text.contains(where: \.isNumber) || words(text).allSatisfy(idle.contains)
  }

  // MARK: Days and periods

  /// `04/05/2033` is in April for some and in May for others.
  private static func hasTwoReadings(_ cell: String) -> Bool {
    for word in cell.split(separator: " ") {
      let parts = word.split(separator: "/").map { Int($0) ?? 0 }
      if parts.count == 3, (1...12).contains(parts[0]), (1...12).contains(parts[1]), parts[0] != parts[1] {
        return true
      }
    }
    return false
  }

  /// `2040`, `2040-12`, `12/2040`, `Q3 2040`, `H1 2040`, with or without "end of".
  private static func lastDay(ofPeriod cell: String) -> CalendarDate? {
    let idle: Set<String> = [
      "end", "of", "the", "by", "until", "till", "through", "eoy", "ye", "year", "dec", "december", "ende", "bis",
    ]
    let parts = cell.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !idle.contains($0) }
    guard let year = parts.compactMap(Int.init).first(where: { (1990...2100).contains($0) }), parts.count <= 2 else {
      return nil
    }
    guard let other = parts.first(where: { Int($0) != year }) else {
      return parts.count == 1 ? CalendarDate(year: year, month: 12, day: 31) : nil
    }
    let month: Int? =
      switch other {
      case "q1", "1q": 3
      case "q2", "2q", "h1", "1h": 6
      case "q3", "3q": 9
      case "q4", "4q", "h2", "2h": 12
      default: Int(other).flatMap { (1...12).contains($0) ? $0 : nil }
      }
    return month.flatMap { CalendarDate(year: year, month: $0, day: CalendarDate.days(inMonth: $0, of: year)) }
  }
}
