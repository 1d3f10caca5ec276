// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

/// What the rows of one column of prices add up to.
struct FeeSum {
  var recurring: Decimal
  /// A sum that the table states is that of the rows over it.
  var isProved: Bool
  /// A sum that the table states is none of those that its rows give.
  var isContradicted: Bool
  /// A sum says of itself that it is of what recurs.
  var saysRecurring: Bool

  /// Adds a column up from top to bottom, holding it against each sum on the way.
  static func of(_ column: Int, _ rows: [FeeRow], months: Int?) -> FeeSum {
    var sums = RunningSums()
    var stated: Decimal?
    var claimed: Decimal?
    var isProved = false
    var isContradicted = false
    var isTaxed = false
    for row in rows {
      guard let amount = row.amounts[safe: column] ?? nil else { continue }
      let fits = amount > 0 && sums.lines > 0 && sums.fit(amount)
      // What adds up the rows above it is a sum, whatever it is called.
      let isUnnamedSum =
        row.kind == .line && row.isBare && (sums.lines > 1 && fits || sums.hasSum && isRestated(amount, sums, months))
      if row.kind == .line && !isUnnamedSum && !(isTaxed && row.isBare)
        || row.isDoubtful && !fits && !isRestated(amount, sums, months) && !isTaxed
      {
        sums.add(amount, isRecurring: stated == nil)
        continue
      }
      switch row.kind {
      case .reduction: sums.add(amount, isRecurring: stated == nil)
      case .once:
        sums.add(amount, isRecurring: false)
        sums.once += amount
      case .tax: isTaxed = true
      case .line, .sum, .recurringSum:
        if sums.lines == 0 { continue }
        if fits {
          isProved = isProved || sums.lines > 1
          claimed = nil
          // A later sum of what recurs holds those before it: `Licence fees`, then `Charges of the year`.
          let isWhole = amount == sums.all && (stated == nil || sums.once == 0)
          if row.kind == .recurringSum, isWhole || stated == nil && amount == sums.recurring { stated = amount }
        } else if amount > 0, !isRestated(amount, sums, months), !isTaxed {
          // What no reading of the lines gives counts only where nothing further down bears the lines out.
          if row.kind == .recurringSum, stated == nil { claimed = amount } else { isContradicted = true }
        }
        sums.close()
      }
    }
    stated = stated ?? claimed
    return FeeSum(
      recurring: stated ?? sums.recurring, isProved: isProved, isContradicted: isContradicted && stated == nil,
      saysRecurring: stated != nil)
  }

  /// The same sum over another time: `PER YEAR 36,000` under `PER MONTH 3,000`.
  private static func isRestated(_ amount: Decimal, _ sums: RunningSums, _ months: Int?) -> Bool {
    guard amount > 0 else { return false }
    let factors = [12, months ?? 12, (months ?? 12) / 12].filter { $0 > 1 }.map { Decimal($0) }
    return factors.contains { factor in
      [sums.recurring, sums.all].contains { factor * $0 == amount || factor * amount == $0 }
    }
  }
}

/// What the rows of a column come to, so far.
private struct RunningSums {
  var all: Decimal = 0
  var recurring: Decimal = 0
  var once: Decimal = 0
  /// The same since the last sum.
  var group: Decimal = 0
  var groupRecurring: Decimal = 0
  var lines = 0
  var hasSum = false

  mutating func add(_ amount: Decimal, isRecurring: Bool) {
    all += amount
    group += amount
    lines += 1
    if isRecurring {
      recurring += amount
      groupRecurring += amount
    }
  }

  mutating func close() {
    group = 0
    groupRecurring = 0
    hasSum = true
  }

  func fit(_ amount: Decimal) -> Bool { [all, recurring, group, groupRecurring, all - recurring].contains(amount) }
}
