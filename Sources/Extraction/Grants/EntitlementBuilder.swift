// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Makes an entitlement of a candidate and what was linked to it.
struct EntitlementBuilder {
  let context: DocumentContext
  let knowledge: DocumentKnowledge
  let facts: DocumentFacts
  let resolver: TimeResolver

  struct Built {
    var entitlement: Entitlement
    var trace: TraceEntry
    var problems: [Problem]
  }

  init(context: DocumentContext, knowledge: DocumentKnowledge, facts: DocumentFacts) {
    self.context = context
    self.knowledge = knowledge
    self.facts = facts
    resolver = TimeResolver(term: facts.term, knowledge: knowledge, isAmendment: facts.type == .amendment)
  }

  /// `offered` are the attachments in order of distance, those among them that linking refused.
  func build(_ candidate: Candidate, _ offered: [Attachment], also: [Candidate]) -> Built {
    let attachments = offered.filter { $0.refused == nil }
    var used: [Attachment] = []
    func first<T>(_ pick: (Attachment.Content) -> T?) -> T? {
      for attachment in attachments {
        if let value = pick(attachment.content) {
          used.append(attachment)
          return value
        }
      }
      return nil
    }
    let timing = ValidityBuilder(context: context, resolver: resolver).outcome(candidate, attachments)
    used += timing.used
    var entitlement = Entitlement(id: "", document: facts.id, kind: candidate.kind)
    entitlement.name = context.text(candidate.name.tokens)
    entitlement.tier = candidate.kind == "support_plan" ? candidate.tier ?? .other : nil
    entitlement.quantity = candidate.quantity
    entitlement.validity = timing.validity
    entitlement.recurrence = recurrence(candidate, attachments, &entitlement.validity, &used)
    if timing.isUnread {
      entitlement.validity.end = nil
      entitlement.recurrence?.periods = []
    }
    entitlement.value = value(candidate, attachments)
    entitlement.fee = fee(candidate, attachments, &used)
    entitlement.conditions.unused = unused(candidate, attachments, &used)
    entitlement.conditions.transferable = first { if case .transferable(let x) = $0 { x } else { nil } }
    entitlement.conditions.swappable = first { if case .swappable(let x) = $0 { x } else { nil } }
    entitlement.purpose = purpose(candidate, attachments, &used)
    entitlement.conditions.text = conditionTexts(attachments)
    entitlement.gaps = gaps(entitlement)
    let isLinked = used.contains { $0.from != .sentence }
    entitlement.certainty = candidate.problems.isEmpty ? (isLinked ? .linked : .explicit) : .ambiguous
    entitlement.evidence = evidence(candidate, used, also: also)
    let trace = TraceBuilder(context: context).entry(
      entitlement, of: candidate, quote: grantTokens(candidate), used: used, offered: offered)
    entitlement.rule = trace.ruleIDs
    return Built(entitlement: entitlement, trace: trace, problems: problems(candidate, timing))
  }

  /// Plans, users and sandboxes are not used up: what is switched off at their end is no forfeiture.
  static func lapses(_ kind: Kind) -> Bool {
    !["support_plan", "complimentary_product", "sandbox", "storage", "api_capacity"].contains(kind.rawValue)
  }

  /// The nearest statement; a refund beside a lapse is what the customer gets.
  private func unused(_ candidate: Candidate, _ attachments: [Attachment], _ used: inout [Attachment])
    -> UnusedHandling?
  {
    guard Self.lapses(candidate.kind) else { return nil }
    let stated = attachments.compactMap { attachment -> (UnusedHandling, Attachment)? in
      if case .unused(let handling) = attachment.content { return (handling, attachment) }
      return nil
    }
    guard let nearest = stated.first else { return nil }
    let refund = stated.first { $0.0 == .refundable && $0.1.from == nearest.1.from }
    let chosen = refund ?? nearest
    used.append(chosen.1)
    return chosen.0
  }

  // MARK: Recurrence

