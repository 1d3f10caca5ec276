// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// Which earlier grants a statement of an amendment means.
struct StatementTargets {
  let statement: AmendmentStatement
  let results: [ExtractionResult]
  /// Documents that it amends, and earlier amendments of them.
  let scope: [Int]
  /// The amendment's id.
  let by: String
  /// Of the amended order.
  let term: Term?

  struct Target {
    var document: Int
    var index: Int
  }

  var found: [Target] {
    let meant = meant.filter(holdsOldWords)
    let asBefore = meant.filter(isAsBefore)
    // "Raised from 8 to 12", where the order was read otherwise: it is named all the same.
    let isNamed = asBefore.isEmpty && meant.count == 1 && statement.kind != nil && !statement.isByFormer
    return isNamed ? meant : asBefore
  }

  private var meant: [Target] {
    var all: [Target] = []
    for document in scope {
      for index in results[document].entitlements.indices {
        let entitlement = results[document].entitlements[index]
        if entitlement.supersededBy == nil || entitlement.supersededBy == by {
          all.append(Target(document: document, index: index))
        }
      }
    }
    if statement.isOfTerm { return all.filter { target in term.map { entitlement(target).runsFor($0) } ?? false } }
    guard !statement.clauses.isEmpty else {
      guard statement.kind != nil else { return all }
      let named = named(all)
      return named.isEmpty ? counted(all) : named
    }
    let inClauses = self.inClauses(all)
    guard statement.kind != nil else { return inClauses.filter(isChangeable) }
    let both = ofKind(inClauses)
    // A number that is not that of a clause of the kind: what is named counts.
    return both.isEmpty ? named(all) : narrowed(both)
  }

  /// "12 sessions instead of 8" is not said of what there are 5 of.
  private func isAsBefore(_ target: Target) -> Bool {
    guard let former = statement.former else { return true }
    return AmendedValue(content: former, way: .to).isMet(by: entitlement(target)) ?? true
  }

  /// The replaced words stand in what it rests on.
  private func holdsOldWords(_ target: Target) -> Bool {
    guard case .words? = statement.change?.content, let words = statement.name else { return true }
    let old = Self.bare(words)
    return entitlement(target).evidence.contains { Self.bare($0.quote).firstRange(of: old) != nil }
  }

  private static func bare(_ text: String) -> [UInt8] {
    text.lowercased().utf8.filter { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x80 }
  }

  /// What the value can be given to: a sum does not change a number of sandboxes.
  private func isChangeable(_ target: Target) -> Bool {
    guard let change = statement.change else { return true }
    return change.applied(to: entitlement(target), term: term) != nil
  }

  private func entitlement(_ target: Target) -> Entitlement { results[target.document].entitlements[target.index] }

  // MARK: By clause

  private func inClauses(_ all: [Target]) -> [Target] {
    var found: [Target] = []
    for reference in statement.clauses {
      let under = all.filter { path($0).starts(with: reference.path) }
      let inner = all.filter {
        path($0).count > reference.path.count && path($0).suffix(reference.path.count) == reference.path[...]
      }
      let places = Set(inner.map { path($0) })
      // "Item 2" is the second item, whatever the heading above it is numbered.
      let isInnerMeant = places.count == 1 && (under.isEmpty || reference.isItem)
      for target in isInnerMeant ? inner : under
      where !found.contains(where: { $0.document == target.document && $0.index == target.index }) {
        found.append(target)
      }
    }
    return found
  }

  private func path(_ target: Target) -> [String] {
    results[target.document].clausePaths[entitlement(target).id] ?? []
  }

  // MARK: By name

  private func ofKind(_ targets: [Target]) -> [Target] { targets.filter { entitlement($0).kind == statement.kind } }

  private func named(_ all: [Target]) -> [Target] {
    narrowed(ofKind(all).filter { isNamed(entitlement($0)) })
  }

  /// "The clause that grants vouchers", "the credits": one word that tells no kind, where one kind alone is counted so.
  private func counted(_ all: [Target]) -> [Target] {
    guard let name = statement.name?.lowercased(), !name.contains(" "), let unit = statement.unit else { return [] }
    let word = name.hasSuffix("s") ? String(name.dropLast()) : name
    let same = all.filter { target in
      guard let own = entitlement(target).quantity?.unit else { return false }
      return own == unit || own == word || UnitNames.same(word, own, entitlement(target).kind)
    }
    return Set(same.map { entitlement($0).kind }).count == 1 ? same : []
  }

  /// Days are no credits, a full sandbox is no developer sandbox, Flex Credits are no AI credits.
  private func isNamed(_ entitlement: Entitlement) -> Bool {
    if let tier = statement.tier, let own = entitlement.tier, tier != .other, own != tier { return false }
    if entitlement.kind == "training_credit" || entitlement.kind == "services_hours",
      !UnitNames.same(statement.unit, entitlement.quantity?.unit, entitlement.kind)
    {
      return false
    }
    let (a, b) = (Self.telling(statement.name), Self.telling(entitlement.name))
    guard !a.isEmpty, !b.isEmpty, a.isDisjoint(with: b) else { return true }
    return !["usage_credit", "sandbox", "storage", "success_fund", "complimentary_product"].contains(
      entitlement.kind.rawValue)
  }

  private static func telling(_ name: String?) -> Set<String> {
    let idle: Set<String> = [
      "credit", "credits", "usage", "platform", "prepaid", "the", "of", "for", "fund", "success", "customer", "sandbox",
      "sandboxes", "environment", "environments", "storage", "free", "additional", "user", "users", "licence",
      "licences", "license", "licenses", "copy", "a", "an", "test",
    ]
    return Set((name ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)).subtracting(idle)
  }

  /// Of several of one kind those that the amount, then those that the words tell apart.
  private func narrowed(_ targets: [Target]) -> [Target] {
    guard targets.count > 1 else { return targets }
    if let amount = statement.amount {
      let same = targets.filter { entitlement($0).quantity?.amount == amount }
      if !same.isEmpty { return same }
    }
    let shared = targets.map { target in
      let own = Stems.of(
        [entitlement(target).purpose, entitlement(target).name].compactMap { $0 }.joined(separator: " "))
      return own.intersection(statement.words).count
    }
    guard let most = shared.max(), most > 0, shared.contains(where: { $0 < most }) else {
      return statement.change == nil ? targets : targets.filter(isChangeable)
    }
    return targets.indices.filter { shared[$0] == most }.map { targets[$0] }
  }
}
