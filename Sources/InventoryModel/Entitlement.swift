// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

/// What an entitlement is: one word from the taxonomy of the packs, such as `training_credit`.
public struct Kind: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
  /// The word, as packs and JSON have it.
  public let rawValue: String
  /// A kind of any name: packs add their own.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// A kind of any name.
  public init(stringLiteral value: String) { rawValue = value }

  /// The only kind that has a tier.
  public static let supportPlan: Kind = "support_plan"
}

/// The level of a support plan; `other` where the vendor's name for it is none of these.
public enum Tier: String, Codable, Sendable, CaseIterable { case standard, premier, premier_plus, signature, other }

/// `explicit`: one clause states it; `linked`: put together from several places; `ambiguous`: it can be read in two
/// ways.
public enum Certainty: String, Codable, Sendable, CaseIterable { case explicit, linked, ambiguous }

/// What the text says happens to what is not used.
public enum UnusedHandling: String, Codable, Sendable, CaseIterable {
  case forfeited, rolls_over, refundable, extendable
}

/// What the contract leaves open.
public enum Gap: String, Codable, Sendable, CaseIterable { case quantity_or_value, validity, purpose }

/// How many of what.
public struct Quantity: Hashable, Sendable {
  /// For one period where the entitlement recurs.
  public var amount: Decimal
  /// Singular noun, lower case: `credit`, `hour`, `gb`.
  public var unit: String?
  /// `day`, `month`, `year` or nil: 10,000 API calls per day.
  public var per: String?
  /// A number of a unit; nil where the unit is not said.
  public init(amount: Decimal, unit: String?, per: String? = nil) {
    self.amount = amount
    self.unit = unit
    self.per = per
  }
}

/// A share of something that the document gives: `{"percent": 5, "of": "annual_fees"}`.
public struct Formula: Hashable, Sendable {
  /// 5 for 5 %.
  public var percent: Decimal
  /// Such as `annual_fees`; nil where the text does not say.
  public var of: String?
  /// A share in percent.
  public init(percent: Decimal, of: String?) {
    self.percent = percent
    self.of = of
  }
}

/// What it is worth to the customer.
public struct EntitlementValue: Hashable, Sendable {
  /// Whether the sum stands in the text or was worked out by `formula`.
  public enum Basis: String, Codable, Sendable, CaseIterable { case stated, computed }
  /// Nil where the document does not give what the formula needs.
  public var amount: Decimal?
  /// ISO 4217, nil where nothing in the document settles it.
  public var currency: String?
  /// Whether the sum is the text's own.
  public var basis: Basis
  /// The share that it is worked out from; nil where none is said.
  public var formula: Formula?
  /// A worth; `currency` is ISO 4217.
  public init(amount: Decimal?, currency: String?, basis: Basis = .stated, formula: Formula? = nil) {
    self.amount = amount
    self.currency = currency
    self.basis = basis
    self.formula = formula
  }
}

/// What the customer pays for it; amount 0 where the text says free, included or at no additional cost.
public struct Fee: Hashable, Sendable {
  /// The total over the line's own period, or over the grant's year in a ramp.
  public var amount: Decimal?
  /// ISO 4217.
  public var currency: String?
  /// Where it is a share: 25 for 25 %, and of what.
  public var percent: Decimal?
  /// What it is a share of, such as `annual_fees`; nil where it is none or the text does not say.
  public var of: String?
  /// A price; amount 0 is free.
  public init(amount: Decimal?, currency: String?, percent: Decimal? = nil, of: String? = nil) {
    self.amount = amount
    self.currency = currency
    self.percent = percent
    self.of = of
  }
}

/// From when until when it can be used.
public struct Validity: Hashable, Sendable {
  /// What the days follow from.
  public enum Basis: String, Codable, Sendable, CaseIterable {
    case dates, duration, contract_year, term, line_item, none
  }
  /// First and last day, both inclusive.
  public var start: CalendarDate?, end: CalendarDate?
  /// The last day to order, where ordering and consuming have different deadlines.
  public var redeemBy: CalendarDate?
  /// How the days were found; `none` where the contract is silent.
  public var basis: Basis
  /// The words that say so, or nil where the contract is silent.
  public var text: String?
  /// A validity; without days it is open.
  public init(
    start: CalendarDate? = nil, end: CalendarDate? = nil, redeemBy: CalendarDate? = nil, basis: Basis = .none,
    text: String? = nil
  ) {
    self.start = start
    self.end = end
    self.redeemBy = redeemBy
    self.basis = basis
    self.text = text
  }
}

/// A closed period of days.
public struct Period: Hashable, Sendable, Codable {
  /// First and last day, both inclusive.
  public var start: CalendarDate, end: CalendarDate
  /// From the first day to the last, both inclusive.
  public init(start: CalendarDate, end: CalendarDate) {
    self.start = start
    self.end = end
  }
}

