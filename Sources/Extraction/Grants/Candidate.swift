// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// A place that reads like a grant, before it is decided whether it is one and what else belongs to it.
struct Candidate {
  /// Where it stands in a table.
  struct Place: Hashable {
    /// Index into `knowledge.tables`, and into its rows.
    var table: Int
    var row: Int
  }

  var kind: Kind
  /// The words that name the kind.
  var name: NameSpan
  /// All tokens that state it: name, number, value.
  var tokens: Range<Int>
  /// The sentence, or the table row.
  var sentence: Range<Int>
  var quantity: Quantity?
  var money: ValueMention?
  /// A share of fees that it is worth: a fund of 3 % of the annual fees.
  var share: (percent: Decimal, base: String)?
  var tier: Tier?
  var place: Place?
  /// Named only in part ("the Voucher", "credits"): needs support beside it.
  var isWeak: Bool
  /// Rules (indices into the patterns' rules) that found it.
  var rules: [Int]
  /// Fields that are settled where it stands (a row's own fee and dates).
  var fee: Fee?
  var start: CalendarDate?, end: CalendarDate?
  /// For ramps: this year of a table's year columns.
  var contractYear: Int?
  /// What is given anew in each of these: the same amount in years that the text names one by one.
  var renewed: (every: Recurrence.Every, span: TimePeriod)?
  /// The periods of its table that it stands under, from the first to the last.
  var span: TimePeriod?
  /// How often it is granted anew, where its row stands alike under several periods.
  var recurs: Recurrence.Every?
  /// The day on which its row says that it is issued.
  var issued: CalendarDate?
  /// The amount of its share, where its row's words gave the base.
  var shareAmount: Decimal?
  /// What its row's prices come to in full: a clause that gives one of them speaks of the same grant.
  var prices: [Decimal] = []
  /// A plan's price as a share of fees, where its row gives it.
  var feePercent: Decimal?
  /// The row's price for one year.
  var yearlyFee: Fee?
  /// The last day to order by, where its row gives one apart from the end.
  var redeemBy: CalendarDate?
  /// Counted by nothing but its article ("a sandbox"), or named only by the title over it: gives way to a grant of the
  /// same kind that says more.
  var isArticleOnly = false
  /// Told by a base that the document does not give: "one seat for every 25 users".
  var isOpenAmount = false
  /// A share ("one for each depot") times how many get it.
  var isShareWorkedOut = false
  /// Counted in a name whose definition does not say how many of the kind it makes: a lead.
  var isUntold = false
  /// "A further ten vouchers", "ten more": not the ten that were given before.
  var isFurther = false
  /// What the cover page calls it ("Advisory Allotment"), in lower case: clauses speak of it by that name.
  var calledAs: [String] = []
  var problems: [Problem.Code] = []
}

/// What was found in the words around candidates and given to one of them.
struct Attachment {
  enum Content {
    case time(TimeStatement)
    /// Words of time that nothing reads.
    case unreadTime
    case recurrence(Recurrence.Every)
    case unused(UnusedHandling)
    case transferable(Bool)
    case swappable(Bool)
    case free
    case fee(Decimal, String?)
    case feeShare(Decimal, String?)
    /// The price of one piece: "at $50 each".
    case feeEach(Decimal, String?)
    case cap(Decimal)
    /// The least that a share comes to: "but at least $60,000".
    case floor(Decimal)
    /// What it is worth, said apart from the grant: "the credits have an aggregate worth of $20,000".
    case worth(Decimal, String?)
    /// What one piece is worth: "valued at EUR 200 each".
    case worthEach(Decimal, String?)
    case purpose(Range<Int>)
    case condition(Range<Int>)
  }
  var content: Content
  var tokens: Range<Int>
  var from: Scope
  var rule: Int?
  /// Why linking refused it, which only the trace tells; nil where it was given.
  var refused: String?
  /// Its sentence calls the grant by its name or its noun.
  var isNamed = false

  /// How far from the grant it stood; nearer wins.
  enum Scope: Int, Comparable {
    case sentence, item, row, section, document
    static func < (a: Scope, b: Scope) -> Bool { a.rawValue < b.rawValue }
    var label: String {
      switch self {
      case .sentence: "sentence"
      case .item: "item"
      case .row: "row"
      case .section: "section"
      case .document: "document"
      }
    }
  }
}
