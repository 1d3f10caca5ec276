// SPDX-License-Identifier: GPL-3.0-or-later

/// What block building knows of a line: where it stands and how it begins and ends.
struct LineShape {
  var x0: Float, x1: Float, y0: Float, y1: Float
  var size: Float
  var isBold = false
  /// Left and right edge of the text around it.
  var frameX0: Float, frameX1: Float
  /// Distance between baselines that is usual around it; a wider one ends a paragraph.
  var pitch: Float
  /// Changes with each page and column.
  var frame: Int
  var page: Int
  var label: ListLabel?
  /// Whether the gap after the label is wider than a space.
  var labelIsSet = false
  var firstWordWidth: Float = 0
  /// Left edge of the text after the label; `x0` where it has none.
  var textX0: Float
  // Of its text.
  var first: UInt8 = 0
  var last: UInt8 = 0
  var endsSentence = false
  var isAllCapitals = false
  var hasTab = false
  var length = 0

  /// Reads the text's own features: first and last byte, sentence end, capitals.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    length = text.count
    guard length > 0 else { return }
    first = text[label.map { min($0.length + 1, text.count - 1) } ?? 0]
    var end = text.count - 1
    // A closing quotation mark or bracket hides the stop before it.
    while end > 0, text[end] == 0x22 || text[end] == 0x29 || text[end] == 0x27 { end -= 1 }
    if end > 2, text[end] == 0x9D, text[end - 1] == 0x80 { end -= 3 }
    last = text[text.count - 1]
    switch text[end] {
    case 0x2E, 0x3B, 0x3A, 0x21, 0x3F: endsSentence = true
    default: endsSentence = false
    }
  }

  /// Upper-case letters only, at least three of them.
  mutating func readCapitals(_ text: UnsafeBufferPointer<UInt8>) {
    var upper = 0
    for byte in text {
      if byte >= 0x61, byte <= 0x7A { return }
      if byte >= 0x41, byte <= 0x5A { upper += 1 }
    }
    isAllCapitals = upper >= 3
  }

  var startsLowerCase: Bool { first >= 0x61 && first <= 0x7A }
  var startsUpperCase: Bool { first >= 0x41 && first <= 0x5A }
}

/// Whether a line begins a new block.
enum BlockRules {
  /// `lines` is the number of lines that the open block has.
  static func startsBlock(_ line: LineShape, after last: LineShape, first: LineShape, lines: Int) -> Bool {
    if line.frame != last.frame {
      return startsBlockInNewFrame(line, after: last, lines: lines)
    }
    let em = max(line.size, 4)
    if abs(line.size - last.size) > 0.12 * max(line.size, last.size) + 0.3 { return true }
    let pitch = line.y0 - last.y0
    if pitch > line.pitch * 1.32 + 0.5 || pitch < -em { return true }
    if let label = line.label, isPlausible(label, line, after: last, first: first, lines: lines) { return true }
    // A whole line in bold ends where the type turns normal, unless bold runs to the line's very end.
    if last.isBold != line.isBold,
      !reachesEdge(last, before: line)
        || lines == 1 && last.isBold && !last.endsSentence
          && last.x1 < line.frameX1 - 4 * em
    {
      return true
    }
    let hanging = first.label != nil || first.textX0 > first.x0
    if isHung(line, under: first, last), !last.endsSentence || line.size == CharacterGrid.typeSize {
      return lines == 1 && isTitle(last, over: line)
    }
    if line.x0 > last.x0 + 1.1 * em {
      // Text under a label or a hanging second line goes on; a first-line indent begins a paragraph.
      if lines == 1 { return hanging ? line.x0 > first.textX0 + 2.5 * em : !reachesEdge(last, before: line) }
      return true
    }
    if line.x0 < last.x0 - 1.1 * em {
      if lines == 1 { return isShort(last, before: line) && last.endsSentence || endsItem(last, before: line, first) }
      return true
    }
    if last.hasTab, !reachesEdge(last, before: line) { return true }
    // A name or an address set over several lines.
    if last.last == 0x2C, !line.hasTab, abs(line.x0 - last.x0) < 0.5 * em { return false }
    return isShort(last, before: line)
  }

