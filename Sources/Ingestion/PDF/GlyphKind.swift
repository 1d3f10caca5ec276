// SPDX-License-Identifier: GPL-3.0-or-later

/// What a character of a PDF is to the text.
enum GlyphKind: Equatable {
  case letter
  /// Ends a word.
  case space
  /// U+202A to U+202E, which have no box.
  case unplaced
  /// Zero-width and control characters.
  case nothing
  /// Some programs write each hyphen so: a hyphen where it has a width.
  case softHyphen
  /// U+FB00 to U+FB06 by its last byte.
  case ligature(UInt8)

  init(ascii byte: UInt8) { self = byte > 0x20 && byte != 0x7F ? .letter : Self.isBreak(byte) ? .space : .nothing }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// One scalar of two bytes and more.
  init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let start = bytes.startIndex
    guard bytes.count >= 2 else {
      self = .nothing
      return
    }
    let (second, third) = (bytes[start + 1], bytes.count > 2 ? bytes[start + 2] : 0)
    switch (bytes[start], second, third) {
    case (0xC2, 0xAD, _): self = .softHyphen
    case (0xC2, 0x80...0x9F, _): self = .nothing
    case (0xE2, 0x80, 0xAA...0xAE): self = .unplaced
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0...0xAF), (0xEF, 0xBB, 0xBF): self = .nothing
    case (0xE2, 0x80, 0xA8...0xA9): self = .space
    case (0xEF, 0xAC, 0x80...0x86): self = .ligature(third)
    default: self = .letter
    }
  }

  /// Writes the character as it is read.
  func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to utf8: inout [UInt8]) {
    switch self {
    case .letter: utf8.append(contentsOf: bytes)
    case .softHyphen: utf8.append(0x2D)
    case .ligature(let last): utf8.append(contentsOf: TextCleaning.ligatures[Int(last) - 0x80])
    case .space, .unplaced, .nothing: break
    }
  }
}
