// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

/// A promise laid beside one entitlement, field by field.
struct GrantComparison {
  /// As what the entitlement is compared.
  enum Role {
    /// It alone is to meet the promise.
    case whole
    /// One of several that are to meet it together: how much it grants, and how often, is not compared.
    case part
    /// One of several whose periods follow on each other through the whole of the promised time.
    case instalment
  }

  let grant: PromisedGrant
  let entitlement: Entitlement
  let facts: DocumentFacts
  let neighbours: Neighbourhood
  /// The words of its clause that speak of it and of no other grant.
  let ownWords: String
  /// Its clause makes other grants too.
  let isShared: Bool
  let annualFee: EntitlementValue?
  /// What its document calls money, where what is granted is a share of fees.
  let feeMoney: Set<MoneyWords>
  /// Clauses of other documents that change the one that grants it.
  let amendingClauses: [ContractClause]
  /// What the contracts say of support plans' service, wherever it stands.
  let written: ServiceFeatures

  var differences: [Difference] = []
  /// A field that nothing can compare: hours with days where no text says how many make one.
  var isIncomparable = false
  /// The contract says neither how long it lasts itself nor how long this is granted.
  private(set) var isOpen = false
  /// What it was promised for is just what the contract keeps it from.
  var deniedAim: ContractClause?
  /// It is granted for a time that begins only when the promised time is over.
  private var isLater = false

  init(_ grant: PromisedGrant, _ entitlement: Entitlement, in set: ContractSet, as role: Role = .whole) {
    self.grant = grant
    self.entitlement = entitlement
    facts = set.termFacts(of: entitlement.document)
    neighbours = Neighbourhood(entitlement, in: set)
    let clause = SharedClause(entitlement, in: set)
    (ownWords, isShared) = (clause.own, clause.isShared)
    annualFee = set.annualFee(of: entitlement.document)
    feeMoney = MoneyWords.ofFees(entitlement, promised: grant, in: set)
    amendingClauses = set.amendingClauses(of: entitlement.document)
    written = grant.features.isEmpty ? ServiceFeatures() : set.features
    compareTier()
    compareSort()
    if role == .whole {
      compareQuantity()
      compareValue()
      compareRecurrence()
    }
    compareFee()
    if role != .instalment { compareValidity() }
    compareConditions()
  }

  /// Heavier is worse; for choosing among several entitlements.
  var weight: Int {
    differences.reduce((isIncomparable || isOpen ? 6 : 0) + (isLater ? 6 : 0)) { sum, difference in
      switch difference.field {
      case .tier, .kind: sum + 9
      case .quantity, .value: sum + 5
      case .fee, .recurrence: sum + 3
      default: sum + 2
      }
    }
  }

  mutating func add(_ field: Difference.Field, _ promised: String?, _ contracted: String?) {
    differences.append(Difference(field, promised: promised, contracted: contracted))
  }

  /// "Line 6 is removed from this Order": the document that has it takes it out again.
  var removal: Evidence? {
    // An amendment's clauses speak of those of its order; what they end was linked to that.
    if facts.type == .amendment || !facts.amends.isEmpty { return nil }
    // "Item 5 is struck from the Order": with words in quotation marks only these are.
    let struck = amendingClauses.first { clause in
      clause.isRemoval && !clause.leavesStanding && !clause.pointers.isDisjoint(with: neighbours.labels)
        && !clause.evidence.quote.contains { "\"“”«»'".contains($0) }
    }
    if let struck { return struck.evidence }
    let quotes = [entitlement.name].compactMap { $0 }.filter { $0.utf8.count > 3 }
    return neighbours.clauses.first { clause in
      guard clause.isRemoval, !clause.isRow else { return false }
      // "Days not taken by then are cancelled" takes out none.
      if !clause.pointers.isDisjoint(with: neighbours.labels) { return true }
      guard clause.unused == nil else { return false }
      return neighbours.pointed.contains(clause, at: \.evidence)
        || quotes.contains { ContractSet.holds(String(clause.evidence.quote.prefix(120)), $0) } && !clause.isDenied
    }?.evidence
  }

