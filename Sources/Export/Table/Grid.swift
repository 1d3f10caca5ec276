// SPDX-License-Identifier: GPL-3.0-or-later

/// A table for a terminal: columns are as wide as they must be and share what the terminal has.
struct Grid {
  struct Column {
    var title: String
    var isNumeric = false
    /// The column is not made narrower than this, nor than its title, while another can give way.
    var minimum: Int
    /// No word of it is broken: what is a number or a date in it stays one.
    var keepsWords = false
  }

  struct Cell {
    var text: String
    var emphasis = Emphasis.none
  }

  enum Row {
    case cells([Cell])
    /// A line over all columns.
    case banner(Cell)
    /// An indented line under a banner.
    case note(Cell)
    case rule
  }

  var columns: [Column]
  var rows: [Row] = []
  let style: TableStyle

  private static let gap = 2

  /// Whether the columns at their narrowest fit the terminal.
  var fits: Bool { minimums().reduce(0, +) + Self.gap * (columns.count - 1) <= style.width }

  /// How narrow each column may become.
  private func minimums() -> [Int] {
    var widths = columns.map(\.minimum)
    for case .cells(let cells) in rows {
      for (index, cell) in cells.enumerated() where columns[index].keepsWords {
        for word in DisplayWidth.printable(cell.text).split(separator: " ") {
          widths[index] = max(widths[index], DisplayWidth.of(String(word)))
        }
      }
    }
    return widths
  }

  func text() -> String {
    let widths = self.widths()
    var output = line(columns.map { [TextWrap.cut($0.title, width: 40)] }, columns.map { _ in .strong }, widths)
    output += rule(widths)
    for row in rows {
      switch row {
      case .cells(let cells):
        let wrapped = zip(cells, widths).map { TextWrap.lines(DisplayWidth.printable($0.text), width: $1) }
        output += line(wrapped, cells.map(\.emphasis), widths)
      case .banner(let cell): output += full(cell, indent: 0)
      case .note(let cell): output += full(cell, indent: 2)
      case .rule: output += rule(widths)
      }
    }
    return output
  }

  private func full(_ cell: Cell, indent: Int) -> String {
    style.paragraph(cell.text, cell.emphasis, indent: indent)
  }

  /// Field by field, for a terminal that is too narrow for columns.
  func records() -> String {
    let titleWidth = (columns.map { DisplayWidth.of($0.title) }.max() ?? 0) + 4
    var output = ""
    for row in rows {
      switch row {
      case .banner(let cell), .note(let cell): output += full(cell, indent: 0)
      case .rule:
        output += Emphasis.faint.applied(to: String(repeating: "─", count: style.width), style.isColoured) + "\n"
      case .cells(let cells):
        for (column, cell) in zip(columns, cells) where !cell.text.isEmpty {
          // A field's name stands over it where beside it nothing would have room.
          let isBeside = style.width >= titleWidth + 20
          let indent = isBeside ? titleWidth : 4
          let title = "  " + column.title
          if !isBeside { output += TextWrap.cut(title, width: style.width) + "\n" }
          let text = style.paragraph(cell.text, cell.emphasis, indent: indent)
          output += isBeside ? TextWrap.padded(title, width: indent) + text.dropFirst(indent) : text
        }
        output += "\n"
      }
    }
    return output
  }

  private func rule(_ widths: [Int]) -> String {
    let line = widths.map { String(repeating: "─", count: $0) }.joined(
      separator: String(repeating: " ", count: Self.gap))
    return Emphasis.faint.applied(to: line, style.isColoured) + "\n"
  }

  private func line(_ cells: [[String]], _ emphases: [Emphasis], _ widths: [Int]) -> String {
    var output = ""
    for index in 0..<(cells.map(\.count).max() ?? 0) {
      var line = ""
      var pending = 0
      for (column, cell) in cells.enumerated() {
        if column > 0 { pending += Self.gap }
        guard index < cell.count, !cell[index].isEmpty else {
          pending += widths[column]
          continue
        }
        let width = DisplayWidth.of(cell[index])
        let before = columns[column].isNumeric ? widths[column] - width : 0
        line += String(repeating: " ", count: pending + max(0, before))
        line += emphases[column].applied(to: cell[index], style.isColoured)
        pending = max(0, widths[column] - width - before)
      }
      output += line + "\n"
    }
    return output
  }

  /// Natural widths where they fit; otherwise the widest columns give way first, down to their minimum.
  private func widths() -> [Int] {
    var widths = columns.map { DisplayWidth.of($0.title) }
    for case .cells(let cells) in rows {
      for (index, cell) in cells.enumerated() {
        widths[index] = max(widths[index], DisplayWidth.of(DisplayWidth.printable(cell.text)))
      }
    }
    let minimums = self.minimums()
    let room = style.width - Self.gap * (columns.count - 1)
    var excess = widths.reduce(0, +) - room
    while excess > 0 {
      let able = widths.indices.filter { widths[$0] > minimums[$0] }
      guard let widest = able.max(by: { widths[$0] < widths[$1] }) else { break }
      // Down to the next widest one, so that wide columns end up equal.
      let next = able.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let floor = max(minimums[widest], min(next, widths[widest] - 1))
      let cut = min(excess, widths[widest] - floor)
      widths[widest] -= cut
      excess -= cut
    }
    return widths
  }
}
