// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Money that is promised for the bills of a firm that is named: "$40,000 toward Bellweather's fees", "8,000 towards
/// Marlpit", "they chip in 15k for Orlop's bill", "they cover Orlop's invoices up to 15k", "20k for Orlop & Sons".
extension PromiseReader {
  func namedPartner() -> PromiseMention? {
    for token in all where context.isOne(token, of: Self.links) {
      let behind = (token + 1)..<min(token + 7, all.upperBound)
      guard let name = ProperNames.first(in: behind, of: context), name.lowerBound <= token + 2 else { continue }
      let next = name.upperBound..<min(name.upperBound + 4, all.upperBound)
      let isBill = next.contains { context.isOne($0, of: Self.bills) }
      let isTowards = context.isOne(token, of: "toward|towards")
      let isDirect = context.isOne(token, of: Self.direct)
      let isFirm = (name.lowerBound..<min(name.upperBound + 1, all.upperBound)).contains {
        context.isOne($0, of: Self.firms)
      }
      guard isBill || isTowards || isFirm && !isDirect else { continue }
      let money = isDirect ? sum(behind: name.upperBound) ?? sum(before: token) : sum(before: token)
      let isGift =
        money != nil || isDirect || (max(0, token - 2)..<token).contains { context.isOne($0, of: Self.gifts) }
      guard isGift, !context.isOne(token, of: "for|on") || isFirm || paysInto(before: token) || isWork(name, money)
      else { continue }
      var mention = PromiseMention(kind: "partner_voucher", tokens: token..<name.upperBound)
      if case .number(let sum)? = money?.value { mention.sum = sum } else { mention.money = money }
      return mention
    }
    return nil
  }

  /// The last sum that ends right before the words.
  private func sum(before token: Int) -> ValueMention? {
    context.values(in: 0..<token).last { isSum($0) && $0.tokens.upperBound + 3 >= token }
  }

  private func sum(behind token: Int) -> ValueMention? {
    context.values(in: token..<all.upperBound).first(where: isSum)
  }

  private func isSum(_ value: ValueMention) -> Bool {
    switch value.value {
    case .money: true
    case .number(let number): number >= 500
    default: false
    }
  }

  /// "Chip in", "contribute", "pay": words by which somebody bears a part of a bill.
  private func paysInto(before token: Int) -> Bool {
    (max(0, token - 10)..<token).contains { context.isOne($0, of: Self.payments) }
  }

  /// "12,000 for the Tarn Digital work": a name of several words and its work, which no product has.
  private func isWork(_ name: Range<Int>, _ money: ValueMention?) -> Bool {
    guard money != nil, name.count > 1, name.upperBound < all.upperBound else { return false }
    return context.isOne(name.upperBound, of: "work|invoice|invoices|bill|bills|fees|project|engagement|services")
  }

  private static let links: WordSet = [
    "toward", "towards", "to", "of", "for", "on", "cover", "covers", "covering", "pay", "pays", "paying", "settle",
    "settles", "meet", "meets", "reimburse", "reimburses", "bear", "bears", "absorb", "absorbs", "fund", "funds",
  ]
  private static let direct: WordSet = [
    "cover", "covers", "covering", "pay", "pays", "paying", "settle", "settles", "meet", "meets", "reimburse",
    "reimburses", "bear", "bears", "absorb", "absorbs", "fund", "funds",
  ]
  private static let firms: WordSet = [
    "&", "partners", "consulting", "advisory", "advisors", "advisers", "associates", "llp", "ltd", "gmbh", "inc", "llc",
    "consultants", "integrators", "solutions", "bv", "ab", "as",
  ]
  private static let payments: WordSet = [
    "chip", "chips", "contribute", "contributes", "pay", "pays", "cover", "covers", "kick", "kicks", "put", "puts",
    "bear", "bears", "reimburse", "reimburses", "subsidise", "subsidises", "subsidize", "subsidizes", "give", "gives",
    "add", "adds", "throw", "throws", "spend", "spends", "contribution", "share", "credit", "settle", "settles",
  ]
  private static let bills: WordSet = [
    "fees", "fee", "invoice", "invoices", "bill", "bills", "costs", "charges", "work", "services",
  ]
  private static let gifts: WordSet = ["contribution", "contributions", "money", "something", "subsidy", "share"]
}
