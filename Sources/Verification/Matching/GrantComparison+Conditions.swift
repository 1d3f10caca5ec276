// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

extension GrantComparison {
  mutating func compareConditions() {
    compareUse()
    compareAim()
    compareFeatures()
    if let first = restrictingClauses.first {
      let promised = grant.isUnconditional ? "without conditions" : nil
      add(
        .conditions, promised ?? (first.restrictions.contains(.remote) && grant.use.isOnSite ? "on site" : nil),
        first.evidence.quote)
      return
    }
    guard let promised = grant.unused else { return }
    let own = entitlement.conditions.unused
    switch promised {
    case .rolls_over:
      if own == .forfeited {
        add(.conditions, "unused rolls over", "unused is forfeited")
      } else if own != .rolls_over, !outlasts {
        add(.conditions, "unused rolls over", nil)
      }
    case .never_expires: if own == .forfeited { add(.conditions, "never expires", "unused is forfeited") }
    case .refundable:
      if own != .refundable { add(.conditions, "unused is refunded", own.map { "unused: \($0.rawValue)" }) }
    case .extendable:
      if own != .extendable, own != .rolls_over {
        add(.conditions, "can be extended", own.map { "unused: \($0.rawValue)" })
      }
    }
  }

  /// What may be used until the end of the term needs no rolling over, unless it is granted by the year.
  private var outlasts: Bool {
    guard entitlement.recurrence == nil, entitlement.quantity?.per == nil, grant.recurrence == nil else { return false }
    guard let end = entitlement.validity.end else { return false }
    return entitlement.validity.text != nil && facts.term.end.map { end >= $0 } ?? false
  }

  /// Clauses with a restriction that an ordinary grant does not have.
  var restrictingClauses: [ContractClause] {
    let grants = entitlement.evidence.filter { $0.role == .grant }.map { ($0.start, $0.end) }
    return neighbours.clauses.filter { clause in
      guard !isOfLater(clause) else { return false }
      var found = clause.restrictions
      // A partner's voucher is for partners.
      if entitlement.kind == "partner_voucher", !grant.isUnconditional { found.remove(.partners) }
      if isForNamedPartner, grants.contains(where: { clause.overlaps($0) }) || speaksOfIt(clause),
        clause.isForOthers(than: grant.namedFirms)
      {
        found.insert(.partners)
      }
      if isForAnyPartner, clause.namesCertifiedPartners, clause.names(inAnyWay: entitlement) { found.insert(.partners) }
      // What depends on the customer's deeds may be something else than this; in its own sentence it is this.
      let isOwn = grants.contains { clause.overlaps($0) }
      let isBound =
        isOwn || neighbours.pointed.contains(clause, at: \.evidence) || speaksOfIt(clause) || follows(clause, grants)
      if !isBound, !clause.isAboutUse { found.remove(.condition) }
      if !isOwn { found.remove(.option) }
      if isForGroup || clause.includesCustomer { found.remove(.others) }
      if isForGroup { found.remove(.shared) }
      if !isBound { found.subtract([.matching, .share, .revocable, .scarce, .shared, .rate, .place]) }
      found.subtract(unasked)
      if !grant.use.isOnSite, !grant.wants.contains(.purpose) { found.remove(.remote) }
      return !found.isEmpty && !clause.isDeniedRestriction && !clause.isRemedy
    }
  }

  /// "After that Base Support applies unless …": says what holds when the grant is over, and how long that
  /// lasts is compared by itself.
  private func isOfLater(_ clause: ContractClause) -> Bool {
    let words = NameMatch.words(clause.evidence.quote.utf8.count > 80 ? clause.opening : clause.evidence.quote)
    guard let first = words.first else { return false }
    if ["thereafter", "afterwards", "afterward", "subsequently"].contains(first) { return true }
    let opening = words.prefix(5).joined(separator: " ") + " "
    return [
      "after that ", "after this period ", "after which ", "after its end ", "after expiry ", "upon expiry ",
      "from then on ", "from that day on ", "following that ", "at the end of that ", "at the end of this ",
    ].contains { opening.hasPrefix($0) }
  }

  /// A sentence of the same paragraph that names it, or what it counts, or takes it up: "They …", "The days …".
  private func speaksOfIt(_ clause: ContractClause) -> Bool {
    clause.unused == nil && !clause.isFurtherGrant && (clause.names(inAnyWay: entitlement) || clause.takesUp)
  }

  /// "Vendor pays one euro for each euro that Customer spends": the sentence right behind the grant, which names nothing
  /// else that is granted.
  private func follows(_ clause: ContractClause, _ grants: [(start: Int, end: Int)]) -> Bool {
    guard !clause.isRow, clause.unused == nil, !clause.isFurtherGrant, clause.mentions.allSatisfy(\.isWeak),
      let at = neighbours.clauses.firstIndex(where: { $0.evidence == clause.evidence }), at > 0
    else { return false }
    let before = neighbours.clauses[at - 1]
    return before.block == clause.block && grants.contains { before.overlaps($0) }
      && before.evidence.end <= clause.evidence.start && clause.evidence.start - before.evidence.end < 4
  }

  /// Restrictions that take something only from what was promised without them.
  private var unasked: Set<ContractClause.Restriction> {
    var found: Set<ContractClause.Restriction> = [.purpose, .users, .rate, .place]
    found.subtract(grant.wants)
    if grant.isUnconditional { found.subtract([.purpose, .rate]) }
    if isForMany || grant.use.isTransferable { found.subtract([.users, .place]) }
    return found
  }

