// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

extension TimePeriod {
  /// A length, which a denial may bound: "no call-out fee for six months".
  fileprivate var isLimited: Bool { if case .duration = self { true } else { false } }
}

/// Tells times that say nothing of how long a grant lasts: when something is signed, invoiced, handed over.
struct TimeAsides {
  let passage: PassageText

  /// Deadlines of signing, notices, invoices and the like say nothing of how long a grant lasts.
  func isAboutOtherThings(_ statement: TimeStatement) -> Bool {
    let start = statement.tokens.lowerBound
    let sentence = passage.context.sentence(of: start)
    if passage.isOne(start, of: "moved|extended|put|pushed|shifted|set") || isLastClaim(statement, sentence)
      || isDateOfClaim(statement, sentence) || isBillOfPartner(statement, sentence)
    {
      return false
    }
    if isOfCancelling(start, sentence) { return true }
    // "This Order is made on 5 May 2031 between …"
    if passage.isOne(start - 1, of: "made|entered|concluded|dated|agreed|signed|executed"),
      passage.isOne(start, of: "on|as|this"),
      passage.isOne(statement.tokens.upperBound, of: "between|by|among|at|in|.|and")
    {
      return true
    }
    if saysWhatAPeriodIs(start, sentence) || isAtDiscretion(statement, sentence) || isOfSameNumber(statement)
      || isOfCharges(statement, sentence)
    {
      return true
    }
    if case .duration(let length, let base)? = statement.period, statement.role == .during,
      base.map({ parser(knows: $0) == false }) ?? true,
      Dealings(passage: passage).isDealing(statement.tokens, length, in: sentence)
    {
      return true
    }
    if case .duration(let length, _)? = statement.period, statement.role == .during,
      Dealings(passage: passage).isHandover(statement.tokens, length)
    {
      return true
    }
    if isDeadlineOfVendor(statement) || isOfOtherSubject(start, sentence) || isDutyBefore(statement, sentence) {
      return true
    }
    if case .calendarYear? = statement.period, isOfOtherEvent(start) { return true }
    if case .month? = statement.period, isOfOtherEvent(start) { return true }
    // "on the understanding that Customer goes live by 1 October"
    if statement.role == .end || statement.role == .endBefore,
      passage.isOne(start, of: "by|before|on|no|not"),
      passage.isOne(start - 1, of: "live|migrated|connected|joined|hired|moved|launched|merged|acquired|onboarded")
    {
      return true
    }
    if statement.role == .during, isDenied(statement, sentence) { return true }
    if statement.role == .during, hasLastedSince(start, sentence) || isDefined(statement) { return true }
    // "in place of what it had in the First Period"
    if statement.role == .during, passage.isOne(start - 1, of: "had|was|were") { return true }
    // "but not in Contract Year 3", "is closed between Christmas and New Year"
    if statement.role == .during {
      if passage.word(start - 1) == "not", passage.isOne(start - 2, of: "but|and|though|,") {
        return true
      }
      if (1...2).contains(where: { Self.interruptions.contains(passage.word(start - $0)) }) { return true }
    }
    if isOfMeeting(statement, sentence) || isPast(statement) || isOfFreshOrder(statement, sentence) { return true }
    for back in 1...4 where start - back >= sentence.lowerBound {
      // "What the partner has not invoiced by 31 March cannot be paid from it"
      if passage.isOne(start - back, of: "invoiced|paid"),
        (1...4).contains(where: { passage.isOne(start - back - $0, of: "not|never") })
      {
        break
      }
      // "waives the fees that would be payable for the first six months"
      if isWaived(statement, start - back, sentence) { break }
      // "as soon as the order is signed and up to 31 December"
      if back > 1, passage.word(start - 1) == "and", passage.isOne(start, of: "up|until|through") { break }
      if Self.signing.contains(passage.word(start - back)) { return true }
    }
    // "Customer's account opens within ten days of …"
    if passage.word(start - 1) == "opens", passage.word(start) == "within" { return true }
    if statement.role == .endBefore, isKeptUntil(start, sentence) { return true }
    if statement.role == .endBefore || statement.role == .end, Self.beginnings.contains(passage.word(start - 1)) {
      return true
    }
    // "Year: twelve months starting on …" says what a year is.
    if passage.word(sentence.lowerBound) == "year", passage.word(sentence.lowerBound + 1) == ":" { return true }
    // "under Section 5 of the 2024 Order"
    if case .calendarYear? = statement.period, Self.papers.contains(passage.word(statement.tokens.upperBound)) {
      return true
    }
    if let verb = (1...18).first(where: { Self.otherActs.contains(passage.word(start - $0)) }),
      start - verb >= sentence.lowerBound,
      !(1..<verb).contains(where: { Self.uses.contains(passage.word(start - $0)) && passage.word(start - $0) != "for" })
    {
      return true
    }
    // "Supplier sends the codes within ten days of …"
    if passage.word(start) == "within",
      (1...7).contains(where: { Self.sending.contains(passage.word(start - $0)) && start - $0 >= sentence.lowerBound })
    {
      return true
    }
    // "pays the first invoice by 31 March and the second by 31 May"
    if statement.role != .start, Self.deadlines.contains(passage.word(start)),
      let verb = (1...18).first(where: { passage.isOne(start - $0, of: "pays|pay") }),
      start - verb >= sentence.lowerBound,
      (1...5).contains(where: { Self.bills.contains(passage.word(start - verb + $0)) })
    {
      return true
    }
    // "The earlier order, which expired on 31 March 2031": what is over.
    if passage.isOne(start, of: "expired|ended|lapsed|closed"),
      passage.isOne(start - 1, of: "which|that|had")
    {
      return true
    }
    let after = passage.word(statement.tokens.upperBound)
    return after == "notice" || (after == "'s" && passage.word(statement.tokens.upperBound + 1) == "notice")
  }

