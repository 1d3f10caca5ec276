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
