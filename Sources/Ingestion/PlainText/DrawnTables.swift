// SPDX-License-Identifier: GPL-3.0-or-later

/// Tables whose columns are parted by the characters made for drawing boxes, or by tabs: both are written with the bars
/// and dashes that tables are drawn with otherwise.
struct DrawnTables {
  private let utf8: [UInt8]
  private let lines: [TextLine]
  private var result: [UInt8] = []

  private init(_ utf8: [UInt8], _ lines: [TextLine]) {
    self.utf8 = utf8
    self.lines = lines
  }

  /// Writes the text and its lines anew where it has such tables.
  static func redraw(_ lines: inout [TextLine], _ utf8: inout [UInt8]) {
    guard lines.contains(where: { $0.isDrawn || $0.tabs > 1 }) else { return }
    var drawing = DrawnTables(utf8, lines)
    guard drawing.draw() else { return }
    utf8 = drawing.result
    lines = TextLines.scan(utf8)
  }

  /// Whether anything was drawn anew.
  private mutating func draw() -> Bool {
    result.reserveCapacity(utf8.count + utf8.count / 16)
    var (copied, index) = (0, 0)
    while index < lines.count {
      if lines[index].isDrawn {
        let (start, end) = (Int(lines[index].start), Int(lines[index].end))
        result += utf8[copied..<start]
        appendDrawn(start..<end)
        copied = end
      } else if lines[index].tabs > 0 {
        let run = tabbed(from: index)
        if run.isTable {
          for line in run.lines {
            result += utf8[copied..<line.lowerBound]
            appendCells(line, run.columns)
            copied = line.upperBound
          }
        }
        // Lines that make no table together make none from a later one on either: none is read twice.
        index += max(run.lines.count, 1) - 1
      }
      index += 1
    }
    guard copied > 0 else { return false }
    result += utf8[copied...]
    return true
  }

  // MARK: Boxes

  /// U+2500 to U+257F.
  private mutating func appendDrawn(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard utf8[index] == 0xE2, index + 2 < range.upperBound, utf8[index + 1] & 0xFE == 0x94 else {
        result.append(utf8[index])
        index += 1
        continue
      }
      result.append(Self.drawn(utf8[index + 1], utf8[index + 2]))
      index += 3
    }
  }

  private static func drawn(_ second: UInt8, _ third: UInt8) -> UInt8 {
    switch (second, third) {
    case (0x94, 0x82), (0x94, 0x83), (0x94, 0x86), (0x94, 0x87), (0x94, 0x8A), (0x94, 0x8B), (0x95, 0x8E), (0x95, 0x8F),
      (0x95, 0x91):
      0x7C
    case (0x94, 0x80...0x8B), (0x95, 0x8C), (0x95, 0x8D), (0x95, 0x90): 0x2D
    default: 0x2B
    }
  }

  // MARK: Tabs

  private struct TabbedLines {
    /// From the first to the last byte of each, outer tabs included.
    var lines: [Range<Int>]
    /// Whether a column says anything.
    var columns: [Bool]
    var isTable: Bool { lines.count > 1 && columns.count(where: { $0 }) > 2 }
  }

  /// No table has more rows in sequence, or wider ones.
  private static let (mostRows, mostTabs) = (5000, 60)

  /// The lines from `first` on that have as many tabs each, at least two.
  private func tabbed(from first: Int) -> TabbedLines {
    var run = TabbedLines(lines: [], columns: [])
    for index in first..<min(lines.count, first + Self.mostRows) {
      let line = lines[index]
      guard line.tabs > 0, line.pipes == 0, !line.isRule, line.page == lines[first].page else { break }
      let range = whole(line)
      let cells = utf8[range].split(separator: 0x09, maxSplits: Self.mostTabs, omittingEmptySubsequences: false)
      guard cells.count > 2, cells.count <= Self.mostTabs, run.columns.isEmpty || cells.count == run.columns.count,
        !cells.contains(where: Self.isLabel)
      else { break }
      if run.columns.isEmpty { run.columns = [Bool](repeating: false, count: cells.count) }
      for (column, cell) in cells.enumerated() where cell.contains(where: { $0 != 0x20 }) { run.columns[column] = true }
      run.lines.append(range)
    }
    return run
  }

  /// `By:`, `Order Number:`: what follows is its value, and no cell below a heading.
  private static func isLabel(_ cell: ArraySlice<UInt8>) -> Bool { cell.last { $0 != 0x20 } == 0x3A }

  private func whole(_ line: TextLine) -> Range<Int> {
    var (start, end) = (Int(line.start), Int(line.end))
    while start > 0, utf8[start - 1] == 0x20 || utf8[start - 1] == 0x09 { start -= 1 }
    while end < utf8.count, utf8[end] == 0x20 || utf8[end] == 0x09 { end += 1 }
    return start..<end
  }

  private mutating func appendCells(_ line: Range<Int>, _ columns: [Bool]) {
    let cells = utf8[line].split(separator: 0x09, maxSplits: Self.mostTabs, omittingEmptySubsequences: false)
    for (column, cell) in cells.enumerated() where columns[column] {
      result += [0x7C, 0x20]
      result += cell
      result.append(0x20)
    }
    result.append(0x7C)
  }
}
