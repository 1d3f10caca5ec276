// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Reads a contract's clauses one by one.
struct ClauseReader {
  let context: DocumentContext
  let scope: Scope

  func clauses() -> [ContractClause] {
    var clauses: [ContractClause] = []
    for block in context.source.blocks.indices {
      let tokens = context.stream.tokens(ofBlock: block)
      guard !tokens.isEmpty else { continue }
      if context.isTableRow(block) {
        clauses.append(clause(tokens, block, isRow: true))
        continue
      }
      var at = tokens.lowerBound
      while at < tokens.upperBound {
        let sentence = context.sentence(of: at).clamped(to: tokens)
        clauses.append(clause(sentence, block, isRow: false))
        at = max(sentence.upperBound, at + 1)
      }
    }
    return clauses
  }

  private func clause(_ tokens: Range<Int>, _ block: Int, isRow: Bool) -> ContractClause {
    let mentions = mentions(in: tokens)
    let names = context.names(in: tokens)
    let cues = context.cues(in: tokens).filter { !isHypothetical($0.match) && !isLimit($0.match) }.map(\.cue)
    let isFree = cues.contains { $0.sense == .free } || names.contains { $0.list == "contract_waiver" }
    return ContractClause(
      evidence: context.evidence(.condition, tokens), block: block, isRow: isRow, mentions: mentions,
      stems: Stems.of(context, in: tokens, but: 0..<0, []),
      isDenied: mentions.contains { $0.objection == .negated } || names.contains { $0.list == "contract_denial" }
        || cues.contains { $0.reason == .negated && $0.reach != "after" },
      isRefused: names.contains { $0.list == "contract_refusal" }, exceptions: exceptions(names, tokens),
      isFree: isFree,
      isGranting: cues.contains { $0.sense == .granted } || names.contains { $0.list == "contract_gives" },
      isOptional: mentions.contains { $0.objection == .optional_purchase }
        || cues.contains { $0.reason == .optional_purchase },
      restrictions: restrictions(tokens, names, isFree),
      charges: ChargeReader(context: context).charges(in: tokens),
      aim: aim(tokens, names), features: ServiceFeatures(context, in: tokens),
      unused: unused(tokens),
      timing: mentions.isEmpty && !isFree && !isOfWhatStandsBefore(tokens) ? PromisedTiming() : timing(tokens),
      unitPrices: UnitWorth(context: context).prices(in: tokens),
      equivalences: UnitWorth(context: context).equivalences(in: tokens))
  }

  /// "Forty hours of consulting for data migration": what the work is for.
  private func aim(_ tokens: Range<Int>, _ names: ArraySlice<NameSpan>) -> String? {
    guard
      let name = names.first(where: { name in
        name.kind.map { ["services_hours", "development_credit"].contains($0.rawValue) } ?? false
      }), let kind = name.kind
    else { return nil }
    let behind = name.tokens.lowerBound..<max(name.tokens.upperBound, tokens.upperBound)
    return PromisePurpose(context).words(in: behind, of: PromiseMention(kind: kind, tokens: name.tokens), besides: [])
  }

  /// The words behind "except for", up to a comma.
  private func exceptions(_ names: ArraySlice<NameSpan>, _ tokens: Range<Int>) -> Set<String> {
    guard let exception = names.first(where: { $0.list == "contract_exception" }) else { return [] }
    let rest = exception.tokens.upperBound..<max(exception.tokens.upperBound, tokens.upperBound)
    let end = rest.first { [",", ";", "."].contains(context.folded($0)) } ?? rest.upperBound
    return Stems.of(context, in: rest.lowerBound..<end, but: 0..<0, [])
  }

  private func restrictions(_ tokens: Range<Int>, _ names: ArraySlice<NameSpan>, _ isFree: Bool) -> Set<
    ContractClause.Restriction
  > {
    var found = Set(
      names.filter { $0.list == "contract_restriction" }.compactMap {
        $0.entry.flatMap(ContractClause.Restriction.init(rawValue:))
      })
    let reader = ConditionReader(context: context, knowledge: scope.knowledge)
    if reader.isConditioned(tokens) { found.insert(.condition) }
    if reader.isForOwnServices(tokens) { found.insert(.partners) }
    found.formUnion(VendorOption(context: context, knowledge: scope.knowledge).restrictions(in: tokens, isFree: isFree))
    return found
  }

  private func mentions(in tokens: Range<Int>) -> [ContractClause.Mention] {
    var mentions: [ContractClause.Mention] = []
    for name in context.names(in: tokens) {
      guard let kind = name.kind else { continue }
      let candidate = Candidate(
        kind: kind, name: name, tokens: name.tokens, sentence: context.sentence(of: name.tokens.lowerBound),
        tier: name.tier.flatMap(Tier.init(rawValue:)), isWeak: name.isWeak, rules: [])
      let mention = ContractClause.Mention(
        kind: kind, name: context.text(name.tokens), tier: candidate.tier, isWeak: name.isWeak,
        objection: objection(to: candidate))
      if !mentions.contains(mention) { mentions.append(mention) }
    }
    return mentions
  }

