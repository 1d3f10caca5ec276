// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Patterns

/// Reads grants whose facts stand under their title in lines with labels, "Exam vouchers" over "Quantity: 6", "Validity:
/// until 31 May 2031", "Unused: forfeited", or behind it in one cell. They are tables of one column that nobody drew.
struct LabelledItems {
  let context: DocumentContext

  private static let longestTitle = 10
  private static let longestLabel = 5
  private static let longestValue = 40
  private static let mostBlocks = 16

  /// A label and what stands behind its colon.
  private struct Line {
    var label: Range<Int>
    var value: Range<Int>
  }

  private var turned: TurnedTables { TurnedTables(context: context) }

  /// Adds a reading for each such grant; rows of tables that are read so are passed over where they stand.
  func add(to tables: inout [TableReading]) {
    guard context.isOfOrderLength else { return }
    var found: [TableReading] = []
    for index in tables.indices where tables[index].columns.count == 2 && !tables[index].isTurned {
      for row in tables[index].rows.indices where !tables[index].rows[row].isSummary {
        let cells = tables[index].rows[row].cells
        guard cells.count == 2, isTitle(cells[0]), let lines = lines(in: cells[1]), isTelling(lines) else { continue }
        let block = tables[index].rows[row].block
        found.append(reading(cells[0], lines, block..<(block + 1)))
        tables[index].rows[row].isSummary = true
      }
    }
    found += ofText()
    for (offset, var reading) in found.enumerated() {
      reading.table = context.source.tables.count + offset
      tables.append(reading)
    }
  }

  /// Titles in lines of their own, and the lines with labels under each.
  private func ofText() -> [TableReading] {
    var found: [TableReading] = []
    var open: (title: Range<Int>, lines: [Line], blocks: Range<Int>, isMarked: Bool)?
    func close() {
      if let one = open, isTelling(one.lines, isMarked: one.isMarked) {
        found.append(reading(one.title, one.lines, one.blocks))
      }
      open = nil
    }
    for block in context.source.blocks.indices {
      if context.isTableRow(block) {
        close()
        continue
      }
      for (number, line) in physicalLines(block).enumerated() {
        if let labelled = lines(in: line) {
          guard open != nil else { continue }
          open?.lines += labelled
          let first = open?.blocks.lowerBound ?? block
          open?.blocks = first..<(block + 1)
        } else if isTitle(unstopped(line)) {
          close()
          let isMarked = number == 0 && (context.source.blocks[block].label != nil || context.outline.isHeading[block])
          open = (unstopped(line), [], block..<(block + 1), isMarked)
        } else if number > 0, let last = open?.lines.popLast() {
          // A value that had no room goes on.
          open?.lines.append(Line(label: last.label, value: last.value.lowerBound..<line.upperBound))
        } else {
          close()
        }
        if open.map({ $0.blocks.count > Self.mostBlocks }) ?? false { close() }
      }
    }
    close()
    return found
  }

  private func physicalLines(_ block: Int) -> [Range<Int>] {
    let body = body(block)
    let starts = body.filter { $0 == body.lowerBound || context.stream.tokens[$0].flags.contains(.lineStart) }
    return zip(starts, starts.dropFirst() + [body.upperBound]).map { $0..<$1 }
  }

  /// A block's tokens behind its number or bullet.
  private func body(_ block: Int) -> Range<Int> {
    let tokens = context.stream.tokens(ofBlock: block)
    let label = context.source.blocks[block].label?.upperBound ?? 0
    let start = tokens.first { Int(context.stream.tokens[$0].start) >= label && !context.isOne($0, of: "•|*|-|–|·") }
    return (start ?? tokens.upperBound)..<tokens.upperBound
  }

  private func unstopped(_ line: Range<Int>) -> Range<Int> {
    line.isEmpty || !context.isOne(line.upperBound - 1, of: ":|.") ? line : line.lowerBound..<(line.upperBound - 1)
  }

  private func isTitle(_ tokens: Range<Int>) -> Bool {
    (1...Self.longestTitle).contains(tokens.count) && turned.hasKind(tokens)
      && context.firstIndex(of: ":", in: tokens) == nil && !context.says([.granted], in: tokens)
  }

  /// `isMarked`: the title is a heading or bears a number, so that one line with a number under it is enough.
  private func isTelling(_ lines: [Line], isMarked: Bool = false) -> Bool {
    let labels = turned.told(lines.map(\.label))
    if lines.count == 1, isMarked, labels == [.quantity], let value = lines.first?.value, value.count <= 4 {
      return context.values(in: value).first?.tokens.lowerBound == value.lowerBound
    }
    guard lines.count > 1 else { return false }
    return turned.isTelling(labels) && labels.filter { $0 != .other }.count * 3 >= labels.count * 2
  }

  /// All of a stretch as lines with labels: nil where it opens with none.
  private func lines(in tokens: Range<Int>) -> [Line]? {
    var found: [Line] = []
    for token in tokens {
      let opens =
        token == tokens.lowerBound || context.stream.tokens[token].flags.contains(.lineStart)
        || context.isOne(token - 1, of: ";")
      if opens, let colon = colon(behind: token, tokens) {
        if var last = found.popLast() {
          last.value = last.value.lowerBound..<(context.isOne(token - 1, of: ";") ? token - 1 : token)
          found.append(last)
        }
        found.append(Line(label: token..<colon, value: (colon + 1)..<tokens.upperBound))
      } else if token == tokens.lowerBound {
        return nil
      }
    }
    return found.allSatisfy { $0.value.count <= Self.longestValue } ? found : nil
  }

  private func colon(behind token: Int, _ tokens: Range<Int>) -> Int? {
    let near = token..<min(tokens.upperBound, token + Self.longestLabel + 1)
    guard let colon = near.first(where: { context.isOne($0, of: ":") }), colon > token, colon + 1 < tokens.upperBound,
      (token..<colon).allSatisfy({ context.isWord($0) || context.isOne($0, of: "(|)|/|.") })
    else { return nil }
    return colon
  }

  private func reading(_ title: Range<Int>, _ lines: [Line], _ blocks: Range<Int>) -> TableReading {
    let row = TableReading.Row(
      block: blocks.lowerBound, row: 0, cells: [title] + lines.map(\.value), isSummary: false, lineItem: nil,
      annual: nil, total: nil, isRecurring: nil, isOptional: false)
    return TableReading(
      table: 0, columns: [.product] + turned.told(lines.map(\.label)), headers: [0..<0] + lines.map(\.label),
      rows: [row], role: .schedule, blocks: blocks, isTurned: true)
  }
}

extension TableReading {
  /// Made of lines with labels, and no table of the text.
  func isOfItems(in context: DocumentContext) -> Bool { table >= context.source.tables.count }
}
