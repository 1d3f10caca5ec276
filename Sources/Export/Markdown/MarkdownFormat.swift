// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// A page of Markdown: a table a document, then sums and the next expiries.
public struct MarkdownFormat: InventoryFormat {
  /// What `--format` calls it.
  public static let name = FormatName.markdown
  let today: CalendarDate
  /// `today` is the day from which expiries count.
  public init(today: CalendarDate) { self.today = today }

  /// The whole output in UTF-8; the same inventory gives the same bytes.
  public func utf8(_ inventory: Inventory) -> [UInt8] {
    let grants = Dictionary(grouping: inventory.entitlements, by: \.document)
    var told: Set<String> = []
    var page = "# Entitlements\n"
    for document in inventory.documents {
      page += "\n## \(Self.escaped(DocumentWording.title(document)))\n\n"
      for note in DocumentWording.notes(document) { page += "- \(Self.escaped(note.text))\n" }
      guard told.insert(document.id).inserted else { continue }
      let rows = grants[document.id] ?? []
      if rows.isEmpty { page += "No entitlements.\n" } else { page += Self.table(rows) }
    }
    for section in SummaryWording(inventory, today: today).sections {
      page += "\n## \(section.title)\n\n"
      for line in section.lines { page += "- \(Self.escaped(line))\n" }
    }
    return Array(page.utf8)
  }

  private static func table(_ entitlements: [Entitlement]) -> String {
    var table = "\n| Kind | Name | Quantity | Value | Fee | From | Until | Notes | Page |\n"
    table += "| --- | --- | --- | --- | --- | --- | --- | --- | ---: |\n"
    for entitlement in entitlements {
      let cells = [
        EntitlementWording.kind(entitlement.kind), entitlement.name ?? "",
        EntitlementWording.quantity(entitlement.quantity), EntitlementWording.value(entitlement.value),
        EntitlementWording.fee(entitlement.fee), entitlement.validity.start?.description ?? "",
        entitlement.validity.end?.description ?? "", EntitlementWording.notes(entitlement).joined(separator: "; "),
        entitlement.evidence.first.map { String($0.page) } ?? "",
      ]
      table += "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
    }
    return table
  }

  /// The text on one line, with the signs escaped that Markdown or HTML would take for its own.
  static func escaped(_ text: String) -> String {
    var result = ""
    let scalars = Array(DisplayWidth.printable(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "<": result += "&lt;"
      // A lone one stands for itself, and looks better where Markdown is pasted as plain text.
      case "&"
      where index + 1 < scalars.count && (scalars[index + 1] == "#" || scalars[index + 1].properties.isAlphabetic):
        result += "&amp;"
      case "\\", "`", "*", "[", "]", "|", "#": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