/// How often it is granted anew. Quantity and value are then those of one period, and the validity spans them all.
public struct Recurrence: Hashable, Sendable, Codable {
  /// The length of a period and the calendar that it follows.
  public enum Every: String, Codable, Sendable, CaseIterable {
    case contract_year, calendar_year, fiscal_year, half_year, quarter, month
  }
  /// How long one period is.
  public var every: Every
  /// Every period worked out; empty where the dates are not known.
  public var periods: [Period]
  /// A recurrence with the periods that are known.
  public init(every: Every, periods: [Period]) {
    self.every = every
    self.periods = periods
  }
}

/// On which terms; nil where the text is silent, which is not the same as forbidden.
public struct Conditions: Hashable, Sendable {
  /// What becomes of what is not used.
  public var unused: UnusedHandling?
  /// Whether it may be exchanged for something else.
  public var swappable: Bool?
  /// Whether it may be passed on to others.
  public var transferable: Bool?
  /// The clauses that restrict the grant, as written.
  public var text: [String]
  /// Conditions; nil is silence.
  public init(unused: UnusedHandling? = nil, swappable: Bool? = nil, transferable: Bool? = nil, text: [String] = []) {
    self.unused = unused
    self.swappable = swappable
    self.transferable = transferable
    self.text = text
  }
}

/// A box on a page in points from its top left corner: left, top, right, bottom.
public struct Box: Hashable, Sendable {
  /// Left, top, right and bottom edge.
  public var x0: Double, y0: Double, x1: Double, y1: Double
  /// A box of these edges, in points from the top left corner.
  public init(x0: Double, y0: Double, x1: Double, y1: Double) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }
  /// The smallest box that holds both.
  public func union(_ other: Box) -> Box {
    Box(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
  }
}

/// The very words that prove something. `start` and `end` count Unicode scalars of what `inwriting text` prints.
public struct Evidence: Hashable, Sendable {
  /// What the words prove.
  public enum Role: String, Codable, Sendable, CaseIterable {
    case grant, quantity, value, fee, validity, recurrence, purpose, condition, definition, amendment
  }
  /// What the words prove.
  public var role: Role
  /// One-based.
  public var page: Int
  /// Unicode scalars of what `inwriting text` prints; `end` is behind the last.
  public var start: Int, end: Int
  /// The words, as a person reads them.
  public var quote: String
  /// One box a line; empty for HTML and plain text.
  public var boxes: [Box]
  /// Evidence; `page` is one-based.
  public init(role: Role, page: Int, start: Int, end: Int, quote: String, boxes: [Box] = []) {
    self.role = role
    self.page = page
    self.start = start
    self.end = end
    self.quote = quote
    self.boxes = boxes
  }
}

/// Something the customer may use up or call upon because a document grants it.
public struct Entitlement: Hashable, Sendable {
  /// The first twelve digits of the document's digest, and the place among its entitlements: `d7ca37a33581-1`.
  public var id: String
  /// The id of the document that grants it.
  public var document: String
  /// What it is, by the taxonomy of the packs.
  public var kind: Kind
  /// Its name in the document.
  public var name: String?
  /// Of support plans only.
  public var tier: Tier?
  /// How many; nil where it is counted in money, or not at all.
  public var quantity: Quantity?
  /// What it is worth to the customer.
  public var value: EntitlementValue?
  /// What the customer pays for it; nil where nothing is said.
  public var fee: Fee?
  /// From when until when.
  public var validity: Validity
  /// Nil where it is granted once.
  public var recurrence: Recurrence?
  /// What it is for, in the words of the document.
  public var purpose: String?
  /// On which terms.
  public var conditions: Conditions
  /// Who looks after it. Reading documents never sets it: it is there for trackers.
  public var owner: String?
  /// The id of the document that ended or replaced it.
  public var supersededBy: String?
  /// What is missing of type, quantity or value, validity and purpose.
  public var gaps: [Gap]
  /// How sure the reading is.
  public var certainty: Certainty
  /// The rules that read it, `pack/rule`; `pack/kinds.KIND` where a name in a table's row was enough.
  public var rule: [String]
  /// The words that prove it; the grant itself comes first.
  public var evidence: [Evidence]

  /// An entitlement; all that is left out is not known.
  public init(
    id: String, document: String, kind: Kind, name: String? = nil, tier: Tier? = nil, quantity: Quantity? = nil,
    value: EntitlementValue? = nil, fee: Fee? = nil, validity: Validity = Validity(), recurrence: Recurrence? = nil,
    purpose: String? = nil, conditions: Conditions = Conditions(), owner: String? = nil, supersededBy: String? = nil,
    gaps: [Gap] = [], certainty: Certainty = .explicit, rule: [String] = [], evidence: [Evidence] = []
  ) {
    self.id = id
    self.document = document
    self.kind = kind
    self.name = name
    self.tier = tier
    self.quantity = quantity
    self.value = value
    self.fee = fee
    self.validity = validity
    self.recurrence = recurrence
    self.purpose = purpose
    self.conditions = conditions
    self.owner = owner
    self.supersededBy = supersededBy
    self.gaps = gaps
    self.certainty = certainty
    self.rule = rule
    self.evidence = evidence
  }
}
