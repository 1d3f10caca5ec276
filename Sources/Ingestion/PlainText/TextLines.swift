// SPDX-License-Identifier: GPL-3.0-or-later

/// A line of a text file and what one pass over its bytes tells of it.
struct TextLine {
  /// Bytes of the decoded text, outer spaces and quotation marks of mail off; empty for a blank line.
  var start: Int32, end: Int32
  /// Columns before the text, and up to its end.
  var indent: Int32, width: Int32
  var page: Int32
  var pipes: UInt16 = 0
  /// Tabs within it.
  var tabs: UInt16 = 0
  /// Whether characters made for drawing boxes stand in it.
  var isDrawn = false
  /// Whether a gap of two and more spaces stands in it that neither a label nor a sentence's end explains.
  var hasGap = false
  /// Whether its bytes can be copied as they are.
  var isPlain = true
  /// Whether its letters stand apart: `O R D E R   F O R M`.
  var isSpaced = false
  /// Dashes, equals signs, underscores, pipes, pluses and many dots only.
  var isRule = false

  var isBlank: Bool { start == end }
}

enum TextLines {
  /// Lines of `utf8`: LF, CRLF and CR end them, a form feed begins a page.
  static func scan(_ utf8: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(utf8.count / 48 + 8)
    utf8.withUnsafeBufferPointer { bytes in
      var page: Int32 = 0
      var start = 0
      var index = 0
      let count = bytes.count
      while index < count {
        if index + 8 <= count, !EightBytes(bytes, at: index).holdsByte(below: 0x0E) {
          index += 8
          continue
        }
        let byte = bytes[index]
        if byte > 0x0D || (byte != 0x0A && byte != 0x0D && byte != 0x0C) {
          index += 1
          continue
        }
        lines.append(line(bytes, start, index, page))
        if byte == 0x0D, index + 1 < count, bytes[index + 1] == 0x0A { index += 1 }
        if byte == 0x0C {
          page += 1
          if let last = lines.last, last.isBlank { lines.removeLast() }
        }
        index += 1
        start = index
      }
      if start < count { lines.append(line(bytes, start, count, page)) }
    }
    return lines
  }

  private static func line(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int, _ page: Int32) -> TextLine {
    var (start, end) = (from, to)
    var column: Int32 = 0
    var quoted = false
    while start < end {
      let byte = bytes[start]
      if byte == 0x20 {
        column += 1
      } else if byte == 0x09 {
        column = (column / 8 + 1) * 8
      } else if byte == 0x3E,
        column <= 1 || quoted
      {
        // "> ", ">> ": a mail quotes; its own indent counts from after the mark.
        quoted = true
        column = 0
        if start + 1 < end, bytes[start + 1] == 0x20 { start += 1 }
      } else {
        break
      }
      start += 1
    }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    var line = TextLine(start: Int32(start), end: Int32(end), indent: column, width: column, page: page)
    if start < end { read(bytes, &line) }
    return line
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ line: inout TextLine) {
    if isDotted(bytes, Int(line.start), Int(line.end)) {
      line.width = line.indent + line.end - line.start
      line.isRule = true
      return
    }
    if isProse(bytes, Int(line.start), Int(line.end)) {
      line.width = line.indent + line.end - line.start
      return
    }
    var column = line.indent
    var run = 0
    var gaps = Gaps(start: column)
    var onlyRule = true
    let (start, end) = (Int(line.start), Int(line.end))
    var index = start
    while index < end {
      let byte = bytes[index]
      if !onlyRule, run == 0 || run == 1 && byte != 0x20, isText(bytes, index, end) {
        column += 8
        run = bytes[index + 7] == 0x20 ? 1 : 0
        index += 8
        continue
      }
      if run < 2, isWordByte(byte) {
        // Most of any text.
        let word = index
        repeat { index += 1 } while index < end && isWordByte(bytes[index])
        column += Int32(index - word)
        onlyRule = false
        run = 0
        continue
      }
      if byte == 0x20 {
        run += 1
        column += 1
      } else {
        if run > 1 {
          line.isPlain = false
          if !isExplained(bytes, start, index - run, run) { gaps.add(column, run, isLower: byte &- 0x61 < 26) }
        }
        run = 0
        if byte < 0x80 {
          column += 1
          if byte < 0x20 || byte == 0x7F {
            line.isPlain = false
            if byte == 0x09 {
              if line.tabs < .max { line.tabs += 1 }
              column = (column + 7) / 8 * 8
              if !isExplained(bytes, start, index, 4) { gaps.add(column, 4, isLower: false) }
            }
          } else if byte == 0x7C {
            if line.pipes < .max { line.pipes += 1 }
          } else if byte != 0x2D, byte != 0x3D, byte != 0x5F, byte != 0x2B, byte != 0x3A, byte != 0x2A, byte != 0x7E {
            onlyRule = false
          }
        } else {
          onlyRule = false
          if byte & 0xC0 != 0x80 { column += 1 }
          // Soft hyphens (C2 AD), zero-width characters (E2 80 8B…, EF BB BF), ligatures (EF AC 80…).
          if byte == 0xC2, index + 1 < end, bytes[index + 1] == 0xAD || bytes[index + 1] < 0xA0 { line.isPlain = false }
          if byte == 0xE2, index + 1 < end, bytes[index + 1] & 0xFE == 0x94 { line.isDrawn = true }
          if byte == 0xE2 || byte == 0xEF { line.isPlain = line.isPlain && !TextCleaning.isDropped(bytes, index, end) }
        }
      }
      index += 1
    }
    line.width = column
    line.hasGap = gaps.areColumns(width: Int(column - line.indent))
    line.isRule = onlyRule && end - start >= 3
    if isSpaced(bytes, start, end) {
      line.isSpaced = true
      line.isPlain = false
      line.hasGap = false
    }
  }

