// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import ValueRecognition

/// Numbers beside a name that say how the thing is used, not how much of it there is: "in blocks of at least 4 hours",
/// "between 9 am and 5 pm", "up to 14 days in advance", "for up to 10 testers".
struct WorkingRules {
  let context: DocumentContext

  func tells(_ amount: ValueMention, of name: Range<Int>, counting unit: String?) -> Bool {
    switch amount.value {
    case .number, .quantity, .duration: break
    default: return false
    }
    return isSizeOfPiece(amount) || isAtATime(amount) || isClock(amount) || isNotice(amount)
      || isLength(amount, of: name, counting: unit) || isServiceTime(amount, of: name)
      || isForPeople(amount, of: name, counting: unit)
  }

  // MARK: Pieces

  private static let pieces: WordSet = [
    "blocks", "units", "increments", "steps", "slots", "tranches", "portions", "lots", "packs", "packages", "bundles",
    "parcels", "chunks", "multiples", "instalments", "groups", "batches", "sets", "sessions", "visits", "meetings",
    "appointments", "shifts", "stints", "block", "increment", "multiple",
  ]
  private static let limits: WordSet = [
    "at", "least", "most", "a", "minimum", "maximum", "not", "no", "less", "than", "fewer", "more", "up", "to",
  ]
  private static let sizes: WordSet = [
    "minimum", "fixed", "equal", "whole", "full", "half", "small", "smallest", "several", "such", "minimal", "multiple",
    "convenient", "consecutive",
  ]

  /// "In blocks of at least 4 hours", "the minimum booking is 4 hours"; "three blocks of 10 hours" counts blocks.
  private func isSizeOfPiece(_ amount: ValueMention) -> Bool {
    let sentence = context.sentence(of: amount.tokens.lowerBound)
    let low = max(sentence.lowerBound, amount.tokens.lowerBound - 9)
    var at = amount.tokens.lowerBound - 1
    while at > low, context.isOne(at, of: Self.limits) { at -= 1 }
    if at > low + 1, context.folded(at) == "of", context.isOne(at - 1, of: Self.pieces) {
      var before = at - 2
      while before > low, context.isOne(before, of: Self.sizes) { before -= 1 }
      return context.isOne(before, of: "in|by|into")
    }
    return isLeastBooking(at, low)
  }

  private static let bookings: WordSet = [
    "booking", "call-off", "off", "duration", "unit", "length", "visit", "engagement", "session", "billing", "charge",
  ]

  private func isLeastBooking(_ end: Int, _ low: Int) -> Bool {
    var at = end
    while at > low, context.isOne(at, of: "is|are|:|of|being|=") { at -= 1 }
    guard at > low, context.isOne(at, of: Self.bookings) else { return false }
    return (max(low, at - 3)..<at).contains { context.isOne($0, of: "minimum|smallest|shortest|least") }
  }

  private static let occasions: WordSet = [
    "visit", "booking", "session", "call-off", "request", "appointment", "meeting", "occasion", "trip", "workshop",
    "engagement",
  ]

  /// "4 hours at a time", "two days per visit"
  private func isAtATime(_ amount: ValueMention) -> Bool {
    let end = amount.tokens.upperBound
    guard end + 1 < context.stream.count else { return false }
    if context.isOne(end, of: "per|each|every"), context.isOne(end + 1, of: Self.occasions) { return isTime(amount) }
    return end + 2 < context.stream.count && context.folded(end) == "at" && context.folded(end + 1) == "a"
      && context.folded(end + 2) == "time"
  }

  // MARK: Time

  private func isTime(_ amount: ValueMention) -> Bool {
    switch amount.value {
    case .duration: true
    case .quantity(_, let unit, _): unit == "day" || unit == "hour"
    default: false
    }
  }

  /// "9 am", "17:00", "8 o'clock"
  private func isClock(_ amount: ValueMention) -> Bool {
    guard case .number(let hour) = amount.value, hour <= 24 else { return false }
    let end = amount.tokens.upperBound
    guard end < context.stream.count else { return false }
    if context.isOne(end, of: "am|pm|a.m|p.m|a.m.|p.m.|o'clock") { return true }
    guard end + 1 < context.stream.count, !context.hasSpaceBefore(end), !context.hasSpaceBefore(end + 1) else {
      return false
    }
    return context.folded(end) == ":" && context.stream.tokens[end + 1].tokenClass == .number
      && context.stream.tokens[end + 1].range.count == 2
  }

  /// "Classes last 2 days", "each lasting four hours", "sessions of 2 hours each"
  private func isLength(_ amount: ValueMention, of name: Range<Int>, counting unit: String?) -> Bool {
    let before = amount.tokens.lowerBound - 1
    guard isTime(amount), before >= 0, !name.contains(before) else { return false }
    if context.isOne(before, of: "last|lasts|lasting") { return true }
    return (unit == "session" || unit == "class") && name.upperBound <= before && context.folded(before) == "of"
  }

  /// "24 hours of support per day": when it is open.
  private func isServiceTime(_ amount: ValueMention, of name: Range<Int>) -> Bool {
    (amount.value.count ?? 25) <= 24 && context.isOne(name.upperBound - 1, of: "support|service")
      && name.lowerBound <= amount.tokens.upperBound
      && (name.upperBound..<min(name.upperBound + 3, context.stream.count)).contains {
        context.isOne($0, of: "day|daily")
      }
  }

  private static let spans: WordSet = ["day", "days", "hour", "hours", "week", "weeks", "month", "months"]

  /// "At least ten days ahead", "up to 14 days in advance", "fewer than 10 working days before the course".
  private func isNotice(_ amount: ValueMention) -> Bool {
    var end = amount.tokens.upperBound
    if case .number = amount.value {
      if end < context.stream.count, context.isOne(end, of: "working|business|calendar|full|clear") { end += 1 }
      guard end < context.stream.count, context.isOne(end, of: Self.spans) else { return false }
      end += 1
    } else if !isTime(amount) {
      return false
    }
    while end < context.stream.count, context.isOne(end, of: "'|’|s") { end += 1 }
    guard end + 1 < context.stream.count else { return false }
    if context.isOne(end, of: "ahead|prior|notice|beforehand|earlier|advance") { return true }
    if context.folded(end) == "in", context.folded(end + 1) == "advance" { return true }
    let start = amount.tokens.lowerBound
    return context.folded(end) == "before" && start > 0
      && (!isTime(amount) || context.isOne(start - 1, of: "than|least|most|to|within|of|until"))
  }

  // MARK: People

  private static let users: WordSet = [
    "users", "user", "participants", "attendees", "delegates", "learners", "people", "persons", "testers",
    "administrators", "concurrent", "named", "simultaneous",
  ]
  private static let counted: WordSet = ["class", "session", "day", "hour", "sandbox", "gb", "call", "workshop"]

  /// "A sandbox … by up to 10 testers", "sessions for up to 12 participants": how many may use one.
  private func isForPeople(_ amount: ValueMention, of name: Range<Int>, counting unit: String?) -> Bool {
    guard case .number = amount.value, let unit, Self.counted.contains(unit) else { return false }
    let end = amount.tokens.upperBound
    guard end < context.stream.count,
      context.isOne(end, of: Self.users) || FreeProducts(context: context, currency: nil).isPerson(end)
    else { return false }
    if name.upperBound <= amount.tokens.lowerBound { return true }
    // "25 participants may attend a training class"
    return name.lowerBound > end && context.isOne(name.lowerBound - 1, of: "a|an|each|any|every|one|per")
  }
}
