// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// The bytes of a text file as UTF-8, whatever encoding they came in.
enum TextDecoding {
  struct Decoded {
    var utf8: [UInt8]
    var problems: [Problem] = []
    var isBinary = false
  }

  static func decode(_ bytes: [UInt8]) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return eightBit(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, from: 2, isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, from: 2, isBigEndian: true) }
    if let isBigEndian = looksLikeUTF16(bytes) { return utf16(bytes, from: 0, isBigEndian: isBigEndian) }
    return eightBit(bytes)
  }

  /// Latin text in UTF-16 has a zero in every other byte.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
    let sample = min(bytes.count & ~1, 4096)
    guard sample >= 4 else { return nil }
    var (even, odd) = (0, 0)
    for index in stride(from: 0, to: sample, by: 2) {
      if bytes[index] == 0 { even += 1 }
      if bytes[index + 1] == 0 { odd += 1 }
    }
    let pairs = sample / 2
    if odd * 10 > pairs * 6, even * 20 < pairs { return false }
    if even * 10 > pairs * 6, odd * 20 < pairs { return true }
    return nil
  }

  private static func utf16(_ bytes: [UInt8], from start: Int, isBigEndian: Bool) -> Decoded {
    var result = Decoded(utf8: [])
    result.utf8.reserveCapacity(bytes.count / 2 + 16)
    func unit(_ index: Int) -> UInt32 {
      isBigEndian
        ? UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1]) : UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index])
    }
    var index = start
    var broken = (bytes.count - start) % 2 == 1
    while index + 1 < bytes.count {
      var scalar = unit(index)
      index += 2
      if scalar >= 0xD800, scalar < 0xDC00, index + 1 < bytes.count, (0xDC00..<0xE000).contains(unit(index)) {
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (unit(index) - 0xDC00)
        index += 2
      } else if (0xD800..<0xE000).contains(scalar) {
        scalar = 0xFFFD
        broken = true
      }
      append(scalar, to: &result.utf8)
    }
    if broken { result.problems.append(.init(.encodingDoubtful, "The UTF-16 text is damaged in places.")) }
    result.isBinary = isBinary(result.utf8)
    return result
  }

  private static func eightBit(_ bytes: [UInt8]) -> Decoded {
    var result = Decoded(utf8: bytes)
    result.isBinary = isBinary(bytes)
    if result.isBinary || isValidUTF8(bytes) { return result }
    result.utf8 = []
    result.utf8.reserveCapacity(bytes.count + bytes.count / 16)
    var undefined = 0
    for byte in bytes {
      if byte < 0x80 {
        result.utf8.append(byte)
      } else {
        let scalar = byte < 0xA0 ? windows1252[Int(byte) - 0x80] : UInt32(byte)
        if scalar == 0xFFFD { undefined += 1 }
        append(scalar, to: &result.utf8)
      }
    }
    if undefined > 0 || hasUTF8Sequences(bytes) {
      result.problems.append(
        .init(.encodingDoubtful, "The text is neither UTF-8 nor quite Windows-1252, as which it was read."))
    }
    return result
  }

  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    if bytes.allSatisfy({ $0 < 0x80 }) { return true }
    return String(validating: bytes, as: UTF8.self) != nil
  }

  /// Two-byte sequences of UTF-8 amid bytes that are not: the file mixes encodings.
  private static func hasUTF8Sequences(_ bytes: [UInt8]) -> Bool {
    var (pairs, high) = (0, 0)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 { high += 1 }
      if byte >= 0xC2, byte <= 0xEF, index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 {
        pairs += 1
        index += 1
      }
      index += 1
    }
    return pairs * 2 > high
  }

  /// Control characters that no text has.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    var control = 0
    for byte in bytes.prefix(65536) where byte < 0x20 && (byte < 0x09 || byte > 0x0D) && byte != 0x1B && byte != 0x1A {
      control += 1
    }
    return control * 50 > min(bytes.count, 65536)
  }

  static func append(_ scalar: UInt32, to utf8: inout [UInt8]) {
    switch scalar {
    case ..<0x80: utf8.append(UInt8(scalar))
    case ..<0x800:
      utf8.append(0xC0 | UInt8(scalar >> 6))
      utf8.append(0x80 | UInt8(scalar & 0x3F))
    case ..<0x10000:
      utf8.append(0xE0 | UInt8(scalar >> 12))
      utf8.append(0x80 | UInt8(scalar >> 6 & 0x3F))
      utf8.append(0x80 | UInt8(scalar & 0x3F))
    default:
      utf8.append(0xF0 | UInt8(scalar >> 18))
      utf8.append(0x80 | UInt8(scalar >> 12 & 0x3F))
      utf8.append(0x80 | UInt8(scalar >> 6 & 0x3F))
      utf8.append(0x80 | UInt8(scalar & 0x3F))
    }
  }

  /// 0x80 to 0x9F as in the WHATWG Encoding Standard, the five undefined bytes marked.
  private static let windows1252: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
