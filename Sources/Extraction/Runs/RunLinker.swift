// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// Links the documents of one run: an earlier grant that a later document replaces or ends stays, with
/// `superseded_by` set; one that gets another value is granted anew, as changed, by the document that changes it.
public enum RunLinker {
  /// `results` stand in document order; linking once more changes nothing. `assumingOneOrder`: an amendment whose
  /// number matches no document is taken to amend the only order among them.
  ///
  /// Returns what the results have no place for.
  @discardableResult
  public static func link(_ results: inout [ExtractionResult], assumingOneOrder: Bool = false) -> RunLinks {
    guard results.contains(where: { !$0.amendments.isEmpty }) else { return RunLinks() }
    var linking = Linking(results: results)
    let orders = results.indices.filter { results[$0].facts.type != .amendment && results[$0].facts.amends.isEmpty }
    var done: [Int: [Int]] = [:]
    for later in linking.amendmentsByDate {
      var bases = results.indices.filter { $0 != later && linking.names(later, $0) }
      if bases.isEmpty, assumingOneOrder, orders.count == 1, orders != [later] { bases = orders }
      guard let base = bases.first else { continue }
      linking.apply(later, to: bases + (done[base] ?? []))
      done[base, default: []].append(later)
    }
    results = linking.results
    return linking.links
  }
}

/// What became of grants over the documents of a run.
public struct RunLinks: Sendable {
  /// By the id of each grant that was carried into an amendment, the grant as it was before.
  public var carried: [String: Entitlement] = [:]
  /// By the id of each grant that was ended or replaced, the words that say so.
  public var endings: [String: Evidence] = [:]
}

/// The work of one run.
private struct Linking {
  var results: [ExtractionResult]
  var links = RunLinks()

  /// Amendments that say something, the earliest first; those without a date in document order.
  var amendmentsByDate: [Int] {
    results.indices.filter { !results[$0].amendments.isEmpty }.sorted { a, b in
      let (x, y) = (day(a), day(b))
      if let x, let y, x != y { return x < y }
      return a < b
    }
  }

  private func day(_ index: Int) -> CalendarDate? {
    results[index].facts.effectiveDate ?? results[index].facts.agreementDate
  }

  func names(_ later: Int, _ earlier: Int) -> Bool {
    guard let number = results[earlier].facts.orderNumber else { return false }
    return results[later].facts.amends.contains { Self.folded($0) == Self.folded(number) }
  }

  private static func folded(_ text: String) -> [UInt8] {
    text.lowercased().utf8.filter { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x7A) }
  }

  mutating func apply(_ later: Int, to scope: [Int]) {
    let id = results[later].facts.id
    for statement in results[later].amendments {
      let targets = StatementTargets(statement: statement, results: results, scope: scope, by: id).found
      for target in targets {
        let old = results[target.document].entitlements[target.index]
        switch statement.effect {
        case .ends, .replaces: end(target, by: id, statement)
        case .changes:
          guard let change = statement.change else { continue }
          if let new = change.applied(to: old) {
            end(target, by: id, statement)
            carry(new, of: old, statement, into: later)
          } else if own(statement, old.kind, later) != nil {
            end(target, by: id, statement)
          }
        }
      }
    }
  }

  private mutating func end(_ target: StatementTargets.Target, by id: String, _ statement: AmendmentStatement) {
    results[target.document].entitlements[target.index].supersededBy = id
    links.endings[results[target.document].entitlements[target.index].id] = statement.evidence
  }

  /// The amendment's own grant that it read out of that sentence.
  private func own(_ statement: AmendmentStatement, _ kind: Kind, _ later: Int) -> Int? {
    guard let place = statement.evidence else { return nil }
    return results[later].entitlements.firstIndex { entitlement in
      entitlement.kind == kind
        && entitlement.evidence.first.map { $0.start < place.end && place.start < $0.end } ?? false
    }
  }

  /// The grant as changed becomes one of the amendment's own.
  private mutating func carry(
    _ new: Entitlement, of old: Entitlement, _ statement: AmendmentStatement, into later: Int
  ) {
    var new = new
    let facts = results[later].facts
    new.document = facts.id
    new.supersededBy = nil
    new.certainty = .linked
    var evidence = statement.evidence
    evidence?.role = .grant
    new.evidence = evidence.map { [$0] } ?? []
    if let index = own(statement, old.kind, later) {
      new.id = results[later].entitlements[index].id
      new.supersededBy = results[later].entitlements[index].supersededBy
      results[later].entitlements[index] = new
    } else {
      new.id = insert(new, into: later)
    }
    links.carried[new.id] = old
    results[later].clausePaths[new.id] = results.lazy.compactMap { $0.clausePaths[old.id] }.first
  }

  /// In document order; the entitlements behind it get their new places' ids.
  private mutating func insert(_ new: Entitlement, into later: Int) -> String {
    let start = new.evidence.first?.start ?? 0
    let place =
      results[later].entitlements.firstIndex { ($0.evidence.first?.start ?? 0) > start }
      ?? results[later].entitlements.count
    results[later].entitlements.insert(new, at: place)
    let prefix = "\(results[later].facts.id.suffix(64).prefix(12))-"
    var renamed: [String: String] = [:]
    for index in results[later].entitlements.indices {
      let id = "\(prefix)\(index + 1)"
      if index != place { renamed[results[later].entitlements[index].id] = id }
      results[later].entitlements[index].id = id
    }
    for index in results[later].trace.indices {
      guard let id = results[later].trace[index].entitlement else { continue }
      results[later].trace[index].entitlement = renamed[id] ?? id
    }
    results[later].clausePaths = Dictionary(
      uniqueKeysWithValues: results[later].clausePaths.map { (renamed[$0.key] ?? $0.key, $0.value) })
    links.carried = Dictionary(
      uniqueKeysWithValues: links.carried.map { (renamed[$0.key] ?? $0.key, $0.value) })
    links.endings = Dictionary(
      uniqueKeysWithValues: links.endings.map { (renamed[$0.key] ?? $0.key, $0.value) })
    return results[later].entitlements[place].id
  }
}