  /// Why the clause grants nothing of it. "Unless Customer has declined it" denies nothing.
  private func objection(to candidate: Candidate) -> Lead.Reason? {
    guard let reason = scope.objection(to: candidate)?.reason else { return nil }
    guard reason == .negated else { return reason }
    let denials = context.matches(in: candidate.sentence.prefix(400)).filter { context.cue($0)?.reason == .negated }
    return !denials.isEmpty && denials.allSatisfy { isHypothetical($0) || isLimit($0) } ? nil : reason
  }

  /// "1,000 calls per minute" limits what is granted and denies nothing.
  private func isLimit(_ match: PhraseMatch) -> Bool {
    context.patterns.rules[match.rule].id.hasSuffix("limit.technical")
  }

  /// What might be denied is not: "unless …", "if …" stands close before it.
  private func isHypothetical(_ match: PhraseMatch) -> Bool {
    guard context.cue(match)?.reason == .negated else { return false }
    let before = max(0, match.tokens.lowerBound - 4)..<min(match.tokens.upperBound, match.tokens.lowerBound + 1)
    return before.contains { ["unless", "if", "until"].contains(context.folded($0)) }
  }

  private func unused(_ tokens: Range<Int>) -> UnusedHandling? {
    var found: UnusedHandling?
    for match in context.allMatches(in: tokens) {
      let rule = context.patterns.rules[match.rule]
      guard rule.role == .link, rule.subject == "unused",
        let handling = rule.gives["unused"].flatMap(UnusedHandling.init(rawValue:))
      else { continue }
      if handling == .forfeited { return handling }
      if !isDenied(match.tokens) { found = found ?? handling }
    }
    return found
  }

  private func isDenied(_ tokens: Range<Int>) -> Bool {
    let no: Set<String> = ["not", "no", "nor", "never", "neither", "without", "cannot"]
    return (max(0, tokens.lowerBound - 3)..<tokens.upperBound).contains { no.contains(context.folded($0)) }
  }

  /// "They are valid for 24 months."
  private func isOfWhatStandsBefore(_ tokens: Range<Int>) -> Bool {
    tokens.first.map { Self.pronouns.contains(context.folded($0)) } ?? false
  }

  private static let pronouns: WordSet = ["they", "these", "those", "it", "both", "each", "all"]

  private func timing(_ tokens: Range<Int>) -> PromisedTiming {
    var timing = PromisedTiming()
    timing.statements = TimeFinder(PassageText(context, tokens), knowledge: DocumentKnowledge()).statements(in: tokens)
    timing.statements += firstPeriods(tokens)
    return timing
  }
}

extension ClauseReader {
  /// "Of which the first year is free", "the first six months are waived": what is free without a word of time before
  /// it.
  private func firstPeriods(_ tokens: Range<Int>) -> [TimeStatement] {
    let units: [String: CalendarDuration.Unit] = [
      "year": .year, "years": .year, "month": .month, "months": .month, "quarter": .quarter, "quarters": .quarter,
    ]
    var found: [TimeStatement] = []
    for token in tokens where context.folded(token) == "first" {
      for ahead in 1...3 where tokens.contains(token + ahead) {
        guard let unit = units[context.folded(token + ahead)] else { continue }
        let number = context.values(in: (token + 1)..<(token + ahead + 1)).lazy.compactMap { value -> Decimal? in
          switch value.value {
          case .number(let amount): amount
          case .duration(let duration): duration.amount
          default: nil
          }
        }.first
        guard ahead == 1 || number != nil || context.folded(token + 1) == "contract" else { continue }
        let behind = token..<min(token + ahead + 4, tokens.upperBound)
        guard behind.contains(where: { ["free", "waived", "included", "complimentary"].contains(context.folded($0)) })
        else { continue }
        let duration = CalendarDuration(amount: number ?? 1, unit: unit)
        let period: TimePeriod =
          unit == .year && number == nil ? .contractYears(1, 1) : .first(duration, of: .term)
        found.append(TimeStatement(role: .during, point: nil, period: period, tokens: token..<(token + ahead + 1)))
        break
      }
    }
    return found
  }
}

/// What clauses say of one unit's worth in money or in other units.
struct UnitWorth {
  let context: DocumentContext

  private static let units: Set<String> = [
    "credit", "hour", "day", "seat", "class", "pass", "voucher", "exam", "session", "place", "unit", "course",
    "attempt",
  ]