  /// Whether a length counts from a day that orders have; what it counts from else is an event of its own.
  private func parser(knows point: TimePoint) -> Bool {
    if case .anchor(let key) = point { return !["unknown", "purchase", "invoice_date", "event"].contains(key) }
    return true
  }

  /// "There is no fund for Season Three", "No block has been ordered for Contract Year 3".
  private func isDenied(_ statement: TimeStatement, _ sentence: Range<Int>) -> Bool {
    let start = statement.tokens.lowerBound
    let opening = passage.word(sentence.lowerBound)
    let isNone =
      ["no", "none"].contains(opening)
      || ["there", "it"].contains(opening) && (2...4).contains { passage.word(sentence.lowerBound + $0) == "no" }
    guard isNone, passage.isOne(start, of: "for|in|during"), statement.period?.isLimited == false else {
      return false
    }
    let between = (sentence.lowerBound..<start).map { passage.word($0) }
    return between.count <= 10
      && !between.contains {
        [",", ";", "but", "and"].contains($0) || Self.charges.contains($0) || Self.uses.contains($0) && $0 != "for"
      }
  }

  private static let charges: WordSet = [
    "charge", "charges", "cost", "costs", "fee", "fees", "price", "payment", "limit", "limits", "cap",
  ]

  /// "The plan cannot be exchanged for another before the end of Contract Year 1": no end, but a stay.
  private func isKeptUntil(_ start: Int, _ sentence: Range<Int>) -> Bool {
    guard let verb = (1...10).first(where: { Self.changes.contains(passage.word(start - $0)) }),
      start - verb > sentence.lowerBound
    else { return false }
    return (1...3).contains { passage.isOne(start - verb - $0, of: "not|cannot|no|neither|nor") }
  }

  private static let changes: WordSet = [
    "exchanged", "swapped", "downgraded", "reduced", "cancelled", "canceled", "terminated", "replaced", "changed",
    "lowered", "dropped", "decreased",
  ]