  // MARK: Tier and sort

  private static let ranks: [Tier: Int] = [.standard: 0, .premier: 1, .premier_plus: 2, .signature: 3]

  mutating func compareTier() {
    guard grant.kind == "support_plan", let promised = grant.tier, !grant.isKindVague else { return }
    let contracted = entitlement.tier ?? .other
    if let a = Self.ranks[promised], let b = Self.ranks[contracted] {
      if b < a { add(.tier, PlainWords.tier(promised), PlainWords.tier(contracted)) }
      return
    }
    if promised == .other, contracted == .other,
      Self.samePlan(grant.name, entitlement.name) || isCalledSo(grant.name)
    {
      return
    }
    add(.tier, grant.name, entitlement.name)
  }

  /// "Gold Care (around-the-clock support)": the entitlement goes by its hours, and its own words have the name.
  private func isCalledSo(_ name: String?) -> Bool {
    let hours: Set<String> = [
      "around", "round", "the", "clock", "24", "7", "24x7", "365", "x", "support", "day", "and", "night", "hours",
      "business", "telephone", "phone", "technical", "customer", "desk", "service", "help",
    ]
    guard let name, NameMatch.words(name).count > 1, Set(NameMatch.words(entitlement.name)).isSubset(of: hours) else {
      return false
    }
    return entitlement.evidence.contains { $0.role == .grant && ContractSet.holds($0.quote, name) }
  }

  private static func samePlan(_ a: String?, _ b: String?) -> Bool {
    let idle: Set<String> = [
      "support", "plan", "success", "package", "care", "services", "service", "technical", "customer", "trial", "level",
    ]
    let (x, y) = (Set(NameMatch.words(a)).subtracting(idle), Set(NameMatch.words(b)).subtracting(idle))
    return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y)
  }

  /// A full copy is more than a developer sandbox. Where one side does not say which sort, nothing differs.
  mutating func compareSort() {
    guard grant.kind == "sandbox", let a = SandboxSort.rank(grant.name ?? grant.text),
      let b = SandboxSort.rank(of: entitlement, words: ownWords), b < a
    else { return }
    add(.kind, grant.name, entitlement.name)
  }
}

extension ContractClause {
  /// "Section 4 is not deleted", "Clause 2 of this Amendment is deleted": takes nothing out of the order.
  fileprivate var leavesStanding: Bool {
    let words = NameMatch.words(evidence.quote)
    if words.contains(where: { ["not", "nothing", "neither", "nor", "never", "none"].contains($0) }) { return true }
    return zip(words, words.dropFirst()).contains { $0 == "this" && ["amendment", "addendum"].contains($1) }
  }
}

/// A full copy is more than a partial one, and that is more than a developer sandbox.
enum SandboxSort {
  /// By its name, else by the words of the clause that are its own; nil where neither says which sort it is.
  static func rank(of entitlement: Entitlement, words: String) -> Int? {
    entitlement.name.flatMap(rank) ?? rank(words)
  }

  static func rank(_ text: String) -> Int? {
    let words = Set(NameMatch.words(text))
    if words.contains("full") { return 3 }
    if words.contains("partial") { return 2 }
    return words.contains("developer") || words.contains("dev") ? 0 : nil
  }
}

extension GrantComparison {
  // MARK: When

