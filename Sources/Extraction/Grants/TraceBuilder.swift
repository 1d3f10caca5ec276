// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns

/// Says why an entitlement is what it is: the name and the rules that read it, what was linked to it, and what was
/// offered and lost.
struct TraceBuilder {
  let context: DocumentContext

  /// More losers than this tell nobody more.
  private static let mostRefused = 8
  /// A clause is quoted up to so many tokens.
  private static let longestQuote = 40

  func entry(
    _ entitlement: Entitlement, of candidate: Candidate, quote: Range<Int>, used: [Attachment], offered: [Attachment]
  ) -> TraceEntry {
    var links = used.map { link($0) }
    links += hiddenNames(of: candidate)
    links += refused(offered, used, candidate, entitlement)
    return TraceEntry(
      kind: candidate.kind, page: context.page(of: candidate.tokens.lowerBound), quote: context.text(quote),
      rules: references(candidate, candidate.rules + used.compactMap(\.rule)), links: links)
  }

  /// Why a candidate gave none. `objection` is nil where no clause but the lack of one speaks against it.
  func lead(_ reason: Lead.Reason, _ lead: Lead, of candidate: Candidate, objection: Objection?) -> TraceEntry {
    let cue = objection?.match
    let links = cue.map { match in
      [
        TraceEntry.Link(
          field: "objection", text: quoted(match.tokens), page: context.page(of: match.tokens.lowerBound),
          from: candidate.sentence.contains(match.tokens.lowerBound) ? "sentence" : "section")
      ]
    }
    return TraceEntry(
      reason: reason, kind: candidate.kind, page: lead.page, quote: lead.quote,
      rules: references(candidate, (cue.map { [$0.rule] } ?? []) + candidate.rules), links: links ?? [])
  }

  // MARK: Rules

  /// The pack's name for the kind, then the rules, each once.
  private func references(_ candidate: Candidate, _ rules: [Int]) -> [TraceEntry.RuleReference] {
    var list: [TraceEntry.RuleReference] = []
    if let source = context.patterns.source(of: candidate.name) {
      list.append(.init(role: .name, id: source.id, file: source.file, line: source.line))
    }
    for rule in rules {
      let phrase = context.patterns.rules[rule]
      let reference = TraceEntry.RuleReference(
        role: .init(phrase.role), id: phrase.qualifiedID, file: phrase.file, line: phrase.line)
      if !list.contains(reference) { list.append(reference) }
    }
    return list
  }

  // MARK: What was taken and what was not

  private func link(_ attachment: Attachment, refused: String? = nil) -> TraceEntry.Link {
    TraceEntry.Link(
      field: attachment.role.rawValue, text: quoted(attachment.tokens),
      page: context.page(of: attachment.tokens.lowerBound), from: attachment.from.label, refused: refused)
  }

  private func quoted(_ tokens: Range<Int>) -> String {
    tokens.count <= Self.longestQuote
      ? context.text(tokens) : context.text(tokens.lowerBound..<tokens.lowerBound + Self.longestQuote) + " …"
  }

  /// Names of other kinds inside the name that was taken: of names that overlap the longest wins.
  private func hiddenNames(of candidate: Candidate) -> [TraceEntry.Link] {
    var links: [TraceEntry.Link] = []
    for name in context.patterns.names(hiddenBy: candidate.name, in: context.stream) {
      guard let kind = name.kind, kind != candidate.kind, links.count < Self.mostRefused else { continue }
      links.append(
        TraceEntry.Link(
          field: "kind", text: context.text(name.tokens), page: context.page(of: name.tokens.lowerBound),
          from: candidate.place == nil ? "sentence" : "row",
          refused: "it would be \(kind.rawValue), but the longer name “\(context.text(candidate.name.tokens))” won"))
    }
    return links
  }

  private func refused(
    _ offered: [Attachment], _ used: [Attachment], _ candidate: Candidate, _ entitlement: Entitlement
  ) -> [TraceEntry.Link] {
    struct Place: Hashable {
      var role: Evidence.Role
      var tokens: Range<Int>
    }
    var seen = Set(used.map { Place(role: $0.role, tokens: $0.tokens) })
    var links: [TraceEntry.Link] = []
    for attachment in offered {
      if links.count == Self.mostRefused { break }
      guard seen.insert(Place(role: attachment.role, tokens: attachment.tokens)).inserted,
        let reason = attachment.refused ?? objection(to: attachment, used, candidate, entitlement)
      else { continue }
      links.append(link(attachment, refused: reason))
    }
    return links
  }

