// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns

/// Reads what a document says of itself: its facts, and what its grants are resolved with.
enum FactReader {
  /// Fills `facts` in all fields but the leads. Looks only at the opening, at tables, at signature blocks, and where
  /// the packs' fact phrases stand.
  static func read(_ context: DocumentContext, into facts: inout DocumentFacts) -> DocumentKnowledge {
    var knowledge = DocumentKnowledge()
    let places = FactPlaces(context)
    let title = DocumentTitle(context)
    let labels = LabelReader(context).labels()
    facts.type = context.stream.count > 0 ? title.type : nil
    knowledge.tables = TableRoleReader(context: context, places: places).read()
    facts.lineItems = LineItemReader(context: context).read(&knowledge.tables)
    if facts.type == .other, isOrder(context, labels, facts.lineItems) { facts.type = .order_form }
    let numbers = OrderNumbers(context: context, title: title)
    let amends = numbers.amends(type: facts.type)
    facts.orderNumber = numbers.own(labels, type: facts.type, amends: amends)
    facts.amends = amends.filter { $0 != facts.orderNumber }
    facts.currency = CurrencyReader(context: context, places: places).read(labels)

    let preamble = PreambleReader(context, places).read()
    let lines = SignatureBlockReader(context, places).lines()
    readParties(context, places, labels, preamble, title, lines, into: &facts, &knowledge)
    facts.governingLaw = GoverningLawReader(context: context, places: places).read(labels)
    facts.integrationClause = places.matches("integration_clause").isEmpty ? false : true

    knowledge.namedPeriods = PeriodNames(context: context).read()
    knowledge.namedPeriods.merge(PeriodNames.ofTables(knowledge.tables, context)) { own, _ in own }
    knowledge.namedPeriods.merge(PeriodNames.sequences(knowledge.tables, context)) { own, _ in own }
    knowledge.namedPeriods.merge(PeriodNames.beside(knowledge.tables, context)) { own, _ in own }
    let named = PeriodNames.term(in: knowledge.namedPeriods)
    knowledge.uncountedMonths = readDates(context, places, labels, preamble, lines, named, into: &facts)
    TermDoubts(context: context).settle(&facts, labels)
    let renewal = RenewalReader(context: context, places: places).read(initialMonths: facts.term.months)
    facts.term.autoRenews = renewal.autoRenews
    facts.term.renewalMonths = renewal.months
    facts.term.noticeDays = renewal.noticeDays
    // A short agreement with a term and priced lines is an order by another name.
    let isPricedAgreement =
      context.stream.count < 5000 && facts.term.months != nil && !facts.lineItems.isEmpty
      || context.stream.count < 1500 && facts.term.months != nil && facts.customer != nil && facts.vendor != nil
    // A mail that numbers an order and says its time is that order.
    if facts.type == .other, facts.orderNumber != nil, facts.term.start != nil, context.stream.count < shortest {
      facts.type = .order_form
    }
    if isPricedAgreement { knowledge.uncountedMonths = nil }
    if facts.type != .agreement && facts.type != .other || facts.type == .agreement && isPricedAgreement {
      facts.fees = FeeReader(context: context, term: facts.term, isAmendment: facts.type == .amendment)
        .fees(&knowledge.tables, facts.lineItems)
    }
    knowledge.yearlyFees =
      knowledge.tables.lazy.filter { $0.role == .lineItems }.compactMap {
        YearlyFees(context: context, cells: TableCells(context, table: $0.table)).amounts($0)
      }.first ?? []
    fill(&knowledge, facts)
    if labels.contains(where: { $0.kind == .termStart && context.words($0.name) == ["first", "day"] }) {
      knowledge.anchors["first_day"] = facts.term.start
    }
    DefinedTermReader(context: context, places: places).read(into: &knowledge)
    if context.stream.count < 20_000 {
      let days = NamedDays(context, effective: facts.effectiveDate).ownNames(besides: knowledge.anchors)
      knowledge.definedDates.merge(days) { own, _ in own }
      RelativeDays(context: context).read(labels, facts.term, into: &knowledge)
    }
    if context.isOfOrderLength {
      DatedEvents(context: context).read(into: &knowledge)
      knowledge.definedDates.merge(CoverVariables(context: context, knowledge: knowledge).days()) { own, _ in own }
      OwnYears(context: context).read(into: &knowledge)
      knowledge.ownUnits = OwnUnits(context: context).read()
      TermExtensions(context: context).read(into: &knowledge)
      RelativeDays(context: context).readDefinitions(facts.term, into: &knowledge)
      knowledge.namedPeriods.merge(CoverVariables(context: context, knowledge: knowledge).periods()) { own, _ in own }
      // "the period from the Variation Date": days by their names are known only now.
      if !knowledge.definedDates.isEmpty {
        let later = PeriodNames(context: context, knowledge: knowledge).read()
        knowledge.namedPeriods.merge(later) { _, new in new }
      }
    }
    // Last, for their lines are no rows of prices.
    if facts.type?.isOrder ?? false { LabelledItems(context: context).add(to: &knowledge.tables) }
    return knowledge
  }

