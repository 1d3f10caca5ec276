// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Periods that a document gives a name of its own: `"Redemption Window" means the period from … to …`,
/// `1 May 2031 to 30 April 2032 (the "Benefit Period")`.
struct SpokenPeriods {
  let context: DocumentContext

  private static let last: WordSet = ["period", "window", "phase", "timeframe", "span"]
  private static let verbs: WordSet = ["means", "is", "mean", "be", "runs", "lasts", "covers", "extends", "comprises"]

  /// The period that a quoted name stands for; nil where it names none.
  func period(named range: Range<Int>, _ knowledge: DocumentKnowledge) -> TimePeriod? {
    guard Self.last.contains(context.folded(range.upperBound - 1)) else { return nil }
    let sentence = context.sentence(of: range.lowerBound)
    func finder() -> TimeFinder { TimeFinder(PassageText(context, near(range, sentence)), knowledge: knowledge) }
    if let open = DefinitionReader(context: context).opening(before: range.lowerBound), open >= sentence.lowerBound {
      let before = max(sentence.lowerBound, open - 24)..<open
      guard mayTellTime(before) else { return nil }
      return finder().statements(in: before).last { $0.tokens.upperBound >= open - 1 }.flatMap(span)
    }
    let behind = range.upperBound..<min(sentence.upperBound, range.upperBound + 3)
    guard let verb = behind.first(where: { Self.verbs.contains(context.folded($0)) }) else { return nil }
    let rest = (verb + 1)..<max(verb + 1, min(sentence.upperBound, verb + 32))
    guard mayTellTime(rest) else { return nil }
    let finder = finder()
    if let period = finder.parser.period(at: rest.lowerBound) { return period.value }
    return finder.statements(in: rest).first.flatMap(span)
  }

  /// Most definitions of agreements tell no time: asked before words are spelled out.
  private func mayTellTime(_ range: Range<Int>) -> Bool {
    !context.values(in: range).isEmpty || context.firstIndex(of: "year", in: range) != nil
      || context.firstIndex(of: "years", in: range) != nil
      || context.names(in: range).contains { $0.list == "anchor" }
  }

  private func near(_ range: Range<Int>, _ sentence: Range<Int>) -> Range<Int> {
    sentence.clamped(to: max(0, range.lowerBound - 40)..<(range.upperBound + 40))
  }

  private func span(_ statement: TimeStatement) -> TimePeriod? {
    if let period = statement.period {
      // A length alone says nothing of when it runs.
      if case .duration(_, nil) = period { return nil }
      return period
    }
    guard statement.role == .end, let point = statement.point else { return nil }
    return .between(.startOf(.term), point)
  }
}
