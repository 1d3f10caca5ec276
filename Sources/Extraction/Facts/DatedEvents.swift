// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// Days on which something takes place that periods are counted from: `The kick-off is on 1 May 2031`, `go-live, which
/// the parties have fixed for 1 June 2031`, `Activation: 1 May 2031`. What is only planned or hoped for is no such day.
struct DatedEvents {
  let context: DocumentContext

  private static let events: WordSet = ["go_live", "launch", "purchase", "acceptance", "invoice_date", "event"]

  /// The days by the event's words in lower case, with and without `date`; an event with two days has none.
  func read(into knowledge: inout DocumentKnowledge) {
    var found: [String: CalendarDate?] = [:]
    for name in context.names(in: 0..<context.stream.count) where name.list == "anchor" {
      guard let entry = name.entry, Self.events.contains(entry), let day = day(of: name.tokens) else { continue }
      let words = context.words(name.tokens).filter { $0 != "date" && $0 != "the" && $0 != "first" }
      let key = words.joined(separator: " ")
      if let known = found[key], known != day { found[key] = .some(nil) } else { found[key] = day }
    }
    for (name, day) in found {
      guard let day, name.utf8.count > 3, !Self.ofGrants.contains(name) else { continue }
      for key in [name, name + " date"] where knowledge.definedDates[key] == nil { knowledge.definedDates[key] = day }
    }
  }

  /// What each grant has of its own.
  private static let ofGrants: WordSet = ["purchase", "issue", "issuance", "redemption"]

  private func day(of event: Range<Int>) -> CalendarDate? {
    let sentence = context.sentence(of: event.lowerBound)
    guard sentence.count <= 80, event.upperBound <= sentence.upperBound,
      !sentence.contains(where: { context.isOne($0, of: Self.doubts) })
    else { return nil }
    let dates = context.dates(
      in: max(sentence.lowerBound, event.lowerBound - 16)..<min(sentence.upperBound, event.upperBound + 14))
    if let behind = dates.first(where: { $0.tokens.lowerBound >= event.upperBound }),
      isSaid(event.upperBound..<behind.tokens.lowerBound, before: event.lowerBound)
    {
      return behind.date
    }
    guard let before = dates.last(where: { $0.tokens.upperBound <= event.lowerBound }) else { return nil }
    let between = context.words(before.tokens.upperBound..<event.lowerBound)
    // "1 May 2031 (Invoice Date)"
    if between == ["("] || between == ["(", "the"], event.upperBound < context.stream.count,
      context.folded(event.upperBound) == ")"
    {
      return before.date
    }
    // "have agreed on 10 May 2031 as the kick-off date"
    if between.contains("as"), between.count <= 3,
      near(before.tokens.lowerBound, 5).contains(where: Self.fixing.contains)
    {
      return before.date
    }
    // "On 1 June 2031 the go-live takes place"
    let behind = context.words(event.upperBound..<min(sentence.upperBound, event.upperBound + 2))
    return between.allSatisfy { [",", "the", "(", ")"].contains($0) }
      && behind.first.map(Self.happening.contains) ?? false
      && before.tokens.lowerBound > 0 && context.isOne(before.tokens.lowerBound - 1, of: "on|at")
      ? before.date : nil
  }

  /// The words between an event and its day tell that it takes place then.
  private func isSaid(_ between: Range<Int>, before event: Int) -> Bool {
    let words = context.words(between)
    guard words.count <= 8, words.allSatisfy({ Self.links.contains($0) }) else { return false }
    let isTold = words.contains {
      Self.happening.contains($0) || Self.fixing.contains($0) || [":", "=", "means"].contains($0)
    }
    if isTold { return true }
    // "have fixed the kick-off for 1 May 2031"
    return words.count <= 2 && !words.isEmpty && near(event, 6).contains(where: Self.fixing.contains)
  }

  private func near(_ token: Int, _ count: Int) -> [String] {
    context.words(max(context.sentence(of: token).lowerBound, token - count)..<token)
  }

  private static let links: WordSet = [
    "date", "day", ":", "=", "means", "is", "was", "takes", "place", "happens", "occurs", "falls", "on", "for", "has",
    "have", "been", "fixed", "agreed", "set", "the", "that", "which", "parties", "we", "will", "be", "shall", "took",
    "of", "platform", "system", "by", "both", "and", ")", "held", "as",
    "declared", "given", "completed", "effected", "achieved", "reached", "made", "access", "data", "issued", "first",
    "year",
  ]
  private static let happening: WordSet = [
    "takes", "happens", "occurs", "falls", "is", "was", "took", "held", "will", "declared",
    "completed", "effected", "achieved", "reached", "issued",
  ]
  private static let fixing: WordSet = ["fixed", "agreed", "set", "settled", "fix", "agree", "appointed"]
  private static let doubts: WordSet = [
    "planned", "plan", "plans", "expected", "expect", "expects", "target", "targeted", "envisaged", "estimated",
    "provisional", "provisionally", "about", "approximately", "if", "unless", "latest", "probably", "intended", "hope",
    "hopes", "aims", "should", "may", "could", "would", "scheduled", "tentative",
  ]
}
