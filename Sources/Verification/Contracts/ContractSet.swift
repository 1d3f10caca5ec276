// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import FoundationSubset
import Ingestion
import InventoryModel

/// Contracts that belong together, as they stand when every amendment among them is taken into account.
struct ContractSet {
  private(set) var contracts: [ContractReading]
  /// By entitlement id: words of the amendments that changed it.
  private(set) var amendments: [String: [CitedEvidence]] = [:]
  /// By entitlement id: documents besides its own that must be signed as well.
  private(set) var alsoSigned: [String: Set<String>] = [:]
  private let extractor: Extractor

  init(_ readings: [ContractReading], extractor: Extractor) {
    contracts = readings
    self.extractor = extractor
    var results = readings.map(\.result)
    RunLinker.link(&results)
    for index in results.indices { contracts[index].result = results[index] }
    linkUnnumbered()
    for index in contracts.indices { applyChanges(of: index) }
  }

  var facts: [DocumentFacts] { contracts.map(\.result.facts) }

  /// Entitlements that hold: not ended or replaced by a document that binds.
  var active: [Entitlement] {
    contracts.flatMap(\.result.entitlements).filter { entitlement in
      guard let by = entitlement.supersededBy else { return true }
      return !isBinding(by)
    }
  }

  /// Entitlements that a binding document ended or replaced.
  var ended: [Entitlement] {
    contracts.flatMap(\.result.entitlements).filter { $0.supersededBy.map(isBinding) ?? false }
  }

  func facts(of document: String) -> DocumentFacts? { facts.first { $0.id == document } }

  func contract(of document: String) -> ContractReading? { contracts.first { $0.result.facts.id == document } }

  /// The document's facts, with what its lines or the document that it amends tell of the term where it does not.
  func termFacts(of document: String) -> DocumentFacts {
    var own = facts(of: document) ?? DocumentFacts(id: document, path: "", format: .unknown)
    fillTerm(&own)
    guard own.term.start == nil || own.term.end == nil else { return own }
    for var base in facts where base.id != document {
      fillTerm(&base)
      guard base.term.start != nil, base.term.end != nil else { continue }
      own.term.start = own.term.start ?? base.term.start
      own.term.end = own.term.end ?? base.term.end
      own.effectiveDate = own.effectiveDate ?? base.effectiveDate
      break
    }
    return own
  }

  private func fillTerm(_ facts: inout DocumentFacts) {
    if facts.term.end == nil, let start = facts.term.start ?? facts.effectiveDate,
      let months = facts.term.months.flatMap({ Int($0.description) })
    {
      facts.term.end = start.end(ofMonths: months)
    }
    facts.term.start = facts.term.start ?? facts.lineItems.compactMap(\.start).min()
    facts.term.end = facts.term.end ?? facts.lineItems.compactMap(\.end).max()
    // The longest of what it grants is no longer than the term.
    let id = facts.id
    let grants = contracts.flatMap(\.result.entitlements).filter { $0.document == id }.map(\.validity)
    facts.term.end = facts.term.end ?? grants.compactMap(\.end).max()
    facts.term.start = facts.term.start ?? grants.compactMap(\.start).min() ?? facts.effectiveDate
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

  // MARK: Amendments

  /// An amendment whose number matches no other document, beside just one that it can mean.
  private mutating func linkUnnumbered() {
    let bases = contracts.indices.filter {
      contracts[$0].result.facts.type != .amendment && contracts[$0].result.facts.amends.isEmpty
    }
    guard bases.count == 1, let base = bases.first else { return }
    for index in contracts.indices where index != base {
      let id = contracts[index].result.facts.id
      guard !contracts[base].result.entitlements.contains(where: { $0.supersededBy == id }) else { continue }
      for statement in contracts[index].result.amendments {
        for position in contracts[base].result.entitlements.indices
        where statement.kind == nil || contracts[base].result.entitlements[position].kind == statement.kind {
          contracts[base].result.entitlements[position].supersededBy = id
        }
      }
    }
  }

  /// "The words 'A' become 'B'", "the line 'A' is taken out": on every other document's grants that have the words.
  private mutating func applyChanges(of index: Int) {
    let id = contracts[index].result.facts.id
    for change in contracts[index].changes {
      let cited = CitedEvidence(document: id, evidence: change.evidence)
      for other in contracts.indices where other != index {
        for position in contracts[other].result.entitlements.indices {
          var entitlement = contracts[other].result.entitlements[position]
          guard entitlement.evidence.contains(where: { Self.holds($0.quote, change.old) }) else { continue }
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
