// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Words and figures that disagree ("eighteen (12) months"), wherever they stand: whatever was made of them, the
/// document has two readings there.
struct ValueProblems {
  let context: DocumentContext

  /// Adds those that no grant has told of yet, in text order.
  func append(to problems: inout [Problem]) {
    var known = problems.filter { $0.code == .wordsAndFiguresDisagree }
    var end = 0
    for value in context.values
    where value.problems.contains(.wordsAndFiguresDisagree) && value.tokens.lowerBound >= end {
      end = value.tokens.upperBound
      let text = context.text(value.tokens)
      let page = context.page(of: value.tokens.lowerBound)
      guard !known.contains(where: { $0.page == page && $0.message.contains(text) }) else { continue }
      let problem = Problem(.wordsAndFiguresDisagree, "\(text): words and figures disagree", page: page)
      known.append(problem)
      problems.append(problem)
    }
  }
}
