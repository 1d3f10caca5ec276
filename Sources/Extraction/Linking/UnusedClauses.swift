// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// Tells words of refund, roll-over and lapse that are denied, or that speak of the contract or of a paper.
struct UnusedClauses {
  let passage: PassageText
  /// What the customer goes by.
  var buyers: [String] = []
  private var context: DocumentContext { passage.context }

  /// "are not refunded", "shall not roll over": a positive wording right behind a `not` means its opposite.
  func isDenied(_ match: PhraseMatch, _ unused: UnusedHandling) -> Bool {
    if isOfContract(match.tokens, unused) || unused == .extendable && extendsContract(match.tokens)
      || isOfAnotherSubject(match.tokens) || unused != .extendable && isOfOrderFees(match.tokens)
      || unused == .forfeited && losesSomethingElse(match.tokens) || unused == .extendable && isOfNone(match.tokens)
    {
      return true
    }
    if unused == .extendable && isExtensionMade(match.tokens) || unused == .rolls_over && saysWhenAlone(match.tokens) {
      return true
    }
    if unused == .forfeited {
      if deniesLoss(match.tokens) || isOfOtherThings(match.tokens) || isKeptByCustomer(match.tokens)
        || goesToCustomer(match.tokens) || isByBreach(match.tokens) || isDoneByVendor(match.tokens)
        || isOfPeriod(match.tokens) || isOfRenewal(match.tokens) || isOfMoneyAlone(match.tokens)
        || isAfterCarrying(match.tokens)
      {
        return true
      }
      // "Section 4 of the Order Form is deleted" speaks of the paper.
      let before = wordsBefore(match.tokens.lowerBound)
      return before.contains(where: Self.papers.contains) && !before.contains(where: Self.leavings.contains)
        && !match.tokens.contains { Self.leavings.contains(passage.word($0)) }
    }
    // "Customer is not entitled to a refund of unused hours."
    if unused == .refundable,
      let verb = (1...5).first(where: { passage.isOne(match.tokens.lowerBound - $0, of: "entitled|eligible") }),
      (1...2).contains(where: { Self.denials.contains(passage.word(match.tokens.lowerBound - verb - $0)) })
    {
      return true
    }
    // "what is not used is refunded" denies the use, not the refund.
    // Of two the second is what becomes of it: "what is let pass is not held in the next year".
    let leftovers = context.names(in: match.tokens).filter { $0.list == "leftover" }.prefix(1)
    let isInside = match.tokens.contains { token in
      Self.denials.contains(passage.word(token))
        && (!Self.uses.contains(passage.word(token + 1)) || isTakenOver(token + 1, match.tokens))
        && !Self.losses.contains(passage.word(token + 1)) && !leftovers.contains { $0.tokens.contains(token) }
    }
    // "A carry-over is not possible."
    if unused == .rolls_over,
      (0...2).contains(where: {
        passage.isOne(match.tokens.upperBound + $0, of: "excluded|impossible|not|barred")
      })
    {
      return true
    }
    return isInside || (1...3).contains { Self.denials.contains(passage.word(match.tokens.lowerBound - $0)) }
      || isInDeniedList(match.tokens.lowerBound)
  }

  /// "is not taken into the second", "is not taken along": no use of it, but that it goes over.
  private func isTakenOver(_ verb: Int, _ tokens: Range<Int>) -> Bool {
    verb + 1 < tokens.upperBound && passage.isOne(verb, of: "taken|drawn|called|set|booked|take|spent")
      && passage.isOne(verb + 1, of: "into|over|across|along|forward|onto|to")
  }

  /// "not reimbursable, replaceable or extendable": one word of a list that is denied as a whole.
  private func isInDeniedList(_ token: Int) -> Bool {
    guard passage.isOne(token - 1, of: "or|nor|,") else { return false }
    var at = token - 1
    while at > token - 8, at > passage.range.lowerBound {
      let word = passage.word(at)
      if Self.denials.contains(word) { return true }
      guard
        [",", "or", "nor", "be"].contains(word) || word.hasSuffix("able") || word.hasSuffix("ible")
          || word.hasSuffix("ed")
      else { return false }
      at -= 1
    }
    return false
  }

  /// "The deadline is extended to 31 December", "Supplier extends the validity until 31 May": a new day, and no right to
  /// another.
  private func isExtensionMade(_ tokens: Range<Int>) -> Bool {
    let sentence = near(tokens)
    let behind = tokens.lowerBound..<min(sentence.upperBound, tokens.upperBound + 10)
    guard !sentence.contains(where: { passage.isOne($0, of: Self.asking) }),
      let day = context.dates(in: behind).first?.tokens.lowerBound
    else { return false }
    return (tokens.lowerBound..<day).contains { token in
      passage.isOne(token, of: "extends|prolongs|lengthens")
        || passage.isOne(token, of: "extended|prolonged|lengthened|postponed")
          && (1...3).contains { passage.isOne(token - $0, of: "is|are|been|hereby") }
    }
  }