  /// "Within thirty days of signature Supplier shall issue …": by when it is handed over, not how long it lasts.
  private func isDeadlineOfVendor(_ statement: TimeStatement) -> Bool {
    guard statement.role != .start, Self.deadlines.contains(passage.word(statement.tokens.lowerBound)) else {
      return false
    }
    let behind = statement.tokens.upperBound
    guard let verb = (behind..<(behind + 7)).first(where: { passage.isOne($0, of: "shall|will|must") })
    else { return false }
    // "Must be redeemed by 31 December, and Vendor shall issue the codes": another clause's verb.
    let start = statement.tokens.lowerBound
    guard !(behind..<verb).contains(where: { passage.isOne($0, of: ",|;|and|:") }),
      start == passage.context.sentence(of: start).lowerBound || passage.isOne(start - 1, of: ",|;|and")
    else { return false }
    return Self.handing.contains(passage.word(verb + 1))
  }

  private static let interruptions: WordSet = [
    "closed", "shut", "except", "excluding", "interrupted", "suspended", "unavailable",
  ]

  /// What is done for a while or by a day without anything granted lasting as long.
  private static let otherActs: WordSet = [
    "warrants", "warrant", "confirms", "protected", "retained", "reported", "meet", "notifies", "informs", "appoints",
    "nominates", "exceeded", "exceeds", "overdue", "deletes", "delete", "erases", "erase", "names",
    "tells", "answers",
  ]

  private static let sending: WordSet = ["sends", "mails", "emails", "posts", "transmits", "uploads", "forwards"]

  private static let bills: WordSet = [
    "invoice", "invoices", "instalment", "instalments", "installment", "installments", "fee", "fees", "charges",
  ]

  private static let handingOver: WordSet = [
    "issue", "hand", "send", "post", "mail", "email", "transfer", "load", "report", "invoice", "credit",
  ]
  private static let duties: WordSet = [
    "appoint", "name", "nominate", "send", "confirm", "inform", "notify", "submit", "pay", "return", "designate",
    "identify", "tell", "invoice",
  ]
  private static let uses: WordSet = [
    "used", "use", "usable", "valid", "redeem", "redeemed", "expire", "expires", "consumed", "available", "which",
    "that", "booked", "lapse", "attend", "attended", "drawn", "for", "taken", "availed",
  ]

  /// "Supplier will post the credits within five days of …", "Customer will appoint a lead by …".
  private func isDutyBefore(_ statement: TimeStatement, _ sentence: Range<Int>) -> Bool {
    let start = statement.tokens.lowerBound
    guard statement.role != .start, Self.deadlines.contains(passage.word(start)) else { return false }
    var at = start - 1
    while at > sentence.lowerBound, start - at < 14, !Self.uses.contains(passage.word(at)) {
      if passage.isOne(at, of: "shall|will|must") {
        let verb = passage.word(at + 1)
        return Self.handingOver.contains(verb) || Self.duties.contains(verb)
      }
      // "Customer to provide a list of attendees by 31 July"
      if passage.word(at) == "to",
        passage.isOne(at - 1, of: "customer|client|subscriber|licensee|university|department"),
        Self.duties.contains(passage.word(at + 1))
          || passage.isOne(at + 1, of: "provide|supply|deliver|furnish|complete")
      {
        return true
      }
      if passage.isOne(at, of: ".|;|,") { return false }
      at -= 1
    }
    return false
  }

  /// "The teams that join in 2032", "whose depots open in May 2032": not when the grant is used.
  private func isOfOtherEvent(_ start: Int) -> Bool {
    let before = passage.word(start - 1)
    if Self.otherEvents.contains(before) { return true }
    // "for the associations that joined the group in January 2031"
    if (2...5).contains(where: {
      Self.happened.contains(passage.word(start - $0)) && passage.isOne(start - $0 - 1, of: "that|which|who|newly|,")
    }) {
      return true
    }
    guard !Self.uses.contains(before), !before.hasSuffix("able") else { return false }
    return (2...3).contains { passage.isOne(start - $0, of: "who|whose") }
  }

