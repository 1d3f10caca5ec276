// SPDX-License-Identifier: GPL-3.0-or-later

/// What a run of bytes is to the tokenizer.
enum ByteClass: UInt8 {
  case space, letter, digit, quote, hyphen, ignored, sign, tab
  /// The first byte of a character outside ASCII.
  case wide

  /// By byte.
  static let table: [ByteClass] = (0..<256).map { code in
    switch UInt8(code) {
    case 0x09: .tab
    case 0x00...0x20, 0x7F: .space
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x22, 0x27, 0x60: .quote
    case 0x2D: .hyphen
    case 0x80...0xFF: .wide
    default: .sign
    }
  }

  /// The class of a character outside ASCII and its width in bytes: letters but for spaces, quotation marks, dashes
  /// and the known signs.
  static func ofWide(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (ByteClass, Int) {
    let byte = bytes[at]
    let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard at + width <= end else { return (.ignored, max(1, end - at)) }
    let second = bytes[at + 1]
    switch byte {
    case 0xC2:
      switch second {
      case 0xA0: return (.space, 2)
      case 0xAB, 0xBB: return (.quote, 2)
      case 0xAD, 0xAE: return (.ignored, 2)
      case 0xAA, 0xB5, 0xBA: return (.letter, 2)
      default: return (.sign, 2)
      }
    case 0xC3: return (second == 0x97 || second == 0xB7 ? .sign : .letter, 2)
    case 0xE2: return (ofPunctuation(second, bytes[at + 2]), 3)
    case 0xE3 where second == 0x80:
      let third = bytes[at + 2]
      return (third == 0x80 ? .space : third <= 0x9F ? .sign : .letter, 3)
    case 0xEF:
      let third = bytes[at + 2]
      if second == 0xBB, third == 0xBF { return (.ignored, 3) }
      if second == 0xBC, third <= 0x8F { return (.sign, 3) }
      return (second == 0xBF ? .sign : .letter, 3)
    default: return (.letter, width)
    }
  }

  /// U+2000 to U+2FFF by the second and third byte.
  private static func ofPunctuation(_ second: UInt8, _ third: UInt8) -> ByteClass {
    guard second == 0x80 else { return second == 0x84 && third == 0xA2 ? .ignored : .sign }
    switch third {
    case 0x80...0x8A, 0xAF: return .space
    case 0x8B...0x8F, 0xAA...0xAE: return .ignored
    case 0x90, 0x91: return .hyphen
    case 0x98...0x9F, 0xB9, 0xBA: return .quote
    default: return .sign
    }
  }
}
