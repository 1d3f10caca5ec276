// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// What `inwriting text` prints.
public enum TextPrinting {
  /// The buffer itself: the offsets of evidence count its Unicode scalars.
  public static func plain(_ text: SourceText) -> String { String(decoding: text.utf8, as: UTF8.self) }

  /// The text with its layout shown: the role of each block in a gutter, tables with cells between bars and their
  /// headers underlined, furniture marked.
  public static func layout(_ text: SourceText) -> String {
    var printer = LayoutPrinter(text: text)
    return printer.print()
  }
}

private struct LayoutPrinter {
  let text: SourceText
  var output = ""
  private var block = 0
  private var line = 0
  private var lastBlock = -1

  init(text: SourceText) { self.text = text }

  mutating func print() -> String {
    if text.pages.isEmpty { printLines(upTo: .max) }
    for page in text.pages {
      output += "──── page \(page.number) ────\n"
      printLines(upTo: page.range.upperBound)
    }
    return output
  }

  private mutating func printLines(upTo end: Int) {
    while line < text.lines.count, text.lines[line].range.lowerBound < end {
      let current = text.lines[line]
      line += 1
      if current.isFurniture {
        output += "[furniture] \(text.string(current.range))\n"
        continue
      }
      while block < text.blocks.count, text.blocks[block].range.upperBound < current.range.upperBound { block += 1 }
      guard block < text.blocks.count else {
        output += gutter("?") + text.string(current.range) + "\n"
        continue
      }
      printLine(current, text.blocks[block], isFirst: block != lastBlock)
      lastBlock = block
    }
  }

  private mutating func printLine(_ line: SourceLine, _ block: SourceBlock, isFirst: Bool) {
    switch block.role {
    case .heading(let level): output += gutter(isFirst ? "h\(level)" : "") + text.string(line.range) + "\n"
    case .listItem(let level):
      output +=
        gutter(isFirst ? "item\(level)" : "") + String(repeating: "  ", count: level - 1)
        + text.string(line.range) + "\n"
    case .paragraph: output += gutter(isFirst ? "p" : "") + text.string(line.range) + "\n"
    case .tableRow(let table, let row): printRow(table, row)
    }
  }

  private mutating func printRow(_ table: Int, _ row: Int) {
    let cells = text.tables[table].rows[row]
    let isHeader = row < text.tables[table].headerRows || cells.isRepeatedHeader
    let drawn = cells.cells.map { cell in
      let span = cell.columnSpan > 1 ? " «\(cell.columnSpan)»" : ""
      let from = cell.spannedFrom.map { "↑" + text.string($0) } ?? ""
      return text.string(cell.range) + from + span
    }
    output += gutter("t\(table + 1)\(isHeader ? "*" : "")") + "│ " + drawn.joined(separator: " │ ") + " │\n"
    if isHeader, row + 1 == text.tables[table].headerRows { output += gutter("") + "├────\n" }
  }

  private func gutter(_ mark: String) -> String {
    mark + String(repeating: " ", count: max(1, 7 - mark.utf8.count)) + "┊ "
  }
}
