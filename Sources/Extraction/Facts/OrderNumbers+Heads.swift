// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// Numbers that stand at the head of a paper without a word that introduces them.
extension OrderNumbers {
  private static let changing: WordSet = [
    "amending", "varying", "changing", "supplementing", "renewing", "replacing", "adding", "amends", "replaces",
    "renews",
    "previous", "formerly",
  ]

  /// `K-5567123, amending Order Form K-118`, `K-5567123 (previous order form: K-118)`: a code that opens a line, before
  /// the number of what it changes.
  func codeBefore(_ range: Range<Int>) -> String? {
    guard range.count <= 24, let number = Self.number(at: range.lowerBound, limit: range.upperBound, in: context),
      number.end + 2 < range.upperBound, context.isOne(number.end, of: ",|(|-|–"),
      context.isOne(number.end + 1, of: Self.changing), let code = bareCode(range.lowerBound..<number.end)
    else { return nil }
    return code
  }

  /// `K-5567123 | Quill Works Ltd, 5 Dock Road`: a code that opens a line, apart from what follows by a stroke or a dot.
  func codeBeforeStroke(_ range: Range<Int>) -> String? {
    guard range.count <= 40, let number = Self.number(at: range.lowerBound, limit: range.upperBound, in: context),
      number.end < range.upperBound, ["|", "·", "•", "/"].contains(context.folded(number.end)),
      context.hasSpaceBefore(number.end)
    else { return nil }
    return bareCode(range.lowerBound..<number.end)
  }

  /// A cell at the head of the page that holds nothing but a number of letters and digits.
  func bareCode(_ range: Range<Int>) -> String? {
    guard range.count <= 9, let number = Self.number(at: range.lowerBound, limit: range.upperBound, in: context),
      number.end == range.upperBound, number.text.utf8.count >= 6, isCode(range),
      context.stream.tokens[range.lowerBound].tokenClass == .word,
      number.text.utf8.filter({ $0 >= 0x30 && $0 <= 0x39 }).count >= 4, number.text.utf8.contains(0x2D)
    else { return nil }
    return number.text
  }

  /// The paper is the buyer's own: `PURCHASE ORDER` over everything.
  var isPurchaseOrder: Bool {
    title.lines.prefix(8).contains { segment in
      // `Purchase order no.  HG-2611` under another title is the buyer's number on the seller's paper.
      guard segment.line == 0 && segment.tokens.count <= 12 || segment.line < 4 && segment.tokens.count == 2 else {
        return false
      }
      let words = context.words(segment.tokens)
      guard let at = words.firstIndex(where: { ["purchase", "procurement"].contains($0) }) else { return false }
      return words[safe: at + 1] == "order" && context.isCapitalised(segment.tokens.lowerBound + at)
    }
  }

  /// `PO Number: 4500098123`, `Purchase Order PO-2231-C`: of the buyer's paper the number that other papers only quote.
  func purchaseNumber(except amended: Set<String>) -> String? {
    let limit = min(context.stream.count, 300)
    for token in 0..<limit {
      var at = token + 1
      if context.isOne(token, of: "purchase") {
        guard at < limit, context.isOne(at, of: "order") else { continue }
        at += 1
      } else if !context.isOne(token, of: "po") || at < limit && !context.hasSpaceBefore(at) && context.isWord(at) {
        continue
      }
      while at < limit, context.isOne(at, of: "no|nr|number|#|.|:|order") { at += 1 }
      guard at < limit, let number = Self.number(at: at, limit: limit, in: context), number.text.utf8.count >= 4,
        !amended.contains(number.text), isCode(at..<number.end)
      else { continue }
      return number.text
    }
    return nil
  }

  /// `Number` over 260 in a table: how many, not which.
  func isCount(_ text: String, under label: Label) -> Bool {
    label.name.count == 1 && context.folded(label.name.lowerBound) == "number" && text.utf8.count < 4
      && Int(text) != nil
  }
}