  /// The sentence, as far as it can bear on a few words of it.
  private func near(_ tokens: Range<Int>) -> Range<Int> {
    context.sentence(of: tokens.lowerBound).clamped(to: (tokens.lowerBound - 60)..<(tokens.upperBound + 60))
  }

  private static let asking: WordChoice =
    "may|can|could|if|request|request|requests|unless|once|should|where|asks|upon|option|apply|applies"

  /// "Customer's 30 credits may be used in the second contract year": when they may, where nothing is left over.
  private func saysWhenAlone(_ tokens: Range<Int>) -> Bool {
    guard passage.isOne(tokens.lowerBound, of: "may|can"),
      tokens.contains(where: { passage.isOne($0, of: "second|third") }),
      // "The latter may be moved to the second."
      !tokens.contains(where: {
        passage.isOne($0, of: "moved|carried|transferred|brought|rolled|shifted|deferred|postponed")
      })
    else { return false }
    let sentence = near(tokens)
    return !context.names(in: sentence).contains { $0.list == "leftover" }
      && !sentence.contains { passage.isOne($0, of: Self.remainders) }
  }

  private static let remainders: WordChoice =
    "unused|left|remaining|not|balance|rest|remainder|undrawn|unspent|still|over|surplus|first|also|untouched"

  /// "on a request made before that period expires": the period does, not what is left.
  private func isOfPeriod(_ tokens: Range<Int>) -> Bool {
    if isOverAlone(tokens) { return true }
    guard let last = tokens.last, passage.isOne(last, of: "expires|ends|lapses|closes|expire|end"),
      passage.isOne(last - 1, of: "period|term|window|time|deadline|stretch|phase")
    else { return false }
    return (2...4).contains { passage.isOne(last - $0, of: "before|until|by|prior|till") }
  }

  /// "Carried forward, then lost", "is carried into Year 2, at whose end any balance is gone": it goes over first.
  private func isAfterCarrying(_ tokens: Range<Int>) -> Bool {
    if passage.isOne(tokens.lowerBound, of: "then|thereafter|afterwards"),
      (1...6).contains(where: {
        passage.isOne(tokens.lowerBound - $0, of: "carried|rolled|forward|over|rollover|extended")
      })
    {
      return true
    }
    return isAfterNextPeriod(tokens)
  }

  /// "Customer keeps the recordings that are left": what the customer keeps is not lost to it.
  private func isKeptByCustomer(_ tokens: Range<Int>) -> Bool {
    passage.isOne(tokens.lowerBound, of: "keep|keeps|retain|retains")
      && (1...2).contains {
        passage.isOne(tokens.lowerBound - $0, of: "customer|client|licensee|subscriber|you")
      }
  }

  /// "paid back to the District", "falls to Customer": who gets it back is the customer.
  private func goesToCustomer(_ tokens: Range<Int>) -> Bool {
    let near = max(tokens.lowerBound, tokens.upperBound - 5)..<(tokens.upperBound + 1)
    guard let to = near.last(where: { passage.isOne($0, of: "to|with") }) else { return false }
    // "Nothing of them is left to Customer after that day", "gives Customer no right to have them replaced"
    guard !passage.isOne(tokens.lowerBound, of: "nothing|none|no"), !passage.isOne(to - 1, of: "left|right|claim")
    else {
      return false
    }
    var at = to + 1
    if passage.isOne(at, of: "the|our|this") { at += 1 }
    let word = passage.word(at)
    if ["customer", "client", "subscriber", "licensee", "buyer", "purchaser", "you"].contains(word) { return true }
    // "They pass to Year B": to a later period, not to a company.
    if Self.periods.contains(word), passage.word(to) == "to" { return true }
    guard tokens.contains(where: { passage.isOne($0, of: "paid|handed|given|released|ceded|assigned|transferred") })
    else {
      return false
    }
    return at > to + 1 && Self.bodies.contains(word)
      || word.utf8.count > 2
        && buyers.contains { name in
          let words = name.split(separator: " ")
          return words.first.map(String.init) == word || words.last.map(String.init) == word
        }
  }

  private static let periods: WordSet = [
    "year", "period", "quarter", "half", "month", "season", "phase", "column", "stage", "term", "tranche",
  ]
  private static let bodies: WordSet = [
    "university", "council", "agency", "bank", "trust", "authority", "district", "hospital", "city", "county",
    "college",
    "school", "board", "commission", "cooperative", "society", "state",
  ]

  /// "Notice not given in time is void", "Data not fetched is deleted", "All rights not granted remain with Supplier":
  /// what the sentence speaks of, before the words that end it, is nothing that was granted.
  private func isOfOtherThings(_ tokens: Range<Int>) -> Bool {
    Self.isOfOtherThings(before: tokens.upperBound, in: passage)
  }

