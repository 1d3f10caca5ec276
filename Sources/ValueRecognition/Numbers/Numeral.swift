// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
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
  /// `five (5%) percent`: the figures in the bracket have the sign.
  var hasPercentSign = false

  struct Doubt: Hashable {
    var grouped: Decimal
    var decimal: Decimal
    var isPoint: Bool
    var endsInZero: Bool
  }
}
