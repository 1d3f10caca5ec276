// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

/// How a document writes decimals.
public enum NumberConvention: Sendable, Hashable {
  /// `1,250.00`; also Swiss `1'250.00` and Indian `12,34,567.00`.
  case point
  /// `1.250,00`.
  case comma
  case unknown
}

/// What a run of digits with separators can mean.
enum Figure: Hashable {
  case exact(Decimal)
  /// One separator with three digits behind it: thousands, or a decimal of three places.
  case either(grouped: Decimal, decimal: Decimal, isPoint: Bool, endsInZero: Bool)
  /// `1.000.00`: one sign for thousands and decimals; no number but beside a currency.
  case irregular(Decimal)
  /// A section, version, list or anything else that is no number.
  case none
}

/// Reads figures: US, European, Swiss and Indian grouping. Linear in their length; figures of more than 30 digits are none.
enum FigureShape {
  enum Separator: UInt8 { case comma, point, apostrophe }

  /// Digits and separators of a figure, read in one pass.
  struct Parts {
    var digits: [UInt8] = []
    /// Separators with the number of digits before each.
    var separators: [(kind: Separator, at: Int)] = []
  }

  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Figure {
    if bytes.count <= 15, let small = small(bytes) { return .exact(Decimal(small)) }
    if bytes.count <= 16, let figure = withOneSeparator(bytes) { return figure }
    guard let parts = parts(bytes) else { return .none }
    return figure(parts)
  }

  private static func small(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// A figure with one comma or point, as most others are: read without lists of its parts. Nil for any other.
  private static func withOneSeparator(_ bytes: UnsafeBufferPointer<UInt8>) -> Figure? {
    var value = 0
    var separator: Int?
    for (index, byte) in bytes.enumerated() {
      if byte &- 0x30 < 10 {
        value = value * 10 + Int(byte - 0x30)
      } else if separator == nil, byte == 0x2C || byte == 0x2E {
        separator = index
      } else {
        return nil
      }
    }
    guard let at = separator else { return nil }
    let tail = bytes.count - at - 1
    var (places, bare) = (tail, value)
    while places > 0, bare % 10 == 0 {
      bare /= 10
      places -= 1
    }
    let decimal =
      places == 0 ? Decimal(bare) : Decimal(sign: .plus, exponent: -places, significand: Decimal(bare))
    guard tail == 3, at <= 3, at > 0, bytes[0] != 0x30 else { return .exact(decimal) }
    return .either(grouped: Decimal(value), decimal: decimal, isPoint: bytes[at] == 0x2E, endsInZero: value % 10 == 0)
  }

  static func parts(_ bytes: UnsafeBufferPointer<UInt8>) -> Parts? {
    guard bytes.count <= 60 else { return nil }
    var parts = Parts()
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case 0x30...0x39: parts.digits.append(bytes[i])
      case 0x2C: parts.separators.append((.comma, parts.digits.count))
      case 0x2E: parts.separators.append((.point, parts.digits.count))
      case 0x27: parts.separators.append((.apostrophe, parts.digits.count))
      default:
        parts.separators.append((.apostrophe, parts.digits.count))
        i += 2
      }
      i += 1
    }
    return parts.digits.count <= 30 ? parts : nil
  }

  static func figure(_ parts: Parts) -> Figure {
    let separators = parts.separators
    guard let last = separators.last else { return .exact(decimal(parts.digits, places: 0)) }
    let tail = parts.digits.count - last.at
    let sameKind = separators.allSatisfy { $0.kind == last.kind }
    if sameKind {
      if separators.count == 1, last.kind != .apostrophe { return single(parts, last, tail: tail) }
      if isGrouped(separators, count: parts.digits.count, allowIndian: last.kind == .comma) {
        return .exact(decimal(parts.digits, places: 0))
      }
      let groups = Array(separators.dropLast())
      return tail == 2 && last.kind != .apostrophe && isGrouped(groups, count: last.at, allowIndian: false)
        ? .irregular(decimal(parts.digits, places: 2)) : .none
    }
    // Two kinds: the last separates decimals, the others group.
    let groups = Array(separators.dropLast())
    guard last.kind != .apostrophe, let kind = groups.first?.kind, kind != last.kind,
      groups.allSatisfy({ $0.kind == kind }), isGrouped(groups, count: last.at, allowIndian: kind == .comma)
    else { return .none }
    return .exact(decimal(parts.digits, places: tail))
  }

  private static func single(_ parts: Parts, _ separator: (kind: Separator, at: Int), tail: Int) -> Figure {
    let value = decimal(parts.digits, places: tail)
    guard tail == 3, separator.at <= 3, parts.digits.first != 0x30 else { return .exact(value) }
    return .either(
      grouped: decimal(parts.digits, places: 0), decimal: value, isPoint: separator.kind == .point,
      endsInZero: parts.digits.last == 0x30)
  }

  /// Groups of three behind a first of one to three; Indian: the last of three, the others of two.
  static func isGrouped(_ separators: [(kind: Separator, at: Int)], count: Int, allowIndian: Bool) -> Bool {
    guard let first = separators.first, let last = separators.last, first.at >= 1, first.at <= 3, count - last.at == 3
    else { return false }
    var western = true
    var indian = allowIndian && first.at <= 2
    for (a, b) in zip(separators, separators.dropFirst()) {
      if b.at - a.at != 3 { western = false }
      if b.at - a.at != 2 { indian = false }
    }
    return western || indian
  }

  /// Digits with so many decimal places, without zeros at the end of those.
  static func decimal(_ digits: [UInt8], places: Int) -> Decimal {
    var digits = digits[...]
    var places = places
    while places > 0, digits.last == 0x30 {
      digits.removeLast()
      places -= 1
    }
    var value = Decimal(0)
    var chunk = 0
    var length = 0
    for digit in digits {
      chunk = chunk * 10 + Int(digit - 0x30)
      length += 1
      if length == 15, digits.count > 15 {
        value = value * Decimal.tens(15) + Decimal(chunk)
        (chunk, length) = (0, 0)
      }
    }
    if digits.count <= 15 {
      value = Decimal(chunk)
    } else if length > 0 {
      value = value * Decimal.tens(length) + Decimal(chunk)
    }
    return places == 0 ? value : Decimal(sign: .plus, exponent: -places, significand: value)
  }
}

extension Decimal {
  /// A power of ten.
  static func tens(_ exponent: Int) -> Decimal { Decimal(sign: .plus, exponent: exponent, significand: 1) }

  /// No digits behind its decimal sign but zeros; true of all that recognisers make without decimal places.
  var isWhole: Bool { exponent >= 0 }
}
