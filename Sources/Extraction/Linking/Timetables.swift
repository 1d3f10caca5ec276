// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Gives grants of the text the days that a table far away states against their letter or number: `Extra │ First day │
/// Last day` over `A │ 1 May 2031 │ 30 April 2032`, where "A. Thirty training credits" stands in a list.
struct Timetables {
  let context: DocumentContext
  let knowledge: DocumentKnowledge
  let candidates: [Candidate]

  private static let opening: WordSet = [
    "first", "from", "start", "starts", "opens", "opening", "begins", "beginning", "earliest", "commences",
  ]
  private static let closing: WordSet = [
    "last", "until", "end", "ends", "closes", "closing", "expires", "expiry", "latest", "deadline", "through",
  ]
  /// A table with such a column tells when something is paid or delivered.
  private static let dealings: WordSet = [
    "invoice", "invoices", "invoiced", "payment", "payments", "amount", "fee", "fees", "price", "milestone", "due",
    "payable", "delivery", "deliverable", "review", "report",
  ]
  /// Words beside a code that say what it numbers: "Extra A", "Item 3".
  private static let nouns: WordSet = [
    "item", "extra", "benefit", "grant", "clause", "section", "paragraph", "letter", "no", "number", "entitlement",
    "part",
    "point", "article", "incentive", "service", "§",
  ]

  func link(_ given: inout [[Attachment]]) {
    let inText = candidates.indices.filter { candidates[$0].place == nil }
    guard !inText.isEmpty else { return }
    var codes: [String: [Int]]?
    for (number, table) in knowledge.tables.enumerated() where table.rows.count > 1 {
      // Headings that nothing marks stand in the first row.
      let heads = table.headers.contains { !$0.isEmpty } ? table.headers : table.rows[0].cells
      let ends = heads.map(role)
      guard heads.count > 1, ends.contains(where: { $0 != nil }),
        !heads.contains(where: { $0.contains { context.isOne($0, of: Self.dealings) } }),
        !candidates.contains(where: { $0.place?.table == number })
      else { continue }
      let known = codes ?? self.codes(of: inText)
      codes = known
      for row in table.rows {
        guard let first = row.cells.first, let code = code(in: first), let meant = known[code] else { continue }
        for (column, cell) in row.cells.enumerated().dropFirst() {
          guard let role = ends[safe: column] ?? nil, let time = time(cell, role) else { continue }
          for index in meant {
            given[index].append(Attachment(content: .time(time), tokens: cell, from: .row, isNamed: true))
          }
        }
      }
    }
  }

  private func role(_ header: Range<Int>) -> TimeStatement.Role? {
    guard (1...5).contains(header.count) else { return nil }
    if header.contains(where: { context.isOne($0, of: Self.opening) }) { return .start }
    // "To" over a column of days, not "paid to".
    if header.count == 1, context.isOne(header.lowerBound, of: "to|by") { return .end }
    return header.contains { context.isOne($0, of: Self.closing) } ? .end : nil
  }

  private func time(_ cell: Range<Int>, _ role: TimeStatement.Role) -> TimeStatement? {
    guard !cell.isEmpty else { return nil }
    let parser = TimeParser(passage: PassageText(context, cell), knowledge: knowledge)
    guard let point = parser.point(at: cell.lowerBound), point.end >= cell.upperBound - 1 else { return nil }
    return TimeStatement(role: role, point: point.value, tokens: cell)
  }

  // MARK: Codes

  /// `A`, `(b)`, `2.1`, `Extra A`, `Clause 4`: what a row is called by.
  private func code(in cell: Range<Int>) -> String? {
    let words = cell.filter { !context.isOne($0, of: Self.nouns) }
    guard (1...5).contains(words.count) else { return nil }
    return code(NoteMarks.mark(words.map { context.folded($0) }.joined()))
  }

  private func code(_ mark: String) -> String? {
    let utf8 = mark.utf8
    guard (1...6).contains(utf8.count) else { return nil }
    let letters = utf8.filter { $0 >= 0x61 && $0 <= 0x7A }.count
    let isNumber = letters == 0 && utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }
    return isNumber || letters == 1 ? mark : nil
  }

  /// By code the grants of the text that stand behind it; none for a code that two lists have.
  private func codes(of indices: [Int]) -> [String: [Int]] {
    var found: [String: [(index: Int, list: Int)]] = [:]
    for index in indices {
      let sentence = candidates[index].sentence
      let block = context.stream.block(of: sentence.lowerBound)
      var own: [(mark: String, list: Int)] = []
      for place in [block] + context.outline.ancestors(of: block).prefix(1) {
        if let label = context.source.blocks[place].label {
          own.append((NoteMarks.mark(context.source.string(label)), context.outline.parents[place]))
        }
      }
      // "A." may stand amid a paragraph, as a sentence of its own.
      let before = context.sentence(of: max(0, sentence.lowerBound - 1))
      if sentence.lowerBound > 0, before.count <= 2 {
        own.append((NoteMarks.mark(before.map { context.folded($0) }.joined()), context.outline.parents[block]))
      }
      for (mark, list) in own { if let code = code(mark) { found[code, default: []].append((index, list)) } }
    }
    return found.filter { Set($0.value.map(\.list)).count == 1 }.mapValues { $0.map(\.index) }
  }
}
