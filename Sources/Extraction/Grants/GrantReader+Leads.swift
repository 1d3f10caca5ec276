// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Keeps the honest rest: what looks like a grant and gave none, with the reason.
extension GrantReader {
  /// A place that becomes a lead, with the candidate that was refused there, if there was one.
  struct Rest {
    var tokens: Range<Int>
    var reason: Lead.Reason
    var kind: Kind?
    var refusal: Refusal?
  }

  /// Refused candidates, and sentences that name a kind beside a value and gave nothing. `told` are the starts of
  /// sentences that said something of a grant; one that says no more is no lead.
  func addLeads(_ refused: [Refusal], _ granted: [Candidate], told: Set<Int>, to result: inout ExtractionResult) {
    var taken = Set(granted.map { $0.sentence.lowerBound })
    var leads: [Rest] = []
    let isOrder = result.facts.type?.isOrder ?? false
    for refusal in refused
    where !headsItsGrant(refusal.candidate, granted) && taken.insert(refusal.candidate.sentence.lowerBound).inserted {
      leads.append(
        Rest(
          tokens: refusal.candidate.sentence, reason: refusal.objection.reason, kind: refusal.candidate.kind,
          refusal: refusal))
    }
    for name in context.names where name.kind != nil {
      let place = placeOfLead(name)
      if told.contains(place.lowerBound), !countsAnything(place) { continue }
      guard !taken.contains(place.lowerBound), !granted.contains(where: { place.contains($0.tokens.lowerBound) }),
        hasValue(place) && (!name.isWeak || isGiven(place)) || isOrder && isGivenOpenly(name, place, granted)
      else { continue }
      taken.insert(place.lowerBound)
      let isNear = granted.contains { $0.kind == name.kind && context.outline.item(of: block($0)) == item(place) }
      leads.append(
        Rest(tokens: place, reason: isNear ? .reference : reason(place), kind: name.kind, refusal: nil))
    }
    // An agreement speaks of funds and credits of every sort.
    if result.facts.type != .agreement, result.facts.type != .other {
      leads += unnamed(&taken, isOrder: isOrder)
      leads += counted(&taken, granted)
      if isOrder { leads += funds(&taken, granted) + rowsBeside(&taken, granted) }
    }
    leads += freeThings(&taken)
    if result.facts.type == .amendment { leads += raised(&taken, granted) }
    leads += unread(granted)
    leads.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let tracing = TraceBuilder(context: context)
    for rest in leads {
      let lead = context.lead(rest.reason, rest.tokens)
      result.facts.leads.append(lead)
      let entry = rest.refusal.map { tracing.lead(rest.reason, lead, of: $0.candidate, objection: $0.objection) }
      result.trace.append(
        entry ?? TraceEntry(reason: rest.reason, kind: rest.kind, page: lead.page, quote: lead.quote))
    }
  }

  /// A second amount in a sentence that gave a grant, in the same unit, that no grant has: the sentence may say more than
  /// was read of it.
  private func unread(_ granted: [Candidate]) -> [Rest] {
    var found: [Rest] = []
    var seen = Set<Int>()
    for candidate in granted where candidate.place == nil && candidate.sentence.count <= 120 {
      guard let unit = candidate.quantity?.unit, seen.insert(candidate.sentence.lowerBound).inserted else { continue }
      let own = granted.filter { $0.sentence == candidate.sentence }
      for value in context.values(in: candidate.sentence)
      where !own.contains(where: { $0.tokens.overlaps(value.tokens) }) {
        guard let amount = counted(value, unit, candidate.kind),
          !own.contains(where: { $0.quantity?.amount == amount }),
          !isAside(value)
        else { continue }
        found.append(Rest(tokens: candidate.sentence, reason: .no_template, kind: candidate.kind, refusal: nil))
        break
      }
    }
    return found
  }

