// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Reads the stretch of time that a heading names: `Year 2`, `FY2027/28`, `H1 2027`, `09/2026–08/2027`, `Months 1–12`.
struct ColumnPeriods {
  let context: DocumentContext

  /// The period of a column by the cells of its heading, from top to bottom; nil where they name none or much else.
  func period(_ cells: [Range<Int>]) -> TimePeriod? {
    let found = cells.lazy.filter { !$0.isEmpty }.compactMap { period(in: $0) }
    // "Contract Year 1" over "09/2026–08/2027": the number is what clauses speak of.
    if let year = found.first(where: { if case .contractYears = $0 { true } else { false } }) { return year }
    return found.first
  }

  /// The period that a cell names; few words may stand beside it.
  func period(in cell: Range<Int>) -> TimePeriod? {
    guard !cell.isEmpty, cell.count <= 16 else { return nil }
    let passage = PassageText(context, cell)
    let words = words(cell)
    guard !words.isEmpty, !words.contains(where: Self.prices.contains) else { return nil }
    let parser = TimeParser(passage: passage, knowledge: DocumentKnowledge())
    if let years = parser.period(at: cell.lowerBound), case .contractYears(let first, let last) = years.value,
      last > first, years.end >= cell.upperBound - 1
    {
      return years.value
    }
    let opens = context.isOne(cell.lowerBound, of: "from|after|as")
    if opens || context.folded(cell.upperBound - 1).hasPrefix("onward") { return nil }
    if let year = numberedYear(words) { return .contractYears(year, year) }
    if let years = fiscalYears(words) { return years }
    if let year = splitYear(cell, words) { return year }
    if let half = half(words) { return half }
    if let quarter = quarter(words) { return quarter }
    if let months = months(words) { return months }
    if let between = between(cell) { return between }
    if let months = sharedYear(cell, passage) { return months }
    for at in cell.lowerBound..<min(cell.lowerBound + 3, cell.upperBound) {
      guard let period = parser.period(at: at) else { continue }
      switch period.value {
      case .contractYears, .calendarYear, .fiscalYear, .quarter, .month, .half, .quarterOf, .slice:
        return cell.upperBound - period.end + (at - cell.lowerBound) <= 5 ? period.value : nil
      default: return nil
      }
    }
    return nil
  }

  /// `October to December 2031`, `Jan – March 2032`: months that share a year.
  private func sharedYear(_ cell: Range<Int>, _ passage: PassageText) -> TimePeriod? {
    let finder = TimeFinder(passage, knowledge: DocumentKnowledge())
    return cell.prefix(3).lazy.compactMap { finder.bareMonths(at: $0) }.first { $0.end >= cell.upperBound - 1 }?.value
  }

  /// The period that a cell names under its heading: a bare "2" under "Contract Year".
  func period(in cell: Range<Int>, under heading: Range<Int>) -> TimePeriod? {
    if let period = period(in: cell) { return period }
    guard cell.count <= 2,
      let number = words(cell).first.flatMap({ Int($0) ?? Ordinals.value($0) ?? Ordinals.cardinal($0) }),
      (1...20).contains(number),
      !heading.isEmpty, heading.count <= 4,
      let last = words(heading).last, Self.yearWords.contains(last.droppingPlural)
    else { return nil }
    return .contractYears(number, number)
  }

  /// Words without signs of order; letters and figures that stand together are one ("h1", "fy27").
  private func words(_ cell: Range<Int>) -> [String] {
    var words: [String] = []
    for token in cell {
      let word = context.folded(token)
      if ["(", ")", ".", "*", ":", ","].contains(word) { continue }
      let isGlued =
        token > cell.lowerBound && context.stream.tokens[token - 1].end == context.stream.tokens[token].start
      let isNumber = context.stream.tokens[token].tokenClass == .number
      if isGlued, let last = words.last,
        isNumber
          ? ["h", "hy", "q", "y", "yr", "fy", "cy", "ly", "sy"].contains(last)
          : Int(last) != nil && ["st", "nd", "rd", "th", "h"].contains(word)
      {
        words[words.count - 1] += word
      } else {
        words.append(word)
      }
    }
    return words
  }

