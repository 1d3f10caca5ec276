// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// What a match of one of the packs' cues says of the clause that it stands in.
struct Cue: Sendable, Equatable {
  enum Sense: Sendable, Hashable {
    case granted
    case free
    /// How much is left open: blanked out, to be agreed.
    case openAmount
    /// What speaks against a grant.
    case objection(Lead.Reason)
  }

  var sense: Sense
  /// How far it speaks, as the pack says: `sentence`, `section`, `before`, `after`; nil where it does not.
  var reach: String?

  /// Nil for rules of other roles.
  init?(_ rule: PhraseRule) {
    guard rule.role == .cue else { return nil }
    switch rule.subject {
    case "granted": sense = .granted
    case "free": sense = .free
    case "open_amount": sense = .openAmount
    default:
      guard let reason = Lead.Reason(rawValue: rule.subject) else { return nil }
      sense = .objection(reason)
    }
    reach = rule.reach
  }

  /// Why there is no grant; nil for a cue that speaks for one.
  var reason: Lead.Reason? {
    if case .objection(let reason) = sense { reason } else { nil }
  }

  /// Whether a rule is a cue that is only asked about: what speaks for a grant is looked for everywhere, what speaks
  /// against one where something may be granted.
  static func isAside(_ rule: PhraseRule) -> Bool { Cue(rule).map { !forGrants.contains($0.sense) } ?? false }

  static let forGrants: Set<Sense> = [.granted, .free]

  /// A heading or lead-in with it speaks for all that stands under it.
  var holdsForSection: Bool { reach == "section" }
}

extension DocumentContext {
  /// What a match says as a cue; nil for matches of other rules.
  func cue(_ match: PhraseMatch) -> Cue? {
    guard let cue = cueRules[match.rule] else { return nil }
    if cue.reason == .optional_purchase, isNoMoreThanPrice(match.tokens) { return nil }
    return cue.sense == .free && FreeWords(context: self).sayOtherwise(match.tokens) ? nil : cue
  }

  /// "at no additional discount, for $900": nothing more is offered, a price is named.
  private func isNoMoreThanPrice(_ tokens: Range<Int>) -> Bool {
    guard tokens.lowerBound > 0, tokens.count > 1, folded(tokens.lowerBound - 1) == "no" else { return false }
    return ["additional", "further", "extra", "more"].contains(folded(tokens.lowerBound))
      && ["discount", "discounts", "rebate", "reduction", "mark"].contains(folded(tokens.lowerBound + 1))
  }

  /// The cues that start in the range, in order, each with its match.
  func cues(in tokens: Range<Int>) -> some Sequence<(match: PhraseMatch, cue: Cue)> {
    unlinkedMatches(in: tokens).lazy.compactMap { match in self.cue(match).map { (match, $0) } }
  }

  /// Whether a cue in one of these senses starts in the range.
  func says(_ senses: Set<Cue.Sense>, in tokens: Range<Int>) -> Bool {
    let isFor = senses.isSubset(of: Cue.forGrants)
    let near = isFor ? Array(matches(in: tokens)) : unlinkedMatches(in: tokens)
    return near.contains { match in cue(match).map { senses.contains($0.sense) } ?? false }
  }
}
