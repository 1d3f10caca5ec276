// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns

/// Reads what a document grants: finds candidates in text and tables, sets aside what is none, links, builds, and
/// keeps the rest as leads.
struct GrantReader {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  /// A candidate that was refused, with the reason.
  struct Refusal {
    var candidate: Candidate
    var objection: Objection
  }

  func read(into result: inout ExtractionResult) {
    let (granted, refused) = decide(result.facts)
    let asides = OfferedPrices(scope: Scope(context: context, knowledge: knowledge, type: result.facts.type))
    let linked = zip(granted, Linker(context, knowledge).attachments(for: granted)).map { asides.dropped(from: $0, $1) }
    let builder = EntitlementBuilder(context: context, knowledge: knowledge, facts: result.facts)
    var days: [Int: Period?] = [:]
    func ownDays(_ index: Int) -> Period? {
      if let known = days[index] { return known }
      let own = builder.ownDays(granted[index], linked[index])
      days[index] = .some(own)
      return own
    }
    let groups = Restatements.group(granted) { a, b in
      if granted[a].place == nil, granted[b].place == nil, context.isOtherSort(granted[a], than: granted[b]) {
        return true
      }
      guard let one = ownDays(a), let other = ownDays(b) else { return false }
      return one != other
    }
    for group in groups {
      let leader = group[0]
      var attachments = linked[leader]
      for other in group.dropFirst() { attachments += linked[other] }
      attachments.sort { $0.from < $1.from }
      let merged = Restatements.merged(group.map { granted[$0] })
      let built = builder.build(merged, attachments, also: group.dropFirst().map { granted[$0] })
      append(built, to: &result)
    }
    number(&result)
    let told = Set(
      linked.joined().filter { $0.refused == nil }.map { context.sentence(of: $0.tokens.lowerBound).lowerBound })
    addLeads(refused, granted, told: told, to: &result)
    if result.facts.type == .amendment || !result.facts.amends.isEmpty { result.amendments = amendments(result.facts) }
  }

  /// An order form that takes another's place replaces all that the other granted; an amendment says what it changes.
  private func amendments(_ facts: DocumentFacts) -> [AmendmentStatement] {
    let replaced = facts.type == .order_form ? ReplacedOrders(context: context).found : []
    guard replaced.isEmpty else {
      return replaced.map {
        AmendmentStatement(effect: .replaces, kind: nil, evidence: context.evidence(.amendment, $0.sentence))
      }
    }
    return Amendments(context: context).statements()
  }

  private func append(_ built: EntitlementBuilder.Built, to result: inout ExtractionResult) {
    result.entitlements.append(built.entitlement)
    result.trace.append(built.trace)
    for problem in built.problems where !result.facts.problems.contains(problem) {
      result.facts.problems.append(problem)
    }
  }

  /// Puts the entitlements into document order and names them and their trace entries, which stand as they were built.
  private func number(_ result: inout ExtractionResult) {
    let starts = result.entitlements.map { $0.evidence.first?.start ?? 0 }
    let order = starts.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
    var entitlements = order.map { result.entitlements[$0] }
    for (index, built) in order.enumerated() {
      entitlements[index].id = "\(result.facts.id.suffix(64).prefix(12))-\(index + 1)"
      result.trace[built].entitlement = entitlements[index].id
    }
    result.entitlements = entitlements
  }

  // MARK: Candidates

