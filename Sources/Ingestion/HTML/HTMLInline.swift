// SPDX-License-Identifier: GPL-3.0-or-later

/// The line that is being written: spaces collapsed, characters that are not in a `SourceText` left out.
struct HTMLInline {
  var bytes: [UInt8] = []
  private(set) var hasTab = false
  /// Whether a wide gap stands after the label that the line begins with.
  private(set) var labelIsSet = false
  private var bold = 0, plain = 0
  /// Spaces since the last character: their width, and whether they are one non-breaking one alone.
  private var spaces = 0
  private var isNonBreaking = false
  private var isWide = false

  var isEmpty: Bool { bytes.isEmpty }
  var isBold: Bool { bold > 0 && plain == 0 }

  mutating func reset() { self = HTMLInline(reusing: bytes) }

  init() {}
  private init(reusing bytes: [UInt8]) {
    self.bytes = bytes
    self.bytes.removeAll(keepingCapacity: true)
  }

  /// A space that collapses with its neighbours.
  mutating func space() {
    if spaces == 0 || isNonBreaking {
      spaces += 1
      isNonBreaking = false
      collapsing = true
    } else if !collapsing {
      spaces += 1
      collapsing = true
    }
  }
  private var collapsing = false

  /// A gap between things that stand beside each other.
  mutating func gap() {
    guard !bytes.isEmpty else { return }
    isWide = true
    spaces = max(spaces, 1)
  }

  mutating func append(ascii byte: UInt8, isBold: Bool) {
    flush()
    bytes.append(byte)
    if isBold { bold += 1 } else { plain += 1 }
  }

  mutating func append(_ text: ArraySlice<UInt8>, isBold: Bool) {
    flush()
    bytes.append(contentsOf: text)
    if isBold { bold += text.count } else { plain += text.count }
  }

  mutating func nonBreakingSpace() {
    spaces += 1
    isNonBreaking = spaces == 1
    collapsing = false
  }

  /// A space of `width` that does not collapse.
  mutating func wideSpace(_ width: Int) {
    spaces += width
    isNonBreaking = false
    collapsing = false
  }

  private mutating func flush() {
    defer { (spaces, isNonBreaking, isWide, collapsing) = (0, false, false, false) }
    guard spaces > 0, !bytes.isEmpty else { return }
    if bytes.count <= 12, isWide || spaces > 1 { readLabel() }
    if isWide || spaces > 2, !isExplained {
      bytes.append(0x09)
      hasTab = true
    } else if isNonBreaking {
      bytes.append(contentsOf: [0xC2, 0xA0])
    } else {
      bytes.append(0x20)
    }
  }

  /// After a label or the end of a sentence a gap is just room.
  private var isExplained: Bool {
    if labelIsSet, bytes.count == labelEnd { return true }
    guard !isWide, let last = bytes.last else { return false }
    return last == 0x2E || last == 0x3A || last == 0x3B || last == 0x3F || last == 0x21
  }
  private var labelEnd = 0

  private mutating func readLabel() {
    guard let label = ListLabel.scan(bytes[...] + [0x20]), label.length == bytes.count else { return }
    labelIsSet = true
    labelEnd = bytes.count
  }
}

/// Appends text of the tree to a line.
enum HTMLText {
  /// `keepsSpaces` for preformatted text; `lineBreak` is called at each of its line ends where `keepsLines` is.
  static func append(
    _ text: ArraySlice<UInt8>, box: HTMLBoxes.Box, to line: inout HTMLInline, lineBreak: (inout HTMLInline) -> Void
  ) {
    let isBold = box.isBold
    var index = text.startIndex
    let end = text.endIndex
    while index < end {
      let byte = text[index]
      if byte > 0x20, byte < 0x7F {
        let start = index
        while index < end, text[index] > 0x20, text[index] < 0x7F { index += 1 }
        line.append(text[start..<index], isBold: isBold)
        continue
      }
      if byte <= 0x20 || byte == 0x7F {
        appendControl(byte, box, &line, lineBreak)
        index += 1
        continue
      }
      let length = min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, end - index)
      appendScalar(text[index..<(index + length)], isBold, &line)
      index += length
    }
  }

  private static func appendControl(
    _ byte: UInt8, _ box: HTMLBoxes.Box, _ line: inout HTMLInline, _ lineBreak: (inout HTMLInline) -> Void
  ) {
    switch byte {
    case 0x0A where box.keepsLines: lineBreak(&line)
    case 0x0D where box.keepsLines: break
    case 0x09 where box.keepsSpaces: line.wideSpace(4)
    case 0x20 where box.keepsSpaces: line.wideSpace(1)
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: line.space()
    default: break
    }
  }

  private static func appendScalar(_ scalar: ArraySlice<UInt8>, _ isBold: Bool, _ line: inout HTMLInline) {
    let start = scalar.startIndex
    let second = scalar.count > 1 ? scalar[start + 1] : 0
    let third = scalar.count > 2 ? scalar[start + 2] : 0
    switch (scalar[start], second, third) {
    case (0xC2, 0xA0, _): line.nonBreakingSpace()
    case (0xC2, 0xAD, _): break
    case (0xC2, 0x80...0x9F, _):
      // References such as &#147; mean Windows-1252, as in the HTML Standard.
      var bytes: [UInt8] = []
      TextDecoding.append(TextDecoding.windows1252(second), to: &bytes)
      if bytes != [0xEF, 0xBF, 0xBD] { line.append(bytes[...], isBold: isBold) }
    case (0xE2, 0x80, 0x80...0x84): line.wideSpace(third == 0x81 || third == 0x83 ? 2 : 1)
    case (0xE3, 0x80, 0x80): line.wideSpace(2)
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): line.space()
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xA4), (0xEF, 0xBB, 0xBF): break
    case (0xEF, 0xAC, 0x80...0x86): line.append(TextCleaning.ligatures[Int(third) - 0x80][...], isBold: isBold)
    default: line.append(scalar, isBold: isBold)
    }
  }
}
