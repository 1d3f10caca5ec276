// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

extension Decimal {
  /// The number as an integer, nil where it has a fraction or is out of range.
  var wholeNumber: Int? {
    guard self >= -1_000_000_000, self <= 1_000_000_000 else { return nil }
    guard let integer = Int(description) else { return nil }
    return integer
  }

  /// To the cent, half away from zero.
  var roundedToCents: Decimal {
    let parts = (self * 100).description.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let whole = Decimal(string: String(parts[0])) else { return self }
    guard let digit = parts[1].utf8.first, digit >= UInt8(ascii: "5") else { return whole / 100 }
    return (whole + (self < 0 ? -1 : 1)) / 100
  }
}
