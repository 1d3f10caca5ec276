// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// What a row's columns of lengths and of years say: `12` under "Term (months)", `1 year` under "Term", `2` under
/// "Contract Year".
struct RowLengths {
  let context: DocumentContext
  let reading: TableReading
  let term: Term

  /// How many months the row runs; nil where its columns give none, or no more than that it runs with the order.
  func months(_ row: TableReading.Row) -> Int? {
    guard let column = reading.columns.firstIndex(of: .months), let cell = row.cells[safe: column],
      let months = months(in: cell, column), months > 0
    else { return nil }
    if reading.columns.contains(.start) || months != monthsOfTerm { return months }
    return nil
  }

  private func months(in cell: Range<Int>, _ column: Int) -> Int? {
    guard (1...6).contains(cell.count) else { return nil }
    if let length = context.durations(in: cell).first {
      return length.tokens.count >= cell.count - 1 ? length.duration.months?.wholeNumber : nil
    }
    guard let number = number(in: cell), (1...120).contains(number) else { return nil }
    let heading = context.words(reading.headers[safe: column] ?? 0..<0)
    let isTerm = heading.contains { Self.terms.contains($0) }
    if heading.contains(where: { Self.years.contains($0) }) { return isTerm && number <= 10 ? number * 12 : nil }
    // Bare figures under "Months" may be what a first invoice covers; one that is the order's own term tells.
    let isTold =
      isTerm && heading.contains { Self.monthWords.contains($0) } || reading.columns.contains(.start)
      || reading.rows.contains { $0.cells[safe: column].flatMap { self.number(in: $0) } == monthsOfTerm }
    return isTold ? number : nil
  }

  private func number(in cell: Range<Int>) -> Int? {
    guard let value = context.values(in: cell).first, value.tokens == cell, case .number(let amount) = value.value
    else {
      return nil
    }
    return amount.wholeNumber
  }

  private static let terms: WordSet = ["term", "duration", "length", "period"]
  private static let years: WordSet = ["years", "year", "yrs", "yr"]
  private static let monthWords: WordSet = ["months", "month", "mos", "mo", "mths", "mth"]

  /// `1`, `1-2`, `2 and 3`, `each` under "Contract Year" or "Year(s)".
  func years(_ row: TableReading.Row) -> (first: Int, last: Int, isEach: Bool)? {
    for (column, heading) in reading.headers.enumerated() {
      guard reading.columns[safe: column] == .other || reading.columns[safe: column] == .validity,
        isOfYears(context.words(heading)), let cell = row.cells[safe: column], (1...7).contains(cell.count)
      else { continue }
      if cell.count <= 2, context.isOne(cell.lowerBound, of: "each|every|annually"), let count = yearsOfTerm, count > 1
      {
        return (1, count, true)
      }
      let words = context.words(cell)
      let numbers = words.compactMap { Int($0) }
      guard let first = numbers.first, let last = numbers.last, first >= 1, last <= yearsOfTerm ?? 10,
        words.allSatisfy({ Int($0) != nil || Self.joints.contains($0) }),
        numbers.count == 1 || zip(numbers, numbers.dropFirst()).allSatisfy(<),
        numbers.count <= 2 || last - first == numbers.count - 1
      else { continue }
      // "1 and 3" leaves a year out.
      let isGapped = last - first > 1 && words.contains { $0 == "and" || $0 == "&" || $0 == "," } && numbers.count == 2
      if !isGapped { return (first, last, false) }
    }
    return nil
  }

  private var monthsOfTerm: Int? { term.months?.wholeNumber }
  private var yearsOfTerm: Int? { monthsOfTerm.flatMap { $0 % 12 == 0 ? $0 / 12 : nil } }

  /// "Years" alone may count how many.
  private func isOfYears(_ words: [String]) -> Bool {
    let isOwn = words.contains { ["contract", "order", "subscription"].contains($0) } || !words.contains("years")
    return isOwn && words.contains { ["year", "years", "yr"].contains($0) }
      && words.allSatisfy {
        ["contract", "order", "subscription", "year", "years", "yr", "s", "(", ")", "."].contains($0)
      }
  }

  private static let joints: WordSet = ["-", "–", "—", "to", "and", "&", ",", "/", "through"]
}
