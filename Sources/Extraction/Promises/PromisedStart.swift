// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import ValueRecognition

/// From when on something is promised, in the words of those who talk: "from the start", "you can begin on day one",
/// "from February 2026", "also after July 2026".
struct PromisedStart {
  let context: DocumentContext

  private static let beginnings: WordSet = ["start", "beginning", "outset", "commencement"]
  private static let wholes: WordSet = ["term", "contract", "subscription", "order", "agreement", "deal"]
  /// What begins may be said to do so from then on; what is only counted from then is not.
  private static let leads: WordSet = ["from", "on", "at", "with", "as", "since", "by"]

  /// Whether it is to be had as soon as the contract begins.
  func isFromStart(in range: Range<Int>) -> Bool {
    for token in range {
      if isDayOne(token, range) || isBeginning(token, range) || isSigned(token, range) || isNow(token, range) {
        return true
      }
    }
    return false
  }

  /// "From day one", "on the first day [of the contract]".
  private func isDayOne(_ token: Int, _ range: Range<Int>) -> Bool {
    guard context.isOne(token, of: Self.leads), !isCounted(from: token) else { return false }
    var at = token + 1
    if at < range.upperBound, context.isOne(at, of: "of|the|our|your|very") { at += 1 }
    if at < range.upperBound, context.isOne(at, of: "the|our|your|very") { at += 1 }
    guard at + 1 < range.upperBound else { return false }
    if context.folded(at) == "day", context.isOne(at + 1, of: "one|1") { return isWhole(at + 2, range) }
    return context.folded(at) == "first" && context.folded(at + 1) == "day" && isWhole(at + 2, range)
  }

  /// "From the [very] start", "from the beginning of the term"; not "from the start of the second year".
  private func isBeginning(_ token: Int, _ range: Range<Int>) -> Bool {
    guard context.isOne(token, of: "from|at|since|on"), !isCounted(from: token) else { return false }
    var at = token + 1
    while at < range.upperBound, at < token + 4, context.isOne(at, of: "the|very|contract|order|subscription|term") {
      at += 1
    }
    guard at > token + 1, at < range.upperBound, context.isOne(at, of: Self.beginnings) else { return false }
    // "At the start" alone may say that it is paid out in one sum.
    if context.folded(token) == "at", at + 1 >= range.upperBound || context.folded(at + 1) != "of" { return false }
    if at + 1 < range.upperBound, context.folded(at + 1) == "date" { at += 1 }
    return isWhole(at + 1, range)
  }

  /// "As soon as you sign", "the moment we have signed", "the day the contract is signed".
  private func isSigned(_ token: Int, _ range: Range<Int>) -> Bool {
    let isSoon =
      context.folded(token) == "soon" && token + 1 < range.upperBound && context.folded(token + 1) == "as"
    guard isSoon || context.isOne(token, of: "moment|minute|day|second|instant") && before(token) == "the" else {
      return false
    }
    let behind = (token + 1)..<min(token + 8, range.upperBound)
    return behind.contains { context.isOne($0, of: "sign|signs|signed|countersigned|countersign") }
  }

  /// "Right away", "available immediately"; "lapses immediately" says something else.
  private func isNow(_ token: Int, _ range: Range<Int>) -> Bool {
    switch context.folded(token) {
    case "away": return context.isOne(max(0, token - 1), of: "right|straight")
    case "immediately", "instantly":
      return token > range.lowerBound
        && context.isOne(token - 1, of: "available|usable|start|starts|starting|ready|begin")
    default: return false
    }
  }

  private func before(_ token: Int) -> String { token > 0 ? context.folded(token - 1) : "" }

  /// "12 months from the start": the beginning of a length, and not of the grant.
  private func isCounted(from token: Int) -> Bool {
    context.values.contains { value in
      guard case .duration = value.value else { return false }
      return value.tokens.upperBound == token || value.tokens.upperBound == token - 1
    }
  }

  /// Nothing follows that makes it the start of a part only: "of year two", "of 2027".
  private func isWhole(_ token: Int, _ range: Range<Int>) -> Bool {
    guard token < range.upperBound, context.folded(token) == "of" else { return true }
    return (token + 1..<min(token + 4, range.upperBound)).contains { context.isOne($0, of: Self.wholes) }
  }

  // MARK: Months

  /// "From February 2026 [on]", "starting in Feb 2026": from its first day on.
  func month(in range: Range<Int>, besides statements: [TimeStatement]) -> TimeStatement? {
    for value in context.values(in: range) {
      guard case .date(let date) = value.value, let year = date.year, let month = date.month, date.day == nil,
        !statements.contains(where: { $0.tokens.overlaps(value.tokens) })
      else { continue }
      var at = value.tokens.lowerBound - 1
      if at > range.lowerBound, context.isOne(at, of: "in|of|the|early") { at -= 1 }
      guard at >= range.lowerBound,
        context.isOne(at, of: "from|starting|starts|start|beginning|begins|begin|since|effective|as"),
        !isCounted(from: at)
      else { continue }
      let first = DateValue(year: year, month: month, day: 1)
      return TimeStatement(role: .start, point: .date(first), period: nil, tokens: at..<value.tokens.upperBound)
    }
    return nil
  }

  /// "Also after July 2026", "beyond 31 July 2026": it must still be there on the day behind.
  func later(in range: Range<Int>) -> (day: CalendarDate, tokens: Range<Int>)? {
    for value in context.values(in: range) {
      guard case .date(let date) = value.value, let year = date.year, let month = date.month else { continue }
      let at = value.tokens.lowerBound - 1
      guard at >= range.lowerBound else { continue }
      let isStill = at > range.lowerBound && context.isOne(at - 1, of: "also|even|still|well|usable|valid")
      guard context.isOne(at, of: "beyond|past") || context.folded(at) == "after" && isStill else { continue }
      let last = CalendarDate(year: year, month: month, day: date.day ?? CalendarDate.days(inMonth: month, of: year))
      guard let last else { continue }
      let start = context.folded(at) == "after" ? at - 1 : at
      return (last.adding(days: 1), start..<value.tokens.upperBound)
    }
    return nil
  }
}