  private static let prices: WordSet = [
    "fee", "fees", "price", "prices", "charge", "charges", "cost", "costs", "£", "€", "$", "usd", "eur", "gbp", "chf",
    "total", "sum", "amount", "spend", "until", "per", "each", "every",
  ]
  private static let yearWords: WordSet = ["year", "yr", "y", "yrs", "jahr"]
  private static let kinds: WordSet = [
    "contract", "subscription", "order", "service", "enrollment", "enrolment", "licence", "license", "term",
    "agreement", "commitment", "commit", "program", "programme",
  ]

  /// `Year 2`, `Yr. 2`, `Y2`, `second contract year`, `1st year`, `Year two`.
  private func numberedYear(_ words: [String]) -> Int? {
    var rest = words[...]
    if let first = rest.first, first == "the" || Self.kinds.contains(first) { rest = rest.dropFirst() }
    guard let first = rest.first else { return nil }
    if let ordinal = Ordinals.value(first) {
      rest = rest.dropFirst()
      if let next = rest.first, Self.kinds.contains(next) { rest = rest.dropFirst() }
      guard let year = rest.first, Self.yearWords.contains(year), rest.count <= 5 else { return nil }
      return ordinal
    }
    if Self.yearWords.contains(first), let next = rest.dropFirst().first {
      guard let number = Int(next) ?? Ordinals.cardinal(next) else { return nil }
      return (1...20).contains(number) ? number : nil
    }
    for prefix in ["yr", "y", "cy", "ly", "sy"] where first.hasPrefix(prefix) && rest.count <= 8 {
      if let number = Int(first.dropFirst(prefix.utf8.count)), (1...(prefix.hasPrefix("y") ? 20 : 12)).contains(number)
      {
        return number
      }
    }
    return nil
  }

  /// `FY27`, `FY 2026/27`, `FY26-27`: named by the year that it ends in.
  private func fiscalYears(_ words: [String]) -> TimePeriod? {
    guard let first = words.first, first.hasPrefix("fy") else { return nil }
    var digits = words.map { $0 }
    digits[0] = String(first.dropFirst(2))
    let numbers = digits.filter { !$0.isEmpty && !["/", "-", "–"].contains($0) }.prefix(2).map { Int($0) }
    guard let one = numbers.first ?? nil else { return nil }
    let full = one < 100 ? 2000 + one : one
    guard (1990...2100).contains(full) else { return nil }
    if numbers.count == 2, let two = numbers[1], two % 100 == (full + 1) % 100 { return .fiscalYear(full + 1) }
    return .fiscalYear(full)
  }

  /// `2027–28`, `2027/2028`: a fiscal year over two calendar years, and nothing more.
  private func splitYear(_ cell: Range<Int>, _ words: [String]) -> TimePeriod? {
    let years = words.filter { !["/", "-", "–"].contains($0) }
    let isJoined =
      years.count < words.count || cell.contains { context.stream.tokens[$0].flags.contains(.hyphenBefore) }
    guard years.count == 2, isJoined, years[0].utf8.count == 4, let one = Int(years[0]), let two = Int(years[1]),
      (1990...2100).contains(one), years[1].utf8.count == 2 ? two == (one + 1) % 100 : two == one + 1
    else { return nil }
    return .fiscalYear(one + 1)
  }

  /// `H1 2027`, `1H 2027`, `first half 2027`, `half-year 3`.
  private func half(_ words: [String]) -> TimePeriod? {
    guard let first = words.first else { return nil }
    let year = words.lazy.compactMap { word in word.utf8.count == 4 ? Int(word) : nil }
      .first { (1990...2100).contains($0) }
    let numbers = ["h1": 1, "1h": 1, "hy1": 1, "h2": 2, "2h": 2, "hy2": 2]
    if let half = numbers[first] { return year.map { .half(half, year: $0) } }
    if words.contains("half"), let half = Ordinals.value(first), half <= 2, let year { return .half(half, year: year) }
    let isHalf = words.contains(run: "half year") || words.contains(run: "half - year") || first == "semester"
    guard isHalf, year == nil else { return nil }
    let number = words.lazy.compactMap { Int($0) ?? Ordinals.value($0) ?? Ordinals.cardinal($0) }.first
    return number.flatMap { (1...20).contains($0) ? .slice($0, months: 6, of: .term) : nil }
  }

