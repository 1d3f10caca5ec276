// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

/// Who may use a grant and for what, what more of it costs, and what a support plan brings.
extension GrantComparison {
  /// That affiliates may use it, that it may be exchanged, that overage is free: what was promised has to be written.
  mutating func compareUse() {
    if grant.use.isTransferable {
      if entitlement.conditions.transferable == false || neighbours.clauses.contains(where: \.isDeniedToAffiliates) {
        add(.conditions, "transferable", "not transferable")
      } else if entitlement.conditions.transferable != true, !neighbours.clauses.contains(where: \.namesAffiliates) {
        add(.conditions, "transferable", nil)
      }
    }
    if grant.use.isSwappable, entitlement.conditions.swappable != true {
      add(.conditions, "exchangeable", entitlement.conditions.swappable == false ? "not exchangeable" : nil)
    }
    guard grant.use.isOverageFree else { return }
    let about = neighbours.clauses.filter(\.speaksOfOverage)
    if about.isEmpty || about.contains(where: { !$0.isFree || !$0.charges.isEmpty }) {
      add(.conditions, "overage is free", about.first?.evidence.quote)
    }
  }

  // MARK: What it is for

  /// Hours for data migration are none for integration: for work that both sides say the aim of, the aims must share a
  /// word. Who is to have it ("for our team") is no aim.
  mutating func compareAim() {
    compareWork()
    if let barred = barredAim { deniedAim = barred }
    guard ["services_hours", "development_credit"].contains(entitlement.kind.rawValue),
      let promised = grant.purpose, let contracted = entitlement.purpose ?? ownAim
    else { return }
    let (wanted, own) = (AimWords.of(promised), AimWords.of(contracted))
    guard !wanted.isEmpty, !own.isEmpty else { return }
    let all = own.union(AimWords.of(ownWords))
    guard !wanted.contains(where: { stem in all.contains { AimWords.areAlike($0, stem) } }) else { return }
    guard !AimWords.abbreviates(promised, contracted), !AimWords.abbreviates(contracted, promised) else { return }
    add(.conditions, "for \(promised)", "for \(contracted)")
  }

  /// "It may be used for services only and not for hardware", where it was promised for hardware as well.
  private var barredAim: ContractClause? {
    let wanted = grant.words.union(AimWords.of(grant.purpose ?? ""))
    guard !wanted.isEmpty else { return nil }
    return neighbours.clauses.first { clause in
      guard let barred = clause.barredUse else { return false }
      return !wanted.isDisjoint(with: Stems.of(barred))
    }
  }

  /// Advice is no implementation, and the other way round; "consulting" and "services" may be either.
  private mutating func compareWork() {
    guard entitlement.kind == "services_hours", let wanted = WorkSort.of(grant.name),
      let own = WorkSort.of(entitlement.name), wanted != own, !WorkSort.names(wanted, ownWords)
    else { return }
    add(.conditions, grant.name, entitlement.name)
  }

  /// As its own clause says it, where that makes no other grant.
  private var ownAim: String? {
    guard !isShared, let place = entitlement.evidence.first(where: { $0.role == .grant }) else { return nil }
    return neighbours.clauses.first { $0.overlaps((place.start, place.end)) && $0.aim != nil }?.aim
  }

  // MARK: Support

  /// A contact of its own, service at any hour, a time to answer: what was promised besides the plan's name has to be
  /// written somewhere in the contract.
  mutating func compareFeatures() {
    let promised = grant.features
    guard grant.kind == "support_plan", !promised.isEmpty else { return }
    if promised.hasManager, !written.hasManager { add(.conditions, "a contact of its own", nil) }
    if promised.isAroundTheClock, !written.isAroundTheClock { add(.conditions, "around the clock", nil) }
    guard let wanted = promised.response else { return }
    if written.response.map({ $0 > wanted }) ?? true {
      add(.conditions, "response within \(Self.span(wanted))", written.response.map { "within \(Self.span($0))" })
    }
  }

  static func span(_ minutes: Decimal) -> String {
    let hours = minutes / 60
    let isWhole = minutes >= 60 && !hours.description.contains(".")
    return PlainWords.amount(isWhole ? hours : minutes) + (isWhole ? " hours" : " minutes")
  }
}

