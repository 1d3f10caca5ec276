// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// Keeps the honest rest: what looks like a grant and gave none, with the reason.
extension GrantReader {
  /// Refused candidates, and sentences that name a kind beside a value and gave nothing.
  func addLeads(_ refused: [Refusal], _ granted: [Candidate], to result: inout ExtractionResult) {
    var taken = Set(granted.map { $0.sentence.lowerBound })
    var leads: [(tokens: Range<Int>, reason: Lead.Reason, kind: Kind?, refusal: Refusal?)] = []
    for refusal in refused where taken.insert(refusal.candidate.sentence.lowerBound).inserted {
      leads.append((refusal.candidate.sentence, refusal.objection.reason, refusal.candidate.kind, refusal))
    }
    for name in context.names where name.kind != nil {
      let place = placeOfLead(name)
      guard !taken.contains(place.lowerBound), !granted.contains(where: { place.contains($0.tokens.lowerBound) }),
        hasValue(place), !name.isWeak || isGiven(place)
      else { continue }
      taken.insert(place.lowerBound)
      let isNear = granted.contains { $0.kind == name.kind && context.outline.item(of: block($0)) == item(place) }
      leads.append((place, isNear ? .reference : reason(place), name.kind, nil))
    }
    // An agreement speaks of funds and credits of every sort.
    if result.facts.type != .agreement, result.facts.type != .other {
      leads += unnamed(&taken).map { ($0.0, $0.1, $0.2, nil) }
    }
    leads += freeThings(taken).map { ($0.0, $0.1, $0.2, nil) }
    leads.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let tracing = TraceBuilder(context: context)
    for (tokens, reason, kind, refusal) in leads {
      let lead = context.lead(reason, tokens)
      result.facts.leads.append(lead)
      let entry = refusal.map { tracing.lead(reason, lead, of: $0.candidate, objection: $0.objection) }
      result.trace.append(entry ?? TraceEntry(reason: reason, kind: kind, page: lead.page, quote: lead.quote))
    }
  }

  /// Sentences that give something free, with a value, of which no pack knows the name.
  private func freeThings(_ taken: Set<Int>) -> [(Range<Int>, Lead.Reason, Kind?)] {
    var taken = taken
    var found: [(Range<Int>, Lead.Reason, Kind?)] = []
    for match in context.matches {
      let rule = context.patterns.rules[match.rule]
      guard rule.role == .cue, rule.subject == "free" else { continue }
      let sentence = context.sentence(of: match.tokens.lowerBound)
      guard sentence.count < 80, !taken.contains(sentence.lowerBound), hasValue(sentence) else { continue }
      if case .tableRow = context.source.blocks[context.stream.block(of: sentence.lowerBound)].role { continue }
      taken.insert(sentence.lowerBound)
      found.append((sentence, reason(sentence), nil))
    }
    return found
  }

  /// Why a place that was no candidate gives nothing: what its own words say, else that no template reads it.
  private func reason(_ tokens: Range<Int>) -> Lead.Reason {
    for match in context.matches(in: tokens) {
      let rule = context.patterns.rules[match.rule]
      guard rule.role == .cue, rule.reach == "sentence",
        let reason = Lead.Reason(rawValue: rule.subject),
        [.optional_purchase, .remedy, .definition, .customer_obligation, .not_effective, .conditional].contains(reason)
      else { continue }
      return reason
    }
    return .no_template
  }

  /// Sentences that give "credits", a "voucher" or a "fund" with a value, of whatever kind.
  private func unnamed(_ taken: inout Set<Int>) -> [(Range<Int>, Lead.Reason, Kind?)] {
    var found: [(Range<Int>, Lead.Reason, Kind?)] = []
    for match in context.matches {
      let rule = context.patterns.rules[match.rule]
      guard rule.role == .cue, rule.subject == "granted" else { continue }
      let sentence = context.sentence(of: match.tokens.lowerBound)
      guard sentence.count < 80, !taken.contains(sentence.lowerBound),
        sentence.contains(where: { Self.things.contains(context.folded($0)) }), hasAmount(sentence)
      else { continue }
      let reason = reason(sentence)
      guard reason == .no_template || reason == .conditional else { continue }
      taken.insert(sentence.lowerBound)
      found.append((sentence, reason, nil))
    }
    return found
  }

  private static let things: WordSet = [
    "credit", "credits", "voucher", "vouchers", "coupon", "coupons", "fund", "funds",
  ]

  private func hasAmount(_ tokens: Range<Int>) -> Bool {
    context.values(in: tokens).contains { value in
      switch value.value {
      case .money, .quantity: true
      default: false
      }
    }
  }

  /// The sentence; of a table the whole row, whose number stands in another cell.
  private func placeOfLead(_ name: NameSpan) -> Range<Int> {
    let block = context.stream.block(of: name.tokens.lowerBound)
    if case .tableRow = context.source.blocks[block].role { return context.stream.tokens(ofBlock: block) }
    return context.sentence(of: name.tokens.lowerBound)
  }

  private func block(_ candidate: Candidate) -> Int { context.stream.block(of: candidate.tokens.lowerBound) }
  private func item(_ tokens: Range<Int>) -> Int {
    context.outline.item(of: context.stream.block(of: tokens.lowerBound))
  }

  /// A name in part ("credits") looks like a grant only where something is given or free.
  func isGiven(_ tokens: Range<Int>) -> Bool {
    context.matches(in: tokens).contains { match in
      let rule = context.patterns.rules[match.rule]
      return rule.role == .cue && (rule.subject == "granted" || rule.subject == "free")
    }
  }

  private func hasValue(_ tokens: Range<Int>) -> Bool {
    if tokens.contains(where: { context.folded($0) == "unlimited" }) { return true }
    return context.values(in: tokens).contains { value in
      switch value.value {
      case .date, .recurrence: false
      default: true
      }
    }
  }
}
