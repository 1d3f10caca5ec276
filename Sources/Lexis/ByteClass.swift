// SPDX-License-Identifier: GPL-3.0-or-later

extension Scanner {
  /// The class of the character at `at` and its width in bytes.
  @inline(__always)
  static func classOf(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (ByteClass, Int) {
    let byte = bytes[at]
    if byte < 0x80 { return (ascii[Int(byte)], 1) }
    return wide(bytes, at, end)
  }

  private static let ascii: [ByteClass] = (0..<128).map { code in
    switch UInt8(code) {
    case 0x09: .tab
    case 0x00...0x20, 0x7F: .space
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x22, 0x27, 0x60: .quote
    case 0x2D: .hyphen
    default: .sign
    }
  }

  /// Characters outside ASCII: letters but for spaces, quotation marks, dashes and the known signs.
  private static func wide(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (ByteClass, Int) {
    let byte = bytes[at]
    let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard at + width <= end else { return (.ignored, max(1, end - at)) }
    let second = bytes[at + 1]
    if byte == 0xC2 {
      switch second {
      case 0xA0: return (.space, 2)
      case 0xAB, 0xBB: return (.quote, 2)
      case 0xAD, 0xAE: return (.ignored, 2)
      case 0xAA, 0xB5, 0xBA: return (.letter, 2)
      default: return (.sign, 2)
      }
    }
    if byte == 0xC3 { return (second == 0x97 || second == 0xB7 ? .sign : .letter, 2) }
    if byte == 0xE2 {
      let third = bytes[at + 2]
      if second == 0x80 {
        switch third {
        case 0x80...0x8A, 0xAF: return (.space, 3)
        case 0x8B...0x8F, 0xAA...0xAE: return (.ignored, 3)
        case 0x90, 0x91: return (.hyphen, 3)
        case 0x98...0x9F, 0xB9, 0xBA: return (.quote, 3)
        default: return (.sign, 3)
        }
      }
      if second == 0x84, third == 0xA2 { return (.ignored, 3) }
      return (.sign, 3)
    }
    if byte == 0xE3, second == 0x80 {
      let third = bytes[at + 2]
      if third == 0x80 { return (.space, 3) }
      if third <= 0x9F { return (.sign, 3) }
    }
    if byte == 0xEF {
      let third = bytes[at + 2]
      if second == 0xBB, third == 0xBF { return (.ignored, 3) }
      if second == 0xBC, third <= 0x8F { return (.sign, 3) }
      if second == 0xBF { return (.sign, 3) }
    }
    return (.letter, width)
  }
}
