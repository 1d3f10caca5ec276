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
    if isDeadlineOfVendor(statement) { return true }
    if case .calendarYear? = statement.period, Self.otherEvents.contains(passage.word(start - 1)) { return true }
    for back in 1...4 where start - back >= sentence.lowerBound {
      if Self.signing.contains(passage.word(start - back)) { return true }
    }
    if statement.role == .endBefore || statement.role == .end, Self.beginnings.contains(passage.word(start - 1)) {
      return true
    }
    // "Year: twelve months starting on …" says what a year is.
    if passage.word(sentence.lowerBound) == "year", passage.word(sentence.lowerBound + 1) == ":" { return true }
    // "under Section 5 of the 2024 Order"
    if case .calendarYear? = statement.period, Self.papers.contains(passage.word(statement.tokens.upperBound)) {
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
    return Self.handing.contains(passage.word(verb + 1))
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
