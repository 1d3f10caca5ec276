// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Patterns

/// Reads what a document grants: finds candidates in text and tables, sets aside what is none, links, builds, and
/// keeps the rest as leads.
struct GrantReader {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  /// A candidate that was refused, with the reason.
  private struct Refusal {
    var candidate: Candidate
    var reason: Lead.Reason
  }

  func read(into result: inout ExtractionResult) {
    let (granted, refused) = decide(result.facts)
    let linked = Linker(context, knowledge).attachments(for: granted)
    let builder = EntitlementBuilder(context: context, knowledge: knowledge, facts: result.facts)
    let groups = Restatements.group(granted)
    for group in groups {
      let leader = group[0]
      var attachments = linked[leader]
      for other in group.dropFirst() { attachments += linked[other] }
      attachments.sort { $0.from < $1.from }
      let merged = Restatements.merged(group.map { granted[$0] })
      let built = builder.build(merged, attachments, also: group.dropFirst().map { granted[$0] })
      append(built, to: &result)
    }
    result.entitlements.sort { ($0.evidence.first?.start ?? 0) < ($1.evidence.first?.start ?? 0) }
    for index in result.entitlements.indices {
      let id = "\(result.facts.id.suffix(64).prefix(12))-\(index + 1)"
      let old = result.entitlements[index].id
      result.entitlements[index].id = id
      for entry in result.trace.indices where result.trace[entry].entitlement == old {
        result.trace[entry].entitlement = id
      }
    }
    addLeads(refused, granted, to: &result)
    if result.facts.type == .amendment || !result.facts.amends.isEmpty {
      result.amendments = Amendments(context: context).statements()
    }
  }

  private func append(_ built: EntitlementBuilder.Built, to result: inout ExtractionResult) {
    var entitlement = built.entitlement
    var trace = built.trace
    entitlement.id = "new-\(result.entitlements.count)"
    trace.entitlement = entitlement.id
    result.entitlements.append(entitlement)
    result.trace.append(trace)
    for problem in built.problems where !result.facts.problems.contains(problem) {
      result.facts.problems.append(problem)
    }
  }

  // MARK: Candidates

  private func decide(_ facts: DocumentFacts) -> (granted: [Candidate], refused: [Refusal]) {
    let scope = Scope(context: context, knowledge: knowledge, type: facts.type)
    var granted: [Candidate] = []
    var refused: [Refusal] = []
    func judge(_ candidate: Candidate, isOptional: Bool = false) {
      if isOptional {
        refused.append(Refusal(candidate: candidate, reason: .optional_purchase))
      } else if let reason = scope.objection(to: candidate) {
        refused.append(Refusal(candidate: candidate, reason: reason))
      } else {
        granted.append(candidate)
      }
    }
    let rows = RowGrants(context: context, knowledge: knowledge, facts: facts)
    var covered = Set<Int>()
    for index in knowledge.tables.indices {
      if rows.grants(knowledge.tables[index]) {
        for block in context.outline.tableBlocks[safe: knowledge.tables[index].table] ?? 0..<0 { covered.insert(block) }
      }
      for (candidate, isOptional) in rows.candidates(inTable: index) { judge(candidate, isOptional: isOptional) }
    }
    for candidate in textCandidates(outside: covered) { judge(candidate) }
    Ramps.takePrices(&granted)
    let all = granted
    granted = all.filter { !$0.isBare || all.hasFuller($0) }
    granted.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let isReference = BackReferences(context).flags(granted)
    for index in granted.indices where isReference[index] {
      refused.append(Refusal(candidate: granted[index], reason: .reference))
    }
    return (granted.indices.filter { !isReference[$0] }.map { granted[$0] }, refused)
  }

  /// Candidates of running text, sentence by sentence; what a title names and the next sentence counts as well.
  private func textCandidates(outside covered: Set<Int>) -> [Candidate] {
    let finder = CandidateFinder(context)
    var found: [Candidate] = []
    var seen = -1
    for name in context.names where name.kind != nil {
      let sentence = context.sentence(of: name.tokens.lowerBound)
      guard sentence.lowerBound != seen else { continue }
      seen = sentence.lowerBound
      let block = context.stream.block(of: sentence.lowerBound)
      if covered.contains(block) { continue }
      let here = finder.candidates(in: sentence).filter(\.hasSubstance)
      found += here
      if here.isEmpty, sentence.count <= 9, !name.isWeak, let next = sentenceBehind(sentence, block),
        !finder.candidates(in: next).contains(where: { $0.hasSubstance && $0.kind == name.kind }),
        let titled = finder.candidate(titled: name, in: next)
      {
        found.append(titled)
      }
    }
    return found
  }

  /// The sentence behind a run-in title in its block, or the first of the block under a heading.
  private func sentenceBehind(_ sentence: Range<Int>, _ block: Int) -> Range<Int>? {
    let tokens = context.stream.tokens(ofBlock: block)
    if sentence.upperBound < tokens.upperBound {
      guard [".", ":", "-"].contains(context.folded(sentence.upperBound - 1)) else { return nil }
      return context.sentence(of: sentence.upperBound).clamped(to: tokens)
    }
    guard context.outline.isHeading[block], block + 1 < context.source.blocks.count,
      context.outline.parents[block + 1] == block
    else {
      return nil
    }
    if case .tableRow = context.source.blocks[block + 1].role { return nil }
    return context.sentences(ofBlock: block + 1).first
  }

