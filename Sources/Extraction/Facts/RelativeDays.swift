// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Days of labels that count from another: `Billing Date: two months after the Access Date`.
struct RelativeDays {
  let context: DocumentContext

  /// By the label's words in lower case, where the other day is known.
  func read(_ labels: [Label], _ term: Term, into knowledge: inout DocumentKnowledge) {
    for label in labels where label.kind == .namedDate && label.value.count <= 16 {
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
}
