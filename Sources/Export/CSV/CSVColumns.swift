// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// One column: its name, what stands in it, and where its cells come from.
struct CSVColumn: Sendable {
  let name: String
  /// For the reference page.
  let meaning: String
  let cell: @Sendable (Entitlement, DocumentFacts?) -> CSVCell

  init(_ name: String, _ meaning: String, _ cell: @escaping @Sendable (Entitlement, DocumentFacts?) -> CSVCell) {
    self.name = name
    self.meaning = meaning
    self.cell = cell
  }
}

/// The columns of the CSV in their order. Programs depend on both: a new column goes to the end.
enum CSVColumns {
  static let all = grant + worth + time + terms + state + source

  private static let grant: [CSVColumn] = [
    .init("id", "the entitlement's id") { entitlement, _ in .text(entitlement.id) },
    .init("document", "the id of the document that grants it") { entitlement, _ in .text(entitlement.document) },
    .init("kind", "what it is, a word of the taxonomy") { entitlement, _ in .text(entitlement.kind.rawValue) },
    .init("name", "its name in the document") { entitlement, _ in .text(optional: entitlement.name) },
    .init("tier", "for a support plan") { entitlement, _ in .text(optional: entitlement.tier?.rawValue) },
    .init("quantity_amount", "how many") { entitlement, _ in .number(optional: entitlement.quantity?.amount) },
    .init("quantity_unit", "of what, a singular noun") { entitlement, _ in .text(optional: entitlement.quantity?.unit)
    },
    .init("quantity_per", "`day`, `month`, `year` or empty") { entitlement, _ in
      .text(optional: entitlement.quantity?.per)
    },
  ]

  private static let worth: [CSVColumn] = [
    .init("value_amount", "what it is worth") { entitlement, _ in .number(optional: entitlement.value?.amount) },
    .init("value_currency", "ISO 4217") { entitlement, _ in .text(optional: entitlement.value?.currency) },
    .init("value_basis", "`stated` or `computed`") { entitlement, _ in
      .text(optional: entitlement.value?.basis.rawValue)
    },
    .init("value_formula_percent", "5 for 5 %") { entitlement, _ in
      .number(optional: entitlement.value?.formula?.percent)
    },
    .init("value_formula_of", "of what, such as `annual_fees`") { entitlement, _ in
      .text(optional: entitlement.value?.formula?.of)
    },
    .init("fee_amount", "what the customer pays for it; 0 is free") { entitlement, _ in
      .number(optional: entitlement.fee?.amount)
    },
    .init("fee_currency", "ISO 4217") { entitlement, _ in .text(optional: entitlement.fee?.currency) },
    .init("fee_percent", "where it is a share of fees") { entitlement, _ in
      .number(optional: entitlement.fee?.percent)
    },
    .init("fee_of", "of which fees") { entitlement, _ in .text(optional: entitlement.fee?.of) },
  ]

  private static let time: [CSVColumn] = [
    .init("validity_start", "first day") { entitlement, _ in date(entitlement.validity.start) },
    .init("validity_end", "last day") { entitlement, _ in date(entitlement.validity.end) },
    .init("validity_redeem_by", "last day to order") { entitlement, _ in date(entitlement.validity.redeemBy) },
    .init("validity_basis", "what the days follow from") { entitlement, _ in
      .text(entitlement.validity.basis.rawValue)
    },
    .init("validity_text", "the words that say so") { entitlement, _ in .text(optional: entitlement.validity.text) },
    .init("recurrence_every", "how often it is granted anew") { entitlement, _ in
      .text(optional: entitlement.recurrence?.every.rawValue)
    },
    .init("recurrence_periods", "first and last day of each, `start/end; …`") { entitlement, _ in
      .list(entitlement.recurrence?.periods.map { "\($0.start)/\($0.end)" } ?? [])
    },
  ]

  private static let terms: [CSVColumn] = [
    .init("purpose", "what it is for") { entitlement, _ in .text(optional: entitlement.purpose) },
    .init("conditions_unused", "what happens to what is not used") { entitlement, _ in
      .text(optional: entitlement.conditions.unused?.rawValue)
    },
    .init("conditions_swappable", "`true`, `false` or empty") { entitlement, _ in
      .flag(entitlement.conditions.swappable)
    },
    .init("conditions_transferable", "`true`, `false` or empty") { entitlement, _ in
      .flag(entitlement.conditions.transferable)
    },
    .init("conditions_text", "the clauses that restrict it, `…; …`") { entitlement, _ in
      .list(entitlement.conditions.text)
    },
  ]

  private static let state: [CSVColumn] = [
    .init("owner", "who looks after it") { entitlement, _ in .text(optional: entitlement.owner) },
    .init("superseded_by", "the id of the document that ended it") { entitlement, _ in
      .text(optional: entitlement.supersededBy)
    },
    .init("gaps", "what the contract leaves open, `…; …`") { entitlement, _ in .list(entitlement.gaps.map(\.rawValue))
    },
    .init("certainty", "`explicit`, `linked` or `ambiguous`") { entitlement, _ in
      .text(entitlement.certainty.rawValue)
    },
    .init("rule", "the rules that read it, `…; …`") { entitlement, _ in .list(entitlement.rule) },
  ]

  private static let source: [CSVColumn] = [
    .init("order_number", "the document's") { _, document in .text(optional: document?.orderNumber) },
    .init("vendor", "who supplies") { _, document in .text(optional: document?.vendor) },
    .init("customer", "who buys") { _, document in .text(optional: document?.customer) },
    .init("path", "the document's file") { _, document in .text(optional: document?.path) },
    .init("signature_status", "`executed`, `partial`, `unsigned` or `unknown`") { _, document in
      .text(optional: document?.signature.status.rawValue)
    },
    .init("evidence_page", "where the first evidence stands") { entitlement, _ in
      .number(optional: entitlement.evidence.first.map { Decimal($0.page) })
    },
    .init("evidence_quote", "its words") { entitlement, _ in .text(optional: entitlement.evidence.first?.quote) },
  ]

  private static func date(_ date: CalendarDate?) -> CSVCell { .text(optional: date?.description) }
}

extension CSVFormat {
  /// The columns' names in their order.
  public static var columnNames: [String] { CSVColumns.all.map(\.name) }

  /// The reference page of the columns, in Markdown.
  public static var reference: String {
    var page = "# Columns of the CSV\n\n"
    page += "One row an entitlement. `make docs` renews this page.\n\n| column | holds |\n| --- | --- |\n"
    for column in CSVColumns.all { page += "| `\(column.name)` | \(column.meaning) |\n" }
    return page
  }
}
