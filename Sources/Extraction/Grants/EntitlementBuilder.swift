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
    entitlement.name = context.text(VolumeNames.thing(candidate.name.tokens, candidate.kind, in: context))
    entitlement.tier = candidate.kind == "support_plan" ? candidate.tier ?? .other : nil
    entitlement.quantity = candidate.quantity
    entitlement.validity = timing.validity
    if let day = candidate.redeemBy, entitlement.validity.redeemBy == nil, let end = entitlement.validity.end, day < end
    {
      entitlement.validity.redeemBy = day
    }
    let isShared = PeriodShares(context: context).isSaid(of: candidate)
    // "300 credits, of which 100 may be used in each contract year" are granted once.
    entitlement.recurrence =
      isShared ? nil : recurrence(candidate, attachments, &entitlement.validity, &used)
    let unevenly = entitlement.recurrence == nil ? unevenRhythm(candidate) : nil
    if timing.isUnread {
      entitlement.validity.end = nil
      entitlement.recurrence?.periods = []
    }
    entitlement.value = value(candidate, attachments)
    entitlement.fee = fee(candidate, attachments, entitlement.validity, &used)
    entitlement.conditions.unused = unused(candidate, attachments, &used)
    entitlement.conditions.transferable = first { if case .transferable(let x) = $0 { x } else { nil } }
    entitlement.conditions.swappable = first { if case .swappable(let x) = $0 { x } else { nil } }
    entitlement.purpose = purpose(candidate, attachments, &used)
    entitlement.conditions.text = conditionTexts(attachments)
    if isShared {
      let sentence = context.text(candidate.sentence)
      if !entitlement.conditions.text.contains(sentence) { entitlement.conditions.text.append(sentence) }
    }
    entitlement.gaps = gaps(entitlement)
    let isLinked = used.contains { $0.from != .sentence }
    let isOfTwoReadings = !candidate.problems.isEmpty || isUndecided(timing) || unevenly != nil
    entitlement.certainty = isOfTwoReadings ? .ambiguous : isLinked ? .linked : .explicit
    entitlement.evidence = evidence(candidate, used, also: also)
    let trace = TraceBuilder(context: context).entry(
      entitlement, of: candidate, quote: grantTokens(candidate), used: used, offered: offered)
    entitlement.rule = trace.ruleIDs
    var problems = problems(candidate, timing)
    if let unevenly {
      let words = context.text(unevenly)
      problems.append(
        Problem(
          .unreadRecurrence, "how often it comes again has no word in the inventory: '\(words)'",
          page: context.page(of: unevenly.lowerBound)))
    }
    return Built(entitlement: entitlement, trace: trace, problems: problems)
  }

  /// The days that a clause's own sentence gives what it grants; nil for a row, and where it gives no end.
  func ownDays(_ candidate: Candidate, _ offered: [Attachment]) -> Period? {
    guard candidate.place == nil else { return nil }
    let own = offered.filter { $0.refused == nil && $0.from == .sentence && $0.isTime }
    guard !own.isEmpty else { return nil }
    let validity = ValidityBuilder(context: context, resolver: resolver).outcome(candidate, own).validity
    guard validity.redeemBy == nil, validity.basis != .term, let end = validity.end else { return nil }
    return Period(start: validity.start ?? end, end: end)
  }

  /// The nearest statement; a refund beside a lapse is what the customer gets.
  private func unused(_ candidate: Candidate, _ attachments: [Attachment], _ used: inout [Attachment])
    -> UnusedHandling?
  {
    // Plans, users and sandboxes are not used up: what is switched off at their end is no forfeiture.
    let isMetered = isMetered(candidate)
    guard !candidate.kind.isStanding || isMetered else { return nil }
    let stated = attachments.compactMap { attachment -> (UnusedHandling, Attachment)? in
      if isMetered, !namesCalls(attachment.tokens) { return nil }
      if case .unused(let handling) = attachment.content { return (handling, attachment) }
      return nil
    }
    guard let nearest = stated.first else { return nil }
    let refund = stated.first { $0.0 == .refundable && $0.1.from == nearest.1.from }
    let chosen = refund ?? nearest
    used.append(chosen.1)
    return chosen.0
  }

  /// Calls of a day or month are a rate that goes on; what a sentence says of "unused calls" is said of them.
  private func isMetered(_ candidate: Candidate) -> Bool {
    candidate.kind == "api_capacity" && candidate.quantity?.per != nil
  }

  private func namesCalls(_ tokens: Range<Int>) -> Bool {
    context.sentence(of: tokens.lowerBound).prefix(60).contains {
      context.isOne($0, of: "calls|requests|transactions|allowance|quota|volume")
    }
  }

  // MARK: Purpose, conditions, gaps

  private func purpose(_ candidate: Candidate, _ attachments: [Attachment], _ used: inout [Attachment]) -> String? {
    let stated = attachments.filter { attachment in
      if case .purpose = attachment.content { return attachment.tellsUse }
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
    // One sentence may say many conditions; it is spelled out once.
    var seen: Set<Range<Int>> = []
    for attachment in attachments where attachment.tellsUse {
      let words: Range<Int>
      switch attachment.content {
      case .condition(let sentence): words = sentence
      case .unused, .transferable, .swappable: words = context.sentence(of: attachment.tokens.lowerBound)
      default: continue
      }
      guard seen.insert(words).inserted else { continue }
      let text = context.text(words)
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
    if entitlement.purpose == nil, !entitlement.kind.isStanding { gaps.append(.purpose) }
    return gaps
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

  /// Of such a date the document's problems tell.
  private func holdsAmbiguousDate(_ text: String) -> Bool {
    context.values.contains { $0.problems.contains(.ambiguousDate) && text.contains(context.text($0.tokens)) }
  }

  /// "the earlier of 31 December and twelve months from the Effective Date" where one of the two days is not known.
  private func isUndecided(_ timing: ValidityBuilder.Outcome) -> Bool {
    guard timing.isOpen else { return false }
    // Of words that nothing read whole only their beginning tells.
    if timing.isUnread, let text = timing.validity.text?.lowercased() {
      return ["earlier of", "earliest of", "later of", "latest of", "sooner of"].contains { text.contains($0) }
    }
    return timing.used.contains { attachment in
      guard case .time(let statement) = attachment.content else { return false }
      return statement.point?.isChoice ?? statement.period?.isChoice ?? false
    }
  }

  private func problems(_ candidate: Candidate, _ timing: ValidityBuilder.Outcome) -> [Problem] {
    let page = context.page(of: candidate.tokens.lowerBound)
    var list = candidate.problems.map { code in
      Problem(code, "\(context.text(candidate.tokens)): \(code.rawValue.replacing("_", with: " "))", page: page)
    }
    if timing.isOpen, let text = timing.validity.text, !holdsAmbiguousDate(text) {
      list.append(
        timing.isUnread
          ? Problem(.unreadTime, "when it may be used is not read from '\(text)'", page: page)
          : Problem(.unresolvedAnchor, unresolved(text, timing), page: page))
    }
    return list
  }

  /// What is missing to work out a validity from its words.
  private func unresolved(_ text: String, _ timing: ValidityBuilder.Outcome) -> String {
    let isOfBusiness = timing.used.contains { attachment in
      context.durations(in: attachment.tokens).contains { $0.duration.isBusiness }
    }
    return isOfBusiness
      ? "'\(text)' counts business days, and the document gives no calendar of them"
      : "the document does not give the date that '\(text)' counts from"
  }
}