  /// "Valued at CHF 150 an hour", "the price of a training credit is fixed at USD 200".
  func prices(in tokens: Range<Int>) -> [ContractClause.UnitPrice] {
    let worth: Set<String> = [
      "value", "valued", "worth", "price", "priced", "fixed", "equals", "equivalent", "deemed", "counted", "counts",
      "calculated", "rate", "converted",
    ]
    var found: [ContractClause.UnitPrice] = []
    for value in context.values(in: tokens) {
      guard case .money(let amount, let currency) = value.value, amount > 0 else { continue }
      let before = max(tokens.lowerBound, value.tokens.lowerBound - 14)..<value.tokens.lowerBound
      guard before.contains(where: { worth.contains(context.folded($0)) }) else { continue }
      guard
        let unit = unitBehind(value.tokens.upperBound, tokens) ?? unitBefore(before)
          ?? unitOfEach(value.tokens.upperBound, before)
      else { continue }
      found.append(.init(unit: unit, amount: amount, currency: currency))
    }
    return found
  }

  /// "an hour", "per credit", "each", "/ day" behind a sum.
  private func unitBehind(_ token: Int, _ tokens: Range<Int>) -> String? {
    guard tokens.contains(token), ["a", "an", "per", "each", "/", "for"].contains(context.folded(token)) else {
      return nil
    }
    for ahead in 1...3 where tokens.contains(token + ahead) {
      if let unit = unit(token + ahead) { return unit }
    }
    return nil
  }

  /// "100 credits valued at USD 200 each".
  private func unitOfEach(_ token: Int, _ before: Range<Int>) -> String? {
    guard token < context.stream.count, ["each", "apiece"].contains(context.folded(token)) else { return nil }
    return before.reversed().lazy.compactMap { self.unit($0) }.first
  }

  /// "of a training credit", "one credit", "each hour" before it.
  private func unitBefore(_ range: Range<Int>) -> String? {
    for token in range.reversed() {
      guard let unit = unit(token), !context.folded(token).hasSuffix("s") || unit.hasSuffix("s") else { continue }
      for back in 1...4 where range.contains(token - back) {
        if ["a", "an", "one", "each", "per", "every", "1"].contains(context.folded(token - back)) { return unit }
      }
    }
    return nil
  }

  private func unit(_ token: Int) -> String? {
    let word = context.folded(token)
    if Self.units.contains(word) { return word }
    if word.hasSuffix("es"), Self.units.contains(String(word.dropLast(2))) { return String(word.dropLast(2)) }
    if word.hasSuffix("s"), Self.units.contains(String(word.dropLast())) { return String(word.dropLast()) }
    return nil
  }

  /// "A Classroom Pass is one seat", "one day equals eight hours".
  func equivalences(in tokens: Range<Int>) -> [ContractClause.Equivalence] {
    let verbs: Set<String> = [
      "is", "equals", "buys", "corresponds", "=", "admits", "covers", "has", "counts", "means", "comprises", "gives",
      "consists", "contains", "lasts", "equal", "represents", "amounts", "equates", "includes",
    ]
    var found: [ContractClause.Equivalence] = bracketed(in: tokens)
    for token in tokens where verbs.contains(context.folded(token)) {
      guard let unit = unitBefore(max(tokens.lowerBound, token - 5)..<token) else { continue }
      for ahead in 1...4 where tokens.contains(token + ahead) {
        let at = token + ahead
        guard let factor = factor(at) else { continue }
        for next in 1...5 where tokens.contains(at + next) {
          guard let other = self.unit(at + next) else { continue }
          if other != unit { found.append(.init(unit: unit, other: other, factor: factor)) }
          break
        }
        break
      }
    }
    return found
  }

  /// "15 consulting days (7.5 hours each)", "ten days of eight hours": how many hours a day has.
  private func bracketed(in tokens: Range<Int>) -> [ContractClause.Equivalence] {
    var found: [ContractClause.Equivalence] = []
    for value in context.values(in: tokens) {
      guard case .duration(let length) = value.value, length.unit == .hour, length.amount > 0, length.amount <= 24
      else { continue }
      let end = value.tokens.upperBound
      let isEach = end < tokens.upperBound && ["each", "apiece"].contains(context.folded(end))
      let start = value.tokens.lowerBound
      guard start > tokens.lowerBound, isEach || context.folded(start - 1) == "of" else { continue }
      let before = max(tokens.lowerBound, start - 8)..<start
      guard before.contains(where: { ["day", "days"].contains(context.folded($0)) }) else { continue }
      found.append(.init(unit: "day", other: "hour", factor: length.amount))
    }
    return found
  }

  private func factor(_ token: Int) -> Decimal? {
    if ["a", "an"].contains(context.folded(token)) { return 1 }
    for value in context.values(in: token..<min(token + 6, context.stream.count)) where value.tokens.lowerBound == token
    {
      switch value.value {
      case .number(let number): return number
      case .quantity(let amount, _, _): return amount
      case .duration(let duration): return duration.amount
      default: continue
      }
    }
    return nil
  }
}
