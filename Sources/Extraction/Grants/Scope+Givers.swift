// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Who gives what a clause speaks of: the subject of the nearest verb of giving before it.
extension Scope {
  enum Giver { case customer, vendor, unknown }

  private static let verbs: WordSet = [
    "provide", "provides", "supply", "supplies", "give", "gives", "grant", "grants", "issue", "issues", "lend", "lends",
    "hand", "hands", "conduct", "conducts", "impart", "imparts", "allocate", "allocates", "dedicate", "dedicates",
    "reserve", "reserves", "release", "releases", "spend", "spends", "train", "trains", "teach", "teaches",
    "contribute",
    "contributes", "offer", "offers", "furnish", "furnishes", "arrange", "arranges", "organise", "organises",
    "organize",
    "organizes", "put", "puts", "assign", "assigns", "send", "sends", "make", "makes", "set", "sets", "add", "adds",
    "load", "loads", "pay", "pays", "bear", "bears", "fund", "funds",
  ]
  /// Verbs of giving only where they are a duty: "shall hold six training days"; who holds credits has them.
  private static let bound: WordSet = ["hold", "run", "plan", "host", "deliver", "organise", "schedule", "keep"]
  private static let planned: WordSet = ["plans", "runs", "hosts", "holds"]
  /// No subject stands further from its verb.
  private static let reach = 40
  private static let modals: WordSet = ["shall", "will", "must", "has", "undertakes", "agrees"]
  private static let receiving: WordSet = [
    "receive", "receives", "get", "gets", "obtain", "obtains", "entitled", "may", "can", "given", "granted", "provided",
    "has", "have", "draw", "redeem", "use", "uses", "is", "are",
  ]
  private static let nouns: WordSet = [
    "the", "a", "an", "its", "their", "each", "this", "that", "of", "no", "any", "per",
  ]
  private static let prepositions: WordSet = [
    "to", "for", "of", "by", "with", "from", "at", "between", "on", "against", "among", "towards", "give", "gives",
    "grants", "grant", "provides", "provide", "lends", "lend", "allows", "lets", "let", "and", "or",
  ]

  /// "It will hold six training days for its distributors", "Client names two owners and gives its staff six hours of
  /// training": the customer's own deed, unless the vendor's people stand behind what is given.
  func isGivenByCustomer(_ candidate: Candidate) -> Bool {
    guard candidate.place == nil, giver(of: candidate) == .customer else { return false }
    let end = max(candidate.tokens.upperBound, candidate.name.tokens.upperBound)
    let vendors = parties.vendors
    let behind = end..<max(end, min(end + 10, candidate.sentence.upperBound))
    // "shall hold ten sessions with Supplier's experts"
    return !behind.contains { context.isOne($0, of: "with|by|from") && isParty(vendors, at: $0 + 1) != nil }
  }

  /// The subject of the last verb of giving before what is given.
  func giver(of candidate: Candidate) -> Giver {
    let sentence = candidate.sentence
    let start = min(candidate.tokens.lowerBound, candidate.name.tokens.lowerBound)
    guard start > sentence.lowerBound + 1, let verb = verb(before: start, in: sentence) else { return .unknown }
    if paysNothing(verb) { return .unknown }
    let (customers, vendors) = (parties.customers, parties.vendors)
    if (verb + 1..<max(verb + 1, start)).contains(where: { context.isOne($0, of: Self.receiving) }) { return .unknown }
    var at = verb - 1
    while at >= sentence.lowerBound, verb - at < Self.reach {
      if context.isOne(at, of: ";|:|.") { return .unknown }
      if let end = isParty(vendors, at: at) ?? firstName(at: at), isSubject(at, end) { return .vendor }
      if let end = isParty(customers, at: at) ?? shortName(at: at), isSubject(at, end) { return .customer }
      if context.isOne(at, of: "it|they"), at == sentence.lowerBound || isClauseStart(at) {
        return before(sentence, names: customers, but: vendors, from: at)
      }
      if context.isOne(at, of: "we|our|you|us"), at < verb { return .unknown }
      at -= 1
    }
    return .unknown
  }

  /// "CWR may at any time in the first year order a third sandbox": by whatever name the customer goes.
  func isBuyersOption(_ candidate: Candidate) -> Bool {
    let (sentence, start) = (candidate.sentence, candidate.tokens.lowerBound)
    // A sentence may have no end.
    let near = max(sentence.lowerBound + 1, start - Self.reach)..<max(sentence.lowerBound + 1, start)
    guard candidate.place == nil, start > sentence.lowerBound + 3,
      let modal = near.last(where: { context.isOne($0, of: "may|can|could") }),
      let buy = (modal + 1..<start).first(where: { context.isOne($0, of: "order|purchase|buy|procure") }),
      !(buy..<start).contains(where: { context.isOne($0, of: ";|.") })
    else { return false }
    let customers = parties.customers
    return (max(sentence.lowerBound, modal - 4)..<modal).contains { token in
      isParty(customers, at: token) == modal || shortName(at: token) == modal
    }
  }

