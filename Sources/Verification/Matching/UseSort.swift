// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction

/// What a sentence says may, or may not, be done with a grant.
enum UseSort: Hashable, CaseIterable {
  /// Spent or used on something.
  case use
  /// Turned into something else.
  case turn
  /// Paid out, or set off against what is owed.
  case money

  private var words: [String] {
    switch self {
    case .use:
      [
        "used for", "used on", "used in", "used at", "used with", "used by", "usable", "be spent", "redeem", "accept",
        "be applied", "valid for", "good for", "be used", "draw on", "be put",
      ]
    case .turn:
      ["exchang", "convert", "swap", "turned into", "turn into", "trade", "substitut", "changed into", "turn "]
    case .money: ["set off", "offset", "paid out", "pay out", "in cash", "into cash", "invoice", "deduct", "to fees"]
    }
  }

  static func of(_ text: String) -> Set<UseSort> {
    let text = text.lowercased()
    return Set(allCases.filter { sort in sort.words.contains { text.contains($0) } })
  }

  /// What one of the sentences denies.
  static func denied(in text: String) -> Set<UseSort> {
    let parts = text.split { $0 == "." || $0 == ";" }.map(String.init)
    return parts.filter { part in
      NameMatch.words(part).contains { ["not", "no", "nor", "cannot", "never", "neither", "excluded"].contains($0) }
    }.reduce(into: []) { $0.formUnion(of($1)) }
  }

  /// Stems of the words above, which name no aim.
  static let stems = Stems.of(
    "usable spend spent redeem redeemed accept accepted apply applied exchange exchanged convert converted swap swapped "
      + "turn turned trade offset paid cash invoice unused leftover left remaining remains whatever anything should "
      + "prefer prefers also")
}

extension ContractClause {
  /// "Compute units are not accepted for it": what stands before is meant.
  var takesBack: Bool {
    let words = NameMatch.words(evidence.quote)
    return words.suffix(4).contains { ["it", "this", "them", "these", "that", "either", "therefor"].contains($0) }
  }

  /// "Customer has no claim to Premier Support": whatever else the clause gives.
  var deniesClaim: Bool {
    let quote = evidence.quote.lowercased()
    return ["no claim to", "no claim on", "no right to", "not entitled to", "no entitlement to"].contains {
      quote.contains($0)
    }
  }

  /// Whether its words hold a name, in whatever number.
  func names(_ name: String) -> Bool { ContractSet.holds(evidence.quote, name) }
}