  mutating func compareValidity() {
    let own = entitlement.validity
    let start = own.start ?? facts.term.start
    // "Free for the first contract year; from the second on it costs 900 a year", where a free year was promised.
    if grant.isFree, grant.price == nil, isWaived { return }
    if wantsFromStart || grant.timing.isFromStart, let first = facts.term.start, let start, start > first {
      add(.validity, "from the start", PlainWords.validity(own))
      return
    }
    if grant.saysAtOnce || wantsFromStart, Instalments.isInParts(entitlement) {
      add(.validity, "all at once", "in instalments")
      return
    }
    if grant.saysAnyTime, lapsesByPeriod {
      add(.validity, grant.timing.wording ?? "at any time", "each part in its own period")
      return
    }
    // "Fifty in each of three years", and granted once: how long is said of the repetition.
    guard !differences.contains(where: { $0.field == .recurrence }),
      var promised = grant.timing.resolved(by: facts)
    else { return }
    if promised.isStartOpen, promised.end(from: start) == nil, !promised.isWholeTerm {
      isOpen = true
      return
    }
    // What a contract grants begins with it; only "on signature" means before that.
    if let first = facts.term.start, let start = promised.start, !promised.isFromSignature {
      promised.start = max(first, start)
    }
    let wording = grant.timing.wording ?? grant.timing.lastDay.map { "until \($0)" }
    if promised.isOpenEnded {
      // "Starting 1 March": from then on or earlier, however long.
      if let wanted = promised.start, let start, start > wanted { add(.validity, wording, PlainWords.validity(own)) }
      return
    }
    if let start, let last = promised.end, start > last { isLater = true }
    if promised.isStartSaid, let wanted = promised.start, let start, start > wanted {
      add(.validity, wording, PlainWords.validity(own))
      return
    }
    let wanted = promised.end(from: promised.isStartSaid ? promised.start ?? start : start)
    if let wanted, let end = own.end {
      // What begins only when the promised time is over does not fall into it.
      if end < wanted || start.map({ $0 > wanted }) ?? false { add(.validity, wording, PlainWords.validity(own)) }
    } else if !isKnownLongEnough(wanted) {
      if isSilent, facts.term.end == nil {
        isOpen = true
      } else {
        add(.validity, wording, own.end.map { "until \($0)" } ?? own.text ?? facts.term.end.map { "until \($0)" })
      }
    }
  }

  /// Only several parts together are what was promised, and each is lost at the end of its own period.
  private var lapsesByPeriod: Bool {
    guard grant.recurrence == nil, grant.quantity?.per == nil, entitlement.recurrence != nil,
      entitlement.conditions.unused == .forfeited
    else { return false }
    if let promised = grant.quantity?.amount, let own = amount(in: grant.quantity?.unit) { return own < promised }
    if let promised = grant.value?.amount, let own = ownSum { return own < promised }
    return false
  }

  /// "From day one": not from the second year on.
  private var wantsFromStart: Bool {
    let text = grant.text.lowercased()
    return [
      "from day one", "from day 1", "from the first day", "from the outset", "right away", "straight away",
      "from the very start", "from the beginning", "immediately",
    ]
    .contains { text.contains($0) }
  }

  private var isSilent: Bool {
    entitlement.validity.end == nil && (entitlement.validity.text == nil || entitlement.validity.basis == .term)
  }

  /// Where days cannot be compared: by lengths, by the same words, by what the clauses around say. What is tied to
  /// nothing runs for the term.
  private func isKnownLongEnough(_ wanted: CalendarDate?) -> Bool {
    let timings = neighbours.clauses.map(\.timing)
    if timings.contains(where: { grant.timing.shares(periodWith: $0) }) { return true }
    if let wanted, timings.contains(where: { ($0.resolved(by: facts)?.end ?? .init(dayNumber: -700_000)) >= wanted }) {
      return true
    }
    if let months = grant.timing.months {
      if let own = timings.compactMap(\.months).max() { return own >= months }
      if let start = entitlement.validity.start, let end = entitlement.validity.end {
        return start.end(ofMonths: months) <= end
      }
    }
    guard isSilent else { return false }
    if grant.timing.isWholeTerm { return true }
    guard let wanted else { return grant.timing.months == nil }
    return facts.term.end.map { wanted <= $0 } ?? false
  }
}
