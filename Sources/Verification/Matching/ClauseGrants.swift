// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import FoundationSubset
import Ingestion
import InventoryModel

/// Clauses that read like the promised grant although extraction took them for none: because only people who talk call
/// the thing so, or because its name stands in the heading over its sum. Used where nothing else was found.
struct ClauseGrants {
  let grant: PromisedGrant
  let set: ContractSet
  let extractor: Extractor

  private typealias Passage = (document: String, clauses: [ContractClause])

  /// Entitlements without an id, one a passage.
  var found: [Entitlement] {
    if grant.kind == "complimentary_product" { return products }
    if grant.kind == "services_hours", grant.isKindVague, !grant.hasAmount { return works }
    guard let kind = grant.kind, kind != "other", !grant.isKindVague || grant.hasAmount else { return [] }
    return passages.compactMap { entitlement(of: kind, in: $0) }.filter { NameMatch.fits(grant, $0) }
  }

  /// Clauses that give the product for nothing, be it in the sentence behind its name.
  private var products: [Entitlement] {
    guard let product = grant.product else { return [] }
    return passages.compactMap { passage in
      guard let index = passage.clauses.firstIndex(where: { ContractSet.holds($0.evidence.quote, product) }) else {
        return nil
      }
      let near = passage.clauses[index...].prefix(3)
      guard let free = near.first(where: { $0.isFree && !$0.isRefused }),
        !near.contains(where: { $0.isRefused && ContractSet.holds($0.evidence.quote, product) })
      else { return nil }
      let facts = set.termFacts(of: passage.document)
      var entitlement = Entitlement(
        id: "", document: passage.document, kind: "complimentary_product", name: product)
      entitlement.fee = Fee(amount: 0, currency: facts.currency)
      let timing = free.timing.resolved(by: facts) ?? passage.clauses[index].timing.resolved(by: facts)
      if let timing {
        entitlement.validity = Validity(
          start: timing.start, end: timing.end(from: timing.start ?? facts.term.start), basis: .dates,
          text: free.timing.wording)
      } else if facts.term.end != nil {
        entitlement.validity = Validity(start: facts.term.start, end: facts.term.end, basis: .term)
      }
      var evidence = free.evidence
      evidence.role = .grant
      entitlement.evidence = [evidence]
      return entitlement
    }
  }

  /// Clauses by which the vendor does the very work that was promised by what it does: "their team migrates our old
  /// catalogues", "they load our records".
  private var works: [Entitlement] {
    let wanted = WorkWords.of(grant.words.union(Stems.of(grant.name ?? "")))
    guard wanted.count > 1 else { return [] }
    return passages.compactMap { passage in
      let own = passage.clauses.filter { clause in
        WorkWords.of(clause.stems).intersection(wanted).count > 1 && !clause.isDenied && !clause.isOptional
          && clause.restrictions.isDisjoint(with: [.option, .approval, .efforts])
          && !clause.mentions.contains { $0.objection != nil && !$0.isWeak }
      }
      guard let first = own.first, !isDoneByCustomer(first) else { return nil }
      let isPaid = passage.clauses.contains { !$0.charges.isEmpty || !$0.unitPrices.isEmpty }
      guard isPaid || passage.clauses.contains(where: { $0.isFree || $0.isGranting }) else { return nil }
      var read = grant
      read.timing = PromisedTiming()
      read.name = nil
      return entitlement("services_hours", read, passage)
    }
  }

  /// "Customer loads its records": its own name, or "Customer", opens the clause.
  private func isDoneByCustomer(_ clause: ContractClause) -> Bool {
    let words = NameMatch.words(clause.unlabelled).drop { ["the", "a", "in", "on"].contains($0) }.prefix(2)
    let names = set.facts.compactMap { NameMatch.words($0.customer).first }
    return words.contains { ["customer", "client", "subscriber", "buyer"].contains($0) || names.contains($0) }
  }

  private var passages: [Passage] {
    var passages: [Passage] = []
    // What somebody has yet to sign grants as well, though it does not land.
    for contract in self.set.contracts {
      var clauses = contract.clauses[...]
      while let first = clauses.first {
        var own = clauses.prefix { $0.block == first.block }
        // "§ 2 Customer success fund" stands over the paragraph that grants it.
        if own.count == 1, !first.isRow, !first.isGranting, first.evidence.quote.utf8.count < 60,
          !first.mentions.isEmpty,
          let next = clauses.dropFirst().first, !next.isRow
        {
          own = clauses.prefix { $0.block == first.block || $0.block == next.block }
        }
        passages.append((contract.result.facts.id, own.filter { !$0.isDefinition }))
        clauses = clauses.dropFirst(own.count)
      }
    }
    return passages
  }