  /// Words that limit the grant and that nothing has read: in its own sentence, in the sentences that take it up, in its
  /// notes.
  var unreadLimit: Evidence? {
    let grants = entitlement.evidence.filter { $0.role == .grant }.map { ($0.start, $0.end) }
    let read = entitlement.evidence.filter { $0.role != .grant }
    for clause in neighbours.clauses where clause.restrictions.isEmpty && clause.unused == nil && !clause.isRemedy {
      guard !isOfLater(clause) else { continue }
      let isOwn = grants.contains { clause.overlaps($0) }
      guard isOwn || neighbours.pointed.contains(clause, at: \.evidence) || speaksOfIt(clause) else { continue }
      if isOwn, isShared { continue }
      let unread = clause.limits.first { limit in
        !read.contains { $0.start <= limit.start && limit.end <= $0.end } && !leavesEnough(limit, clause)
      }
      if unread != nil { return clause.evidence }
    }
    return nil
  }

  /// "No more than 100 in any one year", where 100 a year were promised; "with no other firm" than the promised one.
  private func leavesEnough(_ limit: Evidence, _ clause: ContractClause) -> Bool {
    if !grant.namedFirms.isEmpty, grant.namedFirms.contains(where: { clause.evidence.quote.contains($0) }) {
      return true
    }
    // "Free for twelve months; thereafter EUR 900", where a year was promised.
    if limit.quote.lowercased() == "thereafter", !grant.timing.isEmpty,
      !differences.contains(where: { $0.field == .validity || $0.field == .fee })
    {
      return true
    }
    guard grant.recurrence != nil, let promised = grant.quantity?.amount,
      let place = clause.evidence.quote.range(of: limit.quote)
    else { return false }
    let behind = clause.evidence.quote[place.upperBound...].split { !$0.isNumber && $0 != "," }.prefix(1)
    return behind.contains { Decimal(string: $0.filter(\.isNumber)).map { $0 >= promised } ?? false }
  }

  /// Promised to the companies of a group, or as a part of what they share.
  private var isForGroup: Bool {
    let text = grant.text.lowercased()
    return ["affiliate", "subsidiar", "group", "shared", "pool", "sister", "all of us"].contains { text.contains($0) }
  }

  private var isForNamedPartner: Bool { entitlement.kind == "partner_voucher" && !grant.namedFirms.isEmpty }

  /// "A voucher for any partner we choose".
  private var isForAnyPartner: Bool { entitlement.kind == "partner_voucher" && grant.isUnconditional }

  /// Promised to more than some of the customer's own people.
  private var isForMany: Bool {
    let text = grant.text.lowercased()
    return [
      "affiliate", "subsidiar", "group", "everyone", "everybody", "anyone", "anybody", "all our", "any of our",
      "all your", "any of your", "worldwide", "all sites", "all locations", "any site", "partners",
    ]
    .contains { text.contains($0) }
  }
}

extension ContractClause {
  /// Its first words.
  fileprivate var opening: String { String(evidence.quote.prefix(80)) }

  /// "Services of certified implementation partners": not those of anybody.
  fileprivate var namesCertifiedPartners: Bool {
    let words = NameMatch.words(evidence.quote)
    let marks: Set<String> = [
      "certified", "accredited", "approved", "authorised", "authorized", "registered", "listed",
    ]
    return words.indices.contains { index in
      marks.contains(words[index]) && words[index...].prefix(4).contains { $0.hasPrefix("partner") || $0 == "reseller" }
    }
  }

  /// "Customer and its affiliates", "Customer or any affiliate": as much the customer's, and no pool of which it has a
  /// part only.
  var includesCustomer: Bool {
    let quote = evidence.quote.lowercased()
    return !quote.contains("shared") && !quote.contains("pool") && !quote.contains("joint")
      && ["customer and", "customer or", "customer as well", "customer, ", "both "].contains { quote.contains($0) }
      && !isDenied
  }

  private static let people = [
    "partner", "integrator", "firm", "provider", "supplier", "consultan", "third part", "nobody", "no one", "services",
    "anyone", "reseller", "with ", "own ", "compan",
  ]

  /// Keeps it to somebody ("only with", "no other firm") and names none of these.
  fileprivate func isForOthers(than firms: [String]) -> Bool {
    let quote = evidence.quote.lowercased()
    guard !limits.isEmpty, Self.people.contains(where: quote.contains) else { return false }
    return !firms.contains { quote.contains($0.lowercased()) }
  }

  /// "They may …", "The budget in § 3 …", "Each is …": goes on about what was granted before.
  var takesUp: Bool {
    guard !isRow else { return false }
    if refersBack { return true }
    let opening = ["the", "each", "a", "any", "all", "half", "this"]
    return mentions.allSatisfy(\.isWeak) && NameMatch.words(evidence.quote).first.map(opening.contains) ?? false
  }

  /// "Without the prior consent of …" restricts; "no approval is needed" does not.
  var isDeniedRestriction: Bool {
    let quote = evidence.quote.lowercased()
    return ["no approval", "no consent", "without approval", "without consent", "approval is not", "consent is not"]
      .contains {
        quote.contains($0)
      }
  }

  /// "They may be drawn only once …": says when what is granted can be used.
  var isAboutUse: Bool {
    unused == nil && stems.contains { ["drawn", "redeem", "booked", "releas", "claime"].contains($0) }
  }

  /// What is paid for an outage: "the availability" of which it speaks is not that of consultants.
  var isRemedy: Bool {
    guard mentions.contains(where: { $0.objection == .remedy }) else { return false }
    return !restrictions.contains(.efforts) || !isGranting
      || stems.contains { ["uptime", "outage", "downti", "penalt", "remedy", "remedi", "breach"].contains($0) }
  }
}
