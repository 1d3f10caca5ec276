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
      linking.apply(later, to: bases + (done[base] ?? []), base: base)
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
struct Linking {
  var results: [ExtractionResult]
  var links = RunLinks()
  /// By amended order, its term as amendments leave it.
  var terms: [Int: Term] = [:]

  init(results: [ExtractionResult]) { self.results = results }

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

  mutating func apply(_ later: Int, to scope: [Int], base: Int) {
    let id = results[later].facts.id
    for statement in Self.inOrder(results[later].amendments) {
      let term = term(of: base)
      // "The term ends on 30 April 2027 as before": nothing changes.
      if statement.isOfTerm, case .day(let day)? = statement.change?.content, day == term.end { continue }
      let targets = StatementTargets(statement: statement, results: results, scope: scope, by: id, term: term)
      for target in lasting(targets.found, statement, term) {
        switch statement.effect {
        case .replaces: end(target, by: id, statement)
        case .ends:
          // "Ends on 31 January 2029": until then it goes on.
          if case .day(let day)? = statement.change?.content, isAhead(day, target, later) {
            change(target, statement, later, term)
          } else {
            end(target, by: id, statement)
          }
        case .changes: change(target, statement, later, term)
        }
      }
      if statement.isOfTerm { extend(base, by: statement, in: later) }
    }
    fillTerms(of: later, term(of: base))
  }

  /// First what ends, then what changes, then the term, which carries along what was changed.
  private static func inOrder(_ statements: [AmendmentStatement]) -> [AmendmentStatement] {
    func phase(_ statement: AmendmentStatement) -> Int {
      statement.isOfTerm ? 2 : statement.effect == .changes || statement.change != nil ? 1 : 0
    }
    return (0...2).flatMap { wanted in statements.filter { phase($0) == wanted } }
  }

  private func term(of base: Int) -> Term {
    if let known = terms[base] { return known }
    var term = results[base].facts.term
    term.start = term.start ?? results[base].facts.effectiveDate
    if term.end == nil, let months = term.months.flatMap(\.wholeNumber) { term.end = term.start?.end(ofMonths: months) }
    return term
  }

  /// Of grants for one period each only the last gets another end; those that are over before keep theirs.
  private func lasting(
    _ targets: [StatementTargets.Target], _ statement: AmendmentStatement, _ term: Term
  ) -> [StatementTargets.Target] {
    let day: CalendarDate? =
      switch statement.change?.content {
      case .day(let day): day
      case .endOfTerm: term.end
      default: nil
      }
    let ends = targets.compactMap { results[$0.document].entitlements[$0.index].validity.end }
    guard let day, !statement.isOfTerm, let last = ends.max(), Set(ends).count > 1 else { return targets }
    return targets.filter { target in
      let end = results[target.document].entitlements[target.index].validity.end
      return end.map { $0 == last || $0 > day } ?? true
    }
  }

  /// Later than the amendment itself, and not before the grant begins.
  private func isAhead(_ day: CalendarDate, _ target: StatementTargets.Target, _ later: Int) -> Bool {
    let start = results[target.document].entitlements[target.index].validity.start
    return day > (self.day(later) ?? day.adding(days: -1)) && start.map { $0 <= day } ?? true
  }

  mutating func end(_ target: StatementTargets.Target, by id: String, _ statement: AmendmentStatement) {
    results[target.document].entitlements[target.index].supersededBy = id
    links.endings[results[target.document].entitlements[target.index].id] = statement.evidence
  }

  /// The amendment's own grant that it read out of that sentence.
  func own(_ statement: AmendmentStatement, _ kind: Kind, _ later: Int) -> Int? {
    guard let place = statement.evidence else { return nil }
    return results[later].entitlements.firstIndex { entitlement in
      entitlement.kind == kind
        && entitlement.evidence.first.map { $0.start < place.end && place.start < $0.end } ?? false
    }
  }

  /// The grant as changed becomes one of the amendment's own; `isApart`: beside what the sentence itself gave.
  mutating func carry(
    _ new: Entitlement, of old: Entitlement, _ statement: AmendmentStatement, into later: Int, isApart: Bool = false
  ) {
    var new = new
    let facts = results[later].facts
    new.document = facts.id
    new.supersededBy = nil
    new.certainty = .linked
    var evidence = statement.evidence
    evidence?.role = .grant
    new.evidence = evidence.map { [$0] } ?? []
    if !isApart, let index = own(statement, old.kind, later) {
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