  private func entitlement(of kind: Kind, in passage: Passage) -> Entitlement? {
    guard !isSpokenAgainst(kind, passage.clauses) else { return nil }
    if let named = namedEntitlement(of: kind, in: passage) { return named }
    return inOtherWords(kind, passage.clauses).map { entitlement(kind, $0, passage) }
  }

  private func namedEntitlement(of kind: Kind, in passage: Passage) -> Entitlement? {
    guard gives(passage.clauses) else { return nil }
    let text = passage.clauses.map(\.unlabelled).joined(separator: " ")
    var reading = extractor.readPromise(SourceText(line: text))
    if !reading.grants.contains(where: \.hasAmount), passage.clauses.count == 1,
      let row = passage.clauses.first?.counted
    {
      reading = extractor.readPromise(SourceText(line: row))
    }
    guard
      var read = reading.grants.first(where: { $0.kind == kind && mayName($0) })
        ?? work(kind, in: passage)
    else { return nil }
    guard NameMatch.sameCredits(grant.name, read.name) || kind != "usage_credit" else { return nil }
    settleValue(&read, text, passage.clauses)
    guard read.hasAmount || kind == "support_plan" else { return nil }
    return entitlement(kind, read, passage)
  }

  /// Named in full; a sum of money may be a "fund" and no more.
  private func mayName(_ read: PromisedGrant) -> Bool {
    !read.isKindVague || read.kind == "api_capacity" || read.kind == "success_fund" && read.value?.amount != nil
  }

  /// "Our consultants are at the Client's offices for ten days": people who work, and for how long.
  private func work(_ kind: Kind, in passage: Passage) -> PromisedGrant? {
    guard kind == "services_hours", let unit = grant.quantity?.unit, unit == "day" || unit == "hour" else { return nil }
    for clause in passage.clauses where !clause.isRow && clause.charges.isEmpty && clause.unitPrices.isEmpty {
      guard !clause.stems.isDisjoint(with: Self.people) || isSameWork(clause), !clause.isDenied, !clause.isOptional,
        let quantity = extractor.promisedQuantity(SourceText(line: clause.unlabelled), kind: kind, unit: nil),
        quantity.unit == unit
      else { continue }
      var read = extractor.readTerms(SourceText(line: clause.unlabelled))
      read.kind = kind
      read.name = grant.name
      read.quantity = quantity
      read.timing = PromisedTiming()
      return read
    }
    return nil
  }

  /// "Vendor supports the go-live with twenty hours, free of charge": the very work that was promised, and it gives it.
  private func isSameWork(_ clause: ContractClause) -> Bool {
    let words = Stems.of(grant.name ?? "").union(grant.words).subtracting(Self.idle)
    return (clause.isFree || clause.isGranting) && !clause.stems.isDisjoint(with: words) && !isDoneByCustomer(clause)
  }

  private static let idle = Stems.of(
    "hour hours day days free charge help support work our your their team service services")
  private static let people = Stems.of("consultant engineer architect trainer specialist advisor adviser coach")

  private func entitlement(_ kind: Kind, _ read: PromisedGrant, _ passage: Passage) -> Entitlement {
    let facts = set.termFacts(of: passage.document)
    var entitlement = Entitlement(id: "", document: passage.document, kind: kind, name: read.name, tier: read.tier)
    entitlement.quantity = read.quantity
    entitlement.value = read.value
    if passage.clauses.contains(where: \.isFree) { entitlement.fee = Fee(amount: 0, currency: facts.currency) }
    if let timing = read.timing.resolved(by: facts) {
      entitlement.validity = Validity(
        start: timing.start, end: timing.end(from: timing.start ?? facts.term.start), basis: .dates,
        text: read.timing.wording)
    } else if let end = passage.clauses.compactMap({ extractor.deadline(SourceText(line: $0.evidence.quote)) }).max() {
      entitlement.validity = Validity(start: facts.term.start, end: end, basis: .dates)
    } else if facts.term.end != nil, read.unreadTime == nil {
      entitlement.validity = Validity(start: facts.term.start, end: facts.term.end, basis: .term)
    }
    entitlement.recurrence = read.recurrence.map { Recurrence(every: $0, periods: []) }
    entitlement.conditions.unused = passage.clauses.compactMap(\.unused).first
    entitlement.evidence = passage.clauses.map { clause in
      var evidence = clause.evidence
      evidence.role = .grant
      return evidence
    }
    return entitlement
  }

