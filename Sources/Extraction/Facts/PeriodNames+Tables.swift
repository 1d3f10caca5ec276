// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Stretches of time that the rows of a table name.
extension PeriodNames {
  /// Rows that say from when to when a part of the term goes: `Roll-out | 12 | 1-Aug-2027 | 31-Jul-2028` under
  /// `Segment`. What they are called is their first cell, with or without the word over it.
  static func ofTables(_ tables: [TableReading], _ context: DocumentContext) -> [String: TimePeriod] {
    var found: [String: TimePeriod] = [:]
    for reading in tables where reading.rows.count <= 24 {
      guard let heading = reading.headers.first, heading.count <= 4, !heading.isEmpty,
        let noun = heading.last.map({ context.folded($0) }), columns.contains(noun.droppingPlural)
      else { continue }
      for row in reading.rows where !row.isSummary {
        guard let name = row.cells.first, !name.isEmpty, name.count <= 4,
          let period = period(of: row, in: context) ?? months(of: row, reading, context)
        else { continue }
        let words = context.words(name).joined(separator: " ")
        let kind = context.words(heading).joined(separator: " ").droppingPlural
        found[words + " " + noun.droppingPlural] = period
        found[kind + " " + words] = period
        if Int(words) == nil, words.utf8.count > 3 { found[words] = period }
      }
    }
    return found
  }

  /// `Platform fee – Period 2 | 1 May 2031 | 30 April 2032`, and headings such as `Year A 1 May 2031 to 30 April 2032`: a
  /// numbered name with the days that stand beside it.
  static func beside(_ tables: [TableReading], _ context: DocumentContext) -> [String: TimePeriod] {
    guard context.isOfOrderLength else { return [:] }
    var found: [String: TimePeriod] = [:]
    var doubtful: Set<String> = []
    for reading in tables where reading.rows.count <= 60 {
      for row in reading.rows {
        guard let name = row.cells.first, let last = numbered(name.suffix(4), context),
          last.upperBound >= name.upperBound,
          let period = period(of: row, in: context)
        else { continue }
        enter(context.words(last).joined(separator: " "), period, &found, &doubtful)
      }
      for heading in reading.headers where heading.count >= 4 && heading.count <= 24 {
        guard let name = numbered(heading, context), name.lowerBound == heading.lowerBound else { continue }
        let dates = context.dates(in: heading).map(\.date)
        guard dates.count == 2, dates[0] < dates[1] else { continue }
        let period = TimePeriod.between(.date(DateValue(dates[0])), .date(DateValue(dates[1])))
        enter(context.words(name).joined(separator: " "), period, &found, &doubtful)
      }
    }
    return found.filter { !doubtful.contains($0.key) }
  }

  private static func enter(
    _ name: String, _ period: TimePeriod, _ found: inout [String: TimePeriod], _ doubtful: inout Set<String>
  ) {
    if let known = found[name], known != period { doubtful.insert(name) }
    found[name] = period
  }

  /// `Period 2`, `Year A` among the tokens; a year by its number is read with more care.
  private static func numbered(_ tokens: Range<Int>, _ context: DocumentContext) -> Range<Int>? {
    for token in tokens.dropLast() where columns.contains(context.folded(token)) && context.isCapitalised(token) {
      let label = context.folded(token + 1)
      guard label.utf8.count == 1 || Ordinals.cardinal(label) != nil else { continue }
      if context.folded(token) == "year", Int(label) != nil || Ordinals.cardinal(label) != nil { continue }
      return token..<(token + 2)
    }
    return nil
  }

  /// `Period 1 | the first twelve months`, `Period 2 | the next twelve months`: parts of the term that follow one another.
  static func sequences(_ tables: [TableReading], _ context: DocumentContext) -> [String: TimePeriod] {
    var found: [String: TimePeriod] = [:]
    for reading in tables where reading.rows.count <= 12 && !reading.rows.isEmpty {
      let rows = [reading.headers] + reading.rows.map(\.cells)
      var until: Decimal = 0
      for cells in rows where cells.count > 1 {
        let (name, length) = (cells[0], cells[1])
        guard (1...3).contains(name.count), (2...10).contains(length.count), context.dates(in: length).isEmpty,
          let duration = context.durations(in: length).first?.duration, let months = duration.months,
          let word = length.first(where: { context.isOne($0, of: Self.order) })
        else { continue }
        let isFirst = context.isOne(word, of: "first|initial|opening")
        guard isFirst == (until == 0), until + months <= 240 else { break }
        until += months
        let whole = CalendarDuration(amount: until, unit: .month)
        found[context.words(name).joined(separator: " ")] =
          isFirst
          ? .first(whole, of: .term)
          : .last(CalendarDuration(amount: months, unit: .month), of: .first(whole, of: .term))
      }
    }
    return found
  }

  private static let order: WordSet = [
    "first", "initial", "opening", "next", "following", "then", "remaining", "remain", "last", "subsequent", "further",
  ]

  /// `7 to 18` under `Months of the Term`.
  private static func months(of row: TableReading.Row, _ reading: TableReading, _ context: DocumentContext)
    -> TimePeriod?
  {
    for (heading, cell) in zip(reading.headers, row.cells) where cell.count <= 4 {
      guard heading.contains(where: { context.isOne($0, of: "months|month") }) else { continue }
      let numbers = cell.compactMap { Int(context.folded($0)) }
      guard numbers.count == 2, cell.count == 3, 1...240 ~= numbers[0], numbers[0] < numbers[1], numbers[1] <= 240
      else {
        continue
      }
      let until = CalendarDuration(amount: Decimal(numbers[1]), unit: .month)
      let length = CalendarDuration(amount: Decimal(numbers[1] - numbers[0] + 1), unit: .month)
      return .last(length, of: .first(until, of: .term))
    }
    return nil
  }

  private static let columns: WordSet = ["segment", "period", "phase", "stage", "year", "window", "tranche", "leg"]

  private static func period(of row: TableReading.Row, in context: DocumentContext) -> TimePeriod? {
    let dates = row.cells.dropFirst().flatMap { cell in cell.count <= 12 ? context.dates(in: cell).map(\.date) : [] }
    guard dates.count == 2, dates[0] < dates[1] else { return nil }
    return .between(.date(DateValue(dates[0])), .date(DateValue(dates[1])))
  }
}