  private func verb(before start: Int, in sentence: Range<Int>) -> Int? {
    for token in (sentence.lowerBound + 1..<start).reversed() {
      if start - token > 24 || context.isOne(token, of: ";|.") { return nil }
      if context.isOne(token - 1, of: Self.nouns) { continue }
      if context.isOne(token, of: Self.planned) {
        // "for which it plans two training days", "instructs its people and plans two days"
        if context.isOne(token - 1, of: "it|they|and") { return token }
        continue
      }
      let isDuty = context.isOne(token, of: Self.bound) && hasModal(before: token)
      guard isDuty || context.isOne(token, of: Self.verbs) else { continue }
      if (1...3).contains(where: { context.isOne(token - $0, of: "may|can|could|be|been|is|are") }) { return nil }
      // "Client may, until the end of the first year, send ten of its staff to the classes"
      if context.isOne(token - 1, of: ","),
        (max(sentence.lowerBound, token - 24)..<token).contains(where: {
          context.isOne($0, of: "may|can") && context.isOne($0 + 1, of: ",")
        })
      {
        return nil
      }
      return token
    }
    return nil
  }

  private func hasModal(before token: Int) -> Bool {
    (1...3).contains { token - $0 >= 0 && context.isOne(token - $0, of: Self.modals) }
  }

  /// Past one of the names that stands from a token on.
  private func isParty(_ names: GivingParties.Names, at token: Int) -> Int? {
    guard names.openers.contains(context.folded(token)) else { return nil }
    for words in names.names where words.indices.allSatisfy({ context.folded(token + $0) == words[$0] }) {
      return token + words.count
    }
    return nil
  }

  private static let forms: WordSet = [
    "services", "service", "limited", "company", "group", "board", "software", "systems", "international", "holdings",
    "partners", "solutions", "the", "and", "of",
  ]

  /// Past "the County" where the customer is a county's board: a word of its name with a capital behind the article.
  private func shortName(at token: Int) -> Int? {
    guard token > 0, context.isOne(token - 1, of: "the"), context.isCapitalised(token) else { return nil }
    let word = context.folded(token)
    guard word.utf8.count > 3, !Self.forms.contains(word) else { return nil }
    return parties.customers.ownWords.contains(word) && !parties.vendors.ownWords.contains(word) ? token + 1 : nil
  }

  /// Past "SAP" where the vendor is SAP Deutschland SE: the first word of its name, with a capital.
  private func firstName(at token: Int) -> Int? {
    guard context.isCapitalised(token) else { return nil }
    let word = context.folded(token)
    guard word.utf8.count > 2, !Self.forms.contains(word) else { return nil }
    return parties.vendors.ownOpeners.contains(word) && !parties.customers.ownWords.contains(word) ? token + 1 : nil
  }

  /// A party's name that a verb can follow, or the party's own people ("Client's leads will give …"); not "to Client".
  private func isSubject(_ start: Int, _ end: Int) -> Bool {
    let the = context.isOne(start - 1, of: "the") ? start - 1 : start
    if the > 0, context.isOne(the - 1, of: Self.prepositions), !isVerb(behind: end) { return false }
    if context.folded(end) == "'s" || context.folded(end) == "’s" {
      return isVerb(behind: end + 2) || isVerb(behind: end + 3)
    }
    return true
  }

  private func isVerb(behind token: Int) -> Bool {
    context.isOne(token, of: Self.modals) || context.isOne(token, of: Self.verbs)
      || context.isOne(token, of: "hold|holds")
  }

  private func isClauseStart(_ token: Int) -> Bool {
    token > 0 && context.isOne(token - 1, of: ",|;|which|and|(|)|that|whom|when|where|if|then|:")
  }

  /// Whom "it" means: the party that stands first in the same sentence, else in the one before.
  private func before(
    _ sentence: Range<Int>, names: GivingParties.Names, but others: GivingParties.Names, from at: Int
  ) -> Giver {
    if at > sentence.lowerBound {
      for token in max(sentence.lowerBound, at - Self.reach)..<at {
        if let end = isParty(names, at: token), isSubject(token, end) { return .customer }
        if let end = isParty(others, at: token), isSubject(token, end) { return .vendor }
      }
    }
    guard sentence.lowerBound > 0 else { return .unknown }
    var earlier = context.sentence(of: sentence.lowerBound - 1)
    // "(2) It lends …" behind "(1) The Brewery trains …": the item before.
    if earlier.count < 4, earlier.lowerBound > 0 { earlier = context.sentence(of: earlier.lowerBound - 1) }
    for token in earlier.prefixRange(8) {
      if isParty(others, at: token) != nil { return .vendor }
      if isParty(names, at: token) != nil { return .customer }
    }
    return .unknown
  }
}