  private func isSpokenAgainst(_ kind: Kind, _ clauses: [ContractClause]) -> Bool {
    let against: Set<Lead.Reason> = [
      .negated, .optional_purchase, .remedy, .customer_obligation, .not_effective, .conditional, .superseded,
    ]
    return clauses.contains { clause in
      clause.mentions.contains { mention in
        guard mention.kind == kind, let objection = mention.objection else { return false }
        return against.contains(objection) && (objection != .remedy || clause.isRemedy)
      } || clause.isOptional && !clause.isFree
    }
  }

  private func gives(_ clauses: [ContractClause]) -> Bool {
    // "Premier Success Plan: 20 % of the fees": what has a price of its own is supplied.
    clauses.contains { $0.isGranting || $0.isFree || $0.isRow || grant.kind == "support_plan" && !$0.charges.isEmpty }
      || (clauses.first?.isLabelledAmount ?? false)
  }

  /// The first sum that is no price of one unit, where the name's own is one or there is none beside the name.
  private func settleValue(_ read: inout PromisedGrant, _ text: String, _ clauses: [ContractClause]) {
    let prices = Set(clauses.flatMap(\.unitPrices).map(\.amount))
    // "The price of a training credit" counts none.
    if !prices.isEmpty, read.quantity?.amount == 1 { read.quantity = nil }
    if let amount = read.value?.amount, !prices.contains(amount) { return }
    let isSumMeant = grant.value != nil || read.value != nil || read.quantity == nil
    read.value = nil
    guard isSumMeant, names(read, clauses) || !prices.isEmpty else { return }
    read.value = extractor.sums(SourceText(line: text)).first { $0.amount.map { !prices.contains($0) } ?? false }
  }

  /// The name stands in a clause that grants, or is the heading that the passage begins with.
  private func names(_ read: PromisedGrant, _ clauses: [ContractClause]) -> Bool {
    guard let name = read.name else { return false }
    return clauses.enumerated().contains { index, clause in
      guard ContractSet.holds(clause.evidence.quote, name) else { return false }
      return clause.isGranting || clause.isFree || clause.isRow || index == 0 && clause.evidence.quote.utf8.count < 60
    }
  }
}

extension ContractClause {
  /// "API access: 5,000 calls per hour": an entry of a list with a label, an amount and no price.
  fileprivate var isLabelledAmount: Bool {
    guard charges.isEmpty, unitPrices.isEmpty, !isDenied, !isOptional,
      let colon = evidence.quote.firstIndex(of: ":"), evidence.quote[..<colon].utf8.count < 50
    else { return false }
    let behind = evidence.quote[colon...].dropFirst().drop { $0 == " " }
    return behind.first?.isNumber ?? false || Self.numerals.contains(behind.prefix { $0.isLetter }.lowercased())
  }
}

extension ContractClause {
  private static let numerals: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "eighty", "hundred",
  ]

  /// "2 | Test tenant [1] | 5": the row's words behind its count; nil where it has none.
  fileprivate var counted: String? {
    guard isRow else { return nil }
    let words = unlabelled.split { $0 == " " || $0 == "|" }.filter { !$0.hasPrefix("[") }
    guard let at = words.firstIndex(where: { Int($0) != nil }), at > 0 else { return nil }
    return ([words[at]] + words[..<at]).joined(separator: " ")
  }

  /// Its words without the number that they stand under, which counts nothing.
  var unlabelled: String {
    guard let label, let first = evidence.quote.split(separator: " ").first,
      let mark = label.split(separator: ":").last, first.lowercased().contains(mark), first.count <= mark.count + 2
    else {
      guard evidence.quote.hasPrefix("§") else { return evidence.quote }
      return evidence.quote.split(separator: " ").dropFirst(2).joined(separator: " ")
    }
    return String(evidence.quote.dropFirst(first.count + 1))
  }
}
