// SPDX-License-Identifier: GPL-3.0-or-later

/// What a label at the side of a value asks for.
enum LabelKind: Hashable {
  case orderNumber, amendmentNumber, customer, vendor, currency, termStart, termEnd, term, effectiveDate
  case agreementDate, governingLaw, billTo
}

/// The labels that order forms and cover pages use, each with what it asks for. Words without signs.
enum LabelNames {
  static let kinds: [String: LabelKind] = {
    var kinds: [String: LabelKind] = [:]
    for (kind, names) in table {
      for name in names { kinds[name] = kind }
    }
    return kinds
  }()

  /// Longest name in words.
  static let longest = 5

  private static let documents = [
    "order", "order form", "quote", "quotation", "contract", "agreement", "proposal", "sales order", "service order",
    "purchase order form", "ordering document", "subscription", "enrollment", "enrolment", "offer", "order schedule",
    "schedule", "document", "sow", "statement of work",
  ]

  private static let table: [(LabelKind, [String])] = [
    (
      .orderNumber,
      documents.flatMap { name in ["number", "no", "nr", "id", "reference", "ref"].map { "\(name) \($0)" } }
        + documents + ["number", "no", "reference", "our reference"]
    ),
    (
      .amendmentNumber,
      [
        "amendment number", "amendment no", "amendment id", "amendment reference", "change order number",
        "addendum number",
      ]
    ),
    (
      .customer,
      [
        "customer", "customer name", "customer legal name", "client", "client name", "subscriber", "licensee", "buyer",
        "purchaser", "enrolled affiliate", "company name", "customer entity", "sold to", "prepared for", "member",
        "customer full legal name", "end user", "end customer", "contracting customer",
      ]
    ),
    (.billTo, ["bill to", "billing company name", "ship to", "invoice to", "billed to", "deliver to"]),
    (
      .vendor,
      [
        "vendor", "supplier", "provider", "licensor", "seller", "vendor name", "supplier name", "service provider",
        "contracting entity", "contracting affiliate", "reseller", "contractor", "offered by", "prepared by company",
        "seller entity",
      ]
    ),
    (
      .currency,
      [
        "currency", "quote currency", "billing currency", "order currency", "price currency", "money",
        "invoice currency",
      ]
    ),
    (
      .termStart,
      [
        "contract", "order", "subscription", "service", "services", "term", "licence", "license", "support",
        "initial term",
      ]
      .flatMap { ["\($0) start", "\($0) start date", "\($0) commencement date", "\($0) begin date", "\($0) begins"] }
        + ["start date", "commencement date", "start", "start of term", "start of subscription", "go live date"]
    ),
    (
      .termEnd,
      [
        "contract", "order", "subscription", "service", "services", "term", "licence", "license", "support",
        "enrollment", "enrolment", "initial term",
      ].flatMap {
        [
          "\($0) end", "\($0) end date", "\($0) expiration", "\($0) expiration date", "\($0) expiry",
          "\($0) expiry date",
        ]
      }
        + ["end date", "expiration date", "expiry date", "end of term", "end of subscription", "termination date"]
    ),
    (
      .term,
      [
        "contract", "order", "subscription", "initial", "service", "licence", "license", "agreement", "add on",
        "commitment", "initial subscription",
      ].flatMap { ["\($0) term", "\($0) period"] } + ["term", "duration", "term months", "period", "contract duration"]
    ),
    (
      .effectiveDate,
      [
        "effective date", "order effective date", "order form effective date", "agreement effective date",
        "enrollment effective date", "amendment effective date", "contract effective date", "effective as of",
        "effective", "subscription effective date",
      ]
    ),
    (
      .agreementDate,
      [
        "date of agreement", "agreement date", "contract date", "order date", "quote date", "date of issue",
        "issue date", "date of contract", "dated", "date", "date of order", "amendment date", "quotation date",
        "date of quote",
      ] + documents.map { "date of this \($0)" }
    ),
    (.governingLaw, ["governing law", "applicable law", "law", "state of governing law"]),
  ]
}

/// A label with the value that stands beside or below it.
struct Label {
  var kind: LabelKind
  /// The label's own words.
  var name: Range<Int>
  var value: Range<Int>
}
