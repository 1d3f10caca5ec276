// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// What belongs to the grants of table rows: their cells, the heading of their group, the notes and items that refer to
/// them, the lines over and under their table.
struct RowLinks {
  let context: DocumentContext
  let knowledge: DocumentKnowledge
  let finder: AttachmentFinder

  func link(_ candidates: [Candidate], _ given: inout [[Attachment]]) {
    let references = RowReferences(context, knowledge)
    var under: [Int: [Range<Int>]] = [:]
    for (index, candidate) in candidates.enumerated() {
      guard let place = candidate.place else { continue }
      let reading = knowledge.tables[place.table]
      let row = reading.rows[place.row]
      for cell in row.cells where !cell.isEmpty { given[index] += ofCell(cell) }
      if let group = row.group {
        given[index] += finder.attachments(in: group, from: .row).filter { speaksForGroup($0) }
      }
      for sentence in references.sentences(for: place) {
        let years = YearMentions.numbers(in: sentence, context)
        if let own = candidate.contractYear, !years.isEmpty, !years.contains(own) { continue }
        given[index] += finder.attachments(in: sentence, from: .row)
      }
      for block in leadBlocks(row.block) {
        for sentence in context.sentences(ofBlock: block) where speaksOfTable(sentence) {
          given[index] += finder.attachments(in: sentence, from: .section).filter(\.speaksForAll)
        }
      }
      if under[place.table] == nil { under[place.table] = sentencesUnder(reading) }
      for sentence in under[place.table] ?? [] {
        let years = YearMentions.numbers(in: sentence, context)
        if let own = candidate.contractYear, !years.isEmpty, !years.contains(own) { continue }
        given[index] += finder.attachments(in: sentence, from: .section).filter(\.speaksForAll)
      }
    }
  }

  private func ofCell(_ cell: Range<Int>) -> [Attachment] {
    finder.attachments(in: cell, from: .sentence).filter {
      switch $0.content {
      case .fee, .cap, .worth: false
      default: true
      }
    }
  }

  private func speaksForGroup(_ attachment: Attachment) -> Bool {
    if case .recurrence = attachment.content { return true }
    return attachment.speaksForAll
  }

  /// Paragraphs between a heading and the table under it: "All of it is covered by the fees in Schedule A."
  private func leadBlocks(_ block: Int) -> [Int] {
    let ancestor = context.outline.ancestors(of: block).first ?? -1
    var found: [Int] = []
    var at = block - 1
    while at > ancestor, found.count < 4 {
      defer { at -= 1 }
      if case .tableRow = context.source.blocks[at].role { continue }
      found.append(at)
    }
    if ancestor >= 0 { found.append(ancestor) }
    return found
  }

  /// A sentence that names no kind of its own, so that it may speak of the rows.
  private func speaksOfTable(_ sentence: Range<Int>) -> Bool {
    !context.names(in: sentence).contains { $0.kind != nil && !$0.isWeak }
  }

  private static let tableWords: WordSet = [
    "row", "rows", "line", "lines", "items", "table", "above", "entitlements", "benefits", "allowances", "quantities",
    "figures", "amounts", "balance", "balances", "unused", "undrawn", "they", "these", "everything", "whatever",
  ]
  private static let pointers: WordSet = [
    "row", "rows", "line", "lines", "item", "items", "position", "positions",
  ]

  /// Sentences right under the table that speak of all its rows: "Unused quantities lapse at the end of the year."
  private func sentencesUnder(_ reading: TableReading) -> [Range<Int>] {
    guard reading.role != .labels, reading.role != .signatures else { return [] }
    var found: [Range<Int>] = []
    for block in TableSurroundings(context: context).blocksUnder(reading).prefix(2) {
      if context.source.blocks[block].label != nil { break }
      for sentence in context.sentences(ofBlock: block) where speaksOfTable(sentence) {
        let isNamed = sentence.contains { Self.tableWords.contains(context.folded($0)) }
        let isNote = sentence.first.map { RowScale.marks.contains(context.folded($0)) } ?? false
        guard isNamed, !isNote, RowMentions(context: context).rows(in: sentence, of: reading).isEmpty else { continue }
        found.append(sentence)
      }
    }
    return found
  }
}
