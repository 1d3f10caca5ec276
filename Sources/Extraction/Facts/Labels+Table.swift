// SPDX-License-Identifier: GPL-3.0-or-later

/// The names of labels, word by word; how others are made stands beside them.
extension LabelNames {
  private static let documents = [
    "order", "order form", "quote", "quotation", "contract", "agreement", "proposal", "sales order", "service order",
    "purchase order form", "ordering document", "subscription", "enrollment", "enrolment", "offer", "order schedule",
    "schedule", "document", "sow", "statement of work", "call off", "call off contract", "call off order", "work order",
    "delivery order", "task order",
  ]

  static let table: [(LabelKind, [String])] = [
    (
      .orderNumber,
      documents.flatMap { name in
        ["number", "no", "nr", "id", "reference", "ref", "n°", "nº", "n", "code"].map { "\(name) \($0)" }
      }
        + documents + ["number", "no", "reference", "our reference", "our ref", "ref", "so number", "so no"]
    ),
    (
      .amendmentNumber,
      [
        "amendment number", "amendment no", "amendment id", "amendment reference", "change order number",
        "addendum number", "number of this amendment", "number of amendment", "order number of this amendment",
        "number of this addendum",
      ]
    ),
    (
      .customer,
      [
        "customer", "customer name", "customer legal name", "client", "client name", "subscriber", "licensee", "buyer",
        "purchaser", "enrolled affiliate", "enrolled entity", "institution", "ordering party", "purchasing entity",
        "customer legal entity", "client legal name", "subscriber name", "buyer name", "licensed to", "ordered by",
        "company name", "customer entity", "sold to", "prepared for", "member",
        "customer full legal name", "end user", "end customer", "contracting customer", "ordering entity",
        "ordering agency", "agency", "authority", "contracting authority", "service recipient", "recipient",
        "user organisation", "account", "account name", "customer account", "customer agency", "orderer", "ordered for",
        "university", "college", "council", "hospital", "school district", "purchasing organisation", "licensee name",
        "user organization", "you", "quoted to", "granted to", "supplied to", "provided to", "licenced to",
        "kunde", "auftraggeber", "kund", "acheteur", "cliente", "klant", "köpare", "afnemer",
      ]
    ),
    (
      .billTo,
      [
        "bill to", "to", "for", "billing company name", "ship to", "invoice to", "billed to", "deliver to",
        "ship bill to", "bill ship to", "sold bill to", "bill to ship to", "ship to bill to", "bill and ship to",
      ]
    ),
    (
      .vendor,
      [
        "vendor", "supplier", "provider", "licensor", "seller", "vendor name", "supplier name", "service provider",
        "contracting entity", "contracting affiliate", "reseller", "contractor", "offered by", "prepared by company",
        "seller entity", "supplied by", "provided by", "provider name", "licensor name", "supplying entity",
        "distributor", "publisher", "we", "quoted by", "software house", "licensed by", "sold by", "issued by company",
        "lieferant", "auftragnehmer", "leverantör", "fournisseur", "proveedor", "leverancier", "anbieter",
      ]
    ),
    (
      .currency,
      [
        "currency", "quote currency", "billing currency", "order currency", "price currency", "money",
        "invoice currency", "denomination", "amounts", "all amounts", "prices", "all prices", "price in", "funds",
      ]
    ),
    (
      .termStart,
      [
        "contract", "order", "subscription", "service", "services", "term", "licence", "license", "support",
        "initial term",
      ]
      .flatMap { ["\($0) start", "\($0) start date", "\($0) commencement date", "\($0) begin date", "\($0) begins"] }
        + ["begins", "begins on", "starts", "starts on", "commences", "commences on", "begin date", "runs from"]
        + ["start date", "commencement date", "start", "start of term", "start of subscription", "go live date"]
        + [
          "commencement", "date of commencement", "commencement of term", "opens", "opens on", "opening", "opening day",
          "opening date",
          "go ahead", "starting date", "starting on", "start day",
          "services from", "service from", "live from", "first day", "active from", "activation", "activation date",
          "service begins on", "services begin", "services start", "services commence", "services begin on",
          "services start on", "go live of service", "go live of the service", "service goes live", "goes live",
          "go live",
          "in use from", "delivery from", "in effect from", "start of performance", "start of service",
          "start of services", "performance start", "hire from", "subscribed from", "licensed from",
          "subscription from", "contract from", "order from", "term from", "start of contract", "ingangsdatum",
          "add on start", "add on start date",
          "vertragsbeginn", "beginn", "startdatum",
          "start from", "effective start", "effective start date", "starting", "begin", "beginning", "beginning on",
          "start of order", "from and including",
        ]
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
        + ["expires", "expires on", "expiry", "ends", "ends on", "end", "runs until", "runs to"]
        + ["end date", "expiration date", "expiry date", "end of term", "end of subscription", "termination date"]
        + [
          "end day", "running until",
          "finish date", "finish", "closing day", "closing date", "closes", "closes on", "services to",
          "services until", "service to", "last day", "services end", "services expire", "services cease",
          "services end on", "delivery to", "active until", "end of performance", "end of service", "end of services",
          "performance end", "subscribed until", "licensed until", "runs through", "einddatum",
          "final day", "effective end", "effective end date", "ending", "ending on", "up to and including",
        ]
        + [
          "subscription to", "contract to", "order to", "term to", "add on end", "add on end date", "contracted to",
          "contracted until", "committed until", "vertragsende", "ende", "slutdatum",
        ]
    ),
    (
      .term,
      [
        "contract", "order", "subscription", "initial", "service", "licence", "license", "agreement", "add on",
        "commitment", "initial subscription",
      ].flatMap { ["\($0) term", "\($0) period"] } + [
        "term", "duration", "term months", "period", "contract duration", "term in months", "runs", "runs for",
        "subscription length", "term length", "period of supply", "supply period", "period of service",
        "length of term", "order duration", "subscription duration", "laufzeit",
        "tenure", "contract length", "term of contract", "term of order", "committed term", "commitment",
        "minimum term",
        "term of use", "period of use", "in force", "valid", "term of licence", "term of license", "contract runs",
        "order runs", "licence term", "addendum term", "services period", "length", "how long", "service dates",
        "base period", "base period of performance", "period of performance", "durée", "looptijd", "avtalstid",
        "start end", "start and end", "months", "number of months", "minimum duration", "shortest duration",
        "minimum period", "hire period", "lasts", "lasts for", "runs from to", "delivery period", "services dates",
        "subscription dates", "contract dates", "from to", "start date end date", "dates of service",
        "initial duration", "validity", "period of validity", "first term", "fixed term", "fixed period",
        "term and dates",
      ]
    ),
    (
      .effectiveDate,
      [
        "effective date", "order effective date", "order form effective date", "agreement effective date",
        "enrollment effective date", "amendment effective date", "contract effective date", "effective as of",
        "effective", "subscription effective date", "order effective", "takes effect", "becomes effective",
        "effect", "in force from", "binding from", "entry into force", "legal effect", "effect from", "operative from",
      ] + documents.map { "\($0) effective date" }
    ),
    (
      .agreementDate,
      [
        "date of agreement", "agreement date", "contract date", "order date", "quote date", "date of issue",
        "issue date", "date of contract", "dated", "date", "date of order", "amendment date", "quotation date",
        "date of quote", "agreed", "agreed on", "date of certificate", "schedule date", "call off date",
        "contract award date", "award date", "date of award", "agreement dated", "contract dated", "order dated",
        "issued", "issued on", "made on", "date made", "order placed", "order placed on", "ordered on", "ordered",
        "date issued", "date of issuance",
      ] + documents.map { "date of this \($0)" } + documents.map { "date of \($0)" }
    ),
    (
      .signedDate,
      [
        "signed", "signed on", "date signed", "signed date", "signature date", "signing date", "date of signature",
        "date of signing", "signing", "signature day", "date of signatures", "executed", "executed on",
        "execution date", "date of execution", "confirmed", "confirmed on", "accepted", "accepted on",
        "accepted and signed", "signed and accepted", "accepted and agreed", "agreed and signed", "order accepted",
        "order accepted on", "date of acceptance", "countersigned", "countersigned on", "paper signed",
        "papers signed", "signed by both", "signed by both parties", "signed by the parties", "signed by all parties",
        "both signed", "date signed by both parties", "concluded", "concluded on",
      ] + documents.flatMap { ["\($0) signed", "\($0) signed on"] }
    ),
    (.company, ["company", "the company"]),
    (.validFrom, ["valid from", "valid as of", "in force from and including"]),
    (.validUntil, ["valid until", "valid to", "valid through", "valid till", "until", "through"]),
    (.issuer, ["from", "issued by", "sender", "ordered from by"]),
    (.governingLaw, ["governing law", "applicable law", "law", "state of governing law"]),
  ]
}
