// SPDX-License-Identifier: GPL-3.0-or-later
import Patterns

/// The verb by which a sentence of an amendment ends, replaces or changes something.
extension AmendmentSentence {
  private static let verbs: [String: (AmendmentStatement.Effect, isPassive: Bool)] = {
    var verbs: [String: (AmendmentStatement.Effect, isPassive: Bool)] = [:]
    for word in [
      "deleted", "removed", "struck", "cancelled", "canceled", "terminated", "withdrawn", "revoked", "abolished",
      "omitted", "rescinded", "ended", "ends", "ceases", "cease", "discontinued", "annulled", "repealed", "waived",
      "lapses", "lapse", "longer", "dropped", "void", "excluded", "released", "expunged", "surrendered",
      "taken",
    ] {
      verbs[word] = (.ends, true)
    }
    for word in [
      "delete", "deletes", "remove", "removes", "strike", "strikes", "cancel", "cancels", "terminate", "withdraw",
      "withdraws", "revoke", "revokes", "omit", "omits", "rescind", "rescinds", "waive", "waives", "surrenders",
      "gives", "deleting", "removing", "striking",
    ] {
      verbs[word] = (.ends, false)
    }
    for word in ["replaced", "superseded", "substituted", "restated", "read", "reads"] {
      verbs[word] = (.replaces, true)
    }
    for word in ["replace", "replaces", "supersede", "supersedes", "substitute", "place", "lieu", "instead"] {
      verbs[word] = (.replaces, false)
    }
    for word in [
      "increased", "reduced", "raised", "lowered", "decreased", "extended", "prolonged", "shortened", "changed",
      "amended", "moved", "modified", "varied", "becomes", "become", "altered", "adjusted",
    ] {
      verbs[word] = (.changes, true)
    }
    for word in [
      "increase", "increases", "reduce", "reduces", "raise", "raises", "lower", "lowers", "decrease", "decreases",
      "extend", "extends", "prolong", "prolongs", "shorten", "shortens", "change", "changes",
    ] {
      verbs[word] = (.changes, false)
    }
    return verbs
  }()

  /// Outside quotation marks, the first that says more than that something changes.
  var verb: Verb? {
    var found: Verb?
    for token in range where !isQuoted(token) {
      guard let (effect, isPassive) = Self.verbs[context.folded(token)], isMeant(token), !isDenied(token) else {
        continue
      }
      let verb = Verb(token: token, effect: effect, isPassive: isPassive)
      // "Deleted and replaced" replaces; so does "amended to read".
      if found == nil || effect == .replaces && verb.isPassive || found?.effect == .changes && effect != .changes {
        if var first = found, first.effect == .ends, effect == .replaces {
          first.effect = .replaces
          found = first
        } else if found?.effect != .replaces {
          found = verb
        }
      }
    }
    return found
  }

  func isQuoted(_ token: Int) -> Bool { quotations.contains { $0.contains(token) } }

  /// Words that mean a change only together with others: "no longer", "gives up", "in place of", "shall read".
  private func isMeant(_ token: Int) -> Bool {
    func word(_ offset: Int) -> String {
      range.contains(token + offset) ? context.folded(token + offset) : ""
    }
    switch context.folded(token) {
    case "longer": return word(-1) == "no"
    case "taken": return ["out", "off"].contains(word(1)) && ["of", "the", "."].contains(word(2))
    case "gives": return word(1) == "up"
    case "place":
      return ["in", "takes", "take"].contains(word(-1)) && word(1) == "of" || ["its", "their"].contains(word(-1))
    case "lieu": return word(-1) == "in" && word(1) == "of"
    case "instead": return word(1) == "of"
    case "read": return ["to", "shall", "will"].contains(word(-1)) || word(1) == "as"
    case "reads": return ["as", "follows", ":"].contains(word(1))
    case "ends", "lapses", "lapse", "waive", "waives", "void", "released":
      return context.names(in: range).contains { $0.kind != nil } || !references.isEmpty
    case "becomes", "become":
      return value(behind: token, within: 4) != nil
    default: return true
    }
  }

  /// "Is not deleted", "may be terminated": nothing is.
  func isDenied(_ token: Int) -> Bool {
    let before = (max(range.lowerBound, token - 4)..<token).map { context.folded($0) }
    if before.suffix(3).contains(where: { ["not", "never", "neither", "nor"].contains($0) }) { return true }
    return before.contains { ["may", "might", "can", "could", "if", "unless", "until", "upon", "except"].contains($0) }
  }
}
