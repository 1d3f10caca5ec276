// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// Packs made ready for matching: one automaton of all names, one of the phrases of each `Matcher.Part`.
///
/// `Sendable`: all of it is read only; matchers on several threads may share it.
public struct CompiledPatterns: Sendable {
  /// What the packs say, as written.
  public let packs: PackSet
  /// In the order of the packs; matches speak of them by index.
  public var rules: [PhraseRule] { packs.rules }
  /// In the order in which packs first name them.
  public var kinds: [PackKind] { packs.kinds }
  let names: NameAutomaton
  private let phrases: [PhraseTables]
  private let units: [Kind: String]

  /// Compiles packs. Every word that they ask for gets its number from `vocabulary`, which tokenizing must then use.
  /// `part` says of each rule what it is matched with.
  ///
  /// Throws where the automaton of names has too many states.
  public init(
    _ packs: PackSet, vocabulary: inout Vocabulary, part: (PhraseRule) -> Matcher.Part = { .init(of: $0) }
  ) throws(PackError) {
    try self.init(packs, vocabulary: &vocabulary, part: part, mostStates: NameCompiler.mostStates)
  }

  init(
    _ packs: PackSet, vocabulary: inout Vocabulary, part: (PhraseRule) -> Matcher.Part = { .init(of: $0) },
    mostStates: Int
  ) throws(PackError) {
    let classes = SpanClasses(packs)
    var ids: [Vocabulary.WordID] = [Vocabulary.unknown]
    for word in 1..<packs.words.count {
      ids.append(vocabulary.intern(folded: packs.words.folded(Vocabulary.WordID(word))))
    }
    for word in CapitalisedNames.between { _ = vocabulary.intern(word) }
    let count = vocabulary.count
    let (known, numbers) = (vocabulary, ids)
    let parts = packs.rules.map(part)
    let compiled = Concurrently.map(2) { half in
      half == 0
        ? Half(
          names: NameCompiler.compile(packs, classes: classes, ids: numbers, words: count, mostStates: mostStates))
        : Half(
          phrases: PhraseCompiler.compile(packs, classes: classes, ids: numbers, vocabulary: known, parts: parts))
    }
    guard let names = compiled[0].names, let phrases = compiled[1].phrases else {
      throw PackError(faults: [Self.tooMany(mostStates, packs)])
    }
    self.init(packs, names, phrases, words: vocabulary.count)
  }

  /// `phrases` in the order of the parts; `words` is how many the vocabulary has.
  init(_ packs: PackSet, _ names: NameAutomaton, _ phrases: [PhraseAutomaton], words: Int) {
    self.packs = packs
    self.names = names
    self.phrases = phrases.map { PhraseTables($0, names, words: words) }
    units = Dictionary(packs.kinds.compactMap { kind in kind.unit.map { (kind.kind, $0) } }) { first, _ in first }
  }

  /// What is compiled side by side.
  private struct Half: Sendable {
    var names: NameAutomaton?
    var phrases: [PhraseAutomaton]?
  }

  func phrases(of part: Matcher.Part) -> PhraseTables { phrases[part.rawValue] }

  /// The unit that a kind's numbers count; nil where it is not counted or unknown.
  public func unit(of kind: Kind) -> String? { units[kind] }

  /// Where the packs give the name that a span took: what `rule` and `explain` call it. Nil for an entry of a list.
  public func source(of name: NameSpan) -> NameSource? {
    guard var left = name.number else { return nil }
    for kind in kinds {
      if left < kind.names.count { return source(of: kind.names[left], kind: kind.kind) }
      left -= kind.names.count
    }
    return nil
  }

  func source(of name: PackName, kind: Kind) -> NameSource {
    let pack = packs.packs.first { $0.file == name.file }?.name ?? ""
    return NameSource(id: "\(pack)/kinds.\(kind.rawValue)", phrase: name.phrase, file: name.file, line: name.line)
  }

  /// The names of kinds inside a name's tokens that gave way to it, being shorter.
  public func names(hiddenBy name: NameSpan, in stream: TokenStream) -> [NameSpan] {
    names.kinds(in: name.tokens.clamped(to: 0..<stream.count), of: stream).filter { $0.tokens != name.tokens }
  }

  /// What packs say of each kind, by pack: the first of its names there, and how many there are.
  public func sources(of kind: PackKind) -> [(source: NameSource, names: Int)] {
    var list: [(source: NameSource, names: Int)] = []
    for name in kind.names {
      if let index = list.firstIndex(where: { $0.source.file == name.file }) {
        list[index].names += 1
      } else {
        list.append((source(of: name, kind: kind.kind), 1))
      }
    }
    return list
  }

  private static func tooMany(_ states: Int, _ packs: PackSet) -> PackFault {
    let names = packs.kinds.flatMap(\.names) + packs.lists.flatMap { $0.entries.flatMap(\.names) }
    let largest = names.max { $0.node.size() < $1.node.size() }
    return PackFault(
      file: largest?.file ?? "", line: largest?.line ?? 1, column: 1,
      message: "the names have more than \(states) states: shorten gaps and choices, here first",
      source: largest?.phrase ?? "")
  }
}

/// The place of a pack at which a kind has a name.
public struct NameSource: Sendable, Hashable {
  /// The pack and the kind, as `core/kinds.training_credit`: the same for all names that a pack gives a kind.
  public var id: String
  /// The name as the pack writes it.
  public var phrase: String
  /// The pack's path, as faults name it.
  public var file: String
  /// One-based.
  public var line: Int
}
