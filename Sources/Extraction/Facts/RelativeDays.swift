// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Days of labels that count from another: `Billing Date: two months after the Access Date`.
struct RelativeDays {
  let context: DocumentContext

  /// By the label's words in lower case, where the other day is known.
  func read(_ labels: [Label], _ term: Term, into knowledge: inout DocumentKnowledge) {
    let named = labels.lazy.filter { $0.kind == .namedDate }.map { (name: $0.name, value: $0.value) }
    for label in Array(named) + others() where label.value.count <= 16 {
      guard context.dates(in: label.value).isEmpty, !context.durations(in: label.value).isEmpty else { continue }
      let name = context.words(label.name).filter { $0 != ":" && $0 != "." }.joined(separator: " ")
      guard name.utf8.count > 4, knowledge.definedDates[name] == nil else { continue }
      let parser = TimeParser(passage: PassageText(context, label.value), knowledge: knowledge)
      guard let point = parser.point(at: label.value.lowerBound),
        let day = TimeResolver(term: term, knowledge: knowledge).day(point.value)
      else { continue }
      knowledge.definedDates[name] = day
    }
  }

  /// `"First Anniversary" means the first anniversary of the Start Date`, `the day that is 90 days after the Start Date
  /// (the "Cut-off")`: days of definitions that are worked out.
  func readDefinitions(_ term: Term, into knowledge: inout DocumentKnowledge) {
    guard context.isOfOrderLength else { return }
    let definitions = DefinitionReader(context: context)
    for token in context.quotes.prefix(200) {
      let near = token..<min(context.stream.count, token + 7)
      guard let close = near.first(where: { context.stream.tokens[$0].flags.contains(.quoteAfter) }) else { continue }
      let name = context.words(token..<(close + 1)).joined(separator: " ")
      guard name.utf8.count > 4, knowledge.definedDates[name] == nil, knowledge.namedPeriods[name] == nil else {
        continue
      }
      let sentence = context.sentence(of: token)
      let open = definitions.opening(before: token)
      guard isDefined(behind: close + 1) || open.map({ mayBeDay(before: $0, sentence) }) ?? false else { continue }
      let parser = TimeParser(passage: PassageText(context, sentence), knowledge: knowledge)
      guard let point = behind(close + 1, parser) ?? before(open, sentence, parser),
        let day = TimeResolver(term: term, knowledge: knowledge).day(point, asEnd: true)
      else { continue }
      knowledge.definedDates[name] = day
    }
  }

  private func isDefined(behind token: Int) -> Bool {
    (token...token + 1).contains {
      $0 < context.stream.count && context.isOne($0, of: "means|mean|is|denotes|signifies|be|=|:")
    }
  }

  /// Whether the words before a bracket may name a day that is worked out.
  private func mayBeDay(before open: Int, _ sentence: Range<Int>) -> Bool {
    let near = max(sentence.lowerBound, open - Self.reach)..<max(sentence.lowerBound, open)
    return near.contains { context.isOne($0, of: Self.days) } || !context.durations(in: near).isEmpty
  }

  private static let reach = 22
  private static let days: WordSet = ["anniversary", "day", "days", "expiry", "eve"]
  /// What such words begin with.
  private static let openings: WordSet = [
    "the", "first", "second", "third", "fourth", "fifth", "last", "day", "date", "anniversary", "end", "expiry", "a",
  ]

  private func behind(_ token: Int, _ parser: TimeParser) -> TimePoint? {
    var at = token
    if at < context.stream.count, context.isOne(at, of: "shall|will") { at += 1 }
    guard at + 1 < context.stream.count, context.isOne(at, of: "means|mean|is|denotes|signifies|be|=|:") else {
      return nil
    }
    return parser.point(at: at + 1)?.value
  }

  private func before(_ open: Int?, _ sentence: Range<Int>, _ parser: TimeParser) -> TimePoint? {
    guard let open, open > sentence.lowerBound else { return nil }
    for start in max(sentence.lowerBound, open - Self.reach)..<open
    where context.isOne(start, of: Self.openings) || parser.passage.value(at: start) != nil {
      if let point = parser.point(at: start), point.end == open, !point.value.isAnchor { return point.value }
    }
    return nil
  }

  /// `Billing Date: two months after …`, `Billing Date | two months after …`: days that no term begins with.
  private func others() -> [(name: Range<Int>, value: Range<Int>)] {
    let segments = context.headSegments
    var found: [(name: Range<Int>, value: Range<Int>)] = []
    for (index, segment) in segments.enumerated() {
      guard context.isCapitalised(segment.tokens.lowerBound),
        let last = segment.tokens.prefixRange(4).first(where: { context.isOne($0, of: "date|day") }),
        last > segment.tokens.lowerBound, context.isCapitalised(last)
      else { continue }
      let name = segment.tokens.lowerBound..<(last + 1)
      if last + 2 < segment.tokens.upperBound, context.folded(last + 1) == ":" {
        found.append((name, (last + 2)..<segment.tokens.upperBound))
      } else if last + 1 == segment.tokens.upperBound, index + 1 < segments.count,
        segments[index + 1].line == segment.line
      {
        found.append((name, segments[index + 1].tokens))
      }
    }
    return found
  }
}

extension TimePoint {
  /// A day that every order has.
  fileprivate var isAnchor: Bool { if case .anchor = self { true } else { false } }
}
