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

  /// `Number` over 260 in a table: how many, not which.
  func isCount(_ text: String, under label: Label) -> Bool {
    label.name.count == 1 && context.folded(label.name.lowerBound) == "number" && text.utf8.count < 4
      && Int(text) != nil
  }
}
