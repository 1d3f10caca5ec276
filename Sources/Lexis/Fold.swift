// SPDX-License-Identifier: GPL-3.0-or-later

/// Folding of case and typography, byte by byte: what may differ between two spellings of one word.
enum Fold {
  /// Lower case for ASCII and for Latin-1 letters in UTF-8 (`É` is C3 89, `é` C3 A9); `’` to `'`; dashes to `-`.
  static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x80 {
        out.append(lower(byte))
        i += 1
      } else if byte == 0xC3, i + 1 < bytes.count {
        out.append(byte)
        out.append(lowerLatin(bytes[i + 1]))
        i += 2
      } else if byte == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x80 {
        switch bytes[i + 2] {
        case 0x98, 0x99: out.append(0x27)
        case 0x90...0x95: out.append(0x2D)
        default: out.append(contentsOf: bytes[i...(i + 2)])
        }
        i += 3
      } else {
        out.append(byte)
        i += 1
      }
    }
    return out
  }

  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// The second byte of a Latin-1 letter after C3: 80 to 9E are capitals (but 97, the multiplication sign).
  @inline(__always)
  static func lowerLatin(_ byte: UInt8) -> UInt8 { byte >= 0x80 && byte <= 0x9E && byte != 0x97 ? byte + 0x20 : byte }
}
