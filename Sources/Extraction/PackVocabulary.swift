// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns
import ValueRecognition

extension PackSchema {
  /// The words that packs may use for cues, links and facts: those that extraction knows what to do with.
  public static let extraction = PackSchema(
    cues: [
      "granted", "free", "negated", "optional_purchase", "remedy", "definition", "customer_obligation", "conditional",
      "not_effective", "superseded", "reference", "open_amount",
    ],
    links: ["unused", "transferable", "swappable", "purpose", "condition"],
    facts: [
      "type", "order_number", "amends", "agreement_date", "effective_date", "term_start", "term_end", "term_months",
      "term", "auto_renews", "renewal_months", "notice_days", "currency", "governing_law", "integration_clause",
      "vendor", "customer", "parties", "signature", "fees_annual", "fees_monthly",
      "fees_total", "contract_year", "fiscal_year_end",
    ],
    gives: [
      "unused": UnusedHandling.allCases.map(\.rawValue), "transferable": ["true", "false"],
      "swappable": ["true", "false"], "renews": ["true", "false"], "table": ["optional"],
      "form": [
        "term", "words", "order", "heading", "point", "agreement", "initial", "obligations", "ends",
        "declared", "stated",
      ],
      "place": ["before", "within", "after", "mark", "block", "closing"], "strength": ["strong", "weak"],
    ])
}

extension TypedSpan {
  /// A value as a slot of phrases can take it.
  init?(_ mention: ValueMention, index: Int) {
    let slot: SlotType
    switch mention.value {
    case .money: slot = .money
    case .quantity: slot = .quantity
    case .number: slot = .number
    case .percent: slot = .percent
    case .duration: slot = .duration
    case .date: slot = .date
    case .recurrence: slot = .recurrence
    }
    self.init(slot: slot, tokens: mention.tokens, index: index)
  }
}