  /// `Q3 2027`.
  private func quarter(_ words: [String]) -> TimePeriod? {
    guard words.count == 2, words[0].utf8.count == 2, words[0].hasPrefix("q"), let quarter = Int(words[0].dropFirst()),
      (1...4).contains(quarter), let year = Int(words[1]), (1990...2100).contains(year)
    else { return nil }
    return .quarter(quarter, year: year)
  }

  /// `Months 1–12`, `Month 13 to 24`: the n-th stretch of so many months.
  private func months(_ words: [String]) -> TimePeriod? {
    guard let first = words.first, ["months", "month", "mths"].contains(first), words.count <= 4 else { return nil }
    let numbers = words.dropFirst().compactMap { Int($0) }
    guard numbers.count == 2, numbers[0] >= 1, numbers[1] > numbers[0] else { return nil }
    let length = numbers[1] - numbers[0] + 1
    guard (numbers[0] - 1) % length == 0, length <= 60 else { return nil }
    let number = (numbers[0] - 1) / length + 1
    return length == 12 ? .contractYears(number, number) : .slice(number, months: length, of: .term)
  }

  /// `Mar 2031-Feb 2032`, written without spaces.
  private func monthsOfYears(_ cell: Range<Int>) -> TimePeriod? {
    let words = words(cell).filter { !["-", "–", "—", "to", "/"].contains($0) }
    guard words.count == 4, let first = MonthNames.short(words[0]), let last = MonthNames.short(words[2]),
      let year = Int(words[1]), let end = Int(words[3]), (1990...2100).contains(year), (year...2100).contains(end)
    else { return nil }
    return .between(.startOf(.month(first, year: year)), .endOf(.month(last, year: end)))
  }

  /// Two dates, or two months of years, from the first to the last.
  private func between(_ cell: Range<Int>) -> TimePeriod? {
    let dates = context.values(in: cell).compactMap { value -> DateValue? in
      if case .date(let date) = value.value { return date }
      return nil
    }
    guard dates.count == 2 else { return monthsOfYears(cell) }
    if dates.allSatisfy({ $0.day != nil && $0.month != nil && $0.year != nil }) {
      return .between(.date(dates[0]), .date(dates[1]))
    }
    guard let month = dates[0].month, let year = dates[0].year, let last = dates[1].month, let end = dates[1].year,
      dates.allSatisfy({ $0.day == nil })
    else { return nil }
    return .between(.startOf(.month(month, year: year)), .endOf(.month(last, year: end)))
  }
}

extension TimePeriod {
  /// How often grants recur that stand under such headings.
  var every: Recurrence.Every? {
    switch self {
    case .contractYears, .between: .contract_year
    case .calendarYear: .calendar_year
    case .fiscalYear: .fiscal_year
    case .half: .half_year
    case .slice(_, let months, _):
      switch months {
      case 6: .half_year
      case 3: .quarter
      case 1: .month
      default: nil
      }
    case .quarter, .quarterOf: .quarter
    case .month: .month
    default: nil
    }
  }

  /// The contract year, where it is one alone.
  var contractYear: Int? {
    if case .contractYears(let first, let last) = self, first == last { return first }
    return nil
  }

  /// From the first day of this to the last of another.
  func joined(to last: TimePeriod) -> TimePeriod {
    if self == last { return self }
    if case .contractYears(let first, _) = self, case .contractYears(_, let end) = last, end >= first {
      return .contractYears(first, end)
    }
    return .between(.startOf(self), .endOf(last))
  }
}
