// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// What a grant is worth, and what it costs.
extension EntitlementBuilder {
  func value(_ candidate: Candidate, _ attachments: [Attachment]) -> EntitlementValue? {
    let cap: Decimal? = attachments.lazy.compactMap { if case .cap(let amount) = $0.content { amount } else { nil } }
      .first
    let worth: (Decimal, String?)? = attachments.lazy.compactMap {
      if case .worth(let amount, let currency) = $0.content { (amount, currency) } else { nil }
    }.first
    if let share = candidate.share, let worth {
      return EntitlementValue(
        amount: worth.0, currency: worth.1 ?? facts.currency, basis: .stated,
        formula: Formula(percent: share.percent, of: share.base))
    }
    if let share = candidate.share {
      var amount =
        candidate.shareAmount ?? base(share.base, near: candidate).map { ($0 * share.percent / 100).roundedToCents }
      // Of an unknown base the cap is all that is said of how much.
      if let cap, candidate.kind != "support_plan" { amount = min(cap, amount ?? cap) }
      if let known = amount, cap == nil || known != cap { amount = Self.raised(known, attachments) }
      return EntitlementValue(
        amount: amount, currency: facts.currency, basis: .computed,
        formula: Formula(percent: share.percent, of: share.base))
    }
    if case .money(let amount, let currency)? = candidate.money?.value {
      return EntitlementValue(amount: amount, currency: currency ?? facts.currency)
    }
    if let each = attachments.lazy.compactMap({ attachment -> (Decimal, String?)? in
      if case .worthEach(let amount, let currency) = attachment.content, attachment.from <= .item {
        return (amount, currency)
      }
      return nil
    }).first, let count = candidate.quantity?.amount, !candidate.kind.isStanding {
      return EntitlementValue(amount: count * each.0, currency: each.1 ?? facts.currency)
    }
    if let worth, !candidate.kind.isStanding || saysWorth(candidate, attachments) {
      return EntitlementValue(amount: worth.0, currency: worth.1 ?? facts.currency)
    }
    if let cap, !candidate.isOpenAmount, ["success_fund", "partner_voucher"].contains(candidate.kind.rawValue) {
      return EntitlementValue(amount: cap, currency: facts.currency)
    }
    return nil
  }

  /// "Two sandboxes worth $900": of what stands for a time, where its own words say so.
  private func saysWorth(_ candidate: Candidate, _ attachments: [Attachment]) -> Bool {
    attachments.contains { attachment in
      guard case .worth = attachment.content, attachment.from == .sentence else { return false }
      let start = attachment.tokens.lowerBound
      return start >= candidate.tokens.upperBound && start - candidate.tokens.upperBound <= 8
        && (candidate.tokens.upperBound..<start).contains { context.isOne($0, of: "worth|value|valued") }
    }
  }

  private func base(_ key: String, near candidate: Candidate) -> Decimal? {
    // A name that the document gives an amount goes before the general words.
    let words = candidate.sentence.map { context.folded($0) }.joined(separator: " ")
    for (name, amount) in knowledge.definedAmounts.sorted(by: { $0.key < $1.key }) where words.contains(name) {
      return amount
    }
    if isDefinedOtherwise(candidate) { return nil }
    if let share = candidate.share, candidate.place == nil {
      let bases = ShareBases(context: context, knowledge: knowledge, facts: facts)
      switch bases.base(behind: share.percent, in: candidate.sentence) {
      case .amount(let amount): return amount
      case .unknown: return nil
      case .unsaid: break
      }
    }
    // "the subscription fees for the first contract year" are a year's.
    let isYearly = (candidate.tokens.lowerBound..<min(candidate.sentence.upperBound, candidate.tokens.upperBound + 14))
      .contains {
        context.isOne($0, of: "year|annual|yearly|annum")
      }
    switch key {
    case "total_fees" where isYearly: return facts.fees.annual
    case "annual_fees": return facts.fees.annual
    case "total_fees": return facts.fees.total
    default: return nil
    }
  }

