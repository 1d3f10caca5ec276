// SPDX-License-Identifier: GPL-3.0-or-later

/// A rule of a pack: phrases, and what a match of one of them says.
public struct PhraseRule: Sendable, Hashable {
  /// The section of the pack that the rule stands in.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Under `rules`: a name with its amount, which may be a grant.
    case grant
    /// Under `cues`: granted, denied, offered, free …
    case cue
    /// Under `links`: what happens to the unused, purpose, conditions …
    case link
    /// Under `facts`: what the document says of itself.
    case fact
  }

  /// What a match of it speaks for.
  public var role: Role
  /// A grant's kind or `any`; the word of a cue, link or fact.
  public var subject: String
  /// How far a match speaks: one of the schema's words; nil where the pack does not say.
  public var reach: String?
  /// What a match gives, by field.
  public var gives: [String: String]
  /// What it is for, in the pack's words.
  public var about: String?
  /// Unique within its pack: `quantity-before-kind`.
  public var id: String
  /// `core/quantity-before-kind`: the pack's name and the rule's id.
  public var qualifiedID: String
  /// As written.
  public var phrases: [String]
  /// Higher wins where two readings are equally long; 0 where the pack does not say.
  public var priority: Int
  /// The pack's path, as faults name it.
  public var file: String
  /// Where the rule starts; one-based.
  public var line: Int
}
