// SPDX-License-Identifier: GPL-3.0-or-later

/// Pages of plain text and the furniture on them.
enum TextPages {
  /// Gives pages to a text without form feeds that repeats "Page 2 of 7" between its lines.
  static func assign(_ lines: inout [TextLine], _ utf8: [UInt8]) {
    guard let last = lines.last, last.page == 0 else { return }
    var marks: [Int] = []
    for index in lines.indices where lines[index].end - lines[index].start < 120 && !lines[index].isBlank {
      if hasPageMark(lines[index], utf8) { marks.append(index) }
    }
    guard marks.count > 1 else {
      TextPageFeet.assign(&lines, utf8)
      return
    }
    let first = lines.firstIndex { !$0.isBlank } ?? 0
    let atTop = marks[0] - first < 4
    var page: Int32 = 0
    var next = atTop ? 1 : 0
    for index in lines.indices {
      if atTop, next < marks.count, index == marks[next] {
        page += 1
        next += 1
      }
      lines[index].page = page
      if !atTop, next < marks.count, index == marks[next] {
        // Blank lines after the last foot begin no page.
        if lines[(index + 1)...].contains(where: { !$0.isBlank }) { page += 1 }
        next += 1
      }
    }
  }

  /// Whether the line ends in "Page 2 of 7", or is nothing but a page's number between dashes.
  private static func hasPageMark(_ line: TextLine, _ utf8: [UInt8]) -> Bool {
    let text = utf8[Int(line.start)..<Int(line.end)]
    guard let digit = text.last, digit >= 0x30 && digit <= 0x39 || digit == 0x2D else { return false }
    let tail = text.suffix(16).split(separator: 0x20)
    if tail.count >= 4, lower(tail[tail.count - 4]) == Array("page".utf8),
      lower(tail[tail.count - 2]) == Array("of".utf8)
    {
      return true
    }
    guard text.count < 24, line.indent > 10 || digit == 0x2D else { return false }
    return FurnitureForm(Array(text)).isPageNumber && text.contains { $0 > 0x39 || $0 == 0x2D }
  }

  private static func lower(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  /// Indices of lines that are furniture.
  static func furniture(_ lines: [TextLine], _ utf8: [UInt8]) -> Set<Int> {
    var pages: [Furniture.Page] = []
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, lines[end].page == lines[start].page { end += 1 }
      pages.append(page(lines, start..<end, utf8))
      start = end
    }
    return Furniture.find(in: pages).reduce(into: []) { $0.formUnion($1) }
  }

  private static func page(_ lines: [TextLine], _ range: Range<Int>, _ utf8: [UInt8]) -> Furniture.Page {
    var top: [Furniture.Line] = []
    var index = range.lowerBound
    while index < range.upperBound, top.count < Furniture.depth {
      if !lines[index].isBlank { top.append(line(lines[index], index, range.lowerBound, utf8)) }
      index += 1
    }
    var bottom: [Furniture.Line] = []
    index = range.upperBound - 1
    while index >= range.lowerBound, bottom.count < Furniture.depth {
      if !lines[index].isBlank { bottom.append(line(lines[index], index, range.lowerBound, utf8)) }
      index -= 1
    }
    return .init(top: top, bottom: bottom, height: 0)
  }

  private static func line(_ line: TextLine, _ index: Int, _ first: Int, _ utf8: [UInt8]) -> Furniture.Line {
    let y = Float(index - first) * CharacterGrid.lineHeight
    let text = line.end - line.start < 160 ? Array(utf8[Int(line.start)..<Int(line.end)]) : []
    return .init(index: index, text: text, y0: y, y1: y + CharacterGrid.typeSize, isTableHead: line.pipes > 1)
  }
}
