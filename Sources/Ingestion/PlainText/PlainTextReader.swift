// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Reads plain text. Most lines go straight to the buffer; only where gaps or pipes show columns are lines laid on a
/// grid and read like a page.
public enum PlainTextReader {
  /// The text of a file's bytes in UTF-8, UTF-16 or Windows-1252.
  public static func read(_ bytes: [UInt8]) -> SourceText {
    let decoded = TextDecoding.decode(bytes)
    if decoded.isBinary {
      return SourceText(problems: [.init(.malformed, "The file is no text: it holds control characters throughout.")])
    }
    var text = read(utf8: decoded.utf8)
    text.problems = decoded.problems + text.problems
    if text.lines.isEmpty { text.problems.append(.init(.empty, "The file has no text.")) }
    return text
  }

  /// The text of valid UTF-8.
  static func read(utf8: [UInt8]) -> SourceText {
    var utf8 = utf8
    var lines = TextLines.scan(utf8)
    DrawnTables.redraw(&lines, &utf8)
    OrdinalLines.join(&lines, &utf8)
    TextPages.assign(&lines, utf8)
    var session = PlainTextSession(utf8: utf8, lines: lines)
    return session.read()
  }
}

private struct PlainTextSession {
  let utf8: [UInt8]
  let lines: [TextLine]
  var builder: SourceTextBuilder
  var writer = LayoutWriter()
  var frame = 0
  /// Lines on which text runs on, in columns; and the distance of lines, doubled where every other line is blank.
  var pitch: Float = CharacterGrid.lineHeight
  /// How wide text runs at least, in columns.
  var leastWidth: Int32 = 58

  init(utf8: [UInt8], lines: [TextLine]) {
    self.utf8 = utf8
    self.lines = lines
    builder = SourceTextBuilder(capacity: utf8.count + utf8.count / 8 + 64)
    writer.keepsWords = false
    if isDoubleSpaced { pitch = 2 * CharacterGrid.lineHeight }
    leastWidth = usualWidth
  }

  /// At most 58, which is as narrow as letters are typed; less where a text's own lines break earlier.
  private var usualWidth: Int32 {
    var counts = [Int](repeating: 0, count: 59)
    var total = 0
    for index in lines.indices.dropLast()
    where !lines[index].isBlank && !lines[index].hasGap && !lines[index].isRule && !lines[index + 1].isBlank {
      counts[min(Int(lines[index].width), 58)] += 1
      total += 1
    }
    guard total >= 15 else { return 58 }
    var (width, above) = (58, counts[58])
    while width > 30, above * 20 < total {
      width -= 1
      above += counts[width]
    }
    return Int32(width)
  }

  /// Whether hardly a line of text stands directly below another, and lines are as long as wrapped ones are.
  private var isDoubleSpaced: Bool {
    var (single, double, long) = (0, 0, 0)
    for index in lines.indices.dropFirst(2) where !lines[index].isBlank {
      if !lines[index - 1].isBlank { single += 1 } else if !lines[index - 2].isBlank { double += 1 }
      if lines[index].width > 110 { long += 1 }
    }
    return double > 20 && single * 12 < double && long * 10 < double
  }

  mutating func read() -> SourceText {
    var start = 0
    let furniture = TextPages.furniture(lines, utf8)
    var number = 1
    while start < lines.count {
      var end = start
      while end < lines.count, lines[end].page == lines[start].page { end += 1 }
      builder.beginPage()
      readPage(start..<end, furniture, number)
      builder.endPage(number: number)
      number += 1
      start = end
    }
    return builder.finish()
  }

