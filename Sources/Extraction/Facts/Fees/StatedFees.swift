// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis

/// Reads what clauses and labels say the subscription costs: "EUR 40,000 a year, thus EUR 120,000 in all", `Annual fees |
/// £9,600`. What a document says in words stands beside, or instead of, what its lines add up to. A fee counts where two
/// statements bear each other out, where one sums up those before it, or where it alone is named.
struct StatedFees {
  let term: Term
  private let all: [FeeStatement]
  private let statements: FeeStatements

  init(context: DocumentContext, term: Term, tables: [TableReading]) {
    self.term = term
    statements = FeeStatements(context: context, term: term, tables: tables)
    all = statements.read()
  }

  /// A yearly fee and the sum stand no further apart than this.
  private static let reach = 60

  private func yearly(_ statement: FeeStatement) -> Decimal? { statement.yearly(months: term.months) }

  /// A yearly fee with the sum over the term that it comes to, or a month's with a year's.
  func pair() -> Fees? {
    var found: [Decimal] = []
    var total: Decimal?
    for first in all where !first.isSide {
      for second in all where !second.isSide && second.basis != first.basis && order(first.basis) < order(second.basis)
      {
        guard abs(first.tokens.lowerBound - second.tokens.lowerBound) <= Self.reach, bears(first, second),
          let yearly = yearly(first)
        else { continue }
        if !found.contains(yearly) { found.append(yearly) }
        if order(second.basis) == 2, term.months == nil { total = second.amount }
      }
    }
    guard let first = found.first else { return nil }
    if found.count == 1 { return fees(first, total: total) }
    // Items with a sum over each: the sum is what the others add up to.
    guard let most = found.max(), found.reduce(0, +) == most * 2 else { return fees(first, total: total) }
    return fees(most)
  }

  private func order(_ basis: PriceBasis) -> Int {
    switch basis {
    case .month: 0
    case .year: 1
    default: 2
    }
  }

  private func bears(_ first: FeeStatement, _ second: FeeStatement) -> Bool {
    if let a = yearly(first), let b = yearly(second) { return a == b }
    guard first.basis == .year, second.basis == .term else { return false }
    return (2...10).contains { first.amount * Decimal($0) == second.amount }
  }

  private func fees(_ annual: Decimal, total: Decimal? = nil) -> Fees {
    Fees(annual: annual, total: total ?? term.months.map { (annual * $0 / 12).roundedToCents })
  }

  /// The pair, or a sum of what stands before it, or else the one fee that is named as such.
  func fees(isAmendment: Bool) -> Fees? {
    if let pair = pair() { return pair }
    if let sum = summed() { return sum }
    if !isAmendment, let total = statements.ramp() ?? statements.rampByOrdinals() {
      return Fees(annual: nil, total: total)
    }
    let named = all.filter { $0.isNamed && !$0.isSide }
    if let first = named.first, named.allSatisfy({ yearly($0) == yearly(first) }) {
      return single(first, isAmendment: isAmendment)
    }
    guard !isAmendment else { return nil }
    return listed()
  }

  private func single(_ statement: FeeStatement, isAmendment: Bool) -> Fees? {
    // An amendment's fee need not be that of the years before it.
    if isAmendment { return statement.basis == .year ? Fees(annual: statement.amount, total: nil) : nil }
    // Other items at a rate of their own, unnamed: the fee named may be one of them.
    if statement.basis == .month,
      all.contains(where: { !$0.isNamed && $0.basis == .month && $0.amount > statement.amount })
    {
      return nil
    }
    switch statement.basis {
    case .month, .year: return yearly(statement).map { fees($0) }
    default:
      let isWholeYears = term.months.map { $0.wholeNumber.map { $0 % 12 == 0 } ?? false } ?? false
      return Fees(annual: isWholeYears ? yearly(statement)?.roundedToCents : nil, total: statement.amount)
    }
  }

  /// "…, all three together EUR 1,000 a month": what two or more before it add up to.
  private func summed() -> Fees? {
    for (number, whole) in all.enumerated() where number >= 2 {
      guard let sum = yearly(whole) else { continue }
      var parts: Decimal = 0
      for (count, part) in all[..<number].reversed().enumerated() {
        guard let yearly = yearly(part), whole.tokens.lowerBound - part.tokens.upperBound <= 160 else { break }
        parts += yearly
        if parts == sum, count >= 1, whole.isWhole || whole.isNamed || whole.isListed { return fees(sum) }
        if parts > sum { break }
      }
    }
    // One rate with one whole that repeats nothing: "together EUR 18,000 a year" without readable parts.
    let wholes = all.filter { $0.isWhole && !$0.isSide && $0.basis != .term }
    guard let last = wholes.last, wholes.allSatisfy({ yearly($0) == yearly(last) }), let sum = yearly(last),
      all.allSatisfy({ (yearly($0) ?? 0) <= sum })
    else { return nil }
    return fees(sum)
  }

  /// Rows or lines of which each says what one thing costs a year or a month, and nothing is said of them together.
  private func listed() -> Fees? {
    let rates = all.filter { $0.basis == .month || $0.basis == .year }
    guard rates.count >= 2, rates.count == all.count, rates.allSatisfy(\.isListed), !rates.allSatisfy(\.isSide)
    else { return nil }
    for (first, second) in zip(rates, rates.dropFirst())
    where second.tokens.lowerBound - first.tokens.upperBound > Self.reach { return nil }
    return fees(rates.compactMap(yearly).reduce(0, +))
  }
}
