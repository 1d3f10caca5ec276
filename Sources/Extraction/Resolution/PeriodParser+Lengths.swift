// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Stretches by their length and the day that they are counted from: `the first three months of the Order Term`, `six months
/// starting with May 2031`, `the same six months`.
extension TimeParser {
  /// `first three (3) months of the Order Term`, `first ninety days following go-live`.
  func firstPart(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    let word = passage.word(token)
    let isLast = word == "last" || word == "final"
    guard isLast || word == "first" || word == "initial", let (duration, at) = length(at: token + 1) else { return nil }
    if passage.word(at) == "of", let whole = period(at: at + 1, depth: depth + 1) {
      return (isLast ? .last(duration, of: whole.value) : .first(duration, of: whole.value), whole.end)
    }
    if !isLast, passage.isOne(at, of: "after|from|following|of"),
      let base = point(at: at + 1, depth: depth + 1)
    {
      return (.duration(duration, from: base.value), base.end)
    }
    // "the first twelve months that follow the Go-Live Date"
    if !isLast, passage.has(["that|which", "follow|follows"], at: at) {
      return point(at: at + 2, depth: depth + 1).map { (.duration(duration, from: $0.value), $0.end) }
    }
    // "the first six months of the Extension Period": of what nothing tells.
    if passage.word(at) == "of" {
      return runningThing(at: at + 1).map { (isLast ? .last(duration, of: .term) : .first(duration, of: .term), $0) }
    }
    return isLast ? (.last(duration, of: .term), at) : (.first(duration, of: .term), at)
  }

  /// `what is left of the calendar year 2031 on the Start Date`, `the remainder of Contract Year 1 from 1 May 2031`.
  func restOf(at token: Int, depth: Int) -> Parsed<TimePeriod>? {
    let width =
      passage.has(["what", "is|remains", "left", "of"], at: token)
      ? 4
      : passage.has(["what", "remains", "of"], at: token)
        ? 3 : passage.has(["remainder|rest|balance|remaining", "of|part"], at: token) ? 2 : 0
    guard width > 0,
      let whole = period(at: passage.word(token + width) == "of" ? token + width + 1 : token + width, depth: depth + 1),
      passage.isOne(whole.end, of: "on|from|after|as")
    else { return nil }
    let at = passage.has(["as", "of|from|at"], at: whole.end) ? whole.end + 2 : whole.end + 1
    guard let first = point(at: at, depth: depth + 1) else { return nil }
    return (.between(first.value, .endOf(whole.value)), first.end)
  }

  /// `nine calendar months of which April 2026 is the first`, `six months starting with May 2031`.
  func countedMonths(at token: Int) -> Parsed<TimePeriod>? {
    guard let value = passage.value(at: token), case .duration(let length) = value.value, length.unit != .hour else {
      return nil
    }
    let at = value.tokens.upperBound
    if let from = countedFrom(at) { return (.duration(length, from: from.value), from.end) }
    if let until = countedUntil(at) {
      return (.last(length, of: .between(.startOf(.term), until.value)), until.end)
    }
    if let follows = following(length, at: at) { return follows }
    guard length.unit == .month else { return nil }
    if passage.has(["of", "which"], at: at), let first = monthStart(at: at + 2),
      passage.has(["is|being|forms", "the", "first"], at: first.end)
    {
      return (.duration(length, from: first.value), first.end + 3)
    }
    guard
      passage.has(["starting|beginning|commencing|that|which", "with|in|from|start|begin|open"], at: at),
      let first = monthStart(at: passage.isOne(at + 2, of: "with|in") ? at + 3 : at + 2)
    else { return nil }
    return (.duration(length, from: first.value), first.end)
  }

  /// `commencing on the Effective Date`, `, counted from 1 May 2031`, `which begin with it`: the day that a length runs
  /// from.
  func countedFrom(_ token: Int) -> Parsed<TimePoint>? {
    var at = passage.word(token) == "," ? token + 1 : token
    if passage.isOne(at, of: "that|which") { at += 1 }
    guard Self.running.contains(passage.word(at)) else { return nil }
    at += 1
    guard passage.isOne(at, of: "on|from|with|at|as") else { return nil }
    at += passage.has(["as", "of|from"], at: at) ? 2 : 1
    return point(at: at) ?? monthStart(at: at)
  }

  /// `ending on 30 June 2031`, `that close on the End Date`: the day that a length runs up to.
  private func countedUntil(_ token: Int) -> Parsed<TimePoint>? {
    let at = passage.isOne(token, of: "that|which") ? token + 1 : token
    guard passage.has(["ending|closing|expiring|finishing|end|ends|close|closes|expire|finish", "on|with|at"], at: at)
    else { return nil }
    return point(at: at + 2)
  }

  /// `the twelve months that follow the Pilot Period`: behind a stretch that the document names.
  private func following(_ length: CalendarDuration, at token: Int) -> Parsed<TimePeriod>? {
    let width =
      passage.has(["that|which", "follow|follows"], at: token)
      ? 2 : passage.isOne(token, of: "after|following") ? 1 : 0
    guard width > 0, let whole = namedPeriod(at: skipArticle(token + width), inAnyCase: true) else { return nil }
    return (.duration(length, from: .shifted(1, .endOf(whole.value))), whole.end)
  }

  /// `the same six months`, `those twelve months`: the stretch of that length that was named just before.
  func sameLength(at token: Int) -> Parsed<TimePeriod>? {
    let at = passage.isOne(token, of: "those|these") ? token + 1 : token
    guard let antecedentPeriod, at > token || passage.word(token - 1) == "same",
      let (length, end) = length(at: at), length.months != nil
    else { return nil }
    switch antecedentPeriod {
    case .first(let own, _), .last(let own, _), .duration(let own, _):
      return own == length ? (antecedentPeriod, end) : nil
    case .contractYears(let first, let last):
      return length.months == Decimal(12 * (last - first + 1)) ? (antecedentPeriod, end) : nil
    default: return nil
    }
  }

  private static let running: WordSet = [
    "starting", "beginning", "commencing", "counted", "counting", "reckoned", "running", "measured", "start", "starts",
    "begin", "begins", "commence", "commences", "run", "runs", "calculated", "computed", "dating",
  ]
}
