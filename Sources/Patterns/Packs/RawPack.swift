// SPDX-License-Identifier: GPL-3.0-or-later
import Yams

/// A name as a pack has it, its phrase not yet parsed.
struct RawName {
  var phrase: PackText
  var unit: PackText?
  var tier: PackText?
  var isWeak = false
}

struct RawKind {
  var name: PackText
  var about: String?
  /// Outer nil: the pack says nothing of a unit; inner nil: it says that there is none.
  var unit: PackText??
  var names: [RawName] = []
}

struct RawList {
  var name: PackText
  /// One with the key nil for a list without sub-entries.
  var entries: [(key: PackText?, names: [RawName])] = []
}

struct RawRule {
  var role: PhraseRule.Role
  var id: PackText
  var subject: PackText?
  var reach: String?
  var gives: [(field: PackText, word: PackText)] = []
  var about: String?
  var priority = 0
  var phrases: [PackText] = []
  var examples: [RawExample] = []
  var file: Int
  var line: Int
  /// How faults name it.
  var called: String { id.text.isEmpty ? "a rule without `id`" : "rule `\(id.text)`" }
}

struct RawExample {
  var text: PackText
  var gives: [(field: PackText, value: PackScalar, text: PackText)] = []
  var isReject: Bool
}

/// What one file holds before it is checked against the others.
struct RawPack {
  var file: Int
  var id: PackText?
  var about: String?
  var kinds: [RawKind] = []
  var lists: [RawList] = []
  var rules: [RawRule] = []
}