  /// "Supplier will schedule a kick-off within ten days": what is held once before anything is used.
  private func isOfMeeting(_ statement: TimeStatement, _ sentence: Range<Int>) -> Bool {
    guard statement.role != .start else { return false }
    let start = statement.tokens.lowerBound
    for at in max(sentence.lowerBound, start - 5)..<start where Self.meetings.contains(passage.word(at)) {
      return (1...5).contains { Self.holding.contains(passage.word(at - $0)) }
    }
    return false
  }

  /// "A credit that was put on the account before that day": what has happened. What "was not used by then" lapses.
  private func isPast(_ statement: TimeStatement) -> Bool {
    let start = statement.tokens.lowerBound
    guard statement.role == .endBefore || statement.role == .end,
      let at = (1...5).first(where: { passage.isOne(start - $0, of: "was|were|had") }),
      at > 1
        || passage.isOne(start, of: "closed|withdrawn|ended|shut|stopped|cancelled|finished")
    else { return false }
    return !(1..<at).contains { Self.stillOpen.contains(passage.word(start - $0)) } && passage.word(start) != "until"
  }

  private static let stillOpen: WordSet = ["not", "left", "valid", "available", "unused", "never", "good", "remaining"]

  /// "Should you place a fresh order on or before 31 January, the increase shall not exceed 8 %".
  private func isOfFreshOrder(_ statement: TimeStatement, _ sentence: Range<Int>) -> Bool {
    guard statement.role != .start, passage.isOne(sentence.lowerBound, of: "should|if") else { return false }
    let start = statement.tokens.lowerBound
    // "Should the customer end the order before 30 June, it pays for them."
    if (1...7).contains(where: {
      passage.has(
        ["end|ends|leave|leaves|cancel|cancels|terminate|terminates", "the|this", "order|contract|subscription"],
        at: sentence.lowerBound + $0)
    }) {
      return true
    }
    // "If the order is renewed, what is left can be used for six more months."
    if (1...8).contains(where: { passage.isOne(sentence.lowerBound + $0, of: "renewed|renews|renew") }) {
      return true
    }
    return (1...8).contains { passage.has(["fresh|new|further|renewal|follow", "order|orders"], at: start - $0) }
  }

  private static let meetings: WordSet = ["kick", "kickoff", "off", "meeting", "call", "handover", "briefing"]
  private static let holding: WordSet = [
    "schedule", "schedules", "hold", "holds", "arrange", "arranges", "organise", "organises", "organize", "organizes",
    "convene", "convenes", "set", "sets", "propose", "proposes", "offer", "offers", "invite", "invites",
  ]

  private static let deadlines: WordSet = ["within", "by", "no", "not", "before", "prior", "on", "at", "nlt"]
  private static let handing: WordSet = ["issue", "hand", "send", "post", "mail", "email", "transfer", "load", "open"]

  private static let papers: WordSet = [
    "order", "agreement", "contract", "amendment", "quote", "offer", "form", "letter", "proposal", "catalogue",
    "edition",
  ]

  /// "such services start before 31 December": a day to begin by ends nothing.
  private static let beginnings: WordSet = [
    "start", "starts", "started", "begin", "begins", "begun", "commence", "commences", "commenced",
  ]
  /// What happens in a year without a grant being meant: "the dairies that go live in 2026".
  private static let otherEvents: WordSet = [
    "live", "signed", "dated", "founded", "launched", "opened", "began", "started", "acquired", "merged", "built",
    "held", "made", "join", "joins", "joined", "joining", "hired", "open", "opening", "moved", "planned", "due",
    "migrated", "connected",
  ]
  private static let happened: WordSet = [
    "joined", "acquired", "merged", "founded", "launched", "opened", "signed", "migrated", "hired", "moved", "bought",
    "left", "adopted", "introduced", "closed", "built", "took", "taken",
  ]
  private static let signing: WordSet = [
    "continued", "continues", "renews", "renew", "prolonged", "sign", "signs", "signed", "signing", "executes",
    "notice", "invoiced", "payable", "paid", "pays", "terminate",
    "terminated", "invoices", "published", "dated", "reply", "respond", "response", "renewed",
  ]
}
