// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Tells times that say nothing of how long a grant lasts: when something is signed, invoiced, handed over.
struct TimeAsides {
  let passage: PassageText

  /// Deadlines of signing, notices, invoices and the like say nothing of how long a grant lasts.
  func isAboutOtherThings(_ statement: TimeStatement) -> Bool {
    let start = statement.tokens.lowerBound
    let sentence = passage.context.sentence(of: start)
    if passage.word(start) == "moved" || passage.word(start) == "extended" { return false }
    if isDeadlineOfVendor(statement) || isOfOtherSubject(start, sentence) || isDutyBefore(statement, sentence) {
      return true
    }
    if case .calendarYear? = statement.period, Self.otherEvents.contains(passage.word(start - 1)) { return true }
    for back in 1...4 where start - back >= sentence.lowerBound {
      if Self.signing.contains(passage.word(start - back)) { return true }
    }
    // "Customer's account opens within ten days of …"
    if passage.word(start - 1) == "opens", passage.word(start) == "within" { return true }
    if statement.role == .endBefore || statement.role == .end, Self.beginnings.contains(passage.word(start - 1)) {
      return true
    }
    // "Year: twelve months starting on …" says what a year is.
    if passage.word(sentence.lowerBound) == "year", passage.word(sentence.lowerBound + 1) == ":" { return true }
    // "under Section 5 of the 2024 Order"
    if case .calendarYear? = statement.period, Self.papers.contains(passage.word(statement.tokens.upperBound)) {
      return true
    }
    if let verb = (1...14).first(where: { Self.otherActs.contains(passage.word(start - $0)) }),
      start - verb >= sentence.lowerBound
    {
      return true
    }
    let after = passage.word(statement.tokens.upperBound)
    return after == "notice" || (after == "'s" && passage.word(statement.tokens.upperBound + 1) == "notice")
  }

  /// "Within thirty days of signature Supplier shall issue …": by when it is handed over, not how long it lasts.
  private func isDeadlineOfVendor(_ statement: TimeStatement) -> Bool {
    guard statement.role != .start, Self.deadlines.contains(passage.word(statement.tokens.lowerBound)) else {
      return false
    }
    let behind = statement.tokens.upperBound
    guard let verb = (behind..<(behind + 7)).first(where: { ["shall", "will", "must"].contains(passage.word($0)) })
    else { return false }
    // "Must be redeemed by 31 December, and Vendor shall issue the codes": another clause's verb.
    let start = statement.tokens.lowerBound
    guard !(behind..<verb).contains(where: { [",", ";", "and", ":"].contains(passage.word($0)) }),
      start == passage.context.sentence(of: start).lowerBound || [",", ";", "and"].contains(passage.word(start - 1))
    else { return false }
    return Self.handing.contains(passage.word(verb + 1))
  }

  private static let otherSubjects: WordSet = [
    "price", "prices", "pricing", "quote", "quotation", "offer", "proposal", "discount", "discounts", "rate", "rates",
    "data", "payment", "payments", "invoice", "invoices", "notice", "notices", "bid", "tender", "certificate",
    "certificates", "results", "confidential", "information", "dispute", "disputes",
    "address", "warranty", "version", "report", "reports", "headcount", "complaint", "complaints",
  ]

  /// "Prices in this quote are valid until …", "Personal data is deleted within …": the clause speaks of those.
  private func isOfOtherSubject(_ start: Int, _ sentence: Range<Int>) -> Bool {
    var low = start
    while low > sentence.lowerBound, start - low < 40, ![";", ":"].contains(passage.word(low - 1)) { low -= 1 }
    guard low < start, low == sentence.lowerBound || [";", ":"].contains(passage.word(low - 1)) else { return false }
    guard (low..<min(start, low + 3)).contains(where: { Self.otherSubjects.contains(passage.word($0)) }) else {
      return false
    }
    // "The price of the edition includes 1,500 credits until …" gives something.
    return !(low..<start).contains { Self.containing.contains(passage.word($0)) }
  }

  private static let containing: WordSet = [
    "includes", "include", "covers", "cover", "contains", "contain", "comprises", "comprise", "provides", "gives",
    "grants", "included", "receives", "has", "have", "credits", "hours",
  ]

  /// What is done for a while or by a day without anything granted lasting as long.
  private static let otherActs: WordSet = [
    "warrants", "warrant", "confirms", "protected", "retained", "reported", "meet", "notifies", "informs", "appoints",
    "nominates",
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
      if ["shall", "will", "must"].contains(passage.word(at)) {
        let verb = passage.word(at + 1)
        return Self.handingOver.contains(verb) || Self.duties.contains(verb)
      }
      if [".", ";", ","].contains(passage.word(at)) { return false }
      at -= 1
    }
    return false
  }

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
    "held", "made",
  ]
  private static let signing: WordSet = [
    "continued", "continues", "renews", "renew", "prolonged", "sign", "signs", "signed", "signing", "executes",
    "notice", "invoiced", "payable", "paid", "pays", "terminate",
    "terminated", "invoices", "published", "dated", "reply", "respond", "response", "renewed",
  ]
}
