// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// "A success fund of GBP 25,000 to spend with any partner": the fund is named, and where it may be spent makes no
/// voucher of it.
struct FundsForPartners {
  let context: DocumentContext

  func settle(_ mentions: inout [PromiseMention]) {
    let funds = mentions.filter { !$0.isWeak && $0.kind == "success_fund" }
    guard !funds.isEmpty else { return }
    mentions.removeAll { mention in
      guard mention.kind == "partner_voucher", context.isOne(mention.tokens.lowerBound, of: "to|towards|toward|for")
      else { return false }
      let sentence = context.sentence(of: mention.tokens.lowerBound)
      let before = sentence.lowerBound..<mention.tokens.lowerBound
      guard let fund = funds.last(where: { before.contains($0.tokens.lowerBound) })
      else { return false }
      // "… and GBP 5,000 to spend with a partner": with a sum of its own it is one.
      return !(fund.tokens.upperBound..<mention.tokens.lowerBound).contains { context.isOne($0, of: "and|plus|;|&") }
    }
  }
}