  private func recurrence(
    _ candidate: Candidate, _ attachments: [Attachment], _ validity: inout Validity, _ used: inout [Attachment]
  ) -> Recurrence? {
    if let every = candidate.recurs {
      guard let start = validity.start, let end = validity.end else { return Recurrence(every: every, periods: []) }
      return Recurrence(every: every, periods: resolver.periods(every, within: Period(start: start, end: end)))
    }
    guard candidate.kind != "support_plan", candidate.kind != "sandbox", candidate.kind != "storage",
      candidate.quantity?.per == nil
    else { return nil }
    if candidate.span != nil || candidate.contractYear != nil {
      return within(candidate, attachments, validity, &used)
    }
    let every: Recurrence.Every
    if let renewed = candidate.renewed {
      every = renewed.every
    } else if let attachment = attachments.first(where: {
      if case .recurrence = $0.content { return [.sentence, .item, .section].contains($0.from) }
      return false
    }), case .recurrence(let stated) = attachment.content {
      every = stated
      used.append(attachment)
    } else if isForEachOfTheYears(candidate, attachments) {
      every = .contract_year
    } else {
      return nil
    }
    // A deadline inside each period ("at the end of a Contract Year any amount left is forfeited") does not end the whole.
    let start = validity.start ?? resolver.grantStart
    guard let start, let end = validity.end ?? resolver.term.end, start <= end else {
      return Recurrence(every: every, periods: [])
    }
    validity.start = start
    validity.end = end
    return Recurrence(every: every, periods: resolver.periods(every, within: Period(start: start, end: end)))
  }

  /// "2,000 credits a quarter in the first year", "six sessions a year" beside "both contract years": what comes anew
  /// within the years that it is granted for.
  private func within(
    _ candidate: Candidate, _ attachments: [Attachment], _ validity: Validity, _ used: inout [Attachment]
  ) -> Recurrence? {
    guard
      let attachment = attachments.first(where: {
        if case .recurrence = $0.content { return $0.from == .sentence }
        return false
      }), case .recurrence(let every) = attachment.content, let start = validity.start, let end = validity.end
    else { return nil }
    switch (every, candidate.span) {
    case (.quarter, _), (.month, _), (.half_year, _): break
    case (.contract_year, .contractYears(let first, let last)?) where first < last: break
    default: return nil
    }
    let periods = resolver.periods(every, within: Period(start: start, end: end))
    guard periods.count > 1 else { return nil }
    used.append(attachment)
    return Recurrence(every: every, periods: periods)
  }

  /// "In the first and in the second Contract Year 24 hours each": the amount is a year's.
  private func isForEachOfTheYears(_ candidate: Candidate, _ attachments: [Attachment]) -> Bool {
    let end = candidate.tokens.upperBound
    guard candidate.place == nil,
      (end..<min(end + 2, candidate.sentence.upperBound)).contains(where: {
        ["each", "apiece"].contains(context.folded($0))
      })
    else { return false }
    return attachments.contains { attachment in
      guard attachment.from == .sentence, case .time(let statement) = attachment.content,
        case .contractYears(let first, let last)? = statement.period
      else { return false }
      return last > first
    }
  }

  // MARK: Worth and price