/// What sort of work hours are, by their name.
enum WorkSort: Hashable {
  case advice, implementation

  /// Nil where the name tells none, or both.
  static func of(_ name: String?) -> WorkSort? {
    let found = [WorkSort.advice, .implementation].filter { names($0, name ?? "") }
    return found.count == 1 ? found[0] : nil
  }

  static func names(_ sort: WorkSort, _ text: String) -> Bool {
    let openings =
      sort == .advice
      ? ["advis", "advice", "coach"] : ["implement", "migrat", "configur", "install", "develop", "integrat"]
    return NameMatch.words(text).contains { word in openings.contains { word.hasPrefix($0) } }
  }
}

/// Words of what work is for.
enum AimWords {
  /// Who is to have it, and words that any work goes by.
  private static let idle: Set<String> = [
    "team", "staff", "people", "user", "emplo", "employ", "collea", "admin", "admini", "compan", "organi", "busine",
    "depart", "custom", "affili", "subsid", "projec", "work", "servic", "consul", "purpos", "needs", "need",
    "suppor", "help", "assist", "system", "platfo", "softwa", "soluti", "produc", "implem", "setup", "everyt", "anythi",
  ]

  static func of(_ text: String) -> Set<String> { Stems.of(text).subtracting(idle) }

  /// "SSO" for "single sign-on": capitals that are the first letters of the other's words.
  static func abbreviates(_ short: String, _ long: String) -> Bool {
    let initials = String(long.lowercased().split { !$0.isLetter }.compactMap(\.first))
    return short.split { !$0.isLetter }.contains { word in
      word.count > 1 && word.allSatisfy(\.isUppercase) && initials.contains(word.lowercased())
    }
  }

  /// "Rollout" and "roll-out", "report" and "reporting".
  static func areAlike(_ a: String, _ b: String) -> Bool { a == b || a.hasPrefix(b) || b.hasPrefix(a) }
}

extension ContractClause {
  /// The words behind "not for", "not be used for", "not on", up to the end of the part of the sentence.
  fileprivate var barredUse: String? {
    guard isDenied || evidence.quote.contains(" not ") else { return nil }
    let quote = evidence.quote.lowercased()
    for words in [
      "not for ", "not be used for ", "not be spent on ", "not be applied to ", "nor for ", "not on ",
      "not usable for ",
    ] {
      guard let found = quote.range(of: words) else { continue }
      return String(quote[found.upperBound...].prefix { $0 != ";" && $0 != "." })
    }
    return nil
  }

  private static let affiliates = ["affili", "subsid", "sister"]

  private static let groups = [
    "group company", "group companies", "other entities", "other legal entities", "affiliated compan",
    "associated compan", "parent company", "daughter compan", "any other company", "other companies",
  ]
  private static let alone = [
    " alone", " only", " solely", " exclusively", " not assign", " not transfer", " non-transferable",
    " nontransferable", " not be transferred", " not be assigned", " not be shared",
  ]

  /// Keeps what it speaks of from everyone but the customer: "for Customer only", "group companies are excluded".
  var keepsFromOthers: Bool {
    if isDeniedToAffiliates { return true }
    let quote = evidence.quote.lowercased()
    if isDenied, Self.groups.contains(where: quote.contains) { return true }
    guard unused == nil, quote.contains(" for ") || quote.contains(" by ") || quote.contains(" to ") else {
      return false
    }
    return ["for customer", "by customer", "for the customer", "by the customer", "to customer"].contains { party in
      Self.alone.contains { quote.contains(party + $0) }
    }
  }

  /// Speaks of other legal entities that may use it.
  var namesAffiliates: Bool {
    guard !isDenied else { return false }
    if stems.contains(where: { Self.affiliates.contains($0) }) { return true }
    let quote = evidence.quote.lowercased()
    return Self.groups.contains(where: quote.contains)
  }

  /// Keeps it from other legal entities.
  var isDeniedToAffiliates: Bool { isDenied && unused == nil && stems.contains { Self.affiliates.contains($0) } }

  /// Speaks of what goes beyond the amount.
  var speaksOfOverage: Bool {
    stems.contains { ["overag", "overus", "excess", "exceed"].contains($0) }
      || evidence.quote.lowercased().contains("additional") && (!charges.isEmpty || isOptional)
  }
}
