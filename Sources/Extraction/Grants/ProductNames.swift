// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Products whose names hold words and figures of grants: "Voucher Manager", "Credit Recovery (course software)",
/// "Storage Gateway", "Data 360".
struct ProductNames {
  let context: DocumentContext

  private static let nouns: WordSet = [
    "manager", "management", "recovery", "tracker", "ledger", "engine", "app", "portal", "console", "studio", "suite",
    "builder", "designer", "planner", "gateway", "accounting", "software", "system", "administration", "processing",
    "analytics", "monitor", "monitoring", "reporting", "scoring", "bureau", "connector", "scanner", "printer", "wallet",
    "reconciliation", "explorer", "navigator", "scheduler", "optimizer", "optimiser", "wizard", "marketplace",
  ]
  private static let software: WordSet = ["software", "system", "app", "module"]

  /// Whether the words go on with a noun that makes a product of them.
  func goesOn(behind tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    guard next < context.stream.count, context.isWord(next), isAdjoining(next) else { return false }
    if context.isOne(next, of: Self.software) { return true }
    return context.isOne(next, of: Self.nouns) && context.isCapitalised(next)
      && tokens.contains { context.isCapitalised($0) }
  }

  private func isAdjoining(_ token: Int) -> Bool {
    context.stream.tokens[token].flags.isDisjoint(with: [.blockStart, .cellStart, .sentenceStart])
  }

  private static let families: WordSet = [
    "data", "customer", "dynamics", "office", "microsoft", "revenue", "commerce", "marketing", "sales", "service",
    "security", "power", "business", "identity", "fusion", "experience", "view", "insight", "insights", "health",
    "asset", "vendor", "supplier", "cloud", "agentforce", "people", "talent", "risk",
  ]

  /// The 360 of "Data 360", the 365 of "Dynamics 365": part of a name in capitals.
  func isFigure(_ amount: ValueMention) -> Bool {
    let at = amount.tokens.lowerBound
    guard at > 0, context.isOne(at, of: "360|365"), isAdjoining(at) else { return false }
    return context.isOne(at - 1, of: Self.families) && context.isCapitalised(at - 1)
  }

  /// The 2031 of "two places at Quay Connect 2031 training day": the year behind a name in capitals.
  func isYear(_ amount: ValueMention) -> Bool {
    let at = amount.tokens.lowerBound
    guard let count = amount.value.count, (1990...2100).contains(count), at > 1, isAdjoining(at), isAdjoining(at - 1),
      context.text(at..<(at + 1)).utf8.count == 4
    else { return false }
    return context.isWord(at - 1) && context.isCapitalised(at - 1) && context.isCapitalised(at - 2)
  }
}
