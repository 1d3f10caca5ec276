// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

/// What sort of document it is.
public enum DocumentType: String, Codable, Sendable, CaseIterable {
  case order_form, amendment, quote, agreement, other

  /// Orders, their amendments and offers.
  public var isOrder: Bool { [.order_form, .amendment, .quote].contains(self) }
}

/// The format that a file's bytes were found to be in; `unknown` is not read.
public enum DocumentFormat: String, Codable, Sendable, CaseIterable { case pdf, html, text, unknown }

/// `ok`; `partial`: some pages or fields could not be read; `failed`: nothing was read.
public enum ReadingStatus: String, Codable, Sendable, CaseIterable { case ok, partial, failed }

/// How long an order or agreement runs, and what happens then. Nil is what the document does not say.
public struct Term: Hashable, Sendable {
  /// First and last day, both inclusive.
  public var start: CalendarDate?, end: CalendarDate?
  /// Whole months; may be fractional where the document counts in weeks or days of no whole month.
  public var months: Decimal?
  /// Whether it goes on unless somebody gives notice.
  public var autoRenews: Bool?
  /// The length of one renewal, in months.
  public var renewalMonths: Decimal?
  /// How many days before the end notice must be given.
  public var noticeDays: Decimal?
  /// A term; all that is left out is not known.
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
  /// Per year; nil where a ramp or the text leaves it open.
  public var annual: Decimal?
  /// Over the term.
  public var total: Decimal?
  /// Fees; what is left out is not known.
  public init(annual: Decimal? = nil, total: Decimal? = nil) {
    self.annual = annual
    self.total = total
  }
}

/// One who has signed, or is to sign.
public struct Signer: Hashable, Sendable {
  /// On whose side.
  public enum Party: String, Codable, Sendable, CaseIterable { case customer, vendor, other }
  /// The side that the block stands for.
  public var party: Party
  /// As printed or typed; nil where the line is blank.
  public var name: String?
  /// The signer's office, as printed.
  public var title: String?
  /// The day of signing; nil where none is given.
  public var date: CalendarDate?
  /// A signer; nil is a blank line of the block.
  public init(party: Party, name: String?, title: String?, date: CalendarDate?) {
    self.party = party
    self.name = name
    self.title = title
    self.date = date
  }
}

/// Who has signed, from signature blocks, `/s/`, electronic signing marks and the signature fields of PDF.
public struct Signature: Hashable, Sendable {
  /// `executed`: every party has signed; `partial`: some have; `unsigned`: nobody; `unknown`: there is no place to
  /// sign.
  public enum Status: String, Codable, Sendable, CaseIterable { case executed, partial, unsigned, unknown }
  /// Whether every party has signed.
  public var status: Status
  /// The id of an electronic signing envelope.
  public var envelope: String?
  /// In document order; also those who are still to sign.
  public var signers: [Signer]
  /// A signature state; `unknown` where there is no block.
  public init(status: Status = .unknown, envelope: String? = nil, signers: [Signer] = []) {
    self.status = status
    self.envelope = envelope
    self.signers = signers
  }
}

/// One line of an order's table of products. Prices are net, in the document's currency.
public struct LineItem: Hashable, Sendable {
  /// The name that the row gives it.
  public var product: String
  /// How many; nil where no cell says so.
  public var quantity: Decimal?
  /// For one, in the period that the column names.
  public var unitPrice: Decimal?
  /// For the row's whole period; 0 where it is free or included.
  public var total: Decimal?
  /// First and last day, both inclusive.
  public var start: CalendarDate?, end: CalendarDate?
  /// One-based.
  public var page: Int
  /// A line; nil is a cell that is missing or empty.
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
  /// Why it is no entitlement; `no_template` where no rule reads it.
  public enum Reason: String, Codable, Sendable, CaseIterable {
    case negated, optional_purchase, remedy, definition, customer_obligation, reference, superseded, not_effective
    case conditional, no_template
  }
  /// One-based.
  public var page: Int
  /// Unicode scalars of what `inwriting text` prints.
  public var start: Int, end: Int
  /// The words, as a person reads them.
  public var quote: String
  /// Why it is no entitlement.
  public var reason: Reason
  /// A lead; `page` is one-based.
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
  /// As it was named, or found in a folder; `-` is standard input.
  public var path: String
  /// What its bytes were found to be, whatever its name says.
  public var format: DocumentFormat
  /// How many; 0 where none could be read.
  public var pages: Int
  /// How much of it could be read; `problems` say why not all.
  public var status: ReadingStatus
  /// What could not be read, resolved or decided.
  public var problems: [Problem]
  /// Nil, as all that follows, where it is not known.
  public var type: DocumentType?
  /// Who supplies: the reseller where the order is with a reseller.
  public var vendor: String?
  /// Who buys.
  public var customer: String?
  /// Every contracting party by its full name as first written.
  public var parties: [String]
  /// The state, province or country whose law governs, by its name.
  public var governingLaw: String?
  /// The document's own number; an amendment's own, not that of what it amends.
  public var orderNumber: String?
  /// The numbers of the orders that it amends.
  public var amends: [String]
  /// The date that it gives itself, else that of the last signature.
  public var agreementDate: CalendarDate?
  /// The date from which it says that it is effective.
  public var effectiveDate: CalendarDate?
  /// How long it runs.
  public var term: Term
  /// ISO 4217.
  public var currency: String?
  /// What it costs, in `currency`.
  public var fees: Fees
  /// Whether it says that it is the entire agreement.
  public var integrationClause: Bool?
  /// Who has signed.
  public var signature: Signature
  /// The rows of its tables of products, in document order.
  public var lineItems: [LineItem]
  /// In document order.
  public var leads: [Lead]

  /// What is known before the words are read; all the rest is empty.
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
  /// The name and version of its JSON.
  public static let schema = "inwriting/inventory/1"
  /// One a file, those too that could not be read.
  public var documents: [DocumentFacts]
  /// Of all documents, each naming its document by id.
  public var entitlements: [Entitlement]
  /// An inventory of these.
  public init(documents: [DocumentFacts] = [], entitlements: [Entitlement] = []) {
    self.documents = documents
    self.entitlements = entitlements
  }
}
