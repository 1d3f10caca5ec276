// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Numbers behind the word that names a document.
extension DocumentTitle {
  func isNumbered(_ token: Int, _ limit: Int) -> Bool {
    var at = token
    while at < limit, context.isOne(at, of: "no|nr|number|.|#|:") { at += 1 }
    guard let number = OrderNumbers.number(at: at, limit: limit, in: context) else { return false }
    // `RO/5/2031`: letters before it make no date of it.
    let isLettered = number.text.utf8.prefix(2).allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    return number.text.utf8.count >= 4 && (isLettered || context.dates(in: at..<number.end).isEmpty)
  }

  /// `ORDER No. 7/B`: nothing but the word and a short number.
  func isShortNumber(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound + 1
    guard at < range.upperBound, context.isOne(at, of: "no|nr|number|#") else { return false }
    while at < range.upperBound, context.isOne(at, of: "no|nr|number|.|#") { at += 1 }
    guard let number = OrderNumbers.number(at: at, limit: range.upperBound, in: context) else { return false }
    return number.end == range.upperBound
  }
}