  private func value(_ candidate: Candidate, _ attachments: [Attachment]) -> EntitlementValue? {
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
    }).first, let count = candidate.quantity?.amount, takesValue(candidate.kind) {
      return EntitlementValue(amount: count * each.0, currency: each.1 ?? facts.currency)
    }
    if let worth, takesValue(candidate.kind) {
      return EntitlementValue(amount: worth.0, currency: worth.1 ?? facts.currency)
    }
    if let cap, ["success_fund", "partner_voucher"].contains(candidate.kind.rawValue) {
      return EntitlementValue(amount: cap, currency: facts.currency)
    }
    return nil
  }

  private func takesValue(_ kind: Kind) -> Bool {
    !["support_plan", "storage", "sandbox", "api_capacity", "complimentary_product"].contains(kind.rawValue)
  }

  private func base(_ key: String, near candidate: Candidate) -> Decimal? {
    // A name that the document gives an amount goes before the general words.
    let words = candidate.sentence.map { context.folded($0) }.joined(separator: " ")
    for (name, amount) in knowledge.definedAmounts.sorted(by: { $0.key < $1.key }) where words.contains(name) {
      return amount
    }
    // "the subscription fees for the first contract year" are a year's.
    let isYearly = (candidate.tokens.lowerBound..<min(candidate.sentence.upperBound, candidate.tokens.upperBound + 14))
      .contains {
        ["year", "annual", "yearly", "annum"].contains(context.folded($0))
      }
    switch key {
    case "total_fees" where isYearly: return facts.fees.annual
    case "annual_fees": return facts.fees.annual
    case "total_fees": return facts.fees.total
    default: return nil
    }
  }

  private func fee(_ candidate: Candidate, _ attachments: [Attachment], _ used: inout [Attachment]) -> Fee? {
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
      where candidate.share == nil && candidate.kind == "support_plan" && fee?.percent == nil:
        fee = Fee(amount: fee?.amount, currency: facts.currency, percent: percent, of: of)
        if fee?.amount == nil {
          fee?.amount = stated(attachments) ?? shareAmount(percent, of, attachment.tokens, candidate, attachments)
        }
        used.append(attachment)
      case .feeEach(let amount, let currency)
      where fee == nil && attachment.from == .sentence && candidate.quantity != nil && candidate.kind != "support_plan":
        fee = Fee(amount: amount * (candidate.quantity?.amount ?? 1), currency: currency ?? facts.currency)
        used.append(attachment)
      case .free where fee == nil && attachment.from <= .section:
        fee = Fee(amount: 0, currency: facts.currency)
        used.append(attachment)
      case .fee(let amount, let currency)
      where fee == nil && candidate.money?.tokens != attachment.tokens
        && (attachment.from <= .item || comesOfRate(amount, attachment, candidate)):
        fee = Fee(amount: amount, currency: currency ?? facts.currency)
        used.append(attachment)
      default: break
      }
    }
    return fee
  }

  /// A note to the row gives the rate as well, and it comes to that for as many as the row grants.
  private func comesOfRate(_ amount: Decimal, _ attachment: Attachment, _ candidate: Candidate) -> Bool {
    guard candidate.place != nil, attachment.from == .row, let count = candidate.quantity?.amount, count > 1 else {
      return false
    }
    return context.values(in: context.sentence(of: attachment.tokens.lowerBound)).contains {
      if case .money(let rate, _) = $0.value { rate * count == amount } else { false }
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
    return amount
  }

  // MARK: Purpose, conditions, gaps

  private func purpose(_ candidate: Candidate, _ attachments: [Attachment], _ used: inout [Attachment]) -> String? {
    let stated = attachments.filter { attachment in
      if case .purpose = attachment.content { return attachment.from <= .row }
      return false
    }
    // What stands behind the grant's name says what it is for; what stands before may.
    let behind = stated.first { $0.from != .sentence || $0.tokens.lowerBound >= candidate.name.tokens.lowerBound }
    guard let chosen = behind ?? stated.first, case .purpose(let words) = chosen.content else { return nil }
    used.append(chosen)
    return context.text(words)
  }

  private func conditionTexts(_ attachments: [Attachment]) -> [String] {
    var texts: [String] = []
    for attachment in attachments where attachment.from <= .row {
      let text: String
      switch attachment.content {
      case .condition(let words): text = context.text(words)
      case .unused, .transferable, .swappable: text = context.text(context.sentence(of: attachment.tokens.lowerBound))
      default: continue
      }
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  private func gaps(_ entitlement: Entitlement) -> [Gap] {
    var gaps: [Gap] = []
    let hasAmount =
      entitlement.quantity != nil || entitlement.value?.amount != nil || entitlement.kind == "support_plan"
    if !hasAmount { gaps.append(.quantity_or_value) }
    if entitlement.validity.end == nil { gaps.append(.validity) }
    if entitlement.purpose == nil, needsPurpose(entitlement.kind) { gaps.append(.purpose) }
    return gaps
  }

  /// Capacity, sandboxes and plans say by their kind what they are for.
  private func needsPurpose(_ kind: Kind) -> Bool {
    !["sandbox", "api_capacity", "storage", "support_plan", "complimentary_product"].contains(kind.rawValue)
  }

  // MARK: Why

  private func evidence(_ candidate: Candidate, _ used: [Attachment], also: [Candidate]) -> [Evidence] {
    var list = [context.evidence(.grant, grantTokens(candidate))]
    for other in also { list.append(context.evidence(.grant, grantTokens(other))) }
    for attachment in used {
      let sentence = context.sentence(of: attachment.tokens.lowerBound)
      let tokens = attachment.from == .sentence ? attachment.tokens : sentence
      let item = context.evidence(attachment.role, tokens)
      if !list.contains(where: { $0.start == item.start && $0.end == item.end }) { list.append(item) }
    }
    return list
  }

  /// The whole row, or the clause from its start to what states the grant.
  private func grantTokens(_ candidate: Candidate) -> Range<Int> {
    if candidate.place != nil { return candidate.sentence }
    return candidate.sentence.count <= 60 ? candidate.sentence : candidate.tokens
  }

  private func problems(_ candidate: Candidate, _ timing: ValidityBuilder.Outcome) -> [Problem] {
    let page = context.page(of: candidate.tokens.lowerBound)
    var list = candidate.problems.map { code in
      Problem(code, "\(context.text(candidate.tokens)): \(code.rawValue.replacing("_", with: " "))", page: page)
    }
    if timing.isOpen, let text = timing.validity.text {
      list.append(
        timing.isUnread
          ? Problem(.unreadTime, "when it may be used is not read from '\(text)'", page: page)
          : Problem(.unresolvedAnchor, "the document does not give the date that '\(text)' counts from", page: page))
    }
    return list
  }
}
