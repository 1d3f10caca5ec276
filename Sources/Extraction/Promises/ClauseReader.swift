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
    var labels: [Int: String] = [:]
    for block in context.source.blocks.indices {
      let tokens = context.stream.tokens(ofBlock: block)
      guard !tokens.isEmpty else { continue }
      if context.isTableRow(block) {
        clauses.append(clause(tokens, block, label: label(of: tokens, block, isRow: true, isFirst: true), isRow: true))
        continue
      }
      var at = tokens.lowerBound
      // What stands under "ITEM 5. …" is item 5.
      var label = context.outline.ancestors(of: block).lazy.compactMap { labels[$0] }.first
      while at < tokens.upperBound {
        let sentence = context.sentence(of: at).clamped(to: tokens)
        label = self.label(of: sentence, block, isRow: false, isFirst: at == tokens.lowerBound) ?? label
        if at == tokens.lowerBound { labels[block] = label }
        clauses.append(clause(sentence, block, label: label, isRow: false))
        at = max(sentence.upperBound, at + 1)
      }
    }
    return clauses
  }

  private func clause(_ tokens: Range<Int>, _ block: Int, label: String?, isRow: Bool) -> ContractClause {
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
      isGranting: cues.contains { $0.sense == .granted } || gives(names, tokens),
      isOptional: mentions.contains { $0.objection == .optional_purchase }
        || cues.contains { $0.reason == .optional_purchase } || names.contains { $0.list == "contract_for_sale" },
      restrictions: restrictions(tokens, names, isFree),
      charges: charges(tokens, names),
      aim: aim(tokens, names), features: ServiceFeatures(context, in: tokens),
      unused: unused(tokens),
      timing: mentions.isEmpty && !isFree && !isOfWhatStandsBefore(tokens) ? PromisedTiming() : timing(tokens),
      unitPrices: UnitWorth(context: context).prices(in: tokens),
      equivalences: UnitWorth(context: context).equivalences(in: tokens), limits: limits(names),
      isDefinition: isDefinition(tokens), isRemoval: names.contains { $0.list == "contract_removal" },
      refersBack: names.contains { $0.list == "contract_back" }, label: label,
      pointers: pointers(in: tokens))
  }

  /// Words of the pack that give, unless it is the customer who does.
  private func gives(_ names: ArraySlice<NameSpan>, _ tokens: Range<Int>) -> Bool {
    let option = VendorOption(context: context, knowledge: scope.knowledge)
    return names.contains { name in
      guard name.list == "contract_gives" else { return false }
      // "The Client may book": to the customer that is given.
      return context.isOne(name.tokens.lowerBound, of: "may|can|is|are|at")
        || !option.isNamedCustomer(before: name.tokens.lowerBound, in: tokens)
    }
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
    let end = rest.first { context.isOne($0, of: ",|;|.") } ?? rest.upperBound
    return Stems.of(context, in: rest.lowerBound..<end, but: 0..<0, [])
  }

  private func restrictions(_ tokens: Range<Int>, _ names: ArraySlice<NameSpan>, _ isFree: Bool) -> Set<
    ContractClause.Restriction
  > {
    var found = namedRestrictions(names, tokens)
    let reader = ConditionReader(context: context, knowledge: scope.knowledge)
    if reader.isConditioned(tokens) { found.insert(.condition) }
    if reader.isForOwnServices(tokens) { found.insert(.partners) }
    found.formUnion(VendorOption(context: context, knowledge: scope.knowledge).restrictions(in: tokens, isFree: isFree))
    return found
  }

  private func mentions(in tokens: Range<Int>) -> [ContractClause.Mention] {
    var mentions: [ContractClause.Mention] = []
    for name in context.names(in: tokens) {
      guard let kind = name.kind, FirmNames(context: context).mayName(name) else { continue }
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
    let denials = context.unlinkedMatches(in: candidate.sentence.prefix(400)).filter {
      context.cue($0)?.reason == .negated
    }
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
    return before.contains { context.isOne($0, of: "unless|if|until") }
  }

  private func unused(_ tokens: Range<Int>) -> UnusedHandling? {
    var found: UnusedHandling?
    for match in context.allMatches(in: tokens) {
      let rule = context.patterns.rules[match.rule]
      guard rule.role == .link, rule.subject == "unused",
        let handling = rule.gives["unused"].flatMap(UnusedHandling.init(rawValue:))
      else { continue }
      if handling == .forfeited {
        let clauses = UnusedClauses(passage: PassageText(context, tokens))
        if clauses.isOfMoneyAlone(match.tokens) { continue }
        return handling
      }
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
    tokens.first.map { context.isOne($0, of: Self.pronouns) } ?? false
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
        guard behind.contains(where: { context.isOne($0, of: "free|waived|included|complimentary") })
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
