// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// How many users or licences the order's lines sell: for "one seat for every thirteen users".
struct OrderedNumbers {
  let context: DocumentContext
  let tables: [TableReading]

  private static let nouns: WordSet = ["user", "licence", "license", "seat", "subscriber", "subscription"]

  /// Of the line that the words behind the noun name, else of all lines where they agree.
  func number(of noun: String, _ behind: Range<Int>) -> Decimal? {
    guard Self.nouns.contains(noun) else { return nil }
    let told = context.words(behind)
    var all: [Decimal] = []
    var named: [Decimal] = []
    for table in tables where table.role == .lineItems {
      guard let column = table.columns.firstIndex(of: .quantity) else { continue }
      for row in table.rows where row.lineItem != nil && !row.isSummary {
        guard let cell = row.cells[safe: column], let count = number(cell), count > 1 else { continue }
        all.append(count)
        if let label = row.cells.first(where: { !$0.isEmpty }), isNamed(label, told) { named.append(count) }
      }
    }
    let numbers = Set(named.isEmpty ? all : named)
    return numbers.count == 1 ? numbers.first : nil
  }

  private func number(_ cell: Range<Int>) -> Decimal? {
    for value in context.values(in: cell) {
      switch value.value {
      case .number(let amount): return amount
      case .quantity(let amount, let unit, _) where Self.nouns.contains(unit): return amount
      default: return nil
      }
    }
    return nil
  }

  /// "of Atlas Cloud" names the line "Atlas Cloud, Enterprise".
  private func isNamed(_ label: Range<Int>, _ told: [String]) -> Bool {
    let head = label.prefix(4).prefix { context.isWord($0) }.map { context.folded($0) }
    return (2...max(2, head.count)).contains { count in
      count <= head.count && told.contains(run: head.prefix(count).joined(separator: " "))
    }
  }
}
