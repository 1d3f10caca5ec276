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
