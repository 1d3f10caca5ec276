// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Patterns

/// Runs the examples and near misses of packs against all their rules.
public struct PackProof: Sendable {
  /// An example that its rule does not read, or a near miss that it does.
  public struct Failure: Sendable, Hashable {
    /// The rule that the example belongs to.
    public var rule: PhraseRule
    /// The example or near miss.
    public var example: PackExample
    /// What is wrong with the example, and where: `file:line:column`, the line, a caret.
    public var fault: PackFault
  }

  /// A rule that gives a grant in the example of another rule: no fault, but worth a look.
  public struct Crossing: Sendable, Hashable {
    /// The rule that the example belongs to.
    public var rule: PhraseRule
    /// The example or near miss.
    public var example: PackExample
    /// The other rules, `pack/rule`.
    public var readBy: [String]
  }

  /// How many examples were read.
  public private(set) var examples = 0
  /// How many near misses were read.
  public private(set) var nearMisses = 0
  /// What does not hold, in the order of the packs.
  public private(set) var failures: [Failure] = []
  /// What another rule reads, in the order of the packs.
  public private(set) var crossings: [Crossing] = []

  /// Runs the examples of the rules that `isWanted`; all rules of all packs take part in reading them. `reading` makes
  /// the text of a line.
  public init(
    _ extractor: Extractor, reading: (String) -> SourceText, where isWanted: (PhraseRule) -> Bool = { _ in true }
  ) {
    let patterns = extractor.patterns
    for example in patterns.packs.examples {
      let rule = patterns.rules[example.rule]
      guard isWanted(rule) else { continue }
      if example.isReject { nearMisses += 1 } else { examples += 1 }
      let trial = Trial(example: example, rule: rule, text: reading(example.text), extractor: extractor)
      if let message = trial.fault {
        let fault = patterns.packs.fault("\(rule.qualifiedID) \(message)", at: example)
        failures.append(Failure(rule: rule, example: example, fault: fault))
      }
      let others = trial.otherReaders
      if !others.isEmpty { crossings.append(Crossing(rule: rule, example: example, readBy: others)) }
    }
  }
}

/// One example, read.
private struct Trial {
  let example: PackExample
  let rule: PhraseRule
  let isMatched: Bool
  let entitlements: [Entitlement]
  let leads: [Lead]

  init(example: PackExample, rule: PhraseRule, text: SourceText, extractor: Extractor) {
    self.example = example
    self.rule = rule
    let context = DocumentContext(text, extractor: extractor)
    isMatched = context.allMatches(in: 0..<context.stream.count).contains { $0.rule == example.rule }
    let result = extractor.extract(text, facts: DocumentFacts(id: "example", path: "example", format: .text, pages: 1))
    entitlements = result.entitlements
    leads = result.facts.leads
  }

  var fault: String? {
    switch (example.isReject, rule.role) {
    case (true, .grant):
      let read = entitlements.first { $0.rule.contains(rule.qualifiedID) }
      return read.map { "reads a grant of \($0.kind.rawValue) in a near miss" }
    case (true, _): return isMatched ? "matches a near miss" : nil
    case (false, .grant): return grantFault
    case (false, _): return isMatched ? nil : "does not match its example"
    }
  }

  private var grantFault: String? {
    if !isMatched { return "does not match its example" }
    if example.gives.isEmpty { return nil }
    if entitlements.isEmpty {
      let reasons = Set(leads.map(\.reason.rawValue)).sorted().joined(separator: ", ")
      return "gives no entitlement in its example" + (reasons.isEmpty ? "" : "; a lead was left: \(reasons)")
    }
    let faults = entitlements.map { differences($0) }
    if faults.contains(where: \.isEmpty) { return nil }
    // The nearest one tells most.
    return faults.min { $0.count < $1.count }?.joined(separator: "; ")
  }

  private func differences(_ entitlement: Entitlement) -> [String] {
    example.gives.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { field, wanted in
      let got = Self.value(of: field, in: entitlement)
      return got == wanted ? nil : "gives \(Self.words(got)) for \(field.rawValue), not \(Self.words(wanted))"
    }
  }

  /// Rules of grants, other than its own, that an entitlement of this example names.
  var otherReaders: [String] {
    guard rule.role == .grant, example.isReject || !entitlements.contains(where: { $0.rule.contains(rule.qualifiedID) })
    else { return [] }
    let others = Set(entitlements.flatMap(\.rule)).subtracting([rule.qualifiedID])
    return others.filter { !$0.contains("/kinds.") }.sorted()
  }

  /// A field by the name that packs use; `none` where it is not known.
  private static func value(of field: ExampleField, in entitlement: Entitlement) -> PackScalar {
    switch field {
    case .kind: .text(entitlement.kind.rawValue)
    case .name: scalar(entitlement.name)
    case .tier: scalar(entitlement.tier?.rawValue)
    case .quantity: scalar(entitlement.quantity?.amount)
    case .unit: scalar(entitlement.quantity?.unit)
    case .per: scalar(entitlement.quantity?.per)
    case .value: scalar(entitlement.value?.amount)
    case .currency: scalar(entitlement.value?.currency ?? entitlement.fee?.currency)
    case .percent: scalar(entitlement.value?.formula?.percent ?? entitlement.fee?.percent)
    case .of: scalar(entitlement.value?.formula?.of ?? entitlement.fee?.of)
    case .fee: scalar(entitlement.fee?.amount)
    case .every: scalar(entitlement.recurrence?.every.rawValue)
    case .unused: scalar(entitlement.conditions.unused?.rawValue)
    case .transferable: entitlement.conditions.transferable.map(PackScalar.flag) ?? .none
    case .swappable: entitlement.conditions.swappable.map(PackScalar.flag) ?? .none
    case .purpose: scalar(entitlement.purpose)
    }
  }

  private static func scalar(_ text: String?) -> PackScalar { text.map(PackScalar.text) ?? .none }
  private static func scalar(_ number: Decimal?) -> PackScalar { number.map(PackScalar.number) ?? .none }

  private static func words(_ scalar: PackScalar) -> String {
    switch scalar {
    case .text(let text): "`\(text)`"
    case .number(let number): "\(number)"
    case .flag(let flag): flag ? "true" : "false"
    case .none: "nothing"
    }
  }
}
