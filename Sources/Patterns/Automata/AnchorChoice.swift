// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// The part of a phrase that matching looks for first: the rarest of those that every match must have.
struct AnchorChoice {
  /// How often, about, one of them stands in a thousand words.
  var cost: Double
  var words: Set<String> = []
  var slots: Set<SlotType> = []
  /// At most so many tokens of a match stand before it.
  var before: Int
  /// At most so many tokens of a match stand after its end.
  var after: Int

  /// `slotCost` says how often a slot is filled in a thousand words.
  static func best(of node: PhraseNode, slotCost: (SlotType) -> Double) -> AnchorChoice? {
    switch node {
    case .gap: return nil
    case .word(let words):
      let cost = words.reduce(0) { $0 + WordFrequency.perMille($1) }
      return AnchorChoice(cost: cost, words: Set(words), before: 0, after: 0)
    case .slot(let types):
      // Capitals stand everywhere.
      if types.contains(.name) { return nil }
      let cost = types.reduce(0) { $0 + slotCost($1) }
      return AnchorChoice(cost: cost, slots: Set(types), before: 0, after: 0)
    case .choice(let alternatives):
      var whole: AnchorChoice?
      for alternative in alternatives {
        guard let part = best(of: alternative, slotCost: slotCost) else { return nil }
        whole = whole?.or(part) ?? part
      }
      return whole
    case .sequence(let parts):
      var best: AnchorChoice?
      for (index, part) in parts.enumerated() where !part.isNullable {
        guard var anchor = Self.best(of: part, slotCost: slotCost) else { continue }
        anchor.before += parts[..<index].reduce(0) { $0 + $1.longest }
        anchor.after += parts[(index + 1)...].reduce(0) { $0 + $1.longest }
        if let known = best, known.cost <= anchor.cost { continue }
        best = anchor
      }
      return best
    }
  }

  private func or(_ other: AnchorChoice) -> AnchorChoice {
    AnchorChoice(
      cost: cost + other.cost, words: words.union(other.words), slots: slots.union(other.slots),
      before: max(before, other.before), after: max(after, other.after))
  }
}

/// How common words are in contracts, so that phrases are not looked for by `the` and `of`. Only the order matters.
enum WordFrequency {
  static func perMille(_ word: String) -> Double { table[word] ?? 0.2 }

  private static let table: [String: Double] = {
    var table: [String: Double] = [:]
    for (frequency, words) in groups {
      for word in words.split(separator: " ") { table[String(word)] = frequency }
    }
    return table
  }()

  private static let groups: [(Double, String)] = [
    (60, ", the ."),
    (30, "of and to or"),
    (18, "in any such shall this ( )"),
    (9, "by for a be with as agreement that is party on not its : ; will"),
    (5, "other all from have are at may an under which if it parties no each has including"),
    (
      2.5,
      "section product products services company customer date upon either term time information days notice written "
        + "prior applicable after provided their was been were rights use without pursuant during between than"
    ),
    (
      1.2,
      "set made make period order fees support you your our we they must should can into including included include "
        + "includes provide provides granted grant per two one set up out service credit payment year more right "
        + "additional amount access used receive within before first following new terms so only but"
    ),
  ]
}
