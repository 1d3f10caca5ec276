// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import ValueRecognition

/// The stretch by which a document makes a term longer: "the term, which was to end on 31 May 2031, is extended until 31
/// May 2032", "is prolonged by twelve months"; grants may be for "the extension" alone.
struct TermExtensions {
  let context: DocumentContext

  private static let verbs: WordSet = ["extended", "prolonged", "lengthened", "extends", "prolongs", "extension"]
  private static let names = [
    "extension", "extension period", "extension term", "extended term", "extended period", "prolongation",
    "prolonged term", "prolonged period", "extended subscription term", "prolongation period", "additional term",
  ]
  private static let reach = 1500

  func read(into knowledge: inout DocumentKnowledge) {
    guard let end = knowledge.anchors["term_end"] else { return }
    let head = 0..<min(context.stream.count, Self.reach)
    for token in head where context.isOne(token, of: Self.verbs) {
      let sentence = context.sentence(of: token).clamped(to: max(0, token - 60)..<min(context.stream.count, token + 60))
      guard let former = former(in: sentence, verb: token, end) else { continue }
      let span = TimePeriod.between(.date(DateValue(former.adding(days: 1))), .date(DateValue(end)))
      for name in Self.names where knowledge.namedPeriods[name] == nil { knowledge.namedPeriods[name] = span }
      return
    }
  }

  /// The last day before: as the sentence gives it, else the new one less the length that is added.
  private func former(in sentence: Range<Int>, verb: Int, _ end: CalendarDate) -> CalendarDate? {
    let days = context.dates(in: sentence).map(\.date)
    if days.contains(end),
      let former = days.filter({ $0 < end && ($0.adding(days: 1).months(through: end) ?? 0) > 0 }).max()
    {
      return former
    }
    let length = context.durations(in: verb..<min(sentence.upperBound, verb + 8)).first
    guard let length, context.folded(length.tokens.lowerBound - 1) == "by",
      let months = length.duration.months?.wholeNumber,
      months > 0
    else { return nil }
    return end.adding(days: 1).adding(months: -months).adding(days: -1)
  }
}
