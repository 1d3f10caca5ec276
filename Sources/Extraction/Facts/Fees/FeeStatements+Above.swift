// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis
import ValueRecognition

/// Names of fees that stand over their amounts: `Annual Fee │ Total Fees` over `$24,000 │ $72,000`, or line under line.
extension FeeStatements {
  /// The label over an amount that has its cell or line for itself.
  func above(_ tokens: Range<Int>) -> Range<Int>? {
    let segments = context.headSegments
    let next = segments.partition { $0.tokens.lowerBound > tokens.lowerBound }
    guard next > 0 else { return nil }
    let own = segments[next - 1]
    // A currency before the amount, `per year` behind it.
    guard own.tokens.contains(tokens.lowerBound), tokens.lowerBound - own.tokens.lowerBound <= 1, own.line > 0,
      own.tokens.count - tokens.count <= 4
    else { return nil }
    for segment in segments[..<(next - 1)].reversed().prefix(16) {
      if segment.line < own.line - 1 { return nil }
      guard segment.line == own.line - 1, segment.column == own.column else { continue }
      let isLabel =
        segment.tokens.count <= 7 && context.isCapitalised(segment.tokens.lowerBound)
        && !segment.tokens.contains { context.stream.tokens[$0].tokenClass == .number }
      return isLabel ? segment.tokens : nil
    }
    return nil
  }
}

extension TableCells {
  private static let ofForms: WordSet = [
    "billing", "payment", "po", "purchase", "invoice", "invoicing", "sales", "contact", "account", "email", "phone",
    "address", "currency", "attention", "quote", "valid", "since", "vat", "tax", "method", "frequency", "terms",
  ]

  /// A column of labels beside one of values: `Billing Frequency │ Annual in advance`, `Payment Terms │ Net 30`.
  var isColumnOfLabels: Bool {
    guard columns == 2, (2...40).contains(rows.count) else { return false }
    let labels = rows.filter { row in
      guard let first = row.first, !first.isEmpty else { return false }
      return isOfForm(first)
    }
    return labels.count >= 2 && labels.count * 2 >= rows.count
  }

  /// `Order Number`, `Payment Terms`: what a form asks for.
  private func isOfForm(_ cell: Range<Int>) -> Bool {
    guard cell.count <= 5, !isFigure(cell) else { return false }
    let words = context.words(cell).filter { $0 != ":" && $0 != "." }
    return LabelNames.kind(words.joined(separator: " ")) != nil
      || (1...4).contains(words.count) && words.filter(Self.ofForms.contains).count * 2 >= words.count
  }

  /// A form with two or three labels in each row, each before its value: what stands below another is no column.
  var isPairedForm: Bool {
    guard columns == 4 || columns == 6, rows.count >= 2, rows.count <= 40 else { return false }
    var hasOther = false
    var labels = (all: 0, ofForms: 0)
    for row in rows {
      for (column, cell) in row.enumerated() where !cell.isEmpty {
        if column % 2 == 0 {
          labels.all += 1
          if isOfForm(cell) { labels.ofForms += 1 }
        }
        let hasValue = isFigure(cell) || holdsValue(cell)
        if column % 2 == 0, hasValue || cell.count > 7 { return false }
        if column % 2 == 1, amount(cell) == nil { hasOther = true }
      }
    }
    guard labels.ofForms >= 2, labels.ofForms * 3 >= labels.all else { return false }
    return hasOther
      && rows.contains { row in
        stride(from: 1, to: row.count, by: 2).contains {
          !row[$0].isEmpty && (isFigure(row[$0]) || holdsValue(row[$0]))
        }
      }
  }

  /// A day, a sum or a length; `per year` in a label is none.
  private func holdsValue(_ cell: Range<Int>) -> Bool {
    context.values(in: cell).contains {
      switch $0.value {
      case .date, .money, .duration, .percent: true
      default: false
      }
    }
  }

  /// A form whose rows of labels and rows of values take turns: `Term │ Annual Fee`, `36 months │ $24,000`, `Contact │
  /// Total Fees`, `Ada Quill │ $72,000`. Its amounts are no lines of a sum.
  var isStackedForm: Bool {
    guard rows.count >= 4, columns >= 2, columns <= 8, rows.count <= 40 else { return false }
    for (index, row) in rows.enumerated() {
      let filled = row.filter { !$0.isEmpty }
      guard !filled.isEmpty else { return false }
      let figures = filled.filter { isFigure($0) || holdsValue($0) }.count
      if index % 2 == 0, figures > 0 || filled.contains(where: { $0.count > 7 }) { return false }
      if index % 2 == 1, figures == 0, index == 1 { return false }
    }
    let labels = rows.enumerated().filter { $0.offset % 2 == 0 }.flatMap(\.element).filter { !$0.isEmpty }
    let ofForms = labels.filter(isOfForm).count
    return ofForms >= 2 && ofForms * 3 >= labels.count
  }
}
