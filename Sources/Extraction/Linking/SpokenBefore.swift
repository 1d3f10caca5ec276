// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// The time that the sentence before named, where this one only points at it: `The fund opens on the Effective Date. It is
/// closed eighteen months after that date.`
struct SpokenBefore {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  func time(for sentence: Range<Int>, _ passage: PassageText, depth: Int = 0) -> TimeStatement? {
    guard depth < 3, sentence.count <= 60, sentence.lowerBound > 0 else { return nil }
    let isOfIssue = sentence.contains { countsFromIssue($0, passage) }
    guard isOfIssue || sentence.contains(where: { points($0, passage) }) else { return nil }
    let before = context.sentence(of: sentence.lowerBound - 1)
    guard before.count <= 80, before.upperBound == sentence.lowerBound,
      context.stream.block(of: before.lowerBound) == context.stream.block(of: sentence.lowerBound)
    else { return nil }
    let passage = PassageText(context, before)
    if isOfIssue, !before.contains(where: { TimeFinder.giving.contains(passage.word($0)) }) { return nil }
    var finder = TimeFinder(passage, knowledge: knowledge)
    finder.recall(time(for: before, passage, depth: depth + 1))
    if let said = finder.allStatements(in: before).last?.statement {
      // "The first has begun, the pilot ends on 15 December. Until then …": the day that was named last.
      guard sentence.contains(where: { passage.context.folded($0) == "then" }), let day = day(in: before, finder),
        context.dates(in: day.tokens).count == 1, day.tokens.lowerBound >= said.tokens.upperBound
      else { return said }
      return day
    }
    if let day = day(in: before, finder) { return day }
    // "On 1 May Supplier opens a fund. It pays for signs. The fund is open for nine months from that day."
    guard depth == 0, before.lowerBound > 0, !isOfIssue else { return nil }
    let first = context.sentence(of: before.lowerBound - 1)
    guard first.count <= 80, first.upperBound == before.lowerBound,
      context.stream.block(of: first.lowerBound) == context.stream.block(of: before.lowerBound)
    else { return nil }
    let earlier = TimeFinder(PassageText(context, first), knowledge: knowledge)
    return earlier.allStatements(in: first).last?.statement ?? day(in: first, earlier)
  }

  /// A day alone: "It is mailed on the first day of the subscription".
  private func day(in sentence: Range<Int>, _ finder: TimeFinder) -> TimeStatement? {
    if let date = context.values(in: sentence).last(where: { value in
      if case .date(let date) = value.value { date.date != nil } else { false }
    }), case .date(let day) = date.value {
      return finder.make(.start, point: .date(day), date.tokens.lowerBound, date.tokens.upperBound)
    }
    for token in sentence.reversed() where !finder.passage.word(token).isEmpty {
      guard let point = finder.parser.point(at: token) else { continue }
      if case .anchor("unknown") = point.value { continue }
      return finder.make(.start, point: point.value, token, point.end)
    }
    return nil
  }

  private func points(_ token: Int, _ passage: PassageText) -> Bool {
    switch passage.word(token) {
    case "that", "such", "said", "this":
      passage.isOne(token + 1, of: "date|day|time|year|period|half|quarter")
    case "same", "those", "these":
      passage.value(at: token + 1).map { if case .duration = $0.value { true } else { false } } ?? false
    case "thereafter", "afterwards", "then", "later", "hence": true
    case "it": passage.isOne(token - 1, of: "from|with|after")
    case "day":
      passage.has(["of", "the", "second|third|fourth|fifth"], at: token + 1)
        && !passage.isOne(token + 4, of: "contract|year|month|quarter|half|order|subscription")
    default: false
    }
  }

  /// "for a year from issue", "ten months after they were loaded": from the day on which the sentence before has it given.
  private func countsFromIssue(_ token: Int, _ passage: PassageText) -> Bool {
    passage.isOne(token, of: "from|after|of|since|following")
      && TimeParser.issueWords(passage, at: token + 1) != nil
  }
}
