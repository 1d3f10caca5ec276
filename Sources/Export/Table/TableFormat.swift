// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// A table for people: entitlements under their documents, sums per currency and the next expiries below.
public struct TableFormat: InventoryFormat {
  public static let name = FormatName.table
  let style: TableStyle
  public init(style: TableStyle) { self.style = style }

  public func utf8(_ inventory: Inventory) -> [UInt8] {
    var output = ""
    if inventory.documents.isEmpty {
      output += "No documents.\n"
    } else {
      let grid = self.grid(inventory)
      output += grid.fits ? grid.text() : cards(inventory)
    }
    output += footer(inventory)
    return Array(output.utf8)
  }

  private func grid(_ inventory: Inventory) -> Grid {
    var grid = Grid(
      columns: [
        .init(title: "Kind", minimum: 13), .init(title: "Name", minimum: 14),
        .init(title: "Quantity", minimum: 8), .init(title: "Value", minimum: 11), .init(title: "Fee", minimum: 5),
        .init(title: "From", minimum: 10), .init(title: "Until", minimum: 10),
        .init(title: "Notes", minimum: style.width < 116 ? 12 : 24),
        .init(title: "Page", isNumeric: true, minimum: 4),
      ], style: style)
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
      for entitlement in rows { grid.rows.append(.cells(cells(entitlement))) }
    }
    grid.rows.append(.rule)
    return grid
  }

  private func cells(_ entitlement: Entitlement) -> [Grid.Cell] {
    let isOver = entitlement.supersededBy != nil || entitlement.validity.end.map { $0 < style.today } ?? false
    let plain: Emphasis = isOver ? .faint : .none
    let isDoubtful = entitlement.certainty == .ambiguous || !entitlement.gaps.isEmpty
    return [
      .init(text: EntitlementWording.kind(entitlement.kind), emphasis: plain),
      .init(text: entitlement.name ?? "", emphasis: plain),
      .init(text: EntitlementWording.quantity(entitlement.quantity), emphasis: plain),
      .init(text: EntitlementWording.value(entitlement.value), emphasis: plain),
      .init(text: EntitlementWording.fee(entitlement.fee), emphasis: isOver ? .faint : .good),
      .init(text: entitlement.validity.start?.description ?? "", emphasis: plain),
      .init(text: entitlement.validity.end?.description ?? "", emphasis: plain),
      .init(
        text: EntitlementWording.notes(entitlement).joined(separator: "; "), emphasis: isDoubtful ? .warning : plain),
      .init(text: entitlement.evidence.first.map { String($0.page) } ?? "", emphasis: plain),
    ]
  }

  /// Field by field, for a terminal that is too narrow for columns.
  private func cards(_ inventory: Inventory) -> String {
    let grid = self.grid(inventory)
    var output = ""
    for row in grid.rows {
      switch row {
      case .banner(let cell), .note(let cell):
        for line in TextWrap.lines(DisplayWidth.printable(cell.text), width: style.width) {
          output += cell.emphasis.applied(to: line, style.isColoured) + "\n"
        }
      case .cells(let cells):
        for (column, cell) in zip(grid.columns, cells) where !cell.text.isEmpty {
          let lines = TextWrap.lines(DisplayWidth.printable(cell.text), width: style.width - 12)
          for (index, line) in lines.enumerated() {
            output += "  " + TextWrap.padded(index == 0 ? column.title : "", width: 10)
            output += cell.emphasis.applied(to: line, style.isColoured) + "\n"
          }
        }
        output += "\n"
      case .rule: output += String(repeating: "─", count: style.width) + "\n"
      }
    }
    return output
  }

  private func footer(_ inventory: Inventory) -> String {
    SummaryWording(inventory, today: style.today).sections.map { section in
      let title = Emphasis.strong.applied(to: section.title, style.isColoured)
      return title + "\n"
        + section.lines.flatMap { line in
          TextWrap.lines(DisplayWidth.printable(line), width: style.width - 4).enumerated()
            .map { ($0.offset == 0 ? "  " : "    ") + $0.element + "\n" }
        }.joined()
    }.joined(separator: "\n")
  }
}
