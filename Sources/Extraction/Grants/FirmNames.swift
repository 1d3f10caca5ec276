// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import Patterns

/// Tells names of kinds from names of firms: "Castell Advisory LLP" is no advice, and "pays the invoices of Castell" needs
/// a firm whose invoices they are.
struct FirmNames {
  let context: DocumentContext

  func mayName(_ name: NameSpan) -> Bool {
    guard name.isWeak, let kind = name.kind else { return true }
    switch kind.rawValue {
    case "services_hours": return !isPartOfFirm(name.tokens)
    case "partner_voucher": return !needsFirm(name.tokens) || hasFirm(name.tokens)
    default: return true
    }
  }

  private static let bills: WordSet = [
    "fees", "fee", "invoices", "invoice", "bills", "bill", "charges", "costs", "pay", "pays", "paid", "pay", "engages",
    "engage", "retains", "appoints", "chosen", "selected", "partner", "contractor", "integrator", "reimburse",
  ]

  /// "Castell Advisory LLP", "the fees of Elm Advisors": with capitals, and a legal form behind or a bill before it.
  private func isPartOfFirm(_ name: Range<Int>) -> Bool {
    guard name.allSatisfy({ context.isCapitalised($0) }), name.count <= 2 else { return false }
    if CompanyForms.end(at: name.upperBound, limit: context.stream.count, in: context) != nil { return true }
    let sentence = context.sentence(of: name.lowerBound)
    guard name.lowerBound > sentence.lowerBound + 1, context.isCapitalised(name.lowerBound - 1),
      context.isWord(name.lowerBound - 1)
    else { return false }
    return (max(sentence.lowerBound, name.lowerBound - 11)..<name.lowerBound).contains {
      context.isOne($0, of: Self.bills)
    }
  }

  /// Whether the name only says that somebody's bills are paid.
  private func needsFirm(_ name: Range<Int>) -> Bool {
    if context.isOne(name.lowerBound, of: Self.payments), context.isOne(name.upperBound - 1, of: "of|from") {
      return true
    }
    if context.folded(name.lowerBound) == "'s" { return true }
    return context.folded(name.lowerBound) == "for" && context.isOne(name.lowerBound + 1, of: "its|their")
  }

  private func hasFirm(_ name: Range<Int>) -> Bool {
    if context.folded(name.lowerBound) == "'s" { return isFirm(name.lowerBound - 1) }
    let sentence = context.sentence(of: name.lowerBound)
    if context.folded(name.lowerBound) == "for" {
      let before = max(sentence.lowerBound, name.lowerBound - 8)..<name.lowerBound
      return before.contains { context.isOne($0, of: "to|pay|pays") && isFirm($0 + 1) }
    }
    var next = name.upperBound
    while next < sentence.upperBound, next < name.upperBound + 2, context.isOne(next, of: "the|its|a|an") { next += 1 }
    return isFirm(next)
      || (next..<min(next + 4, sentence.upperBound)).contains { context.isOne($0, of: Self.partners) }
  }

  /// A word with a capital that is neither side's.
  private func isFirm(_ token: Int) -> Bool {
    guard context.stream.tokens.indices.contains(token), context.isWord(token), context.isCapitalised(token) else {
      return false
    }
    return !context.isOne(token, of: Self.roles)
  }

  private static let payments: WordSet = [
    "pay", "pays", "meet", "meets", "cover", "covers", "bear", "bears", "settle", "settles", "reimburse", "reimburses",
    "fund", "funds", "contribute", "contributes", "share", "shares", "towards", "toward", "of", "half",
  ]
  private static let partners: WordSet = ["partner", "integrator", "implementer", "consultancy", "consultants"]
  private static let roles: WordSet = [
    "supplier", "vendor", "customer", "client", "buyer", "provider", "licensor", "licensee", "subscriber", "purchaser",
    "order", "agreement", "contract", "party", "parties", "section", "schedule", "services", "software", "platform",
    "subscription", "eur", "usd", "gbp", "chf", "support", "school", "authority", "district", "trust", "company",
  ]
}