  private func counted(_ value: ValueMention, _ unit: String, _ kind: Kind) -> Decimal? {
    switch value.value {
    case .quantity(let amount, let other, _)
    where Units.accepts(other, kind: kind) && Units.normalised(1, unit: other, kind: kind, per: nil).unit == unit:
      return amount
    case .duration(let duration) where kind == "services_hours" && duration.unit.rawValue == unit:
      return Deadlines.isDeadline(value, isDays: duration.unit == .day, context) ? nil : duration.amount
    default: return nil
    }
  }

  private static let measures: WordSet = [
    "of", "than", "within", "in", "exceed", "exceeding", "instead", "from", "least", "to", "the", "after", "before",
    "every",
    "each", "per", "not",
  ]

  /// What is no further amount by the words before it or behind it: "not less than", "of eight hours each", "every 20".
  private func isAside(_ value: ValueMention) -> Bool {
    let at = value.tokens.lowerBound
    if at > 0, context.isOne(at - 1, of: Self.measures) { return true }
    let end = value.tokens.upperBound
    return end < context.stream.count && context.isOne(end, of: "each|long|notice|'|’")
  }

  /// Sentences that give something free, with a value, of which no pack knows the name.
  private func freeThings(_ taken: inout Set<Int>) -> [Rest] {
    rest(.free, &taken) { sentence in
      guard hasValue(sentence) else { return nil }
      let block = context.stream.block(of: sentence.lowerBound)
      if context.isTableRow(block) { return nil }
      return context.outline.isHeading[block] ? nil : reason(sentence)
    }
  }

  private static let changes: WordSet = ["becomes", "become", "raised", "increased", "rises", "reads", "replaced"]

  /// "The sum of $24,000 in Article 6 becomes $40,000": two amounts and a word of change, whatever they are of.
  private func raised(_ taken: inout Set<Int>, _ granted: [Candidate]) -> [Rest] {
    var found: [Rest] = []
    for value in context.values {
      guard case .money = value.value else { continue }
      let sentence = context.sentence(of: value.tokens.lowerBound)
      guard sentence.count < 90, !taken.contains(sentence.lowerBound),
        sentence.contains(where: { context.isOne($0, of: Self.changes) }),
        !granted.contains(where: { sentence.contains($0.tokens.lowerBound) }),
        context.values(in: sentence).filter({ if case .money = $0.value { true } else { false } }).count > 1
      else { continue }
      taken.insert(sentence.lowerBound)
      found.append(Rest(tokens: sentence, reason: .no_template, kind: nil, refusal: nil))
    }
    return found
  }

  /// Sentences with a cue that nothing was read of yet, and for which there is a reason; a longer one says too much.
  func rest(_ sense: Cue.Sense, _ taken: inout Set<Int>, reason: (Range<Int>) -> Lead.Reason?) -> [Rest] {
    var found: [Rest] = []
    for match in context.matches where context.cue(match)?.sense == sense {
      let sentence = context.sentence(of: match.tokens.lowerBound)
      guard sentence.count < 80, !taken.contains(sentence.lowerBound), let reason = reason(sentence) else { continue }
      taken.insert(sentence.lowerBound)
      found.append(Rest(tokens: sentence, reason: reason, kind: nil, refusal: nil))
    }
    return found
  }

  /// "3.5 Premier Support" over the clause that grants it.
  private func headsItsGrant(_ candidate: Candidate, _ granted: [Candidate]) -> Bool {
    let heading = block(candidate)
    guard context.outline.isHeading[heading] else { return false }
    let under = heading..<context.outline.descendants(of: heading).upperBound
    return granted.contains { $0.kind == candidate.kind && under.contains(block($0)) }
  }

  /// Sentences and rows that count what grants are counted in, under a name that no pack knows.
  private func counted(_ taken: inout Set<Int>, _ granted: [Candidate]) -> [Rest] {
    var found: [Rest] = []
    for place in CountedThings(context: context).places() where !taken.contains(place.lowerBound) {
      guard !granted.contains(where: { place.contains($0.tokens.lowerBound) }) else { continue }
      taken.insert(place.lowerBound)
      found.append(Rest(tokens: place, reason: reason(place), kind: nil, refusal: nil))
    }
    return found
  }

