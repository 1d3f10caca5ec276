// SPDX-License-Identifier: GPL-3.0-or-later

/// The words that packs may use where a program has to know what they mean.
public struct PackSchema: Sendable {
  /// What a rule under `cues` may say with `cue`.
  public var cues: [String]
  /// What a rule under `links` may say with `links`.
  public var links: [String]
  /// What a rule under `facts` may say with `fact`.
  public var facts: [String]
  /// How far a match may be said to reach.
  public var reaches: [String]
  /// What a rule under `links` or `facts` may say with `gives`: fields with their words.
  public var gives: [String: [String]]

  /// A schema; `reaches` are the words that matching knows.
  public init(
    cues: [String], links: [String], facts: [String],
    reaches: [String] = ["after", "before", "clause", "sentence", "section", "document"],
    gives: [String: [String]] = [:]
  ) {
    self.cues = cues
    self.links = links
    self.facts = facts
    self.reaches = reaches
    self.gives = gives
  }
}
