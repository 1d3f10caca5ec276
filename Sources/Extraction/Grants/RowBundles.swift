// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// Rows of bundles: one cell lists several grants of different kinds, each with its own number ("8 training seats and 2
/// exam attempts"), and the row may say how many bundles there are.
struct RowBundles {
  let context: DocumentContext

  private static let longest = 60

  /// The grants that a cell of the row lists, as often as the row says; nil for a row of one grant.
  func parts(_ row: TableReading.Row, _ reading: TableReading) -> [Candidate]? {
    for (column, cell) in row.cells.enumerated() where mayList(cell, reading.columns[safe: column] ?? .other) {
      var found: [Candidate] = []
      var at = cell.lowerBound
      while at < cell.upperBound {
        let sentence = context.sentence(of: at).clamped(to: cell)
        found += CandidateFinder(context).candidates(in: sentence).filter { $0.quantity != nil }
        at = max(sentence.upperBound, at + 1)
      }
      guard Set(found.map(\.kind)).count > 1 || isListOfSorts(found) else { continue }
      guard let count = count(row, reading, except: column), !saysTotal(cell) else { return found }
      return found.map { part in
        var part = part
        part.quantity?.amount *= count
        return part
      }
    }
    return nil
  }

  /// "1 full sandbox and 2 developer sandboxes", "Full sandbox (1), developer sandboxes (2)": two sorts of one kind, each
  /// counted and named in full.
  private func isListOfSorts(_ found: [Candidate]) -> Bool {
    guard found.count > 1 else { return false }
    let neighbours = ListNeighbours(context: context)
    func isCountedFirst(_ one: Candidate) -> Bool { one.tokens.lowerBound < one.name.tokens.lowerBound }
    return zip(found, found.dropFirst()).allSatisfy { one, next in
      !one.isWeak && !next.isWeak && !one.isArticleOnly && !next.isArticleOnly && !next.isFurther
        && context.text(one.name.tokens) != context.text(next.name.tokens)
        && isCountedFirst(one) == isCountedFirst(next)
        && neighbours.isBeside(one.tokens, next.tokens)
    }
  }

  private func mayList(_ cell: Range<Int>, _ column: TableReading.Column) -> Bool {
    guard (6...Self.longest).contains(cell.count), RowNames.isDescribing(column) || column == .quantity else {
      return false
    }
    // "500 GB of evidence storage": gigabytes say what the weak word leaves open.
    let kinds = context.names(in: cell).compactMap { $0.isWeak && $0.kind != "storage" ? nil : $0.kind }
    return kinds.count > 1 && context.values(in: cell).count > 1
  }

  /// "Skills Pack × 3", "3 x Skills Pack", or a number in the column of numbers.
  private func count(_ row: TableReading.Row, _ reading: TableReading, except listed: Int) -> Decimal? {
    for (column, cell) in row.cells.enumerated() where column != listed && !cell.isEmpty {
      let isCounted = reading.columns[safe: column] == .quantity
      for value in context.values(in: cell) {
        guard case .number(let amount) = value.value, amount >= 1, amount < 1000 else { continue }
        if isCounted, cell.count <= 3 { return amount }
        let before = value.tokens.lowerBound > cell.lowerBound ? context.folded(value.tokens.lowerBound - 1) : ""
        let behind = value.tokens.upperBound < cell.upperBound ? context.folded(value.tokens.upperBound) : ""
        let isTimes =
          ["x", "×"].contains(before) && value.tokens.upperBound == cell.upperBound
          || ["x", "×"].contains(behind) && value.tokens.lowerBound == cell.lowerBound
        if isTimes { return amount }
      }
    }
    return nil
  }

  private func saysTotal(_ cell: Range<Int>) -> Bool {
    cell.contains { context.isOne($0, of: "total|together|altogether") }
  }
}
