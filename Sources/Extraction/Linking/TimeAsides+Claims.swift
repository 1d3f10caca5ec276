// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// The last day on which what was spent may be claimed back: "Claims with invoice until 31 March 2031", "Agency invoices
/// to us by 30 April", "Receipts must reach Supplier by the end of the year". It bounds a fund as its use does.
extension TimeAsides {
  private static let claims: WordSet = [
    "claims", "claim", "receipts", "reimbursements", "reimbursement", "redemptions",
  ]
  private static let fillers: WordSet = ["all", "any", "the", "agency", "partner", "third", "party", "final", "last"]
  private static let papers: WordSet = [
    "invoices", "invoice", "claims", "claim", "receipts", "receipt", "bills", "statements", "vouchers", "requests",
    "proofs", "evidence", "documentation",
  ]
  private static let arriving: WordSet = [
    "us", "reach", "reaches", "received", "submitted", "presented", "lodged", "filed", "handed", "in", "sent", "arrive",
    "arrives", "with", "to",
  ]
  /// What is due is paid, not claimed.
  private static let otherwise: WordSet = [
    "pays", "pay", "paid", "due", "payable", "issues", "sends", "our", "late", "overdue", "dispute", "disputes",
    "object", "uptime", "outage", "downtime",
  ]

  private static let spending: WordSet = [
    "invoice", "invoices", "receipt", "receipts", "bill", "bills", "expense", "expenses", "costs", "cost", "work",
    "services", "spend",
  ]
  private static let counting: WordSet = [
    "counts", "count", "accepted", "carry", "carries", "bear", "bears", "eligible", "qualifies", "qualify", "covered",
    "covers", "allowable", "honoured",
    "honored", "reimbursed", "reimburses", "against", "admitted", "considered",
  ]

  /// "An invoice counts if it is dated between the Start Date and 30 April 2031": when what a fund pays for is bought.
  func isDateOfClaim(_ statement: TimeStatement, _ sentence: Range<Int>) -> Bool {
    let start = statement.tokens.lowerBound
    guard statement.role != .start,
      passage.isOne(start - 1, of: "dated|incurred|issued|rendered|performed|done|invoiced")
        || passage.has(["a", "date", "of"], at: start - 3)
    else { return false }
    let before = max(sentence.lowerBound, start - 16)..<start
    return before.contains { Self.spending.contains(passage.word($0)) }
      && (passage.isOne(statement.tokens.upperBound - 1, of: "earlier|before|sooner")
        || passage.word(start) == "after" || sentence.contains { Self.counting.contains(passage.word($0)) })
  }

  private static let partners: WordSet = [
    "partner", "firm", "agency", "consultancy", "integrator", "contractor", "provider", "company", "implementer",
  ]

  /// "The partner invoices Vendor directly and must do so within nine months of the Start Date": a partner's last bill
  /// bounds what pays it.
  func isBillOfPartner(_ statement: TimeStatement, _ sentence: Range<Int>) -> Bool {
    if statement.role == .start { return false }
    let before = sentence.lowerBound..<statement.tokens.lowerBound
    guard before.count <= 24,
      let partner = before.prefix(6).first(where: { Self.partners.contains(passage.word($0)) }),
      passage.word(partner + 1) != "'s"
    else { return false }
    return (partner + 1..<min(partner + 8, before.upperBound)).contains {
      passage.isOne($0, of: "invoices|invoice|bills|bill|charges")
    }
  }

  func isLastClaim(_ statement: TimeStatement, _ sentence: Range<Int>) -> Bool {
    guard statement.role == .end || statement.role == .endBefore else { return false }
    // "(agency work only, invoices by 30 November, the balance falls away)": in the clause alone.
    let start = statement.tokens.lowerBound
    let sign = (sentence.lowerBound..<start).last { passage.isOne($0, of: ",|(|;|:") }
    let before = (sign.map { $0 + 1 } ?? sentence.lowerBound)..<start
    guard before.count <= 16, !before.contains(where: { Self.otherwise.contains(passage.word($0)) }) else {
      return false
    }
    var opening = before.lowerBound
    while opening < before.upperBound, Self.fillers.contains(passage.word(opening)) { opening += 1 }
    if before.contains(opening), Self.claims.contains(passage.word(opening)), before.upperBound - opening <= 6 {
      return true
    }
    guard before.contains(opening), Self.papers.contains(passage.word(opening)) else { return false }
    return (opening + 1..<before.upperBound).contains { Self.arriving.contains(passage.word($0)) }
  }
}
