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
      "amended", "moved", "modified", "varied", "becomes", "become", "altered", "adjusted", "doubled", "tripled",
      "trebled", "quadrupled", "halved", "brought", "postponed", "deferred", "pushed", "put", "set", "cut", "limited",
      "capped", "restricted", "lengthened", "curtailed", "rises", "rise", "grows", "grow", "falls", "fall", "drops",
      "renewed", "upgraded", "expanded", "enlarged", "topped", "scaled", "corrected", "revised",
    ] {
      verbs[word] = (.changes, true)
    }
    for word in [
      "increase", "increases", "reduce", "reduces", "raise", "raises", "lower", "lowers", "decrease", "decreases",
      "extend", "extends", "prolong", "prolongs", "shorten", "shortens", "change", "changes", "double", "doubles",
      "triple", "triples", "halve", "halves", "brings", "bring", "postpone", "postpones", "defer", "defers", "move",
      "moves", "cuts", "limit", "limits", "adjust", "adjusts", "renew", "renews", "tops",
    ] {
      verbs[word] = (.changes, false)
    }
    for word in ["converted", "exchanged", "swapped", "traded"] { verbs[word] = (.replaces, true) }
    for word in ["convert", "converts", "exchange", "exchanges", "swap", "swaps", "trade", "trades"] {
      verbs[word] = (.replaces, false)
    }
    return verbs
  }()

  static let exchanging: WordSet = ["convert", "converts", "exchange", "exchanges", "swap", "swaps", "trade", "trades"]

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
    case "instead":
      // "12 instead of 8", "until May instead of until June" give another value; "instead of the fund" another thing.
      return word(1) == "of" && !isValue(behind: token + 1)
    case "read": return ["to", "shall", "will"].contains(word(-1)) || word(1) == "as"
    case "reads": return ["as", "follows", ":"].contains(word(1))
    case "ends", "lapses", "lapse", "waive", "waives", "void", "released":
      // "Clause 2 is deleted when the order ends": when, and nothing that is ended.
      guard !(1...5).contains(where: { ["when", "once", "until", "before", "after", "if"].contains(word(-$0)) }) else {
        return false
      }
      // "Claims may be made until 31 August; the rest lapses": what is left then, and not the grant.
      guard !(1...6).contains(where: { Self.leftovers.contains(word(-$0)) }) else { return false }
      return context.names(in: range).contains { $0.kind != nil || $0.isOfTerm } || !references.isEmpty
    case "becomes", "become":
      return value(behind: token, within: 4) != nil
    case "brought", "put", "pushed", "bring", "brings":
      return (1...3).contains { ["forward", "back", "out", "up", "down"].contains(word($0)) }
        || (1...14).contains { word($0) == "forward" }
    case "topped", "tops", "scaled":
      return ["up", "down", "back"].contains(word(1)) || (1...6).contains { word($0) == "up" }
    case "set", "limited", "restricted", "rise", "rises", "grow", "grows", "fall", "falls", "drops", "cut", "cuts",
      "revised", "corrected":
      return ["to", "by", "at", "from"].contains(word(1))
    case "limit", "limits", "move", "moves", "double", "triple":
      // Nouns as well: "the limit of the fund".
      return !["the", "a", "an", "this", "that", "of"].contains(word(-1))
    case "converted", "exchanged", "swapped", "traded":
      return ["is", "are", "be", "hereby", "herewith"].contains(word(-1)) && isExchange(from: token)
    case "convert", "converts", "exchange", "exchanges", "swap", "swaps", "trade", "trades":
      return !["right", "option", "entitled", "able", "wishes", "wish", "asks", "the", "an"].contains {
        word(-1) == $0 || word(-1) == "to" && word(-2) == $0
      } && isExchange(from: token)
    default: return true
    }
  }

  private static let leftovers: WordSet = [
    "rest", "remainder", "balance", "unused", "unspent", "unclaimed", "remaining", "left", "undrawn", "what",
    "whatever",
  ]

  /// "Is not deleted", "may be terminated": nothing is.
  func isDenied(_ token: Int) -> Bool {
    let before = (max(range.lowerBound, token - 4)..<token).map { context.folded($0) }
    if before.suffix(3).contains(where: { ["not", "never", "neither", "nor"].contains($0) }) { return true }
    if before.contains(where: { ["if", "unless", "upon", "except"].contains($0) }) { return true }
    // "May be terminated"; but "the time in which they may be used is extended" has a verb of its own between.
    guard let modal = before.lastIndex(where: { ["may", "might", "can", "could", "until"].contains($0) }) else {
      return false
    }
    if before[(modal + 1)...].contains(where: { Self.finites.contains($0) }) {
      return before[modal] == "until" && context.dates(in: max(range.lowerBound, token - 4)..<token).isEmpty
    }
    return true
  }

  /// "If Customer renews, the sessions are increased": nothing is changed yet.
  var isConditional: Bool {
    range.contains { token in
      guard !isQuoted(token) else { return false }
      let next = range.contains(token + 1) ? context.folded(token + 1) : ""
      return switch context.folded(token) {
      case "if", "unless": next != "otherwise" && next != "any"
      case "should", "provided": token <= range.lowerBound + 2 || next == "that"
      default: false
      }
    }
  }

  private static let finites: WordSet = ["is", "are", "was", "were", "shall", "will", "has", "have", "hereby"]
}

extension NameSpan {
  /// The order's own term, or the day on which it ends.
  var isOfTerm: Bool { list == "anchor" && (entry == "term" || entry == "term_end") }
}
