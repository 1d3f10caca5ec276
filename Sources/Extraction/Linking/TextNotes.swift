// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Notes to grants of running text: `15 training credits*` over `* to be used within ninety days`.
struct TextNotes {
  let context: DocumentContext
  let finder: AttachmentFinder

  private static let signs: WordSet = ["*", "†", "‡", "¹", "²", "³"]
  private static let reach = 30

  func link(_ candidates: [Candidate], _ given: inout [[Attachment]]) {
    var notes: [Int: [String: Int]] = [:]
    let endNotes = EndNotes(context)
    for (index, candidate) in candidates.enumerated() where candidate.place == nil {
      let end = max(candidate.name.tokens.upperBound, candidate.tokens.upperBound)
      if let number = endNotes.number(behind: end, limit: candidate.sentence.upperBound) {
        for sentence in endNotes.sentences(number) where sentence.count < 90 {
          given[index] += finder.attachments(in: sentence, from: .item)
        }
        continue
      }
      guard let mark = mark(of: candidate) else { continue }
      let own = context.stream.block(of: candidate.tokens.lowerBound)
      let here = notes[own] ?? self.notes(behind: own)
      notes[own] = here
      guard let note = here[mark] else { continue }
      for sentence in context.sentences(ofBlock: note) where sentence.count < 90 {
        given[index] += finder.attachments(in: sentence, from: .item).filter(\.speaksForAll)
      }
    }
  }

  /// The signs right behind the grant's words, before another grant's.
  private func mark(of candidate: Candidate) -> String? {
    let end = min(candidate.sentence.upperBound, candidate.tokens.upperBound + 6)
    for token in max(
      candidate.name.tokens.upperBound, candidate.sentence.lowerBound)..<max(end, candidate.name.tokens.upperBound)
    where Self.signs.contains(context.folded(token)) {
      return run(at: token, limit: candidate.sentence.upperBound)
    }
    return figure(of: candidate)
  }

  /// "a partner voucher worth $7,500.00 (4)": a figure in brackets that is no amount said again.
  private func figure(of candidate: Candidate) -> String? {
    let near = candidate.tokens.lowerBound..<min(candidate.sentence.upperBound, candidate.tokens.upperBound + 8)
    for open in near.dropLast(2) where context.folded(open) == "(" && context.folded(open + 2) == ")" {
      guard let number = Int(context.folded(open + 1)), (1...30).contains(number),
        !context.values(in: candidate.sentence).contains(where: { $0.tokens.count > 1 && $0.tokens.contains(open) })
      else { continue }
      return "(\(number))"
    }
    return nil
  }

  private func run(at token: Int, limit: Int) -> String {
    var mark = ""
    var at = token
    while at < limit, Self.signs.contains(context.folded(at)), mark.utf8.count < 8 {
      mark += context.folded(at)
      at += 1
    }
    return mark
  }

  private func notes(behind block: Int) -> [String: Int] {
    var found: [String: Int] = [:]
    for other in (block + 1)..<min(block + 1 + Self.reach, context.source.blocks.count) {
      let tokens = context.stream.tokens(ofBlock: other)
      if let figure = figure(opening: tokens), found[figure] == nil, tokens.count > 5 { found[figure] = other }
      guard let first = tokens.first, Self.signs.contains(context.folded(first)) else { continue }
      let mark = run(at: first, limit: tokens.upperBound)
      if found[mark] == nil, tokens.count > 3 { found[mark] = other }
    }
    return found
  }

  /// `(4) Runs from …`
  private func figure(opening tokens: Range<Int>) -> String? {
    guard tokens.count > 3, context.folded(tokens.lowerBound) == "(", context.folded(tokens.lowerBound + 2) == ")",
      let number = Int(context.folded(tokens.lowerBound + 1))
    else { return nil }
    return "(\(number))"
  }
}
