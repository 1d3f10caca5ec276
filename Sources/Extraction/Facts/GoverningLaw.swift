// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis
import Patterns

/// Reads whose law governs: `governed by the laws of the State of Oregon`, `Swiss law applies`.
struct GoverningLawReader {
  let context: DocumentContext
  let places: FactPlaces

  /// The place's name; where several sentences choose a law the first that speaks of this document.
  func read(_ labels: [Label]) -> String? {
    for label in labels where label.kind == .governingLaw {
      if let place = place(in: label.value) { return place }
    }
    var weaker: String?
    for match in places.matches("governing_law") {
      let sentence = context.sentence(of: match.tokens.lowerBound)
      guard !isAboutFormation(match, sentence) else { continue }
      let found: String?
      if places.gives(match, "place") == "before" {
        found = placeEnding(before: match.tokens.upperBound, from: sentence.lowerBound)
      } else if places.gives(match, "place") == "within" {
        found = place(in: match.tokens)
      } else {
        let limit = min(
          context.stream.count, max(sentence.upperBound, match.tokens.upperBound), match.tokens.upperBound + 60)
        found = place(in: match.tokens.upperBound..<max(match.tokens.upperBound, limit))
      }
      guard let found else { continue }
      if places.gives(match, "strength") == "weak" { weaker = weaker ?? found } else { return found }
    }
    return weaker
  }

  /// "a corporation organized under the laws of Ohio": that is whose law made the party.
  private func isAboutFormation(_ match: PhraseMatch, _ sentence: Range<Int>) -> Bool {
    let words: Set<String> = [
      "organized", "organised", "existing", "incorporated", "formed", "established", "constituted", "registered",
      "duly", "qualified",
    ]
    for token in max(sentence.lowerBound, match.tokens.lowerBound - 8)..<match.tokens.upperBound
    where words.contains(context.folded(token)) {
      return true
    }
    return false
  }

  /// The first place that is named in a range.
  private func place(in range: Range<Int>) -> String? {
    for token in range where context.isWord(token) {
      let word = context.folded(token)
      guard context.isCapitalised(token) else { continue }
      if word == "state" || word == "commonwealth" || word == "republic" || word == "province" { continue }
      if let found = longest(at: token, limit: range.upperBound) { return found }
    }
    return nil
  }

  private func longest(at token: Int, limit: Int) -> String? { context.place(at: token, limit: limit) }

  /// The place whose name stands last before a token: "Virginia law governs".
  private func placeEnding(before token: Int, from start: Int) -> String? {
    for back in stride(from: token - 1, through: max(start, token - 8), by: -1)
    where context.isWord(back) && context.isCapitalised(back) {
      var at = back
      // To the left as long as the words make a longer name.
      var found = longest(at: at, limit: token)
      while at > start, context.isCapitalised(at - 1), let longer = longest(at: at - 1, limit: token) {
        found = longer
        at -= 1
      }
      if let found { return found }
    }
    return nil
  }
}

extension DocumentContext {
  /// The name of a state, province or country that begins at a token; the longest counts.
  func place(at token: Int, limit: Int) -> String? {
    var words = ""
    var best: String?
    var count = 0
    var at = token
    while at < limit, count < Places.longest {
      let word = folded(at)
      at += 1
      if word == "'s" || word == "." || word == "’" { continue }
      guard isWord(at - 1) else { break }
      words += (words.isEmpty ? "" : " ") + word
      count += 1
      if let place = Places.byWords[words] { best = place }
    }
    return best
  }
}
