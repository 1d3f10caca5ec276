// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Rows that go by a code of letters and figures ("EDU-TC", "B3"): a sentence that names one of them speaks of no other.
struct RowCodes {
  private let context: DocumentContext
  private let words: [Int: [String]]

  init(_ context: DocumentContext, _ knowledge: DocumentKnowledge, _ candidates: [Candidate]) {
    self.context = context
    let mentions = RowMentions(context: context)
    var words: [Int: [String]] = [:]
    for (index, candidate) in candidates.enumerated() {
      guard let place = candidate.place, words.count < 400 else { continue }
      let reading = knowledge.tables[place.table]
      guard let label = mentions.label(of: reading.rows[place.row], reading) else { continue }
      let parts = label.split(separator: " ").map(String.init)
      if parts.count > 1 { words[index] = parts }
    }
    self.words = words
  }

  /// Those of the grants whose code stands in the sentence; nil where none does.
  func named(in sentence: Range<Int>, of grants: [Int]) -> [Int]? {
    guard !words.isEmpty else { return nil }
    let meant = grants.filter { index in
      guard let code = words[index] else { return false }
      return sentence.contains { at in
        at + code.count <= sentence.upperBound && code.indices.allSatisfy { context.folded(at + $0) == code[$0] }
          && context.isWholeCode(at..<(at + code.count))
      }
    }
    return meant.isEmpty ? nil : meant
  }
}

extension DocumentContext {
  /// Whether neither a hyphen nor a figure glues more to a code: "EDU-TC" of "EDU-TC-P" is none.
  func isWholeCode(_ tokens: Range<Int>) -> Bool {
    let behind = tokens.upperBound
    if behind < stream.count, stream.tokens[behind].flags.contains(.hyphenBefore), isGlued(behind: behind) {
      return false
    }
    return !stream.tokens[tokens.lowerBound].flags.contains(.hyphenBefore)
  }

  /// A hyphen and nothing else stands between a token and the one before it.
  private func isGlued(behind token: Int) -> Bool {
    token > 0 && stream.tokens[token].start <= stream.tokens[token - 1].end + 3
  }
}
