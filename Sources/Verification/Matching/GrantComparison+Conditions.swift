// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
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
      var found = clause.restrictions
      // A partner's voucher is for partners.
      if entitlement.kind == "partner_voucher", !grant.isUnconditional { found.remove(.partners) }
      if isForNamedPartner, grants.contains(where: { clause.overlaps($0) }), clause.isForOthers(than: namedFirms) {
        found.insert(.partners)
      }
      if isForAnyPartner, clause.namesCertifiedPartners, clause.names(inAnyWay: entitlement) { found.insert(.partners) }
      // What depends on the customer's deeds may be something else than this; in its own sentence it is this.
      let isOwn = grants.contains { clause.overlaps($0) }
      if !isOwn, !clause.isAboutUse { found.remove(.condition) }
      if !isOwn { found.remove(.option) }
      if isForGroup || clause.includesCustomer { found.remove(.others) }
      if !grant.isUnconditional { found.remove(.purpose) }
      if !grant.use.isOnSite { found.remove(.remote) }
      if !isForMany, !grant.use.isTransferable { found.remove(.users) }
      return !found.isEmpty && !clause.isDeniedRestriction && !clause.isRemedy
    }
  }

  /// Promised to the companies of a group, or as a part of what they share.
  private var isForGroup: Bool {
    let text = grant.text.lowercased()
    return ["affiliate", "subsidiar", "group", "shared", "pool", "sister", "all of us"].contains { text.contains($0) }
  }

  private var isForNamedPartner: Bool { entitlement.kind == "partner_voucher" && !namedFirms.isEmpty }

  /// "A voucher for Marlow Partners": whom the promise names, by capitalised words behind "for", "with" and the like.
  private var namedFirms: [String] {
    let words = grant.text.split { !$0.isLetter && !$0.isNumber && $0 != "&" }.map(String.init)
    return words.indices.dropFirst().compactMap { index in
      guard ["for", "with", "at", "through", "from"].contains(words[index - 1].lowercased()),
        words[index].first?.isUppercase ?? false, words[index].count > 2
      else { return nil }
      return words[index]
    }
  }

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

  /// Keeps it to somebody ("only with", "no other firm") and names none of these.
  fileprivate func isForOthers(than firms: [String]) -> Bool {
    let quote = evidence.quote.lowercased()
    guard [" only", "exclusively", "solely", "no other"].contains(where: quote.contains) else { return false }
    return !firms.contains { quote.contains($0.lowercased()) }
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
