// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

extension LabelReferences {
  /// Labels that a sentence names in order to set their grants apart: "without prejudice to the credits under 1.1, the
  /// hours under 1.2 expire"; and labels of another paper, "section 1.2 of the Data Policy".
  struct Others {
    let context: DocumentContext
    let sentence: Range<Int>
    private var last: (end: Int, isOther: Bool)?
    private(set) var isFound = false

    init(context: DocumentContext, sentence: Range<Int>) {
      self.context = context
      self.sentence = sentence
    }

    private static let apart: WordSet = [
      "prejudice", "unlike", "addition", "besides", "except", "save", "saving", "notwithstanding", "exchanged",
      "exchangeable", "swapped", "converted", "apart", "instead", "than", "alongside", "excluding", "irrespective",
      "regardless", "contrary",
    ]

    /// Whether the reference at `start`, which closes before `end`, is to something that the sentence does not bound.
    mutating func has(_ start: Int, _ end: Int) -> Bool {
      let isOther = isApart(start) || isOfAnotherPaper(end)
      last = (end, isOther)
      isFound = isFound || isOther
      return isOther
    }

    private func isApart(_ start: Int) -> Bool {
      if let last, last.isOther {
        // "unlike the credits under 1.1 and the hours under 1.2"
        let between = context.words(last.end..<max(last.end, start))
        if between.count < 3, let first = between.first, ["and", "or", "nor"].contains(first) { return true }
      }
      let from = max(last?.end ?? sentence.lowerBound, sentence.lowerBound, start - 9)
      for token in stride(from: start, through: from, by: -1) {
        let word = context.folded(token)
        if [",", ";", ":"].contains(word) { return false }
        if Self.apart.contains(word) { return true }
      }
      return false
    }

    private func isOfAnotherPaper(_ end: Int) -> Bool {
      guard end + 2 < sentence.upperBound, context.folded(end) == "of" else { return false }
      guard context.isOne(end + 1, of: "the|its|our|your|supplier|customer") else {
        return false
      }
      let paper = context.words((end + 2)..<min(sentence.upperBound, end + 4))
      return !paper.contains { ["order", "form", "present"].contains($0) }
    }
  }
}