  /// "Licence Charges are the charges in lines 1 and 2": the document says itself of what the share is one, which general
  /// words do not tell.
  private func isDefinedOtherwise(_ candidate: Candidate) -> Bool {
    guard context.isOfOrderLength else { return false }
    for name in context.names(in: candidate.sentence) where name.list == "fee_base" {
      guard name.tokens.allSatisfy({ context.isCapitalised($0) }) else { continue }
      let words = name.tokens.map { context.folded($0) }
      var at = 0
      while let start = context.firstIndex(of: words[0], in: at..<context.stream.count) {
        at = start + 1
        let end = start + words.count
        guard end < context.stream.count, !candidate.sentence.contains(start),
          (start - context.sentence(of: start).lowerBound) <= 4,
          words.indices.allSatisfy({ context.folded(start + $0) == words[$0] }),
          context.isOne(end, of: "are|is|means|mean"),
          context.sentence(of: start).contains(where: { context.isOne($0, of: Self.rows) })
        else { continue }
        return true
      }
    }
    return false
  }

  private static let rows: WordSet = ["line", "lines", "row", "rows", "item", "items", "column", "pos", "sl"]

  /// "$15,000 a year", "$1,250 a month": over the time that it runs, where that is whole years or months.
  private func whole(_ amount: Decimal, at tokens: Range<Int>, _ validity: Validity) -> Decimal {
    guard let start = validity.start, let end = validity.end, let months = start.months(through: end),
      let step = PricePeriods.months(behind: tokens.upperBound, in: context)
        ?? PricePeriods.months(before: tokens.lowerBound, in: context)
    else { return amount }
    return months % step == 0 ? amount * Decimal(months / step) : amount
  }

  func fee(
    _ candidate: Candidate, _ attachments: [Attachment], _ validity: Validity, _ used: inout [Attachment]
  ) -> Fee? {
    var fee = candidate.fee
    if let percent = candidate.feePercent {
      fee = Fee(amount: fee?.amount, currency: facts.currency, percent: percent, of: nil)
    }
    if fee?.amount == nil, let percent = fee?.percent {
      fee?.amount = shareAmount(percent, nil, nil, candidate, attachments)
    }
    for attachment in attachments {
      switch attachment.content {
      case .feeShare(let percent, let of)
      where candidate.share == nil && fee?.percent == nil
        && (candidate.kind == "support_plan" || asks(attachment, for: candidate))
        && !isOfOtherPlan(attachment, beside: used, of: fee):
        // "Premier Support is included at a fee of 10 %" is not free.
        let isPaid = used.contains { isMereInclusion($0, beside: attachment) }
        fee = Fee(amount: isPaid ? nil : fee?.amount, currency: facts.currency, percent: percent, of: of)
        if fee?.amount == nil {
          fee?.amount =
            stated(attachments) ?? told(beside: attachment, attachments)
            ?? shareAmount(percent, of, attachment.tokens, candidate, attachments)
        }
        used.append(attachment)
      case .feeEach(let amount, let currency)
      where fee == nil && attachment.from == .sentence && candidate.quantity != nil && candidate.kind != "support_plan":
        let all = amount * (candidate.quantity?.amount ?? 1)
        fee = Fee(amount: whole(all, at: attachment.tokens, validity), currency: currency ?? facts.currency)
        used.append(attachment)
      case .free where fee == nil && attachment.from <= .section:
        fee = Fee(amount: 0, currency: facts.currency)
        used.append(attachment)
      case .fee(let amount, let currency)
      where fee == nil && candidate.money?.tokens != attachment.tokens
        && (attachment.from <= .item || comesOfRate(amount, attachment, candidate)):
        fee = Fee(amount: whole(amount, at: attachment.tokens, validity), currency: currency ?? facts.currency)
        used.append(attachment)
      default: break
      }
    }
    if fee == nil, isUnderIncluded(candidate) { fee = Fee(amount: 0, currency: facts.currency) }
    if candidate.kind == "support_plan", let amount = fee?.amount, fee?.percent == nil {
      fee?.percent = PlanShares(context: context, knowledge: knowledge).percent(of: candidate, costing: amount)
    }
    return fee
  }

  /// "22 % of the fees, that is $39,600 a year and $79,200 in total": what the share is said to come to.
  private func told(beside share: Attachment, _ attachments: [Attachment]) -> Decimal? {
    let sentence = context.sentence(of: share.tokens.lowerBound)
    let sums = ShareSums(PassageText(context, sentence))
    for attachment in attachments where sentence.contains(attachment.tokens.lowerBound) {
      guard case .fee(let amount, _) = attachment.content, attachment.tokens.lowerBound > share.tokens.lowerBound,
        let value = context.values(in: attachment.tokens).first, sums.tells(value)
      else { continue }
      return amount
    }
    return nil
  }

