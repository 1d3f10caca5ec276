// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// A value that a recogniser found, as phrases can take it in a slot.
public struct TypedSpan: Sendable, Hashable {
  /// One of the slots that hold values.
  public var slot: SlotType
  /// The words that say it.
  public var tokens: Range<Int>
  /// Whatever the caller knows the value by; captures give it back.
  public var index: Int

  /// A value; `index` means nothing to matching.
  public init(slot: SlotType, tokens: Range<Int>, index: Int) {
    self.slot = slot
    self.tokens = tokens
    self.index = index
  }
}

/// A place where a kind is named or an entry of a list of words stands.
public struct NameSpan: Sendable, Hashable {
  /// The words of the name.
  public var tokens: Range<Int>
  /// The kind that is named; nil where it is an entry of a list.
  public var kind: Kind?
  /// The list that it is an entry of; nil where it names a kind.
  public var list: String?
  /// The key of the sub-entry, where the list has them.
  public var entry: String?
  /// Says the kind only together with other words.
  public var isWeak: Bool
  /// What a number before it counts, where the name says so and not only the kind.
  public var unit: String?
  /// Of support plans.
  public var tier: String?
  /// Its place among the names of all kinds, for `CompiledPatterns.source(of:)`; nil where it is an entry of a list.
  public var number: Int?

  /// A name; of `kind` and `list` one is set.
  public init(
    tokens: Range<Int>, kind: Kind? = nil, list: String? = nil, entry: String? = nil, isWeak: Bool = false,
    unit: String? = nil, tier: String? = nil, number: Int? = nil
  ) {
    self.tokens = tokens
    self.kind = kind
    self.list = list
    self.entry = entry
    self.isWeak = isWeak
    self.unit = unit
    self.tier = tier
    self.number = number
  }
}

/// A place where a rule's phrase stands.
public struct PhraseMatch: Sendable, Hashable {
  /// Index into `CompiledPatterns.rules`.
  public var rule: Int
  /// From the phrase's first word to its last.
  public var tokens: Range<Int>
  /// What its slots took, in text order.
  public var captures: [Capture]

  /// A match of the rule with that index.
  public init(rule: Int, tokens: Range<Int>, captures: [Capture] = []) {
    self.rule = rule
    self.tokens = tokens
    self.captures = captures
  }

  /// What stands in one slot of the phrase.
  public struct Capture: Sendable, Hashable {
    /// The slot as the phrase has it; of several alternatives the one that was taken.
    public var slot: SlotType
    /// The words that fill it.
    public var tokens: Range<Int>
    /// `TypedSpan.index` of the value; nil for names.
    public var valueIndex: Int?
    /// Index into the names of the same matching; nil for values and for `{name}`.
    public var nameIndex: Int?

    /// A capture; of the two indices at most one is set.
    public init(slot: SlotType, tokens: Range<Int>, valueIndex: Int? = nil, nameIndex: Int? = nil) {
      self.slot = slot
      self.tokens = tokens
      self.valueIndex = valueIndex
      self.nameIndex = nameIndex
    }
  }
}
