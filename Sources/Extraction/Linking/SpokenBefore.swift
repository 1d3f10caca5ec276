// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// The time that the sentence before named, where this one only points at it: `The fund opens on the Effective Date. It is
/// closed eighteen months after that date.`
struct SpokenBefore {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  func time(for sentence: Range<Int>, _ passage: PassageText) -> TimeStatement? {
    guard sentence.count <= 60, sentence.contains(where: { points($0, passage) }), sentence.lowerBound > 0 else {
      return nil
    }
    let before = context.sentence(of: sentence.lowerBound - 1)
    guard before.count <= 80, before.upperBound == sentence.lowerBound,
      context.stream.block(of: before.lowerBound) == context.stream.block(of: sentence.lowerBound)
    else { return nil }
    return TimeFinder(PassageText(context, before), knowledge: knowledge).statements(in: before).last
  }

  private func points(_ token: Int, _ passage: PassageText) -> Bool {
    switch passage.word(token) {
    case "that", "such", "said":
      ["date", "day", "time", "year", "period", "half", "quarter"].contains(passage.word(token + 1))
    case "thereafter", "afterwards", "then": true
    default: false
    }
  }
}
