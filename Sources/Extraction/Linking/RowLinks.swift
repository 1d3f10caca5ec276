// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// What belongs to the grants of table rows: their cells, the notes and items that refer to them, the lines over and
/// under their table.
struct RowLinks {
  let context: DocumentContext
  let knowledge: DocumentKnowledge
  let finder: AttachmentFinder

  func link(_ candidates: [Candidate], _ given: inout [[Attachment]]) {
    let references = RowReferences(context, knowledge)
    for (index, candidate) in candidates.enumerated() {
      guard let place = candidate.place else { continue }
      let row = knowledge.tables[place.table].rows[place.row]
      for cell in row.cells where !cell.isEmpty {
        given[index] += finder.attachments(in: cell, from: .sentence).filter {
          switch $0.content {
          case .fee, .cap, .worth: false
          default: true
          }
        }
      }
      for sentence in references.sentences(for: place) {
        given[index] += finder.attachments(in: sentence, from: .row)
      }
      for block in leadBlocks(row.block) {
        for sentence in context.sentences(ofBlock: block) where speaksOfTable(sentence) {
          given[index] += finder.attachments(in: sentence, from: .section).filter(\.speaksForAll)
        }
      }
    }
  }

  /// Paragraphs between a heading and the table under it: "All of it is covered by the fees in Schedule A."
  private func leadBlocks(_ block: Int) -> [Int] {
    var found: [Int] = []
    let ancestor = context.outline.ancestors(of: block).first ?? -1
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
}