  /// No title says so, but a form with parties, a time and priced lines is an order.
  private static func isOrder(_ context: DocumentContext, _ labels: [Label], _ items: [LineItem]) -> Bool {
    guard context.stream.count < shortest else { return false }
    let kinds = Set(labels.map(\.kind))
    let sides = kinds.intersection([.customer, .vendor, .orderNumber]).count
    let times = kinds.intersection([.term, .termStart, .termEnd]).count
    return sides + times >= 3 && times > 0 || !items.isEmpty && sides + times > 0
  }

  /// What is longer has a title, or is no order.
  private static let shortest = 5000

  private static func readParties(
    _ context: DocumentContext, _ places: FactPlaces, _ labels: [Label], _ preamble: PreambleReader.Preamble?,
    _ title: DocumentTitle, _ lines: [SignatureLine], into facts: inout DocumentFacts,
    _ knowledge: inout DocumentKnowledge
  ) {
    let parties = PartyReader(context, places).read(
      labels, preamble: preamble, title: title, type: facts.type, signatures: lines)
    facts.vendor = parties.vendor?.name
    facts.customer = parties.customer?.name
    facts.parties = parties.parties.map(\.name)
    knowledge.customerNames = parties.customer.map { PartyNames.called($0, role: "customer") } ?? ["customer"]
    knowledge.vendorNames = parties.vendor.map { PartyNames.called($0, role: "vendor") } ?? ["vendor", "supplier"]
    facts.signature = SignatureFacts(context: context, customer: knowledge.customerNames, vendor: knowledge.vendorNames)
      .signature(lines)
  }

