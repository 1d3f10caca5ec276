// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials

public enum DocumentType: String, Codable, Sendable, CaseIterable {
  case order_form, amendment, quote, agreement, other
}

public enum DocumentFormat: String, Codable, Sendable, CaseIterable { case pdf, html, text, unknown }

/// `ok`; `partial`: some pages or fields could not be read; `failed`: nothing was read.
public enum ReadingStatus: String, Codable, Sendable, CaseIterable { case ok, partial, failed }

public struct Term: Hashable, Sendable {
  public var start: CalendarDate?, end: CalendarDate?
  /// Whole months; may be fractional where the document counts in weeks or days of no whole month.
  public var months: Decimal?
  public var autoRenews: Bool?
  public var renewalMonths: Decimal?
  public var noticeDays: Decimal?
  public init(
    start: CalendarDate? = nil, end: CalendarDate? = nil, months: Decimal? = nil, autoRenews: Bool? = nil,
    renewalMonths: Decimal? = nil, noticeDays: Decimal? = nil
  ) {
    self.start = start
    self.end = end
    self.months = months
    self.autoRenews = autoRenews
    self.renewalMonths = renewalMonths
    self.noticeDays = noticeDays
  }
}

/// Net recurring subscription fees, in the document's currency.
public struct Fees: Hashable, Sendable {
  public var annual: Decimal?
  public var total: Decimal?
  public init(annual: Decimal? = nil, total: Decimal? = nil) {
    self.annual = annual
    self.total = total
  }
}

public struct Signer: Hashable, Sendable {
  public enum Party: String, Codable, Sendable, CaseIterable { case customer, vendor, other }
  public var party: Party
  public var name: String?
  public var title: String?
  public var date: CalendarDate?
  public init(party: Party, name: String?, title: String?, date: CalendarDate?) {
    self.party = party
    self.name = name
    self.title = title
    self.date = date
  }
}

public struct Signature: Hashable, Sendable {
  public enum Status: String, Codable, Sendable, CaseIterable { case executed, partial, unsigned, unknown }
  public var status: Status
  /// The id of an electronic signing envelope.
  public var envelope: String?
  public var signers: [Signer]
  public init(status: Status = .unknown, envelope: String? = nil, signers: [Signer] = []) {
    self.status = status
    self.envelope = envelope
    self.signers = signers
  }
}

public struct LineItem: Hashable, Sendable {
  public var product: String
  public var quantity: Decimal?
  public var unitPrice: Decimal?
  public var total: Decimal?
  public var start: CalendarDate?, end: CalendarDate?
  public var page: Int
  public init(
    product: String, quantity: Decimal? = nil, unitPrice: Decimal? = nil, total: Decimal? = nil,
    start: CalendarDate? = nil, end: CalendarDate? = nil, page: Int
  ) {
    self.product = product
    self.quantity = quantity
    self.unitPrice = unitPrice
    self.total = total
    self.start = start
    self.end = end
    self.page = page
  }
}

/// A clause that looks like a grant and gave none, with the reason.
public struct Lead: Hashable, Sendable {
  public enum Reason: String, Codable, Sendable, CaseIterable {
    case negated, optional_purchase, remedy, definition, customer_obligation, reference, superseded, not_effective
    case conditional, no_template
  }
  public var page: Int
  /// Unicode scalars of what `inwriting text` prints.
  public var start: Int, end: Int
  public var quote: String
  public var reason: Reason
  public init(page: Int, start: Int, end: Int, quote: String, reason: Reason) {
    self.page = page
    self.start = start
    self.end = end
    self.quote = quote
    self.reason = reason
  }
}

/// One file that was read, and what it says of itself.
public struct DocumentFacts: Hashable, Sendable {
  /// `sha256:` and the hex digest of the file's bytes.
  public var id: String
  public var path: String
  public var format: DocumentFormat
  public var pages: Int
  public var status: ReadingStatus
  public var problems: [Problem]
  public var type: DocumentType?
  public var vendor: String?
  public var customer: String?
  public var parties: [String]
  public var governingLaw: String?
  public var orderNumber: String?
  public var amends: [String]
  public var agreementDate: CalendarDate?
  public var effectiveDate: CalendarDate?
  public var term: Term
  public var currency: String?
  public var fees: Fees
  public var integrationClause: Bool?
  public var signature: Signature
  public var lineItems: [LineItem]
  public var leads: [Lead]

  public init(
    id: String, path: String, format: DocumentFormat, pages: Int = 0, status: ReadingStatus = .ok,
    problems: [Problem] = []
  ) {
    self.id = id
    self.path = path
    self.format = format
    self.pages = pages
    self.status = status
    self.problems = problems
    parties = []
    amends = []
    term = Term()
    fees = Fees()
    signature = Signature()
    lineItems = []
    leads = []
  }
}

/// What was read of one run: documents and entitlements in document order.
public struct Inventory: Hashable, Sendable {
  public static let schema = "inwriting/inventory/1"
  public var documents: [DocumentFacts]
  public var entitlements: [Entitlement]
  public init(documents: [DocumentFacts] = [], entitlements: [Entitlement] = []) {
    self.documents = documents
    self.entitlements = entitlements
  }
}
