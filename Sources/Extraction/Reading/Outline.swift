// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Lexis

/// Which block stands under which: headings over their text, items over their sub-items, a lead-in ("the following:")
/// over the items after it.
struct Outline {
  /// For each block the block it stands under; -1 for the outermost.
  let parents: [Int]
  /// Whether each block is a heading.
  let isHeading: [Bool]
  /// For each table its first and last block.
  let tableBlocks: [Range<Int>]

  init(_ source: SourceText, stream: TokenStream) {
    var parents = [Int](repeating: -1, count: source.blocks.count)
    var tables = [Range<Int>](repeating: 0..<0, count: source.tables.count)
    var headings: [(level: Int, block: Int)] = []
    var items: [(level: Int, block: Int)] = []
    var leadIn = -1
    // "Complimentary items", "and without extra charge the Client gets": a line that no sign ends, right over items.
    var title = -1
    for (index, block) in source.blocks.enumerated() {
      let heading = headings.last?.block ?? -1
      switch block.role {
      case .heading(let level):
        while let last = headings.last, last.level >= level { headings.removeLast() }
        parents[index] = headings.last?.block ?? -1
        headings.append((level, index))
        items = []
        leadIn = -1
      case .listItem(let level):
        while let last = items.last, last.level >= level { items.removeLast() }
        if let number = Outline.number(block, source) {
          while let last = headings.last, let over = Outline.number(source.blocks[last.block], source), over < number {
            // "5. Assistance" behind "4. Fund", which is set as a heading: beside it, and not under it.
            headings.removeLast()
            items = []
            leadIn = -1
            title = -1
          }
        }
        let heading = headings.last?.block ?? -1
        parents[index] = items.last?.block ?? (leadIn >= 0 ? leadIn : title >= 0 ? title : heading)
        items.append((level, index))
        continue
      case .paragraph:
        let last = Outline.lastByte(source, block)
        parents[index] = heading
        items = []
        leadIn = last == 0x3A ? index : -1
        title = Outline.isOpen(last) ? index : -1
        continue
      case .tableRow(let table, _):
        let isTitled = title >= 0 && source.blocks[title].range.count <= 60
        parents[index] = leadIn >= 0 ? leadIn : items.last?.block ?? (isTitled ? title : heading)
        if table < tables.count {
          tables[table] = tables[table].isEmpty ? index..<(index + 1) : tables[table].lowerBound..<(index + 1)
        }
        continue
      }
      title = -1
    }
    self.parents = parents
    isHeading = source.blocks.map { block in
      if case .heading = block.role { return true }
      return false
    }
    tableBlocks = tables
  }

  /// The block's ancestors, nearest first.
  func ancestors(of block: Int) -> [Int] {
    var out: [Int] = []
    var at = parents[block]
    while at >= 0, out.count < 12 {
      out.append(at)
      at = parents[at]
    }
    return out
  }

  /// Blocks that stand under this one, directly or not, up to the next that does not.
  func descendants(of block: Int) -> Range<Int> {
    var end = block + 1
    while end < parents.count {
      var at = parents[end]
      while at > block { at = parents[at] }
      guard at == block else { break }
      end += 1
    }
    return (block + 1)..<end
  }

  /// The number of a label of one figure: `5.`, `5)`.
  private static func number(_ block: SourceBlock, _ source: SourceText) -> Int? {
    guard let label = block.label else { return nil }
    let digits = source.utf8[label].prefix { $0 >= 0x30 && $0 <= 0x39 }
    let rest = source.utf8[label].dropFirst(digits.count)
    guard !digits.isEmpty, digits.count <= 2, rest.allSatisfy({ $0 == 0x2E || $0 == 0x29 || $0 == 0x20 }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func lastByte(_ source: SourceText, _ block: SourceBlock) -> UInt8 {
    var at = block.range.upperBound - 1
    while at > block.range.lowerBound, source.utf8[at] <= 0x20 { at -= 1 }
    return at >= block.range.lowerBound ? source.utf8[at] : 0
  }

  /// A letter or a closing bracket: the text goes on in what stands below.
  private static func isOpen(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x29 || byte == 0x2C
  }
}
