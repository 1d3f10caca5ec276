// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Months that a clause names and asks no fee for: "no subscription fees for March, April and May 2026".
struct FreeMonths {
  let context: DocumentContext

  struct List {
    var count: Int
    var tokens: Range<Int>
  }

  private static let fees: WordSet = [
    "fee", "fees", "charges", "charged", "invoiced", "billed", "invoice", "pay", "pays", "payment", "waived", "waives",
    "price", "bill", "months", "month",
  ]
  private static let separators: WordSet = [",", "and", "&", "to", "until", "through", "till", "-", "–"]

  /// The one list of months in a sentence that speaks of fees; nil where other dates stand there.
  func counted(in sentence: Range<Int>) -> List? {
    guard sentence.count <= 60, sentence.contains(where: { context.isOne($0, of: Self.fees) }) else { return nil }
    var months: [(token: Int, number: Int)] = []
    for token in sentence where context.isCapitalised(token) {
      if let number = MonthNames.number(context.folded(token)) { months.append((token, number)) }
    }
    guard let first = months.first, let last = months.last, (1...6).contains(months.count),
      first.token > sentence.lowerBound + 1, isIntroduced(first.token),
      months.allSatisfy({ isWithoutDay($0.token) }), last.token + 1 < sentence.upperBound,
      context.stream.tokens[last.token + 1].tokenClass == .number
    else { return nil }
    let between = (first.token..<last.token).filter { token in !months.contains { $0.token == token } }
    guard
      between.allSatisfy({
        context.isOne($0, of: Self.separators) || context.stream.tokens[$0].tokenClass == .number
      })
    else { return nil }
    let span = (last.number - first.number + 12) % 12 + 1
    // Each is named, or the first and the last of them.
    let isRange = months.count == 2 && between.contains { context.isOne($0, of: "to|until|through|till|-|–") }
    guard isRange || months.count == span else { return nil }
    return List(count: span, tokens: first.token..<(last.token + 2))
  }

  /// "For March", "in the months of March"; not "before the end of March".
  private func isIntroduced(_ token: Int) -> Bool {
    if context.isOne(token - 1, of: "for|in|during") { return true }
    return context.folded(token - 1) == "of" && context.isOne(token - 2, of: "month|months")
  }

  private func isWithoutDay(_ token: Int) -> Bool {
    context.stream.tokens[token - 1].tokenClass != .number
      && !(token + 1 < context.stream.count && context.stream.tokens[token + 1].tokenClass == .number
        && context.stream.tokens[token + 1].range.count < 4)
  }
}
