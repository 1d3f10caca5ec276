// SPDX-License-Identifier: GPL-3.0-or-later

/// Characters that are not in a `SourceText`, and those spelled out.
enum TextCleaning {
  /// Whether a zero-width character or a ligature starts here.
  static func isDropped(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard index + 2 < end else { return false }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xA4), (0xEF, 0xBB, 0xBF),
      (0xEF, 0xAC, 0x80...0x86), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9):
      // Line separators too, which become spaces.
      return true
    default: return false
    }
  }

  static let ligatures: [[UInt8]] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].map { Array($0.utf8) }

  /// Appends letters that stand apart as words: one space between letters is none, more part words.
  static func appendSpaced(_ bytes: UnsafeBufferPointer<UInt8>, to utf8: inout [UInt8]) {
    var spaces = 0
    for byte in bytes {
      if byte == 0x20 {
        spaces += 1
        continue
      }
      if spaces > 1 { utf8.append(0x20) }
      spaces = 0
      utf8.append(byte)
    }
  }

  /// Appends text with runs of spaces made one, control and zero-width characters left out, ligatures spelled out.
  /// A run of spaces of at least `tabFrom` becomes a tab.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, tabFrom: Int = .max, to utf8: inout [UInt8]
  ) {
    let first = utf8.count
    // What is written is never longer than what is read: room for all of it, and the rest taken off again.
    utf8.append(contentsOf: bytes)
    let end = utf8.withUnsafeMutableBufferPointer { write(bytes, tabFrom, into: $0, from: first) }
    utf8.removeLast(utf8.count - end)
  }

  private static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tabFrom: Int, into out: UnsafeMutableBufferPointer<UInt8>, from first: Int
  ) -> Int {
    var (spaces, index, end) = (0, 0, first)
    @inline(__always)
    func put(_ byte: UInt8) {
      if spaces > 0 {
        if end > first {
          out[end] = spaces >= tabFrom ? 0x09 : 0x20
          end += 1
        }
        spaces = 0
      }
      out[end] = byte
      end += 1
    }
    while index < bytes.count {
      if spaces == 0, end > first, index + 9 <= bytes.count {
        // Text with single spaces stays as it is: eight bytes at a time, a space at their end kept for what follows.
        let eight = EightBytes(bytes, at: index)
        if eight.isText, !eight.holdsSpaces(with: EightBytes(bytes, at: index + 1)) {
          eight.write(to: out, at: end)
          spaces = bytes[index + 7] == 0x20 ? 1 : 0
          end += 8 - spaces
          index += 8
          continue
        }
      }
      let byte = bytes[index]
      index += 1
      if byte &- 0x21 < 0x5E {
        put(byte)
        continue
      }
      switch byte {
      case 0x20: spaces += 1
      case 0x09: spaces += 4
      case 0x00..<0x20, 0x7F: break
      case 0xC2 where index < bytes.count && (bytes[index] == 0xAD || bytes[index] < 0xA0): index += 1
      case 0xE2 where isDropped(bytes, index - 1, bytes.count):
        // Line and paragraph separators part words.
        if bytes[index] == 0x80, bytes[index + 1] == 0xA8 || bytes[index + 1] == 0xA9 { spaces += 1 }
        index += 2
      case 0xEF where isDropped(bytes, index - 1, bytes.count):
        if bytes[index] == 0xAC { ligatures[Int(bytes[index + 1]) - 0x80].forEach(put) }
        index += 2
      default: put(byte)
      }
    }
    return end
  }
}