  /// "Standard comes at no charge. Premier was quoted at 25 %": the share behind what is free is another plan's.
  private func isOfOtherPlan(_ share: Attachment, beside used: [Attachment], of fee: Fee?) -> Bool {
    fee?.amount == 0 && share.from > .sentence
      && used.contains { free in
        if case .free = free.content { free.from == .sentence && !isMereInclusion(free, beside: share) } else { false }
      }
  }

  /// "40 credits for 8% of the annual fees", "priced at 8% of …": a share that is the price of what is counted.
  private func asks(_ share: Attachment, for candidate: Candidate) -> Bool {
    let start = share.tokens.lowerBound
    guard share.from == .sentence, candidate.quantity != nil, candidate.place == nil,
      start >= candidate.tokens.upperBound, start - candidate.tokens.upperBound <= 24
    else { return false }
    return context.isOne(start - 1, of: "for|against|at")
      || (candidate.tokens.upperBound..<start).suffix(6).contains { context.isOne($0, of: CandidateFinder.askings) }
  }

  /// "is included", "is part of": said in the sentence that gives a price as well.
  private func isMereInclusion(_ free: Attachment, beside share: Attachment) -> Bool {
    guard case .free = free.content, context.sentence(of: share.tokens.lowerBound).contains(free.tokens.lowerBound)
    else { return false }
    return free.tokens.contains { context.isOne($0, of: Self.inclusions) }
      && !free.tokens.contains { context.isOne($0, of: Self.denials) }
  }

  private static let inclusions: WordSet = ["included", "includes", "part", "covered", "comprised", "contained"]
  private static let denials: WordSet = ["no", "not", "without", "free", "nothing", "waived"]

  /// A note to the row gives the rate as well, and it comes to that for as many as the row grants.
  private func comesOfRate(_ amount: Decimal, _ attachment: Attachment, _ candidate: Candidate) -> Bool {
    guard candidate.place != nil, attachment.from == .row, let count = candidate.quantity?.amount, count > 1 else {
      return false
    }
    return context.values(in: context.sentence(of: attachment.tokens.lowerBound)).contains {
      if case .money(let rate, _) = $0.value { rate * count == amount } else { false }
    }
  }

  private func isOfSum(_ share: Range<Int>) -> Bool {
    let end = context.sentence(of: share.lowerBound).upperBound
    let behind = share.upperBound..<max(share.upperBound, min(share.upperBound + 12, end))
    let stop = behind.first { context.isOne($0, of: ",|;|(") } ?? behind.upperBound
    return context.values(in: share.upperBound..<stop).contains { value in
      guard case .money(let amount, _) = value.value else { return false }
      return amount != facts.fees.annual && amount != facts.fees.total
    }
  }

  /// What a share is said to come to; of "$25,000 a year and $75,000 over the term" the whole.
  private func stated(_ attachments: [Attachment]) -> Decimal? {
    let stated = attachments.compactMap { attachment -> (amount: Decimal, from: Attachment.Scope)? in
      guard attachment.from <= .item, case .worth(let amount, _) = attachment.content else { return nil }
      return (amount, attachment.from)
    }
    return stated.filter { $0.from == stated[0].from }.map(\.amount).max()
  }

  /// `share` is where a clause states it; of what neither a pack nor a row names it comes to nothing that is known.
  private func shareAmount(
    _ percent: Decimal, _ of: String?, _ share: Range<Int>?, _ candidate: Candidate, _ attachments: [Attachment]
  ) -> Decimal? {
    var base = knowledge.definedAmounts.isEmpty ? facts.fees.total : base("total_fees", near: candidate)
    // "24 % of the monthly fee of $34,125": of a sum that is no total.
    if let share, isOfSum(share) { return nil }
    if let share, of == nil {
      let sentence = context.sentence(of: share.lowerBound)
      let words = share.upperBound..<min(share.upperBound + 14, sentence.upperBound)
      base = RowPrices(context: context, tables: knowledge.tables).total(in: words)
    }
    guard let base else { return nil }
    let amount = (base * percent / 100).roundedToCents
    for attachment in attachments {
      if case .cap(let cap) = attachment.content { return min(cap, amount) }
    }
    return Self.raised(amount, attachments)
  }

  /// What a share comes to where the clause says the least that it comes to.
  private static func raised(_ amount: Decimal, _ attachments: [Attachment]) -> Decimal {
    for attachment in attachments {
      if case .floor(let floor) = attachment.content { return max(floor, amount) }
    }
    return amount
  }
}
