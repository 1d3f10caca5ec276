// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis

/// A plain value that a pack gives: `100`, `USD`, `true`, `null`.
public enum PackScalar: Sendable, Hashable {
  case text(String)
  case number(Decimal)
  case flag(Bool)
  case none
}

/// What a pack says of itself.
public struct Pack: Sendable, Hashable {
  /// `core`, of `pack: core/1`.
  public var name: String
  /// `1`, of `pack: core/1`.
  public var version: String
  /// What it is for, in its own words; nil where it does not say.
  public var about: String?
  /// The pack's path, as faults name it.
  public var file: String
}

/// A name of a kind, or an entry of a list of words.
public struct PackName: Sendable, Hashable {
  /// The phrase as written.
  public var phrase: String
  /// What a number before it counts, where that is not the kind's own unit.
  public var unit: String?
  /// Of support plans: `premier`.
  public var tier: String?
  /// Says the kind only together with other words: "credits".
  public var isWeak: Bool
  /// The pack's path, as faults name it.
  public var file: String
  /// One-based.
  public var line: Int
  var node: PhraseNode
}

/// A kind of entitlement with all names that the packs give it.
public struct PackKind: Sendable, Hashable {
  /// The word that rules and inventories use.
  public var kind: Kind
  /// What it is, in the words of the pack that defines it.
  public var about: String?
  /// Singular noun that its numbers count; nil where it is not counted.
  public var unit: String?
  /// Of all packs, in their order.
  public var names: [PackName]
  /// Where it is defined; its names may stand in other files too.
  public var file: String
  /// One-based.
  public var line: Int
}

/// A list of words that phrases name as a slot: `{give}`, `{anchor.term_start}`.
public struct PackList: Sendable, Hashable {
  /// What `NameSpan.list` says.
  public var name: String
  /// Entries in the order of the packs; a list without sub-entries has one with the key nil.
  public var entries: [Entry]
  /// The pack's path, as faults name it.
  public var file: String
  /// One-based.
  public var line: Int

  /// Words that mean the same.
  public struct Entry: Sendable, Hashable {
    /// Nil in a list without sub-entries.
    public var key: String?
    /// Of all packs, in their order.
    public var names: [PackName]
  }
}

/// A text that a rule must find something in, or must not.
public struct PackExample: Sendable, Hashable {
  /// Index into `PackSet.rules`, which is that of `CompiledPatterns.rules` too.
  public var rule: Int
  /// A sentence or a few.
  public var text: String
  /// What the entitlement found must say; empty where it is enough that the rule matches.
  public var gives: [ExampleField: PackScalar]
  /// A near miss: the rule must find nothing in it.
  public var isReject: Bool
  /// Where its text starts; one-based, the column in Unicode scalars.
  public var file: String
  /// One-based.
  public var line: Int, column: Int
}

/// Packs that were read and checked together. Nothing in it is wrong: what is wrong was thrown.
public struct PackSet: Sendable {
  /// In the order in which they were read.
  public internal(set) var packs: [Pack] = []
  /// In the order in which packs first name them.
  public internal(set) var kinds: [PackKind] = []
  /// In the order in which packs first name them.
  public internal(set) var lists: [PackList] = []
  /// In the order of the packs; an index into them is what matches and examples name.
  public internal(set) var rules: [PhraseRule] = []
  /// Examples and near misses of all rules, in the order of the packs.
  public internal(set) var examples: [PackExample] = []
  /// What the packs were read from, to show lines of.
  let files: [PackFile]
  /// Phrases of each rule, parsed.
  var nodes: [[PhraseNode]] = []
  /// The words of all phrases, under numbers of their own.
  var words = Vocabulary()

  init(files: [PackFile]) { self.files = files }

  /// The same packs without some lists of words, which no phrase may then name: less to compile and to match.
  public func without(lists isLeftOut: (_ name: String) -> Bool) -> PackSet {
    var copy = self
    copy.lists.removeAll { isLeftOut($0.name) }
    return copy
  }

  /// A fault at an example, with the line as it stands in the file.
  public func fault(_ message: String, at example: PackExample) -> PackFault {
    let source = files.first { $0.path == example.file }.map { PackLines($0.text).line(example.line) }
    return PackFault(
      file: example.file, line: example.line, column: example.column, message: message, source: source ?? "")
  }

  /// Reads packs that are to work together, in this order. Throws every fault of every file.
  public static func load(files: [PackFile], schema: PackSchema) throws(PackError) -> PackSet {
    let reader = PackReader(files: files, schema: schema)
    let set = reader.read()
    let faults = reader.faults.sorted()
    guard faults.isEmpty else { throw PackError(faults: faults) }
    return set
  }
}
