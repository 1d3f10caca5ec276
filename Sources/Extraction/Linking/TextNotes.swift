// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Notes to grants of running text: `15 training credits*` over `* to be used within ninety days`, `a fund[2]` over
/// `[2] Open in the first year`, `twelve exams (see note 4)` over `Note 4: …`.
struct TextNotes {
  let context: DocumentContext
  let finder: AttachmentFinder
  let candidates: [Candidate]
  let endNotes: EndNotes

  private static let signs: WordSet = ["*", "†", "‡", "¶", "‖", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁰"]
  /// Notes stand at the foot of a page or at the document's end.
  private static let reach = 120
  /// Further behind only figures in square brackets and named notes are looked for.
  private static let reachOfSigns = 30

  /// How a mark is written: notes of the same figure in other brackets are something else.
  private enum Style: Hashable { case sign, round, square, named }

  private struct Mark: Hashable {
    let style: Style
    let word: String
  }

  func link(_ given: inout [[Attachment]]) {
    var notes: [Int: [Mark: Range<Int>]] = [:]
    for (index, candidate) in candidates.enumerated() where candidate.place == nil {
      let end = max(candidate.name.tokens.upperBound, candidate.tokens.upperBound)
      if let number = endNotes.number(behind: end, limit: candidate.sentence.upperBound)
        ?? endNotes.number(behindSentence: candidate.sentence.upperBound)
      {
        for sentence in endNotes.sentences(number) where sentence.count < 90 {
          given[index] += finder.attachments(in: sentence, from: .item)
        }
        continue
      }
      guard let mark = mark(of: index) else { continue }
      let own = context.stream.block(of: candidate.tokens.lowerBound)
      let here = notes[own] ?? self.notes(behind: own)
      notes[own] = here
      guard let note = here[mark] else { continue }
      var at = note.lowerBound
      while at < note.upperBound {
        let sentence = context.sentence(of: at).clamped(to: note)
        if sentence.count < 90 {
          given[index] += finder.attachments(in: sentence, from: .item).filter(\.speaksForAll)
        }
        at = max(sentence.upperBound, at + 1)
      }
    }
  }

  // MARK: Marks

  /// The sign or the figure behind the grant's words, before another grant's.
  private func mark(of index: Int) -> Mark? {
    let candidate = candidates[index]
    let start = max(candidate.name.tokens.upperBound, candidate.sentence.lowerBound)
    let end = max(start, min(candidate.sentence.upperBound, candidate.tokens.upperBound + 6))
    for token in start..<end where context.isOne(token, of: Self.signs) {
      return Mark(style: .sign, word: run(at: token, limit: candidate.sentence.upperBound))
    }
    if let figure = figure(of: candidate) { return figure }
    let next = candidates[(index + 1)...].first?.tokens.lowerBound ?? candidate.sentence.upperBound
    let last = min(candidate.sentence.upperBound, candidate.tokens.upperBound + 14, next + 1)
    guard start < last else { return nil }
    for token in start..<last where token + 1 < candidate.sentence.upperBound {
      if context.folded(token) == ";" { return nil }
      if context.isOne(token, of: "[|{"), token + 2 < candidate.sentence.upperBound,
        context.isOne(token + 2, of: "]|}"), let word = short(token + 1)
      {
        return Mark(style: .square, word: word)
      }
      if context.isOne(token, of: "note|footnote"), let word = short(token + 1) {
        return Mark(style: .named, word: word)
      }
    }
    return nil
  }

  private func short(_ token: Int) -> String? {
    let word = context.folded(token)
    return word.utf8.count <= 2 && context.stream.tokens[token].tokenClass != .sign ? word : nil
  }

  /// "a partner voucher worth $7,500.00 (4)": a figure in brackets that is no amount said again.
  private func figure(of candidate: Candidate) -> Mark? {
    let near = candidate.tokens.lowerBound..<min(candidate.sentence.upperBound, candidate.tokens.upperBound + 8)
    for open in near.dropLast(2) where context.folded(open) == "(" && context.folded(open + 2) == ")" {
      guard let number = Int(context.folded(open + 1)), (1...30).contains(number),
        !context.values(in: candidate.sentence).contains(where: { $0.tokens.count > 1 && $0.tokens.contains(open) })
      else { continue }
      return Mark(style: .round, word: String(number))
    }
    return nil
  }

  private func run(at token: Int, limit: Int) -> String {
    var mark = ""
    var at = token
    while at < limit, context.isOne(at, of: Self.signs), mark.utf8.count < 8 {
      mark += context.folded(at)
      at += 1
    }
    return mark
  }

  // MARK: Notes

  private func notes(behind block: Int) -> [Mark: Range<Int>] {
    var found: [Mark: Range<Int>] = [:]
    var isUnderNotes = false
    for other in (block + 1)..<max(block + 1, min(block + 1 + Self.reach, context.source.blocks.count)) {
      let tokens = context.stream.tokens(ofBlock: other)
      guard let first = tokens.first else { continue }
      if tokens.count <= 3, context.isOne(first, of: "notes|footnotes") {
        isUnderNotes = true
        continue
      }
      guard tokens.count > 3, let mark = opener(other, tokens, isUnderNotes), found[mark] == nil else { continue }
      if mark.style == .sign || mark.style == .round, other > block + Self.reachOfSigns { continue }
      found[mark] = tokens
    }
    return found
  }

  private func opener(_ block: Int, _ tokens: Range<Int>, _ isUnderNotes: Bool) -> Mark? {
    let first = tokens.lowerBound
    if context.isOne(first, of: Self.signs) {
      return Mark(style: .sign, word: run(at: first, limit: tokens.upperBound))
    }
    if context.isOne(first, of: "note|footnote"), let word = short(first + 1) {
      return Mark(style: .named, word: word)
    }
    if tokens.count > 5, context.folded(first + 2) == ")", context.folded(first) == "(",
      let number = Int(context.folded(first + 1))
    {
      return Mark(style: .round, word: String(number))
    }
    if context.isOne(first, of: "[|{"), context.isOne(first + 2, of: "]|}") {
      return short(first + 1).map { Mark(style: .square, word: $0) }
    }
    guard let label = context.source.blocks[block].label.map({ context.source.string($0) }) else {
      // "1. To be redeemed by …" under "Notes", where the figure is no label.
      guard isUnderNotes, context.isOne(first + 1, of: ".|:|)") else { return nil }
      return short(first).map { Mark(style: .named, word: $0) }
    }
    let word = NoteMarks.mark(label)
    if label.utf8.contains(UInt8(ascii: "[")) { return Mark(style: .square, word: word) }
    return isUnderNotes ? Mark(style: .named, word: word) : nil
  }
}
