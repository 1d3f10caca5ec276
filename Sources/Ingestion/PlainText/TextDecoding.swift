// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// The bytes of a text file as UTF-8, whatever encoding they came in.
enum TextDecoding {
  struct Decoded {
    var utf8: [UInt8]
    var problems: [Problem] = []
    var isBinary = false
  }

  /// `isDeclaredUTF8` where the file says that it is UTF-8: then bytes that are not are damage sooner than another
  /// encoding.
  static func decode(_ bytes: [UInt8], isDeclaredUTF8: Bool = false) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return eightBit(Array(bytes.dropFirst(3)), isDeclaredUTF8: true) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return utf32(bytes, from: 4, isBigEndian: false) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return utf32(bytes, from: 4, isBigEndian: true) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, from: 2, isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, from: 2, isBigEndian: true) }
    if let isBigEndian = looksLikeUTF16(bytes) { return utf16(bytes, from: 0, isBigEndian: isBigEndian) }
    if let isBigEndian = looksLikeUTF32(bytes) { return utf32(bytes, from: 0, isBigEndian: isBigEndian) }
    return eightBit(bytes, isDeclaredUTF8: isDeclaredUTF8)
  }

  /// Whether the file begins with a byte order mark or has the zeros of UTF-16 or UTF-32.
  static func isUnicodeByItsBytes(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.starts(with: [0, 0, 0xFE, 0xFF]) || looksLikeUTF16(bytes) != nil || looksLikeUTF32(bytes) != nil
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

  /// Text in UTF-32 has a zero in the highest byte of four, Latin text in three of them.
  private static func looksLikeUTF32(_ bytes: [UInt8]) -> Bool? {
    let sample = min(bytes.count & ~3, 4096)
    guard sample >= 8 else { return nil }
    var (big, little) = (0, 0)
    for index in stride(from: 0, to: sample, by: 4) {
      // No character is beyond U+10FFFF.
      let isBig = bytes[index] == 0 && bytes[index + 1] <= 0x10
      guard isBig || (bytes[index + 3] == 0 && bytes[index + 2] <= 0x10) else { return nil }
      if bytes[index] == 0, bytes[index + 1] == 0, bytes[index + 2] == 0, bytes[index + 3] != 0 { big += 1 }
      if bytes[index] != 0, bytes[index + 1] == 0, bytes[index + 2] == 0, bytes[index + 3] == 0 { little += 1 }
    }
    let quads = sample / 4
    if big * 10 > quads * 6, little == 0 { return true }
    return little * 10 > quads * 6 && big == 0 ? false : nil
  }

  private static func utf32(_ bytes: [UInt8], from start: Int, isBigEndian: Bool) -> Decoded {
    var result = Decoded(utf8: [])
    result.utf8.reserveCapacity(bytes.count / 4 + 16)
    var broken = (bytes.count - start) % 4 != 0
    for index in stride(from: start, to: bytes.count - 3, by: 4) {
      var scalar: UInt32 = 0
      for offset in 0..<4 { scalar = scalar << 8 | UInt32(bytes[index + (isBigEndian ? offset : 3 - offset)]) }
      let isScalar = Unicode.Scalar(scalar) != nil
      if !isScalar { broken = true }
      append(isScalar ? scalar : 0xFFFD, to: &result.utf8)
    }
    if broken { result.problems.append(.init(.encodingDoubtful, "The UTF-32 text is damaged in places.")) }
    result.isBinary = isBinary(result.utf8)
    return result
  }

  static func utf16(_ bytes: [UInt8], from start: Int, isBigEndian: Bool) -> Decoded {
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

  private static func eightBit(_ bytes: [UInt8], isDeclaredUTF8: Bool) -> Decoded {
    var result = Decoded(utf8: bytes)
    result.isBinary = isBinary(bytes)
    if result.isBinary { return result }
    let (sequences, strays) = bytes.withUnsafeBufferPointer { count($0) }
    if strays == 0 { return result }
    if sequences >= (isDeclaredUTF8 ? 1 : 3) * strays {
      result.utf8 = Array(String(decoding: bytes, as: UTF8.self).utf8)
      result.problems.append(.init(.encodingDoubtful, "The UTF-8 text is damaged in \(strays) places."))
      return result
    }
    result.utf8 = []
    result.utf8.reserveCapacity(bytes.count + bytes.count / 16)
    var undefined = 0
    for byte in bytes {
      if byte < 0x80 {
        result.utf8.append(byte)
      } else {
        let scalar = windows1252(byte)
        if scalar == 0xFFFD { undefined += 1 }
        append(scalar, to: &result.utf8)
      }
    }
    if undefined > 0 || sequences > strays {
      result.problems.append(
        .init(.encodingDoubtful, "The text is neither UTF-8 nor quite Windows-1252, as which it was read."))
    } else if isDeclaredUTF8 {
      result.problems.append(
        .init(.encodingDoubtful, "The file says that it is UTF-8, which it is not; it was read as Windows-1252."))
    }
    return result
  }

  /// Sequences of UTF-8 beyond ASCII, and bytes that belong to none.
  private static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> (sequences: Int, strays: Int) {
    var (sequences, strays) = (0, 0)
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count, EightBytes(bytes, at: index).isASCII {
        index += 8
        continue
      }
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = sequence(bytes, at: index)
      if length > 0 { sequences += 1 } else { strays += 1 }
      index += max(length, 1)
    }
    return (sequences, strays)
  }

  /// The length of the sequence that begins here; 0 where none does. Source: table 3-7 of the Unicode Standard.
  private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    func isNext(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      index + offset < bytes.count && bytes[index + offset] >= low && bytes[index + offset] <= high
    }
    switch bytes[index] {
    case 0xC2...0xDF: return isNext(1) ? 2 : 0
    case 0xE0: return isNext(1, 0xA0) && isNext(2) ? 3 : 0
    case 0xED: return isNext(1, 0x80, 0x9F) && isNext(2) ? 3 : 0
    case 0xE1...0xEF: return isNext(1) && isNext(2) ? 3 : 0
    case 0xF0: return isNext(1, 0x90) && isNext(2) && isNext(3) ? 4 : 0
    case 0xF1...0xF3: return isNext(1) && isNext(2) && isNext(3) ? 4 : 0
    case 0xF4: return isNext(1, 0x80, 0x8F) && isNext(2) && isNext(3) ? 4 : 0
    default: return 0
    }
  }

  /// Whether a file holds control characters throughout and is not in UTF-16.
  static func isBinaryFile(_ bytes: [UInt8]) -> Bool { !isUnicodeByItsBytes(bytes) && isBinary(bytes) }

  /// Control characters that no text has.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let count = min(bytes.count, 65536)
    let control = bytes.withUnsafeBufferPointer { bytes in
      var (control, index) = (0, 0)
      while index < count {
        if index + 8 <= count, !EightBytes(bytes, at: index).holdsByte(below: 0x20) {
          index += 8
          continue
        }
        let byte = bytes[index]
        if byte < 0x20 && (byte < 0x09 || byte > 0x0D) && byte != 0x1B && byte != 0x1A { control += 1 }
        index += 1
      }
      return control
    }
    return control > 8 && control * 50 > count
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

  /// The scalar of a byte from 0x80 on; U+FFFD for the five that have none.
  static func windows1252(_ byte: UInt8) -> UInt32 {
    byte >= 0x80 && byte < 0xA0 ? windows1252Scalars[Int(byte) - 0x80] : UInt32(byte)
  }

  /// 0x80 to 0x9F as in the WHATWG Encoding Standard, the five undefined bytes marked.
  private static let windows1252Scalars: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
