// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import FoundationSubset
import Ingestion
import InventoryModel

/// Contracts that belong together, as they stand when every amendment among them is taken into account.
struct ContractSet {
  private(set) var contracts: [ContractReading]
  /// By entitlement id: words of the amendments that changed or ended it.
  private(set) var amendments: [String: [CitedEvidence]] = [:]
  /// By entitlement id: documents besides its own that must be signed as well.
  private(set) var alsoSigned: [String: Set<String>] = [:]
  /// By the id of a grant that an amendment gave another value, the grant as it was before.
  private(set) var carried: [String: Entitlement] = [:]
  /// What only a definition speaks of: it says what a word means, and grants none.
  private(set) var onlyDefined: Set<String> = []
  /// Documents that give an order again.
  private(set) var copies = Copies([], [])
  private let extractor: Extractor

  init(_ readings: [ContractReading], extractor: Extractor) {
    contracts = readings
    self.extractor = extractor
    var results = readings.map(\.result)
    let links = RunLinker.link(&results, assumingOneOrder: true)
    carried = links.carried
    for index in results.indices { contracts[index].result = results[index] }
    for (id, old) in carried {
      alsoSigned[id] = [old.document]
      amendments[id] = old.evidence.map { CitedEvidence(document: old.document, evidence: $0) }
    }
    for entitlement in contracts.flatMap(\.result.entitlements) {
      guard let by = entitlement.supersededBy, let words = links.endings[entitlement.id] else { continue }
      amendments[entitlement.id, default: []].append(CitedEvidence(document: by, evidence: words))
    }
    for index in contracts.indices {
      applyChanges(of: index)
      Self.settleShared(&contracts[index].result.entitlements)
      Instalments.settle(&contracts[index].result.entitlements)
    }
    onlyDefined = Set(
      contracts.flatMap { contract in contract.result.entitlements.filter(contract.onlyDefines).map(\.id) })
    copies = Copies(facts, contracts.flatMap(\.result.entitlements))
  }

  /// "A and, for twelve months, B": the time that stands right before a name is that of the name, whichever of the two
  /// it was given to.
  private static func settleShared(_ entitlements: inout [Entitlement]) {
    for a in entitlements.indices {
      guard let words = entitlements[a].validity.text, let place = entitlements[a].evidence.first else { continue }
      for b in [a - 1, a + 1] where entitlements.indices.contains(b) {
        guard entitlements[b].validity.text == nil, entitlements[b].evidence.first?.start == place.start,
          let name = entitlements[b].name
        else { continue }
        let follows = [", ", " "].contains { place.quote.contains(", " + words + $0 + name) }
        guard follows else { continue }
        (entitlements[a].validity, entitlements[b].validity) = (entitlements[b].validity, entitlements[a].validity)
        break
      }
    }
  }

  var facts: [DocumentFacts] { contracts.map(\.result.facts) }

  /// Entitlements that hold: not ended or replaced by a document that binds.
  var active: [Entitlement] {
    contracts.flatMap(\.result.entitlements).filter { entitlement in
      if copies.holds(entitlement) || onlyDefined.contains(entitlement.id) { return false }
      guard let by = entitlement.supersededBy else { return true }
      return !isBinding(by)
    }
  }

  /// Entitlements that a binding document ended or replaced.
  var ended: [Entitlement] {
    contracts.flatMap(\.result.entitlements).filter { $0.supersededBy.map(isBinding) ?? false }
  }

  /// What any binding contract says of the service that support plans bring.
  var features: ServiceFeatures {
    var all = ServiceFeatures()
    for contract in contracts where isBinding(contract.result.facts.id) {
      for clause in contract.clauses where !clause.isDenied && !clause.isOptional { all.formUnion(clause.features) }
    }
    return all
  }

  func facts(of document: String) -> DocumentFacts? { facts.first { $0.id == document } }

  func contract(of document: String) -> ContractReading? { contracts.first { $0.result.facts.id == document } }

  /// The document's facts, with what its lines or the document that it amends tell of the term where it does not.
  func termFacts(of document: String) -> DocumentFacts {
    var own = facts(of: document) ?? DocumentFacts(id: document, path: "", format: .unknown)
    fillTerm(&own)
    if own.term.start == nil || own.term.end == nil {
      // A term of its own goes before one that only the lines tell.
      let bases = facts.filter { $0.id != document && !isAmendment($0) }
      for var base in bases.filter({ $0.term.end != nil }) + bases {
        fillTerm(&base)
        guard base.term.end != nil || base.term.start != nil else { continue }
        own.term.start = own.term.start ?? base.term.start
        own.term.end = own.term.end ?? base.term.end
        own.effectiveDate = own.effectiveDate ?? base.effectiveDate
        break
      }
    }
    own.term.start = own.term.start ?? own.effectiveDate
    return own
  }

  /// The yearly fee of the document, else of another one; nil where none gives one.
  func annualFee(of document: String) -> EntitlementValue? {
    let own = contracts.filter { $0.result.facts.id == document }
    for contract in own + contracts {
      if let amount = contract.result.facts.fees.annual {
        return EntitlementValue(amount: amount, currency: contract.result.facts.currency)
      }
      if let fee = contract.annualFee { return fee }
    }
    return nil
  }

