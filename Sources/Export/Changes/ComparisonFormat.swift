// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Verification

/// Writes comparisons in the formats that inventories have. The same result and style give the same bytes.
public enum ComparisonFormat {
  /// UTF-8 with a line break at its end. `style` is the look of tables.
  public static func utf8(_ comparison: GrantComparisonResult, as name: FormatName, style: TableStyle) -> [UInt8] {
    switch name {
    case .json: JSONText.utf8(comparison)
    case .csv: csv(comparison)
    case .table: Array(ChangeTable(style: style).text(comparison).utf8)
    case .markdown: Array(markdown(comparison).utf8)
    }
  }

  /// `comparison.json` and so on.
  public static func fileName(_ name: FormatName) -> String { "comparison." + name.fileExtension }

  // MARK: CSV

  private static func csv(_ comparison: GrantComparisonResult) -> [UInt8] {
    let names = [
      "verdict", "kind", "name", "fields", "differences", "before", "before_page", "before_quote", "after",
      "after_page",
      "after_quote", "claim_remaining", "claim_unit", "claim_amount", "claim_currency", "claim_reason",
    ]
    var bytes = CSVFormat.row(names.map { .text($0) })
    for change in comparison.changes {
      let claim = comparison.claims?.claims.first { $0.entitlement == change.before?.id }
      bytes += CSVFormat.row([
        .text(change.change.rawValue), .text(change.kind.rawValue),
        .text(optional: (change.after ?? change.before)?.name),
        .list(change.differences.map(\.field.rawValue)), .list(change.differences.map(ChangeWording.difference)),
        .text(optional: change.before?.id), .number(optional: page(change.before)),
        .text(optional: quote(change.before)),
        .text(optional: change.after?.id), .number(optional: page(change.after)), .text(optional: quote(change.after)),
        .number(optional: claim?.remaining), .text(optional: claim?.unit), .number(optional: claim?.amount),
        .text(optional: claim?.currency), .text(optional: claim?.reason.rawValue),
      ])
    }
    return bytes
  }

  // MARK: Markdown

  private static func markdown(_ comparison: GrantComparisonResult) -> String {
    var page = "# What changed\n\n| Change | Kind | Before | After | Differs in |\n| --- | --- | --- | --- | --- |\n"
    for change in comparison.changes {
      let cells = [
        change.change.rawValue, PlainWords.kind(change.kind), ChangeWording.grant(change.before),
        ChangeWording.grant(change.after), change.differences.map(ChangeWording.difference).joined(separator: "; "),
      ]
      page += "| " + cells.map(MarkdownFormat.escaped).joined(separator: " | ") + " |\n"
    }
    for problem in comparison.problems { page += "\n\(MarkdownFormat.escaped(problem.message))\n" }
    if let claims = comparison.claims {
      page += "\n## To claim at renewal\n\n"
      for line in ChangeWording.claims(claims) { page += "- \(MarkdownFormat.escaped(line))\n" }
    }
    return page
  }

  private static func page(_ entitlement: Entitlement?) -> Decimal? {
    entitlement?.evidence.first.map { Decimal($0.page) }
  }
  private static func quote(_ entitlement: Entitlement?) -> String? { entitlement?.evidence.first?.quote }
}