  /// Dates and the term hang together: each may be given by way of another. Returns the months of an agreement's term
  /// whose last day is counted from them alone.
  private static func readDates(
    _ context: DocumentContext, _ places: FactPlaces, _ labels: [Label], _ preamble: PreambleReader.Preamble?,
    _ lines: [SignatureLine], _ named: Period?, into facts: inout DocumentFacts
  ) -> Int? {
    var uncounted: Int?
    let dates = AgreementDateReader(
      context: context, places: places, preamble: preamble,
      firstSignature: lines.first.map { $0.isSigned ? Self.lineStart($0.start, context) : $0.start } ?? .max,
      isOrder: facts.type == .order_form || facts.type == .quote, isAmendment: facts.type == .amendment)
    let stated = dates.stated(labels)
    let isSigned = facts.signature.status == .executed
    let lastSignature = isSigned ? facts.signature.signers.compactMap(\.date).max() : nil
    let effective = EffectiveDateReader(context: context, places: places).read(
      labels, preamble: preamble?.tokens, isOrder: facts.type == .order_form || facts.type == .quote)
    let isOrder = facts.type == .order_form || facts.type == .quote
    // "made as of the Effective Date", which is given elsewhere.
    let asOfEffective = !isOrder && !effective.isDoubtful && dates.isMadeAsOfEffectiveDate ? effective.date : nil
    facts.agreementDate = stated?.date ?? asOfEffective ?? lastSignature
    let isOpen = facts.signature.status == .unsigned || facts.signature.status == .partial
    let signedDay = isOpen ? nil : StatedSigning(context: context).last(labels)
    facts.agreementDate = facts.agreementDate ?? signedDay
    if !isOrder, effective.isDoubtful, let stated {
      facts.effectiveDate = stated.date
    } else {
      facts.effectiveDate = effective.date
    }
    if facts.effectiveDate == nil, effective.tie == .lastSignature { facts.effectiveDate = lastSignature }
    if facts.effectiveDate == nil, case .signature(let name) = effective.tie {
      facts.effectiveDate = signature(of: name, facts)
    }
    if facts.effectiveDate == nil, effective.tie == .ownDate { facts.effectiveDate = facts.agreementDate }
    // An agreement that prices lines is an order by another name: its own date is not that of its effect.
    let isPriced = facts.type == .agreement && context.stream.count < 5000 && !facts.lineItems.isEmpty
    if facts.effectiveDate == nil, !isOrder, !isPriced { facts.effectiveDate = stated?.date }
    let times = Set(labels.map(\.kind)).intersection([.term, .termStart, .termEnd]).count
    let isLabelled =
      isPriced
      || facts.type == .agreement
        && (Self.isOrder(context, labels, facts.lineItems) || times > 1 && context.stream.count < 1500)
    // A mail or a note that numbers itself as an order.
    let isNumbered = facts.type == .other && facts.orderNumber != nil && context.stream.count < shortest
    if isOrder || isLabelled || isNumbered || facts.type == .amendment {
      var reader = TermReader(
        context: context, places: places, effective: effective.date ?? facts.effectiveDate,
        isAmendment: facts.type == .amendment, named: named, signed: lastSignature ?? signedDay)
      reader.own = OwnDays(
        signature: lastSignature ?? signedDay, effective: facts.effectiveDate, document: facts.agreementDate)
      facts.term = reader.order(
        labels, lineItems: facts.lineItems, effective: effective.date, documentDate: facts.agreementDate)
    }
    if facts.term.start == nil, facts.term.end == nil, facts.term.months == nil, !isOrder,
      let defined = TermDefinition(
        context: context,
        statements: TermStatements(context, effective: facts.effectiveDate, signed: lastSignature ?? signedDay)
      ).read(), let whole = defined.span.completed
    {
      (facts.term.start, facts.term.end, facts.term.months) = (whole.start, whole.end, defined.span.months)
      TermReader.complete(&facts.term)
      if defined.isCounted, facts.type != .amendment { uncounted = facts.term.months?.wholeNumber }
    }
    if facts.term.start == nil, facts.term.end == nil, facts.term.months == nil, !isOrder {
      let agreement = AgreementTermReader(context: context, places: places).term(
        agreementDate: facts.agreementDate, effective: facts.effectiveDate)
      facts.term = agreement.term
      if agreement.isCounted, facts.type != .amendment { uncounted = facts.term.months?.wholeNumber }
      if let named, facts.term.start == nil, facts.term.end == nil, facts.type != .amendment,
        context.stream.count < shortest
      {
        (facts.term.start, facts.term.end) = (named.start, named.end)
        facts.term.months = nil
        TermReader.complete(&facts.term)
      }
      if facts.term.start == nil, facts.term.end == nil, facts.type != .amendment, context.stream.count < shortest,
        let found = TermStatements(context, effective: facts.effectiveDate).best(
          documentDate: facts.agreementDate, atLeast: 3), let whole = found.span.completed
      {
        facts.term.start = whole.start
        facts.term.end = whole.end
        facts.term.months = found.span.months ?? facts.term.months
        TermReader.complete(&facts.term)
      }
    }
    if facts.effectiveDate == nil, effective.tie == .termStart { facts.effectiveDate = facts.term.start }
    return uncounted
  }

  /// `Electronically signed by Ada Quill on 3 May 2031`: the place to sign begins with its line.
  private static func lineStart(_ token: Int, _ context: DocumentContext) -> Int {
    var at = min(token, context.stream.count - 1)
    while at > 0, token - at < 12,
      context.stream.tokens[at].flags.isDisjoint(with: [.lineStart, .blockStart, .cellStart])
    {
      at -= 1
    }
    return token - at < 12 ? at : token
  }

  /// The day on which the party of that name or role signed.
  private static func signature(of name: String, _ facts: DocumentFacts) -> CalendarDate? {
    func isNamed(_ party: String?) -> Bool {
      guard let party else { return false }
      return party.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0 == name }
    }
    let isVendor = ["supplier", "vendor", "provider", "licensor"].contains(name) || isNamed(facts.vendor)
    let isCustomer = ["customer", "client", "subscriber", "licensee"].contains(name) || isNamed(facts.customer)
    guard isVendor != isCustomer else { return nil }
    return facts.signature.signers.first { $0.party == (isVendor ? .vendor : .customer) }?.date
  }

  /// Dates by the packs' anchors.
  private static func fill(_ knowledge: inout DocumentKnowledge, _ facts: DocumentFacts) {
    knowledge.anchors["effective_date"] = facts.effectiveDate
    knowledge.anchors["term_start"] = facts.term.start
    knowledge.anchors["term_end"] = facts.term.end
    if facts.signature.status == .executed {
      knowledge.anchors["signature_date"] = facts.signature.signers.compactMap(\.date).max()
      let signers = facts.signature.signers
      knowledge.anchors["vendor_signature"] = signers.filter { $0.party == .vendor }.compactMap(\.date).max()
      knowledge.anchors["customer_signature"] = signers.filter { $0.party == .customer }.compactMap(\.date).max()
    }
    knowledge.anchors["order_date"] = facts.agreementDate
  }
}
