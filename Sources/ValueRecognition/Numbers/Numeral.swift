// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// A number as it is said: words, figures, or words with figures in brackets, once.
struct Numeral {
  var tokens: Range<Int>
  var value: Decimal
  var isWords = false
  var hasScale = false
  /// The other reading of a figure with one separator and three digits behind it.
  var doubt: Doubt?
  var problems: [Problem.Code] = []
  /// What the figures in the bracket say where they disagree with the words, or the other reading of a figure.
  var other: Decimal?
  /// A space between thousands and two decimals: written as money is.
  var isSpacedMoney = false
  /// `five (5%) percent`: the figures in the bracket have the sign.
  var hasPercentSign = false

  mutating func doubt(_ code: Problem.Code, other value: Decimal) {
    if !problems.contains(code) { problems.append(code) }
    other = value
  }

  /// The doubt, where nothing has decided it.
  var openDoubt: Doubt? { doubt?.isSettled == true ? nil : doubt }

  mutating func clearDoubt() {
    doubt = nil
    guard problems.contains(.ambiguousNumber) else { return }
    problems.removeAll { $0 == .ambiguousNumber }
    other = nil
  }

  struct Doubt: Hashable {
    var grouped: Decimal
    var decimal: Decimal
    var isPoint: Bool
    var endsInZero: Bool
    /// The document's other figures decided.
    var isSettled = false
    /// `10.000`: as a decimal it would be a whole number.
    var isRound: Bool { decimal.isWhole }
  }
}