  private func decide(_ facts: DocumentFacts) -> (granted: [Candidate], refused: [Refusal]) {
    let scope = Scope(context: context, knowledge: knowledge, type: facts.type)
    var granted: [Candidate] = []
    var refused: [Refusal] = []
    func judge(_ candidate: Candidate, isOptional: Bool = false) {
      if isOptional {
        refused.append(Refusal(candidate: candidate, objection: Objection(reason: .optional_purchase)))
      } else if let objection = scope.objection(to: candidate) {
        refused.append(Refusal(candidate: candidate, objection: objection))
      } else {
        granted.append(candidate)
      }
    }
    let rows = RowGrants(context: context, knowledge: knowledge, facts: facts)
    var covered = Set<Int>()
    for index in knowledge.tables.indices {
      let isOfLabels = knowledge.tables[index].role == .labels
      if GrantTables(context: context).isOfThePast(knowledge.tables[index]) {
        // `Clause │ So far`: nor does its text grant anything.
        covered.formUnion(knowledge.tables[index].blocks.filter { context.isTableRow($0) })
      }
      if !isOfLabels, rows.grants(knowledge.tables[index]) {
        for block in knowledge.tables[index].blocks {
          if context.isTableRow(block) || knowledge.tables[index].isOfItems(in: context) { covered.insert(block) }
        }
      }
      for (candidate, isOptional) in rows.candidates(inTable: index) {
        if isOfLabels { covered.insert(context.stream.block(of: candidate.tokens.lowerBound)) }
        judge(candidate, isOptional: isOptional)
      }
    }
    let years = facts.term.months.flatMap { ($0 / 12).wholeNumber }
    let isOrder = facts.type?.isOrder ?? false
    // Agreements that were published have most of their figures blanked out.
    let inText = textCandidates(outside: covered, contractYears: years, readsOpenAmounts: isOrder)
    for candidate in inText { judge(candidate) }
    if isOrder {
      let taken = granted.map(\.tokens.lowerBound).sorted()
      let free = FreeProducts(context: context, currency: facts.currency).candidates { sentence in
        if covered.contains(context.stream.block(of: sentence.lowerBound)) { return true }
        let next = taken.partition { $0 >= sentence.lowerBound }
        return next < taken.count && taken[next] < sentence.upperBound
      }
      for candidate in free { judge(candidate) }
    }
    let neighbours = ListNeighbours(context: context)
    let strong = granted
    refused.removeAll { refusal in
      guard neighbours.supports(refusal, strong) else { return false }
      granted.append(refusal.candidate)
      return true
    }
    Ramps.takePrices(&granted)
    let all = granted
    granted = all.filter { !$0.isBare || all.hasFuller($0) }
    for bare in all where bare.isBare && !all.hasFuller(bare) {
      refused.append(Refusal(candidate: bare, objection: Objection(reason: .no_template)))
    }
    granted.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let isReference = BackReferences(context, knowledge).flags(granted)
    for index in granted.indices where isReference[index] {
      refused.append(Refusal(candidate: granted[index], objection: Objection(reason: .reference)))
    }
    return (granted.indices.filter { !isReference[$0] }.map { granted[$0] }, refused)
  }

  /// Candidates of running text, sentence by sentence; what a title names and the next sentence counts as well.
  private func textCandidates(
    outside covered: Set<Int>, contractYears: Int?, readsOpenAmounts: Bool
  ) -> [Candidate] {
    let finder = CandidateFinder(context, contractYears: contractYears)
    let computed = ComputedQuantities(context: context, tables: knowledge.tables)
    let counted = readsOpenAmounts ? TitledUnits(context: context).candidates(outside: covered) : []
    var found = counted.map(computed.worked).filter(\.hasSubstance)
    // What their own words would make of them names another thing: "Exams. 12 vouchers".
    let titled = Set(found.map(\.sentence.lowerBound))
    var seen = -1
    for name in context.names where name.kind != nil {
      let sentence = context.sentence(of: name.tokens.lowerBound)
      guard sentence.lowerBound != seen, !titled.contains(sentence.lowerBound) else { continue }
      seen = sentence.lowerBound
      let block = context.stream.block(of: sentence.lowerBound)
      if covered.contains(block) { continue }
      let headed = finder.candidates(in: sentence).map(HeadedKinds(context: context).told)
      let told = YearlyShares(context: context, knowledge: knowledge).told(
        ComputedQuantities.once(headed.map(computed.worked).filter(\.hasSubstance)))
      let here = AlternativeGrants(context: context).noted(
        readsOpenAmounts ? OpenAmounts(context: context).told(told, in: sentence) : told)
      found += here
      // "clerks may attend instructor-led classes": of two names the one that says it all.
      let full = name.isWeak ? context.names(in: sentence).first { $0.kind != nil && !$0.isWeak } ?? name : name
      if here.isEmpty, !full.isWeak {
        // The title and the sentence under it may name the same thing.
        found += behind(full, sentence, block, finder, isOrder: readsOpenAmounts).filter { one in
          !found.contains { $0.sentence == one.sentence && $0.tokens == one.tokens && $0.kind == one.kind }
        }
      }
    }
    if readsOpenAmounts { found += OwnFunds(context: context).candidates(outside: covered) }
    if readsOpenAmounts { nameFromCover(&found, outside: covered) }
    return ListedKinds(context: context).added(
      to: DefinedKinds(context: context, knowledge: knowledge).added(to: found, outside: covered))
  }

