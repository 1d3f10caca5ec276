// SPDX-License-Identifier: GPL-3.0-or-later

/// A pack as it was read: the text of one YAML file and the path that faults name it by.
public struct PackFile: Sendable, Hashable {
  /// As people should see it: `core.yaml`, `vendors/oracle.yaml`, `/home/me/packs/mine.yaml`.
  public var path: String
  public var text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

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

  public init(
    cues: [String], links: [String], facts: [String],
    reaches: [String] = ["after", "before", "clause", "sentence", "section", "document"]
  ) {
    self.cues = cues
    self.links = links
    self.facts = facts
    self.reaches = reaches
  }
}
