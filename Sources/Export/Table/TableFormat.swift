// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// A table for people: entitlements under their documents, sums per currency and the next expiries below.
public struct TableFormat: InventoryFormat {
  /// What `--format` calls it.
  public static let name = FormatName.table
  let style: TableStyle
  /// A table of this look.
  public init(style: TableStyle) { self.style = style }

  /// The whole output in UTF-8; the same inventory gives the same bytes.
  public func utf8(_ inventory: Inventory) -> [UInt8] {
    var output = ""
    if inventory.documents.isEmpty {
      output += "No documents.\n"
    } else {
      // The first layout that has room; the records of the last where none has.
      let grids = TableLayout.allCases.lazy.map { self.grid(inventory, $0) }
      output += grids.first(where: \.fits)?.text() ?? grid(inventory, .wide).records()
    }
    output += footer(inventory)
    return Array(output.utf8)
  }

  private func grid(_ inventory: Inventory, _ layout: TableLayout) -> Grid {
    var grid = Grid(columns: layout.columns, style: style)
    let grants = Dictionary(grouping: inventory.entitlements, by: \.document)
    var told: Set<String> = []
    for (index, document) in inventory.documents.enumerated() {
      if index > 0 { grid.rows.append(.banner(.init(text: ""))) }
      grid.rows.append(.banner(.init(text: DocumentWording.title(document), emphasis: .strong)))
      let isFirst = told.insert(document.id).inserted
      for note in DocumentWording.notes(document) {
        grid.rows.append(.note(.init(text: note.text, emphasis: note.emphasis)))
      }
      guard isFirst else { continue }
      let rows = grants[document.id] ?? []
      if rows.isEmpty, document.status != .failed {
        grid.rows.append(.note(.init(text: "no entitlements", emphasis: .faint)))
      }
      for entitlement in rows { grid.rows += layout.rows(entitlement, today: style.today) }
    }
    grid.rows.append(.rule)
    return grid
  }

  private func footer(_ inventory: Inventory) -> String {
    SummaryWording(inventory, today: style.today).sections.map { section in
      style.paragraph(section.title, .strong)
        + section.lines.flatMap { line in
          TextWrap.lines(DisplayWidth.printable(line), width: style.width - 4).enumerated()
            .map { ($0.offset == 0 ? "  " : "    ") + $0.element + "\n" }
        }.joined()
    }.joined(separator: "\n")
  }
}
