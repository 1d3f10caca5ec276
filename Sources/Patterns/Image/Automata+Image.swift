// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

extension NameAutomaton {
  /// All but the names, which the packs give again.
  func write(to image: inout ImageWriter) {
    image.add(table: starts)
    openings.write(to: &image)
    image.add(table: states)
    image.add(table: steps)
    image.add(table: accepted)
  }

  init(_ set: PackSet, _ classes: SpanClasses, from image: inout ImageReader) throws(DamagedImage) {
    let (names, groups) = set.nameEntries(classes)
    let entries = names.map(\.entry)
    self.init(
      starts: try image.frozen(UInt32.self), openings: try NameOpenings(from: &image),
      states: try image.frozen(State.self), steps: try image.frozen(Step.self),
      accepted: try image.frozen(UInt32.self), names: entries, groupOf: FrozenArray(entries.map(\.group)),
      classOf: FrozenArray(entries.map(\.spanClass)), groups: groups)
  }
}

extension PhraseAutomaton {
  func write(to image: inout ImageWriter) {
    image.add(table: phrases)
    image.add(table: positions)
    image.add(longest)
    image.add(table: targets)
    image.add(table: targetWords)
    image.add(table: words)
    image.add(table: slotSets)
    image.add(setWidth)
    image.add(slots) { set, image in image.add(set) { $0.write(to: &$1) } }
    image.add(table: wordTriggers)
    image.add(table: wordPhrases)
    image.add(table: spanTriggers)
    image.add(table: spanPhrases)
    image.add(table: guards)
    image.add(guardLanes)
    image.add(table: wordGuards)
    image.add(table: spanGuards)
    image.add(taken) { $1.add(table: $0) }
    image.add(table: namesBetween)
  }

  init(from image: inout ImageReader) throws(DamagedImage) {
    self.init(
      phrases: try image.frozen(Phrase.self), positions: try image.frozen(Position.self), longest: try image.number(),
      targets: try image.frozen(Int32.self), targetWords: try image.frozen(UInt64.self),
      words: try image.frozen(UInt32.self), slotSets: try image.frozen(UInt64.self), setWidth: try image.number(),
      slots: try image.list { (image) throws(DamagedImage) in try image.list(SlotType.init) },
      wordTriggers: try image.frozen(Int32.self), wordPhrases: try image.frozen(Trigger.self),
      spanTriggers: try image.frozen(Int32.self), spanPhrases: try image.frozen(Trigger.self),
      guards: try image.frozen(GuardLane.self), guardLanes: try image.number(),
      wordGuards: try image.table(of: Int32.self), spanGuards: try image.frozen(Int32.self),
      taken: try image.list { (image) throws(DamagedImage) in try image.table(of: Int8.self) },
      namesBetween: try image.table(of: Vocabulary.WordID.self))
  }
}