  static func isOfOtherThings(before end: Int, in passage: PassageText) -> Bool {
    let sentence = passage.context.sentence(of: max(end - 1, passage.range.lowerBound))
    let words = (sentence.lowerBound..<max(sentence.lowerBound, end)).prefix(24).map { passage.context.folded($0) }
    let isCounted = words.indices.contains { at in
      guard counted.contains(words[at]) else { return false }
      // "within 60 days" counts nothing that was granted.
      return
        !(["days", "hours", "day", "hour"].contains(words[at]) && at > 0
        && (Int(words[at - 1]) != nil || words[at - 1] == ")"))
    }
    // "What is on the account by then" speaks of what lies there.
    // "The account is set to nil" empties it.
    let isEmptied = words.suffix(3).contains(where: noughts.contains)
    let isOther = words.prefix(6).indices.contains { at in
      others.contains(words[at])
        && !(words[at] == "account" && (at > 1 && ["on", "in", "from"].contains(words[at - 2]) || isEmptied))
    }
    return isOther && !isCounted
  }

  /// "Any incentive lapses if Customer does not sign by May", "If Customer terminates, the benefits fall away": what is lost
  /// by a breach or an end is no remainder.
  private func isByBreach(_ tokens: Range<Int>) -> Bool {
    let sentence = context.sentence(of: tokens.lowerBound)
    guard sentence.count < 80, !context.names(in: sentence).contains(where: { $0.list == "leftover" }),
      let verb = sentence.first(where: { Self.breaches.contains(passage.word($0)) })
    else { return false }
    let before = max(sentence.lowerBound, verb - 8)..<verb
    if passage.word(verb).hasPrefix("sign"), !before.contains(where: { Self.denials.contains(passage.word($0)) }) {
      return false
    }
    return before.contains { Self.conditions.contains(passage.word($0)) && passage.word($0 - 1) != "even" }
  }

  /// "A class that is cancelled by Supplier is held later": the vendor's own doing.
  private func isDoneByVendor(_ tokens: Range<Int>) -> Bool {
    guard passage.word(tokens.upperBound - 1) == "cancelled", passage.word(tokens.upperBound) == "by" else {
      return false
    }
    let at = passage.word(tokens.upperBound + 1) == "the" ? tokens.upperBound + 2 : tokens.upperBound + 1
    return passage.isOne(at, of: "supplier|vendor|provider|licensor|us|trainer|instructor")
  }

  /// "Unused credits are non-refundable": that no money is given for them does not say that they lapse.
  func isOfMoneyAlone(_ tokens: Range<Int>) -> Bool {
    let sentence = context.sentence(of: tokens.lowerBound).prefix(80)
    guard tokens.contains(where: { Self.repaid.contains(passage.word($0)) }) else { return false }
    return !sentence.contains { Self.lapsing.contains(passage.word($0)) }
  }

  private static let repaid: WordSet = [
    "refund", "refunds", "refunded", "refundable", "nonrefundable", "reimbursed", "reimbursement", "reimbursable",
    "repaid", "repayment",
  ]
  private static let lapsing: WordSet = [
    "lapse", "lapses", "lapsed", "expire", "expires", "expired", "forfeited", "forfeit", "forfeits", "lost", "lose",
    "void", "gone", "cancelled", "carried", "carry", "carries", "roll", "rolls", "rolled", "rollover", "carryover",
    "transferred", "transfer", "moved", "extended", "extension", "revert", "reverts", "returned", "replaced",
    "replacement", "substitute", "kept", "reissued", "end", "ends", "falls", "fall", "ceases", "cease", "removed",
    "extinguished", "worthless", "disappear", "vanish", "deleted", "withdrawn", "used", "taken", "booked", "redeemed",
    "remain", "remains", "repeated", "made", "compensation", "compensated", "honoured", "honored", "accumulate", "dead",
    "reset", "invalid", "unavailable", "discarded", "dropped", "surrendered", "retained", "deemed", "treated",
  ]

  private static let conditions: WordSet = ["if", "should", "where", "when", "once", "unless", "upon"]
  private static let breaches: WordSet = [
    "sign", "signs", "signed", "terminates", "terminate", "terminated", "termination", "breach", "breaches", "default",
    "defaults", "overdue", "insolvent", "insolvency", "downgrades", "reduces", "appropriate", "appropriates", "arrears",
  ]