  /// A line of an item that is set line by line, under the text behind the item's label: `A.  Messaging credits` over
  /// `5,000 a month` over `August 2031 through July 2032`.
  private static func isHung(_ line: LineShape, under first: LineShape, _ last: LineShape) -> Bool {
    guard let label = first.label, label.kind != .bullet || first.labelIsSet, !line.hasTab, !last.hasTab else {
      return false
    }
    let em = max(line.size, 4)
    return first.textX0 > first.x0 + 0.8 * em && abs(line.x0 - first.textX0) < 0.4 * em
      && line.y0 - last.y0 <= line.pitch * 1.1 + 0.5
  }

  /// `5. Implementation assistance` over text that fills its lines: a title, though no space parts them.
  private static func isTitle(_ title: LineShape, over line: LineShape) -> Bool {
    guard let label = title.label, label.kind == .number, !title.endsSentence, !title.hasTab, title.length <= 60,
      line.startsUpperCase, isShort(title, before: line)
    else { return false }
    return line.x1 - line.x0 > 0.7 * (line.frameX1 - line.x0)
  }

  /// A line that begins left of an item's label, with a capital and though its first word had room on the item's line:
  /// what stands below a list, also where the items end without stops.
  private static func endsItem(_ last: LineShape, before line: LineShape, _ first: LineShape) -> Bool {
    let em = max(line.size, 4)
    guard first.label != nil, line.startsUpperCase, line.x0 < first.x0 - 0.8 * em else { return false }
    if line.y0 - last.y0 > 1.7 * em, line.size != CharacterGrid.typeSize { return true }
    return last.frameX1 - last.x1 - 0.3 * last.size - line.firstWordWidth > 0.9 * em
  }

  /// A paragraph goes on in the next column or on the next page where nothing says that it ended.
  private static func startsBlockInNewFrame(_ line: LineShape, after last: LineShape, lines: Int) -> Bool {
    if let label = line.label, !label.isWeak || line.labelIsSet || last.endsSentence { return true }
    if abs(line.size - last.size) > 0.12 * max(line.size, last.size) + 0.3 { return true }
    if line.isAllCapitals != last.isAllCapitals || line.isBold != last.isBold { return true }
    if last.last == 0x2D, line.startsLowerCase { return false }
    if line.startsLowerCase { return last.endsSentence && last.last != 0x3B && last.last != 0x3A }
    if last.endsSentence { return true }
    if line.isAllCapitals { return true }
    // Running text that breaks off amid a sentence goes on, however short its last line is.
    if lines > 1, !last.hasTab, last.last >= 0x61 && last.last <= 0x7A || last.last == 0x2C { return false }
    return last.x1 - last.x0 < 0.72 * (last.frameX1 - last.frameX0)
  }

  /// A wrapped line may start like a label ("under clauses (a) and / (b) of …", "on January / 31."); a label follows
  /// a line that came to its end, or stands where no running text of the block would.
  private static func isPlausible(
    _ label: ListLabel, _ line: LineShape, after last: LineShape, first: LineShape, lines: Int
  ) -> Bool {
    let em = max(line.size, 4)
    let ended = last.endsSentence || last.last == 0x2C
    let running = lines > 1 ? last.x0 : first.textX0
    let aside = abs(line.x0 - running) > 0.8 * em
    if label.isWeak {
      if line.labelIsSet { return ended || aside || isShort(last, before: line) }
      return label.kind == .number && ended && !line.startsLowerCase && aside
    }
    if label.isBracketedFigure, !ended, first.label?.isBracketedFigure != true { return false }
    if label.kind == .bullet, line.labelIsSet || aside || ended { return true }
    if line.labelIsSet { return true }
    if ended || isShort(last, before: line) { return true }
    return aside && lines > 1 && label.kind != .bullet
  }

  /// Whether the next line's first word would have had room on this line, which therefore ended on purpose.
  static func isShort(_ line: LineShape, before next: LineShape) -> Bool {
    let slack = 0.9 * max(line.size, 4)
    let room = line.frameX1 - line.x1 - 0.3 * line.size - next.firstWordWidth
    if line.endsSentence { return room > slack }
    // Without a stop at its end a line must be clearly short: text may be set narrower than its surroundings.
    if next.startsLowerCase { return room > 0.55 * (line.frameX1 - line.frameX0) }
    return room > max(slack, 0.28 * (line.frameX1 - line.frameX0))
  }

  static func reachesEdge(_ line: LineShape, before next: LineShape) -> Bool { !isShort(line, before: next) }
}