  // MARK: Leads

  /// Refused candidates, and sentences that name a kind beside a value and gave nothing.
  private func addLeads(_ refused: [Refusal], _ granted: [Candidate], to result: inout ExtractionResult) {
    var taken = Set(granted.map { $0.sentence.lowerBound })
    var leads: [(Range<Int>, Lead.Reason, Kind?)] = []
    for refusal in refused where taken.insert(refusal.candidate.sentence.lowerBound).inserted {
      leads.append((refusal.candidate.sentence, refusal.reason, refusal.candidate.kind))
    }
    for name in context.names where name.kind != nil && !name.isWeak {
      let sentence = context.sentence(of: name.tokens.lowerBound)
      guard !taken.contains(sentence.lowerBound), hasValue(sentence) else { continue }
      taken.insert(sentence.lowerBound)
      leads.append((sentence, granted.contains { $0.kind == name.kind } ? .reference : .no_template, name.kind))
    }
    leads.sort { $0.0.lowerBound < $1.0.lowerBound }
    for (tokens, reason, kind) in leads {
      let lead = context.lead(reason, tokens)
      result.facts.leads.append(lead)
      result.trace.append(TraceEntry(reason: reason, kind: kind, page: lead.page, quote: lead.quote))
    }
  }

  private func hasValue(_ sentence: Range<Int>) -> Bool {
    context.values(in: sentence).contains { value in
      switch value.value {
      case .date, .recurrence: false
      default: true
      }
    }
  }
}

extension Candidate {
  /// A number, a value or a share; a plan is one by its name.
  var hasSubstance: Bool { quantity != nil || money != nil || share != nil || kind == "support_plan" }
}

extension [Candidate] {
  /// Whether another of the same kind says how much.
  fileprivate func hasFuller(_ candidate: Candidate) -> Bool {
    contains { $0.kind == candidate.kind && !$0.isBare }
  }
}

/// A ramp in the text whose yearly price stands in a table's row.
enum Ramps {
  static func takePrices(_ candidates: inout [Candidate]) {
    for index in candidates.indices.reversed() where candidates[index].place != nil && candidates[index].isBare {
      let row = candidates[index]
      let steps = candidates.indices.filter {
        candidates[$0].kind == row.kind && candidates[$0].contractYear != nil && candidates[$0].place == nil
      }
      guard !steps.isEmpty else { continue }
      for step in steps where candidates[step].fee == nil { candidates[step].fee = row.yearlyFee }
      candidates.remove(at: index)
    }
  }
}

/// One grant stated twice is one entitlement.
enum Restatements {
  /// Groups of indices that state the same grant; the first of each leads.
  static func group(_ candidates: [Candidate]) -> [[Int]] {
    var groups: [[Int]] = []
    for index in candidates.indices {
      if let found = groups.firstIndex(where: { group in group.contains { isSame(candidates[$0], candidates[index]) } })
      {
        groups[found].append(index)
      } else {
        groups.append([index])
      }
    }
    // A row leads: it carries quantity, fee and dates.
    return groups.map { group in
      group.sorted { (candidates[$0].place == nil ? 1 : 0, $0) < (candidates[$1].place == nil ? 1 : 0, $1) }
    }
  }

  private static func isSame(_ a: Candidate, _ b: Candidate) -> Bool {
    guard a.kind == b.kind else { return false }
    if a.contractYear != b.contractYear { return false }
    if a.place != nil, b.place != nil { return false }
    if a.sentence == b.sentence { return false }
    if a.kind == "support_plan" { return a.tier == b.tier }
    // "Development hours   see clause 4": the row has the price, the clause the number.
    if a.isBare || b.isBare, (a.place == nil) != (b.place == nil) { return a.name.unit == b.name.unit }
    let quantities = (a.quantity, b.quantity)
    if let x = quantities.0, let y = quantities.1 {
      return x.amount == y.amount && x.unit == y.unit && x.amount != 1
    }
    if let x = a.moneyAmount, let y = b.moneyAmount { return x == y && a.quantity == nil && b.quantity == nil }
    return false
  }

  /// The leading candidate with what the others add.
  static func merged(_ group: [Candidate]) -> Candidate {
    var leader = group[0]
    for other in group.dropFirst() {
      leader.rules += other.rules
      leader.money = leader.money ?? other.money
      leader.quantity = leader.quantity ?? other.quantity
      leader.share = leader.share ?? other.share
      leader.fee = leader.fee ?? other.fee
      leader.start = leader.start ?? other.start
      leader.end = leader.end ?? other.end
      leader.feePercent = leader.feePercent ?? other.feePercent
      if leader.place != nil, other.place == nil, leader.quantity == nil { leader.name = other.name }
    }
    return leader
  }
}

extension Candidate {
  /// Says nothing of how much.
  var isBare: Bool { quantity == nil && money == nil && share == nil && kind != "support_plan" }

  var moneyAmount: Decimal? {
    if case .money(let amount, _)? = money?.value { return amount }
    return nil
  }
}
