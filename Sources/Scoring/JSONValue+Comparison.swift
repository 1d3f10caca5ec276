// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationSubset
import InventoryModel

extension JSONValue {
  /// The value at the end of a path of members; null where there is none.
  func at(_ path: String...) -> JSONValue { path.reduce(self) { $0[$1] ?? .null } }

  /// Whether the object has the member, even as null.
  func states(_ key: String) -> Bool { self[key] != nil }

  /// Equal; numbers to four places.
  func isSame(_ other: JSONValue) -> Bool {
    guard let a = decimal, let b = other.decimal else { return self == other }
    let difference = a - b
    return (difference < 0 ? -difference : difference) < Self.halfOfFourthPlace
  }

  private static let halfOfFourthPlace = Decimal(sign: .plus, exponent: -5, significand: 5)

  /// The same day, the day before or the day after; two that are no days are the same.
  func isSameDay(_ other: JSONValue) -> Bool {
    let (a, b) = (text.flatMap { CalendarDate(iso: $0) }, other.text.flatMap { CalendarDate(iso: $0) })
    guard let a, let b else { return a == b }
    return abs(a.dayNumber - b.dayNumber) <= 1
  }
}

/// Text of which only letters and digits count.
enum FoldedText {
  static func of(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    for scalar in text.lowercased().unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil { folded += Array(String(scalar).utf8) }
    }
    return folded
  }

  static func contains(_ text: [UInt8], _ part: some Collection<UInt8>) -> Bool {
    guard let first = part.first, text.count >= part.count else { return part.isEmpty }
    return (0...(text.count - part.count)).contains { text[$0] == first && text[$0...].starts(with: part) }
  }
}
