// SPDX-License-Identifier: GPL-3.0-or-later

/// The lines of a pack's file, to find places in.
struct PackLines {
  private let bytes: [UInt8]
  private var starts: [Int] = [0]

  init(_ text: String) {
    bytes = Array(text.utf8)
    for (i, byte) in bytes.enumerated() where byte == 0x0A { starts.append(i + 1) }
  }

  /// A line without its break; empty for a number that no line has.
  func line(_ number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  private func range(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= starts.count else { return 0..<0 }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Line and column of a byte of a scalar's decoded text. The file is walked along with the text: quotation marks,
  /// escapes, indentation and folded line breaks are in the one and not in the other.
  func place(of offset: Int, in text: PackText) -> (line: Int, column: Int) {
    guard text.line >= 1, text.line <= starts.count else { return (text.line, text.column) }
    var at = byte(line: text.line, column: text.column)
    if at < bytes.count, bytes[at] == 0x7C || bytes[at] == 0x3E {
      // A block scalar starts on the next line.
      while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    } else if at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 {
      at += 1
    }
    let decoded = Array(text.text.utf8)
    var done = 0
    while done < offset, done < decoded.count, at < bytes.count { (done, at) = step(decoded, done, at) }
    while at < bytes.count, isSpace(bytes[at]), done < decoded.count, !isSpace(decoded[done]) { at += 1 }
    return place(ofByte: at)
  }

  private func step(_ decoded: [UInt8], _ done: Int, _ at: Int) -> (Int, Int) {
    let byte = bytes[at]
    if byte == decoded[done] {
      // `''` in single quotes is one.
      let isDoubled =
        byte == 0x27 && at + 1 < bytes.count && bytes[at + 1] == 0x27
        && !(done + 1 < decoded.count && decoded[done + 1] == 0x27)
      return (done + 1, at + (isDoubled ? 2 : 1))
    }
    if isSpace(decoded[done]), isSpace(byte) {
      var next = at
      while next < bytes.count, isSpace(bytes[next]) { next += 1 }
      return (done + 1, next)
    }
    if isSpace(byte) { return (done, at + 1) }
    if byte == 0x5C, at + 1 < bytes.count {
      if bytes[at + 1] == 0x0A || bytes[at + 1] == 0x0D { return (done, at + 2) }
      let digits = bytes[at + 1] == 0x78 ? 2 : bytes[at + 1] == 0x75 ? 4 : bytes[at + 1] == 0x55 ? 8 : 0
      var next = done + 1
      while next < decoded.count, decoded[next] & 0xC0 == 0x80 { next += 1 }
      return (next, min(bytes.count, at + 2 + digits))
    }
    return (done + 1, at + 1)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private func byte(line: Int, column: Int) -> Int {
    var at = starts[line - 1]
    var left = column - 1
    while left > 0, at < bytes.count, bytes[at] != 0x0A {
      at += 1
      while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
      left -= 1
    }
    return at
  }

  private func place(ofByte at: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let mid = (low + high) / 2
      if starts[mid] <= at { low = mid } else { high = mid }
    }
    let column = bytes[starts[low]..<min(at, bytes.count)].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return (low + 1, column)
  }
}