  /// Adds what clauses grant by a name of the cover page, and tells the grants that its cells state by theirs.
  private func nameFromCover(_ found: inout [Candidate], outside covered: Set<Int>) {
    let cover = CoverVariables(context: context, knowledge: knowledge)
    let variables = cover.read()
    guard !variables.isEmpty else { return }
    for index in found.indices {
      if let own = variables.first(where: { $0.value.contains(found[index].tokens.lowerBound) }) {
        found[index].calledAs = own.words
      }
    }
    found += cover.candidates(variables, outside: covered, besides: found)
  }

  /// What a title ("Adoption Fund."), or a sentence that gives a thing and no amount, names and a sentence right behind
  /// it counts; under a title that may be a later sentence of the paragraph.
  private func behind(
    _ name: NameSpan, _ sentence: Range<Int>, _ block: Int, _ finder: CandidateFinder, isOrder: Bool
  ) -> [Candidate] {
    let isTitle = sentence.count <= Self.longestTitle
    guard var next = sentenceBehind(sentence, block) else { return [] }
    // Agreements speak of much under their titles that they do not grant.
    for step in 0..<(isOrder ? Self.sentencesBehind : 1) {
      let again = speaksAgain(next, of: name) || isOrder && speaksOfAmount(next)
      guard isTitle && step == 0 || again && (isTitle || isGiven(sentence)),
        !finder.candidates(in: next).map(HeadedKinds(context: context).told).contains(where: {
          // Half a name that nothing grants ("The maximum is eleven vouchers") needs the title.
          $0.hasSubstance && $0.kind == name.kind
            && (!$0.isWeak || $0.quantity == nil || context.says([.granted, .free], in: next))
        })
      else { return [] }
      if let ramp = finder.ramp(titled: name, in: next) { return ramp }
      if let titled = finder.candidate(titled: name, in: next) { return [titled] }
      guard let further = sentenceBehind(next, context.stream.block(of: next.lowerBound), isInBlock: true) else {
        return []
      }
      next = further
    }
    return []
  }

  private static let longestTitle = 9
  private static let sentencesBehind = 3

  /// "SFDC's contribution ends at …", "The entitlement is limited to …": how much, said without its name.
  private func speaksOfAmount(_ sentence: Range<Int>) -> Bool {
    sentence.prefix(8).contains { context.isOne($0, of: Self.sizes) }
  }

  private static let sizes: WordSet = [
    "entitlement", "contribution", "participation", "allotment", "allowance", "allocation", "subsidy", "aggregate",
    "commitment", "assistance", "share", "maximum", "total", "ceiling", "limit", "amount", "sum", "number", "grant",
  ]

  /// "The Provider holds a success fund for the Client. The Fund equals 4 % of …": the next sentence begins with it.
  private func speaksAgain(_ sentence: Range<Int>, of name: NameSpan) -> Bool {
    let noun = name.tokens.last.map { context.folded($0).droppingPlural } ?? ""
    // What a bracket behind the name calls it: (the "Kitty").
    let own = context.sentence(of: name.tokens.lowerBound)
    let called = Set(
      (name.tokens.upperBound..<max(name.tokens.upperBound, own.upperBound)).filter {
        context.stream.tokens[$0].flags.contains(.quoteBefore)
      }.map { context.folded($0) })
    if sentence.prefix(6).contains(where: { called.contains(context.folded($0)) }) { return true }
    return sentence.prefix(6).contains { token in
      let word = context.folded(token)
      return word.droppingPlural == noun || ["it", "its", "they", "their"].contains(word)
    }
  }

  /// The sentence behind a run-in title in its block, or the first of the block under a heading.
  private func sentenceBehind(_ sentence: Range<Int>, _ block: Int, isInBlock: Bool = false) -> Range<Int>? {
    let tokens = context.stream.tokens(ofBlock: block)
    if sentence.upperBound < tokens.upperBound {
      guard context.isOne(sentence.upperBound - 1, of: ".|:|-") else { return nil }
      return context.sentence(of: sentence.upperBound).clamped(to: tokens)
    }
    guard !isInBlock, block + 1 < context.source.blocks.count, context.outline.parents[block + 1] == block else {
      return nil
    }
    if context.isTableRow(block + 1) { return nil }
    return context.sentences(ofBlock: block + 1).first
  }
}