  /// Clauses of binding amendments among the contracts, of which the document is none.
  func amendingClauses(of document: String) -> [ContractClause] {
    contracts.filter {
      $0.result.facts.id != document && isAmendment($0.result.facts) && isBinding($0.result.facts.id)
    }.flatMap(\.clauses)
  }

  private func isAmendment(_ facts: DocumentFacts) -> Bool { facts.type == .amendment || !facts.amends.isEmpty }

  /// What the document itself says. How long something is granted says nothing of the term, nor does the day on which
  /// an amendment takes effect.
  private func fillTerm(_ facts: inout DocumentFacts) {
    let start = facts.term.start ?? (isAmendment(facts) ? nil : facts.effectiveDate)
    if facts.term.end == nil, let start, let months = facts.term.months.flatMap({ Int($0.description) }) {
      facts.term.end = start.end(ofMonths: months)
    }
    facts.term.start = facts.term.start ?? facts.lineItems.compactMap(\.start).min() ?? start
    facts.term.end = facts.term.end ?? facts.lineItems.compactMap(\.end).max()
  }

  /// Whether every party of the documents that an entitlement rests on has signed; nil where nobody can tell.
  func signature(of entitlement: Entitlement) -> Signature.Status {
    let documents = [entitlement.document] + (alsoSigned[entitlement.id] ?? []).sorted()
    let states = documents.compactMap { facts(of: $0)?.signature.status }
    return states.first { $0 == .unsigned || $0 == .partial } ?? states.first ?? .unknown
  }

  /// An amendment that somebody has yet to sign changes nothing where the order itself is signed.
  func isBinding(_ document: String) -> Bool {
    let status = facts(of: document)?.signature.status
    guard status == .unsigned || status == .partial else { return true }
    return !facts.contains { $0.id != document && $0.signature.status == .executed }
  }

  /// Whether a binding contract has these words.
  func names(_ words: String) -> Bool {
    contracts.contains { contract in
      isBinding(contract.result.facts.id) && contract.clauses.contains { Self.holds($0.evidence.quote, words) }
    }
  }

  // MARK: Amendments

  /// "The words 'A' become 'B'", "the line 'A' is taken out": on every other document's grants that have the words.
  private mutating func applyChanges(of index: Int) {
    let id = contracts[index].result.facts.id
    // What the documents' own linking has changed stands as it left it.
    let changed = Set(carried.values.map(\.id))
    for change in contracts[index].changes {
      let cited = CitedEvidence(document: id, evidence: change.evidence)
      for other in contracts.indices where other != index {
        for position in contracts[other].result.entitlements.indices {
          var entitlement = contracts[other].result.entitlements[position]
          guard !changed.contains(entitlement.id),
            entitlement.evidence.contains(where: { Self.holds($0.quote, change.old) })
          else { continue }
          if let new = change.new {
            guard replace(change.old, by: new, in: &entitlement) else { continue }
            if entitlement.supersededBy == id { entitlement.supersededBy = nil }
            alsoSigned[entitlement.id, default: []].insert(id)
          } else {
            guard let grant = entitlement.evidence.first, Self.holds(grant.quote, change.old) else { continue }
            entitlement.supersededBy = id
          }
          amendments[entitlement.id, default: []].append(cited)
          contracts[other].result.entitlements[position] = entitlement
        }
        if change.new == nil { removeLines(change.old, from: other) }
      }
    }
  }

  private mutating func removeLines(_ words: String, from index: Int) {
    contracts[index].result.facts.lineItems.removeAll { Self.holds($0.product, words) || Self.holds(words, $0.product) }
  }

  private func replace(_ old: String, by new: String, in entitlement: inout Entitlement) -> Bool {
    let (before, after) = (extractor.quotedValues(SourceText(line: old)), extractor.quotedValues(SourceText(line: new)))
    if let a = before.money, let b = after.money, entitlement.value?.amount == a {
      entitlement.value?.amount = b
      return true
    }
    if let a = before.day, let b = after.day, entitlement.validity.end == a {
      entitlement.validity.end = b
      return true
    }
    if let a = before.number, let b = after.number, entitlement.quantity?.amount == a {
      entitlement.quantity?.amount = b
      return true
    }
    return false
  }

  /// Whether words stand in a quotation, whatever the white space and quotation marks.
  static func holds(_ quote: String, _ words: String) -> Bool {
    let (text, part) = (bare(quote), bare(words))
    guard !part.isEmpty, part.count <= text.count else { return false }
    return text.firstRange(of: part) != nil
  }

  private static func bare(_ text: String) -> [UInt8] {
    text.lowercased().utf8.filter { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x80 }
  }
}

extension Entitlement {
  /// Whether the words stand in what it rests on.
  func holds(_ words: String) -> Bool { evidence.contains { ContractSet.holds($0.quote, words) } }
}

extension ContractReading {
  /// Every clause that is said to grant it only says what a word means.
  fileprivate func onlyDefines(_ entitlement: Entitlement) -> Bool {
    let grants = entitlement.evidence.filter { $0.role == .grant }.map { ($0.start, $0.end) }
    let own = clauses.filter { clause in grants.contains { clause.overlaps($0) } }
    return !own.isEmpty && own.allSatisfy { $0.isDefinition && !$0.isGranting && !$0.isFree }
  }
}