  /// Why an attachment that was offered had no part; nil where it had one, or says the same again.
  private func objection(
    to attachment: Attachment, _ used: [Attachment], _ candidate: Candidate, _ entitlement: Entitlement
  ) -> String? {
    if isTaken(attachment, entitlement) { return nil }
    let words = context.text(attachment.tokens)
    if let winner = used.first(where: { $0.isLike(attachment) }) {
      let other = quoted(winner.tokens)
      if other == words { return nil }
      if winner.from < attachment.from { return "a nearer one says “\(other)”" }
      return "“\(other)” stands beside it and goes before it"
    }
    switch attachment.content {
    case .time:
      if let year = candidate.contractYear { return "the grant is that of contract year \(year)" }
      if candidate.end != nil { return "its row gives the dates" }
      return "it does not bound the time of use by days that the document gives"
    case .recurrence:
      if candidate.contractYear != nil { return "the grant is one step of a ramp" }
      if let per = candidate.quantity?.per { return "the quantity is per \(per) already" }
      return attachment.from == .sentence || attachment.from == .section
        ? "what is granted lasts and does not come anew" : "it stands apart from the grant"
    case .unused:
      return candidate.kind.isStanding && entitlement.conditions.unused == nil ? "what is granted is not used up" : nil
    case .free, .fee, .feeEach:
      return entitlement.fee != nil ? "the fee is known from nearer words" : "it stands apart from the grant"
    case .feeShare:
      return candidate.kind == .supportPlan ? "the fee is known from nearer words" : "no fee of this kind is a share"
    case .cap, .floor, .worth, .worthEach:
      return entitlement.value != nil ? "the value is known from nearer words" : "this kind has no value of its own"
    case .purpose: return "it stands apart from the grant and may speak of another"
    case .condition: return "it stands apart from the grant and may restrict another"
    case .transferable, .swappable: return nil
    case .unreadTime: return "other words say when"
    }
  }

  private func times(_ amount: Decimal, _ quantity: Quantity?) -> Decimal? { quantity.map { $0.amount * amount } }

  /// Whether it had a part that leaves no evidence of its own.
  private func isTaken(_ attachment: Attachment, _ entitlement: Entitlement) -> Bool {
    switch attachment.content {
    case .condition: attachment.tellsUse
    case .worth(let amount, _): entitlement.value?.amount == amount
    case .cap(let amount), .floor(let amount):
      entitlement.value?.amount == amount || entitlement.value?.formula != nil || entitlement.fee?.percent != nil
    case .fee(let amount, _): entitlement.fee?.amount == amount
    case .free: entitlement.fee?.amount == 0
    case .feeEach(let amount, _): times(amount, entitlement.quantity) == entitlement.fee?.amount
    case .worthEach(let amount, _): times(amount, entitlement.quantity) == entitlement.value?.amount
    default: false
    }
  }
}

extension TraceEntry {
  /// What an inventory says of the rules: a row's are none but the name, as the packs hold no rules of tables.
  var ruleIDs: [String] {
    let ids = rules.filter { $0.role != .name }.map(\.id)
    let isRead = rules.contains { $0.role == .grant }
    return isRead ? ids : rules.filter { $0.role == .name }.map(\.id) + ids
  }
}

extension TraceEntry.RuleReference.Role {
  init(_ role: PhraseRule.Role) {
    self =
      switch role {
      case .grant: .grant
      case .cue: .cue
      case .link: .link
      case .fact: .fact
      }
  }
}

extension Attachment {
  var role: Evidence.Role {
    switch content {
    case .time, .unreadTime: .validity
    case .recurrence: .recurrence
    case .free, .fee, .feeShare, .feeEach: .fee
    case .cap, .floor, .worth, .worthEach: .value
    case .purpose: .purpose
    case .unused, .transferable, .swappable, .condition: .condition
    }
  }
}