  private static let noughts: WordSet = ["zero", "nil", "nought", "naught", "null"]
  private static let others: WordSet = [
    "data", "notice", "notices", "invoice", "invoices", "records", "files", "copies", "logs", "backup", "backups",
    "tickets", "complaints", "licence", "licences", "license", "licenses", "user", "users", "provision", "provisions",
    "objections", "defects", "rights", "obligations", "discount", "discounts", "offers", "access", "account",
    "accounts",
    "consultant", "consultants", "devices", "holiday", "holidays", "vacation", "results", "remedies", "deposit",
    "property", "changes", "fees", "charges", "prices", "payments",
  ]
  private static let counted: WordSet = [
    "hour", "hours", "credit", "credits", "voucher", "vouchers", "seat", "seats", "session", "sessions", "day", "days",
    "exam", "exams", "fund", "funds", "budget", "allowance", "pass", "passes", "attempt", "attempts", "class",
    "classes",
    "call", "calls", "units", "points", "sandbox", "sandboxes", "allotment", "balance", "entitlement", "entitlements",
  ]

  /// "are not lost but kept", "shall not lapse": a loss that is denied.
  private func deniesLoss(_ tokens: Range<Int>) -> Bool {
    // "may be used up in the year after it"
    if let up = tokens.first(where: {
      passage.has(["used", "up"], at: $0) && !passage.isOne($0 + 2, of: "to|until|till")
    }),
      (1...4).contains(where: { passage.isOne(up - $0, of: "may|can|could") })
    {
      return true
    }
    return (tokens.lowerBound - 2..<tokens.upperBound).contains { token in
      guard Self.denials.contains(passage.word(token)) else { return false }
      var at = token + 1
      while passage.isOne(at, of: "be|thereby|then|thus|simply") { at += 1 }
      return at < tokens.upperBound + 1 && Self.losses.contains(passage.word(at))
    }
  }

  private static let losses: WordSet = [
    "lost", "lapse", "expire", "forfeited", "forfeit", "void", "removed", "deleted", "cancelled", "withdrawn", "gone",
  ]

  /// "After that the arrangement lapses", "Rolls into a fresh window": what ends or goes on is the contract.
  private func isOfContract(_ tokens: Range<Int>, _ unused: UnusedHandling) -> Bool {
    var at = tokens.lowerBound - 1
    if at < passage.range.lowerBound {
      return unused == .rolls_over && passage.isOne(tokens.upperBound, of: "a|an|another")
    }
    while passage.isOne(at, of: "shall|will|then|itself|also|automatically") { at -= 1 }
    guard Self.contracts.contains(passage.word(at)), passage.isOne(at - 1, of: "the|this|our|such")
    else {
      return false
    }
    return !Self.joints.contains(passage.word(at - 2))
  }

  /// "Customer may extend the subscription by twelve months"
  private func extendsContract(_ tokens: Range<Int>) -> Bool {
    (tokens.lowerBound..<tokens.upperBound + 3).contains { token in
      Self.extending.contains(passage.word(token))
        && (1...4).contains { step in
          (Self.contracts.contains(passage.word(token + step)) || passage.word(token + step) == "term")
            && (1...step).allSatisfy { !Self.joints.contains(passage.word(token + $0)) }
        }
    }
  }

  private static let extending: WordSet = ["extend", "extends", "prolong", "prolongs", "renew", "lengthen"]
  private static let contracts: WordSet = [
    "arrangement", "agreement", "order", "contract", "letter", "quote", "quotation", "offer", "proposal",
    "subscription",
    "deal",
  ]
  private static let joints: WordSet = [
    "of", "under", "in", "to", "with", "from", "for", "by", "on", "per", "after", "before", "at", "until",
  ]

  /// The nine words before a token, without what stands in brackets: "Article 5 (ten days a year) is deleted".
  private func wordsBefore(_ token: Int) -> [String] {
    var words: [String] = []
    var depth = 0
    var at = token - 1
    while at >= passage.range.lowerBound, at >= token - 40, words.count < 9 {
      let word = passage.word(at)
      if word == ")" { depth += 1 }
      if depth == 0 { words.append(word) }
      if word == "(", depth > 0 { depth -= 1 }
      at -= 1
    }
    return words
  }

  private static let papers: WordSet = [
    "defects", "defect", "warranty", "damages", "offer", "redress", "section", "clause", "paragraph", "exhibit",
    "schedule", "sentence", "words", "article", "annex", "provision",
  ]
  private static let leavings: WordSet = [
    "unused", "remaining", "balance", "remainder", "rest", "not", "undrawn", "unspent", "credits", "hours", "vouchers",
    "fund", "seats", "days", "sessions", "unredeemed", "whatever", "what", "amount", "those", "that", "which",
  ]
  private static let denials: WordSet = [
    "not", "no", "nor", "never", "neither", "nothing", "without", "cannot", "non",
  ]
  private static let uses: WordSet = [
    "used", "been", "consumed", "drawn", "redeemed", "spent", "taken", "booked", "yet", "retrieved", "claimed",
    "call", "called", "delivered", "worked", "set", "use", "consume", "draw", "attended", "filled", "take",
  ]
}