  /// A row of dots; of fewer than twelve, words are left out and nothing is ruled.
  private static func isDotted(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    end - start >= 12 && bytes[start] == 0x2E && bytes[start..<end].allSatisfy { $0 == 0x2E || $0 == 0x20 }
  }

  /// Whether a line is one run of ASCII with single spaces and nothing that a table or a rule is drawn with: most of
  /// any text, read eight bytes at a time.
  private static func isProse(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 16, isWordByte(bytes[start]) || isWordByte(bytes[start + 1]),
      bytes[start + 1] != 0x20 || bytes[start + 3] != 0x20
    else { return false }
    var index = start
    while index + 9 <= end {
      guard isText(bytes, index, end) else { return false }
      index += 8
    }
    // The last bytes, with some of those before.
    let last = EightBytes(bytes, at: end - 8)
    return last.isText && !EightBytes(bytes, at: end - 9).holdsSpaces(with: last)
  }

  /// Whether eight bytes and more follow, the eight printed ASCII without pipes and with single spaces.
  @inline(__always)
  private static func isText(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard index + 9 <= end else { return false }
    let eight = EightBytes(bytes, at: index)
    return eight.isText && !eight.holdsSpaces(with: EightBytes(bytes, at: index + 1))
  }

  /// The gaps of a line that nothing explains.
  private struct Gaps {
    /// Where the present stretch of text begins.
    var start: Int32
    var count = 0
    /// Those after a long stretch, where a line was wrapped before the lines were glued together.
    var glued = 0, long = 0
    var firstStretch: Int32 = 0
    var firstGap = 0

    mutating func add(_ column: Int32, _ length: Int, isLower: Bool) {
      let stretch = column - Int32(length) - start
      if count == 0 { (firstStretch, firstGap) = (stretch, length) }
      count += 1
      if stretch >= 60, isLower { glued += 1 }
      if stretch >= 38 { long += 1 }
      start = column
    }

    /// Long stretches between gaps are wrapped lines glued together, not cells; a short one before all the rest is a
    /// label.
    func areColumns(width: Int) -> Bool {
      guard count > 0, glued * 2 <= count, width <= 130 || long * 2 <= count else { return false }
      return width / (count + 1) < 64 || (count == 1 && firstStretch <= 30 && firstGap > 2)
    }
  }

  /// Nothing but single letters and figures, at least six of them, with wider gaps between words if any.
  private static func isSpaced(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start > 10, end - start < 200, bytes[start + 1] == 0x20, bytes[start + 3] == 0x20 else { return false }
    var (letters, index) = (0, start)
    while index < end {
      if bytes[index] != 0x20 {
        guard bytes[index] < 0x80, index + 1 == end || bytes[index + 1] == 0x20 else { return false }
        if (bytes[index] | 0x20) &- 0x61 < 26 { letters += 1 }
      }
      index += 1
    }
    return letters >= 6
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2C || byte == 0x2E
  }

  /// Two spaces after a stop, and the gap after a label, are no columns.
  static func isExplained(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ gap: Int, _ length: Int) -> Bool {
    guard gap > start else { return true }
    if length == 2 {
      switch bytes[gap - 1] {
      case 0x2E, 0x3A, 0x3B, 0x3F, 0x21, 0x22, 0x29: return true
      default: break
      }
    }
    guard gap - start <= 14, length <= 20 else { return false }
    let rest = UnsafeBufferPointer(rebasing: bytes[start..<min(gap + 1, bytes.count)])
    guard let label = ListLabel.scan(rest) else { return false }
    return label.length >= gap - start
  }
}
