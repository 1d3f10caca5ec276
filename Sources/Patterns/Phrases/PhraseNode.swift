// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// A phrase as it was parsed.
indirect enum PhraseNode: Sendable, Hashable {
  /// One token: any of these words, by their numbers in `PackSet.words`.
  case word([Vocabulary.WordID])
  /// A value, a name or an entry of a list: any of these.
  case slot([SlotType])
  /// Up to so many tokens of any sort.
  case gap(Int)
  case sequence([PhraseNode])
  /// Any one of these; an empty sequence among them makes it optional.
  case choice([PhraseNode])

  static let empty = PhraseNode.sequence([])

  /// Whether it can match no token at all.
  var isNullable: Bool {
    switch self {
    case .word, .slot: false
    case .gap: true
    case .sequence(let parts): parts.allSatisfy(\.isNullable)
    case .choice(let alternatives): alternatives.contains(where: \.isNullable)
    }
  }

  /// Whether a match may begin with a gap, so that it would begin anywhere.
  var beginsWithGap: Bool {
    switch self {
    case .word, .slot: return false
    case .gap: return true
    case .choice(let alternatives): return alternatives.contains(where: \.beginsWithGap)
    case .sequence(let parts):
      for part in parts {
        if part.beginsWithGap { return true }
        if !part.isNullable { return false }
      }
      return false
    }
  }

  /// Whether a match may end with a gap, so that it would end anywhere.
  var endsWithGap: Bool {
    switch self {
    case .word, .slot: return false
    case .gap: return true
    case .choice(let alternatives): return alternatives.contains(where: \.endsWithGap)
    case .sequence(let parts):
      for part in parts.reversed() {
        if part.endsWithGap { return true }
        if !part.isNullable { return false }
      }
      return false
    }
  }

  /// All slots of it, in order.
  var slots: [SlotType] {
    switch self {
    case .word, .gap: []
    case .slot(let types): types
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.slots)
    }
  }

  /// A choice, simpler where all alternatives are single words or single slots.
  static func anyOf(_ alternatives: [PhraseNode]) -> PhraseNode {
    if alternatives.count == 1 { return alternatives[0] }
    var words: [Vocabulary.WordID] = []
    var rest: [PhraseNode] = []
    for alternative in alternatives {
      if case .word(let more) = alternative {
        for word in more where !words.contains(word) { words.append(word) }
      } else if !rest.contains(alternative) {
        rest.append(alternative)
      }
    }
    if !words.isEmpty { rest.insert(.word(words), at: 0) }
    return rest.count == 1 ? rest[0] : .choice(rest)
  }

  /// A sequence, without the wrapping of sequences in sequences.
  static func inOrder(_ parts: [PhraseNode]) -> PhraseNode {
    var flat: [PhraseNode] = []
    for part in parts {
      if case .sequence(let inner) = part { flat += inner } else { flat.append(part) }
    }
    return flat.count == 1 ? flat[0] : .sequence(flat)
  }
}