  private mutating func readPage(_ range: Range<Int>, _ furniture: Set<Int>, _ number: Int) {
    frame += 1
    let regions = GridRegions(lines: lines, furniture: furniture, utf8: utf8).find(in: range)
    var next = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if next < regions.count, regions[next].lowerBound == index {
        readRegion(regions[next], number)
        index = regions[next].upperBound
        next += 1
        continue
      }
      let line = lines[index]
      if line.isBlank {
        index += 1
      } else if furniture.contains(index) {
        builder.addFurniture(page: number, box: nil) { [utf8] in Self.copy(line, utf8, &$0) }
        index += 1
      } else {
        let limit = next < regions.count ? regions[next].lowerBound : range.upperBound
        index = readRun(index..<limit, furniture, number)
      }
    }
  }

  /// Lines up to the next blank one.
  private mutating func readRun(_ range: Range<Int>, _ furniture: Set<Int>, _ number: Int) -> Int {
    var end = range.lowerBound
    var width: Int32 = 0
    while end < range.upperBound, !lines[end].isBlank, !furniture.contains(end) {
      width = max(width, lines[end].width)
      end += 1
    }
    for index in range.lowerBound..<end where !lines[index].isRule || lines[index].width < 3 {
      let shape = shape(lines[index], index, width, number)
      let line = withoutBlanks(lines[index], index)
      builder.addLine(shape, box: nil) { [utf8] in Self.copy(line, utf8, &$0) }
    }
    return end
  }

  /// Running text whose gaps are blanks that were filled in has no columns.
  private func withoutBlanks(_ line: TextLine, _ number: Int) -> TextLine {
    guard line.hasGap, line.end - line.start < 2000 else { return line }
    var line = line
    let row = CharacterGrid(utf8: utf8).row(line, number: number)
    if FilledBlanks(reader: CellReader(utf8: utf8)).isText([row], 0) { line.hasGap = false }
    return line
  }

  private func shape(_ line: TextLine, _ index: Int, _ width: Int32, _ page: Int) -> LineShape {
    let unit = CharacterGrid.columnWidth
    let (x0, x1) = (Float(line.indent) * unit, Float(line.width) * unit)
    let y0 = Float(index) * CharacterGrid.lineHeight
    // Lines that long are whole paragraphs: nothing was wrapped.
    let edge: Float = width > 160 ? x1 + 4000 : Float(max(width, leastWidth)) * unit
    var shape = LineShape(
      x0: x0, x1: x1, y0: y0, y1: y0 + CharacterGrid.typeSize, size: CharacterGrid.typeSize, frameX0: 0, frameX1: edge,
      pitch: pitch, frame: frame, page: page, textX0: x0)
    utf8.withUnsafeBufferPointer { all in
      let text = UnsafeBufferPointer(rebasing: all[Int(line.start)..<Int(line.end)])
      shape.label = ListLabel.scan(text)
      var wordEnd = 0
      while wordEnd < text.count, text[wordEnd] > 0x20 { wordEnd += 1 }
      shape.firstWordWidth = Float(wordEnd) * unit
      if let label = shape.label {
        var after = label.length
        while after < text.count, text[after] == 0x20 || text[after] == 0x09 { after += 1 }
        shape.labelIsSet = after - label.length > 1
        shape.textX0 = x0 + Float(after) * unit
      }
      shape.read(text)
      if shape.length < 120 { shape.readCapitals(text) }
    }
    return shape
  }

  private static func copy(_ line: TextLine, _ utf8: [UInt8], _ text: inout SourceText) {
    utf8.withUnsafeBufferPointer { all in
      let bytes = UnsafeBufferPointer(rebasing: all[Int(line.start)..<Int(line.end)])
      if line.isPlain {
        text.utf8.append(contentsOf: bytes)
      } else if line.isSpaced {
        TextCleaning.appendSpaced(bytes, to: &text.utf8)
      } else {
        TextCleaning.append(bytes, tabFrom: line.hasGap ? 3 : .max, to: &text.utf8)
      }
    }
  }

  // MARK: Columns

  private mutating func readRegion(_ range: Range<Int>, _ number: Int) {
    if lines[range].filter({ $0.pipes > 0 }).count * 2 >= range.count,
      let grid = PipeTable(utf8: utf8).grid(lines[range], firstNumber: range.lowerBound)
    {
      writer.writeBody([.table(grid)], utf8: utf8, page: number, into: &builder)
      frame += 1
      return
    }
    let grid = CharacterGrid(utf8: utf8)
    let rows = range.filter { !lines[$0].isBlank }.map { grid.row(lines[$0], number: $0) }
    let reader = CellReader(utf8: utf8)
    let elements = LayoutAnalysis.elements(rows, utf8: utf8, frame: &frame).filter { element in
      if case .row(let row, _) = element { return !reader.isRule(row) }
      return true
    }
    writer.writeBody(elements, utf8: utf8, page: number, into: &builder)
    frame += 1
  }
}
