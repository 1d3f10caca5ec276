// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Sections of notes, wherever they stand: under a heading "Notes", "Notes to Schedule 2", "Footnotes".
struct NoteAreas {
  struct Note {
    var blocks: Set<Int> = []
    var sentences: [Range<Int>] = []
  }

  /// The notes of each section by their marks, in text order.
  private var areas: [(first: Int, notes: [String: Note])] = []
  /// Some of them open with `1)`.
  private(set) var hasBrackets = false

  private static let longestHeading = 12
  private static let most = 40

  init(_ context: DocumentContext) {
    for block in context.source.blocks.indices where context.outline.isHeading[block] {
      guard context.stream.tokens(ofBlock: block).count <= Self.longestHeading, Self.isHeading(block, context) else {
        continue
      }
      let notes = read(under: block, context)
      if !notes.isEmpty { areas.append((block, notes)) }
    }
  }

  static func isHeading(_ block: Int, _ context: DocumentContext) -> Bool {
    context.stream.tokens(ofBlock: block).prefix(8).contains {
      context.isOne($0, of: "notes|footnotes|annotations|legend")
    }
  }

  /// The note with that mark in the nearest section behind a table.
  func note(_ mark: String, behind block: Int) -> Note? {
    areas.lazy.filter { $0.first >= block }.compactMap { $0.notes[mark] }.first
  }

  /// Each note goes from the block that opens with its mark to the next that opens with another.
  private mutating func read(under heading: Int, _ context: DocumentContext) -> [String: Note] {
    var found: [String: Note] = [:]
    let opener = NoteMarks(context)
    var open: String?
    for block in (heading + 1)..<min(heading + 1 + Self.most, context.source.blocks.count) {
      if context.outline.isHeading[block] || context.isTableRow(block) { break }
      let label = context.source.blocks[block].label.map { context.source.string($0) }
      for (number, sentence) in context.sentences(ofBlock: block).enumerated() {
        if let mark = number == 0
          ? label.map(NoteMarks.mark) ?? opener.opener(of: sentence) : opener.opener(of: sentence)
        {
          open = found[mark] == nil ? mark : nil
          let isBracket = label.map { $0.contains(")") && !$0.contains("(") } ?? false
          if isBracket || sentence.count > 1 && context.folded(sentence.lowerBound + 1) == ")" { hasBrackets = true }
        }
        guard let open else { continue }
        found[open, default: Note()].sentences.append(sentence)
        if number == 0 { found[open]?.blocks.insert(block) }
      }
    }
    return found
  }
}
