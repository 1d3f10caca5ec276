// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Which columns an inventory's table has, by how much room there is; the widest first.
enum TableLayout: CaseIterable {
  /// A column a field.
  case wide
  /// Kind and name in one column, the first and last day in another, the page among the notes.
  case medium
  /// What one looks for first in columns, the rest in a line below.
  case slim

  var columns: [Grid.Column] {
    let quantity = Grid.Column(title: "Quantity", minimum: 8, keepsWords: true)
    let value = Grid.Column(title: "Value", minimum: 5, keepsWords: true)
    let fee = Grid.Column(title: "Fee", minimum: 5, keepsWords: true)
    let until = Grid.Column(title: "Until", minimum: 10, keepsWords: true)
    switch self {
    case .wide:
      return [
        .init(title: "Kind", minimum: 13), .init(title: "Name", minimum: 14), quantity, value, fee,
        .init(title: "From", minimum: 10, keepsWords: true), until, .init(title: "Notes", minimum: 20),
        .init(title: "Page", isNumeric: true, minimum: 4),
      ]
    case .medium:
      return [
        .init(title: "Entitlement", minimum: 16), quantity, value, fee,
        .init(title: "From – until", minimum: 12, keepsWords: true), .init(title: "Notes", minimum: 11),
      ]
    case .slim: return [.init(title: "Entitlement", minimum: 22), quantity, value, until]
    }
  }

  /// The lines of one entitlement; `today` decides what is over.
  func rows(_ entitlement: Entitlement, today: CalendarDate) -> [Grid.Row] {
    let text = TableCells(entitlement, today: today)
    switch self {
    case .wide:
      return [
        .cells([
          text.plain(text.kind), text.plain(text.name), text.plain(text.quantity), text.plain(text.value), text.fee,
          text.plain(text.from), text.plain(text.until), text.notes(), text.plain(text.page),
        ])
      ]
    case .medium:
      return [
        .cells([
          text.plain(text.title), text.plain(text.quantity), text.plain(text.value), text.fee, text.plain(text.period),
          text.notes(text.isOnPage),
        ])
      ]
    case .slim:
      let fee = text.fee.text.isEmpty ? "" : "fee: \(text.fee.text)"
      let rest = text.notes(fee, text.from.isEmpty ? "" : "from \(text.from)", text.isOnPage)
      let cells = [text.title, text.quantity, text.value, text.until].map(text.plain)
      return [.cells(cells)] + (rest.text.isEmpty ? [] : [.note(rest)])
    }
  }
}

/// The fields of one entitlement as cells.
private struct TableCells {
  private let entitlement: Entitlement
  private let emphasis: Emphasis

  init(_ entitlement: Entitlement, today: CalendarDate) {
    self.entitlement = entitlement
    let isOver = entitlement.supersededBy != nil || entitlement.validity.end.map { $0 < today } ?? false
    emphasis = isOver ? .faint : .none
  }

  func plain(_ text: String) -> Grid.Cell { Grid.Cell(text: text, emphasis: emphasis) }

  var kind: String { EntitlementWording.kind(entitlement.kind) }
  var name: String { entitlement.name ?? "" }
  var title: String { name.isEmpty ? kind : "\(kind): \(name)" }
  var quantity: String { EntitlementWording.quantity(entitlement.quantity) }
  var value: String { EntitlementWording.value(entitlement.value) }
  var from: String { entitlement.validity.start?.description ?? "" }
  var until: String { entitlement.validity.end?.description ?? "" }
  var page: String { entitlement.evidence.first.map { String($0.page) } ?? "" }
  var isOnPage: String { page.isEmpty ? "" : "page \(page)" }

  var period: String {
    if from.isEmpty { return until.isEmpty ? "" : "– \(until)" }
    return "\(from) – \(until)"
  }

  /// Green is only what costs nothing.
  var fee: Grid.Cell {
    let isFree = entitlement.fee?.amount == 0 && emphasis == .none
    return Grid.Cell(text: EntitlementWording.fee(entitlement.fee), emphasis: isFree ? .good : emphasis)
  }

  /// The notes, with further ones behind them where they are not empty.
  func notes(_ further: String...) -> Grid.Cell {
    let isDoubtful = entitlement.certainty == .ambiguous || !entitlement.gaps.isEmpty
    let notes = EntitlementWording.notes(entitlement) + further.filter { !$0.isEmpty }
    return Grid.Cell(text: notes.joined(separator: "; "), emphasis: isDoubtful ? .warning : emphasis)
  }
}
