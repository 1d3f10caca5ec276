// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// What a document says of itself that its grants are resolved with; made by `FactReader` with the facts.
struct DocumentKnowledge {
  /// Dates of anchors by their key in the packs' `anchor` list: `effective_date`, `term_start`, `term_end`,
  /// `signature_date` (the last), `order_date`, `go_live`, …
  var anchors: [String: CalendarDate] = [:]
  /// Dates that the document gives a name of its own ("Target Launch Date"), by the name in lower case.
  var definedDates: [String: CalendarDate] = [:]
  /// Stretches of time that it gives a name ("the Pilot Year", "Redemption Window"), by the name in lower case.
  var namedPeriods: [String: TimePeriod] = [:]
  /// Amounts that the document gives a name ("User Fees" means the $792,000.00), by the name in lower case.
  var definedAmounts: [String: Decimal] = [:]
  /// What each contract year costs, where a ramp says so.
  var yearlyFees: [Decimal] = []
  /// First day of contract year 1: as defined, else the term's start.
  var contractYearStart: CalendarDate?
  /// Last day of fiscal year 20XX, where the document says when fiscal years end.
  var fiscalYearEnd: (month: Int, day: Int)?
  /// Years that the document has a word of its own for ("Solar Year", "Port Year"), by that word in lower case.
  var ownYears: [String: OwnYear] = [:]
  /// Stretches that it counts its term in by names of its own ("Trimester", "Subscription Period"), in months, by that
  /// name in lower case and in the singular.
  var ownUnits: [String: Int] = [:]
  /// It says what it calls a "half".
  var definesHalf = false
  /// "Contract Year" is said to be the calendar year.
  var contractYearIsCalendarYear = false
  /// How long an agreement lasts that gives no day on which it ends, in months.
  var uncountedMonths: Int?
  var tables: [TableReading] = []
  /// Names that the customer and the vendor go by in this document, lower case: "acme", "customer", "member".
  var customerNames: [String] = []
  var vendorNames: [String] = []
}

extension DocumentKnowledge {
  /// How many years the term touches, one more where it may have been extended; nil where either end is unknown.
  var yearsOfTerm: Int? {
    guard let start = anchors["term_start"], let end = anchors["term_end"], start < end else { return nil }
    return end.year - start.year + 2
  }
}

/// What a year by a name of the document's own is.
enum OwnYear: Hashable {
  case calendar
  /// Twelve months counted from the start of the term.
  case contract
  /// Ends on that day of each year. `label`: how far the year that it is called after lies from the one that it ends in;
  /// nil where nothing tells.
  case ending(month: Int, day: Int, label: Int?)
}

/// What the columns and rows of a table hold.
struct TableReading {
  enum Column: Hashable {
    case product, description, quantity, unit, unitPrice, listPrice, discount, annual, total, fee, value
    case start, end, validity, months, purpose, reference, note
    /// A contract year as a column, one-based.
    case year(Int)
    case other
  }
  struct Row {
    /// The block in the text, the row's place in the table.
    var block: Int
    var row: Int
    /// Tokens of each cell by column index (a spanned-from cell gives the tokens of the cell above).
    var cells: [Range<Int>]
    /// A subtotal, total, or repeated header: no line of its own.
    var isSummary: Bool
    /// The line item that the row gives, index into `facts.lineItems`; nil where it is none.
    var lineItem: Int?
    /// Net price per contract year and over the line's period, where the row gives or implies them.
    var annual: Decimal?
    var total: Decimal?
    /// Recurring (subscription) or one-time; nil where nothing tells.
    var isRecurring: Bool?
    /// The row says that it is optional and not ticked, or the table is headed so.
    var isOptional: Bool
    /// Tokens of the row over it that stands for a group of rows ("Free of charge"), where there is one.
    var group: Range<Int>?
    /// Heads the rows below it and grants nothing itself.
    var isGroup = false
  }
  /// Index into `source.tables`.
  var table: Int
  var columns: [Column]
  /// Tokens of each column's header cells (joined over header rows); empty ranges where there is none.
  var headers: [Range<Int>]
  var rows: [Row]
  /// What the table is: line items at a price, a schedule of grants, labels with values, signature block, other.
  enum Role: Hashable { case lineItems, schedule, labels, signatures, other }
  var role: Role
  /// The period that each column's heading names; empty where there are no such columns.
  var periods: [TimePeriod?] = []
  /// Its blocks in the text, from the heading to the last row.
  var blocks: Range<Int> = 0..<0
  /// Its rows were the columns of the text: what was granted stood side by side, not one below the other.
  var isTurned = false
}