  /// Why a place that was no candidate gives nothing: what its own words say, else that no template reads it.
  func reason(_ tokens: Range<Int>) -> Lead.Reason {
    for (_, cue) in context.cues(in: tokens) where cue.reach == "sentence" || cue.reason == .negated {
      if let reason = cue.reason, Self.telling.contains(reason) { return reason }
    }
    let scope = Scope(context: context, knowledge: knowledge, type: nil)
    return scope.inherited(tokens)?.reason ?? .no_template
  }

  private static let telling: Set<Lead.Reason> = [
    .optional_purchase, .remedy, .definition, .customer_obligation, .not_effective, .conditional, .negated,
  ]

  private static let times: WordSet = ["month", "year", "week", "quarter", "minute"]

  /// Whether a sentence holds an amount other than a length of time.
  private func countsAnything(_ tokens: Range<Int>) -> Bool {
    context.values(in: tokens).contains { value in
      switch value.value {
      case .money: true
      case .quantity(_, let unit, _): !Self.times.contains(unit)
      default: false
      }
    }
  }

  /// The sentence; of a table the whole row, whose number stands in another cell.
  private func placeOfLead(_ name: NameSpan) -> Range<Int> {
    let block = context.stream.block(of: name.tokens.lowerBound)
    if context.isTableRow(block) { return context.stream.tokens(ofBlock: block) }
    return context.sentence(of: name.tokens.lowerBound)
  }

  private func block(_ candidate: Candidate) -> Int { context.stream.block(of: candidate.tokens.lowerBound) }
  private func item(_ tokens: Range<Int>) -> Int {
    context.outline.item(of: context.stream.block(of: tokens.lowerBound))
  }

  /// "Supplier grants training credits to Customer": given, and nothing says how many; that is no grant that anyone could
  /// claim, but one to ask about. Not where grants of its kind were read, of which it may speak.
  private func isGivenOpenly(_ name: NameSpan, _ place: Range<Int>, _ granted: [Candidate]) -> Bool {
    guard !name.isWeak, name.kind != "support_plan", place.count <= 80,
      !context.isTableRow(context.stream.block(of: place.lowerBound)),
      !granted.contains(where: { $0.kind == name.kind })
    else { return false }
    if context.says([.openAmount], in: place) { return true }
    return context.cues(in: place).contains { match, cue in
      guard cue.sense == .granted, match.tokens.upperBound <= name.tokens.lowerBound,
        name.tokens.lowerBound - match.tokens.upperBound <= 5
      else { return false }
      return !(match.tokens.upperBound..<name.tokens.lowerBound).contains { context.isOne($0, of: Self.known) }
    }
  }

  /// Before a name they point to what was granted elsewhere, or deny it.
  private static let known: WordSet = [
    "the", "these", "those", "such", "said", "any", "unused", "remaining", "all", "no", "not", "of", "its", "their",
    "or",
    "under", "per", "each", "every",
  ]

  /// A name in part ("credits") looks like a grant only where something is given or free.
  func isGiven(_ tokens: Range<Int>) -> Bool {
    context.says([.granted, .free], in: tokens)
  }

  private func hasValue(_ tokens: Range<Int>) -> Bool {
    let holdsOne = context.values(in: tokens).contains { value in
      switch value.value {
      case .date, .recurrence: false
      case .number: !isLabel(value, of: tokens)
      default: true
      }
    }
    return holdsOne || context.firstIndex(of: "unlimited", in: tokens) != nil
  }

  /// "3.2 Training credits.", "6 Success plan": the number of a clause or heading counts nothing.
  private func isLabel(_ value: ValueMention, of place: Range<Int>) -> Bool {
    guard value.tokens.lowerBound - place.lowerBound <= 1 else { return false }
    let block = context.stream.block(of: place.lowerBound)
    if context.outline.isHeading[block] { return true }
    guard place.count <= 9 else { return false }
    let bytes = context.stream.bytes(value.tokens)
    return context.source.utf8[bytes].contains(0x2E) && context.stream.block(of: value.tokens.lowerBound) == block
  }
}
