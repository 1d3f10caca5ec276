// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the string entries of one dictionary that stands openly in a PDF file.
struct PDFSyntax {
  let file: UnsafeBufferPointer<UInt8>
  private var at: Int

  init(file: UnsafeBufferPointer<UInt8>, at: Int) {
    self.file = file
    self.at = at
  }

  /// Where `word` stands next.
  static func find(_ word: String, in file: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    let word = Array(word.utf8)
    guard file.count >= word.count else { return nil }
    var index = from
    while index <= file.count - word.count {
      if file[index] == word[0], word.indices.allSatisfy({ file[index + $0] == word[$0] }) { return index }
      index += 1
    }
    return nil
  }

  /// The start of the object that `place` lies in.
  static func start(ofObjectAround place: Int, in file: UnsafeBufferPointer<UInt8>, notBefore limit: Int) -> Int {
    var index = place
    while index > limit + 2 {
      // "12 0 obj"
      if file[index] == 0x6A, file[index - 1] == 0x62, file[index - 2] == 0x6F { return index + 1 }
      index -= 1
    }
    return limit
  }

  /// The string values by key of the dictionary, itself perhaps in another, that has an entry of this name; empty where
  /// the object ends before.
  mutating func dictionary(with wanted: String) -> [String: [UInt8]] {
    var open: [(entries: [String: [UInt8]], isWanted: Bool)] = []
    var key = ""
    while at < file.count, open.count < 64 {
      let byte = file[at]
      at += 1
      switch byte {
      case 0x2F:
        key = name()
        if key == wanted, !open.isEmpty { open[open.count - 1].isWanted = true }
      case 0x28:
        let value = literal()
        if !open.isEmpty, open[open.count - 1].entries[key] == nil { open[open.count - 1].entries[key] = value }
      case 0x3C:
        if at < file.count, file[at] == 0x3C {
          at += 1
          open.append(([:], false))
        } else {
          let value = hexadecimal()
          if !open.isEmpty, open[open.count - 1].entries[key] == nil { open[open.count - 1].entries[key] = value }
        }
      case 0x3E where at < file.count && file[at] == 0x3E:
        at += 1
        if let last = open.popLast(), last.isWanted { return last.entries }
        if open.isEmpty { return [:] }
      default: break
      }
    }
    return [:]
  }

  private mutating func name() -> String {
    let start = at
    while at < file.count, file[at] > 0x20, file[at] != 0x2F, file[at] != 0x28, file[at] != 0x3C, file[at] != 0x5B,
      file[at] != 0x3E
    { at += 1 }
    return String(decoding: file[start..<min(at, start + 64)], as: UTF8.self)
  }

  private mutating func literal() -> [UInt8] {
    var (result, depth) = ([UInt8](), 1)
    while at < file.count {
      let byte = file[at]
      at += 1
      switch byte {
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return result }
      case 0x5C:
        if let escaped = escape() { result.append(escaped) }
        continue
      default: break
      }
      result.append(byte)
    }
    return result
  }

  /// What stands after a backslash; nil for a line break, which is none.
  private mutating func escape() -> UInt8? {
    guard at < file.count else { return nil }
    let byte = file[at]
    at += 1
    switch byte {
    case 0x6E: return 0x0A
    case 0x72: return 0x0D
    case 0x74: return 0x09
    case 0x0A: return nil
    case 0x0D:
      if at < file.count, file[at] == 0x0A { at += 1 }
      return nil
    case 0x30...0x37:
      var value = Int(byte - 0x30)
      var digits = 1
      while digits < 3, at < file.count, file[at] >= 0x30, file[at] <= 0x37 {
        value = value * 8 + Int(file[at] - 0x30)
        at += 1
        digits += 1
      }
      return UInt8(truncatingIfNeeded: value)
    default: return byte
    }
  }

  private mutating func hexadecimal() -> [UInt8] {
    var (result, high) = ([UInt8](), UInt8?.none)
    while at < file.count, file[at] != 0x3E {
      let byte = file[at]
      at += 1
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: continue
      }
      if let first = high {
        // A signature itself is long and of no use here.
        if result.count < 4096 { result.append(first << 4 | digit) }
        high = nil
      } else {
        high = digit
      }
    }
    at = min(at + 1, file.count)
    if let high { result.append(high << 4) }
    return result
  }

  /// A text string: UTF-16 or UTF-8 with their marks, else Latin-1, which PDF's own encoding is for letters.
  static func text(_ bytes: [UInt8]) -> String? {
    let text: String
    if bytes.starts(with: [0xFE, 0xFF]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
      text = String(decoding: units, as: UTF16.self)
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    } else {
      text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
    let trimmed = text.utf8.drop { $0 <= 0x20 }
    return trimmed.isEmpty ? nil : String(decoding: trimmed, as: UTF8.self)
  }
}
