// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import Testing
import Verification

/// What remains of a tracker's rows at renewal.
@Suite struct ClaimTests {
  private func grant(_ id: String, _ kind: Kind, quantity: Decimal?, value: Decimal?, end: String) -> Entitlement {
    var grant = Entitlement(id: id, document: "d", kind: kind, name: kind.rawValue)
    grant.quantity = quantity.map { Quantity(amount: $0, unit: "credit") }
    grant.value = value.map { EntitlementValue(amount: $0, currency: "EUR") }
    grant.validity = Validity(start: CalendarDate(iso: "2025-01-01"), end: CalendarDate(iso: end), basis: .dates)
    return grant
  }

  private var changes: [GrantChange] {
    let credits = grant("a-1", "training_credit", quantity: 80, value: 16000, end: "2026-12-31")
    let fund = grant("a-2", "success_fund", quantity: nil, value: 5000, end: "2026-12-31")
    var kept = grant("a-3", "development_credit", quantity: 10, value: nil, end: "2026-12-31")
    var next = kept
    next.id = "b-1"
    next.validity = Validity(
      start: CalendarDate(iso: "2027-01-01"), end: CalendarDate(iso: "2027-12-31"), basis: .dates)
    kept.conditions.unused = .forfeited
    return [
      GrantChange(.dropped, before: credits, after: nil), GrantChange(.dropped, before: fund, after: nil),
      GrantChange(.kept, before: kept, after: next),
    ]
  }

  @Test func remaindersBecomeClaims() {
    let rows = [
      UsageRow(key: "A-1", used: 50, remaining: nil, line: 2),
      UsageRow(key: "success fund", used: nil, remaining: 1250, line: 3),
      UsageRow(key: "development_credit", used: 4, remaining: 6, line: 4),
      UsageRow(key: "a-2", used: 5000, remaining: 0, line: 5),
      UsageRow(key: "sandbox", used: 1, remaining: 1, line: 6),
      UsageRow(key: "a-3", used: nil, remaining: nil, line: 7),
    ]
    let list = Claims.list(rows, changes)
    #expect(list.claims.map(\.remaining) == [30, 1250, 6])
    #expect(list.claims.map(\.amount) == [6000, 1250, nil])
    #expect(list.claims.map(\.reason) == [.dropped, .dropped, .expired])
    #expect(list.totals == [ClaimList.Total(currency: "EUR", amount: 7250)])
    #expect(
      list.problems.map(\.code.rawValue) == ["repeated_entitlement", "unknown_entitlement", "repeated_entitlement"])
  }

  /// A row that stands twice is claimed once, a number of the tracker's own is passed over for the kind beside it.
  @Test func oddTrackers() throws {
    let reader = UsageFile(extractor: try Support.reader().extractor)
    let text = """
      Ref id;Kind;Qty used;Balance (EUR)\nT-17;training_credit;50;30\na-1;;50;30\na-2;;4'500.00;1'000.00\n\
      a-2;;4'250.00;750.00\n
      """
    let rows = try reader.read(Array(text.utf8))
    #expect(rows.map(\.remaining) == [30, 30, 1000, 750])
    let list = Claims.list(rows, changes)
    #expect(list.claims.map(\.remaining) == [30, 750])
    #expect(list.problems.map(\.code.rawValue) == ["repeated_entitlement", "amounts_do_not_add_up"])
  }

  /// Amounts that cannot be, and what the tracker does not speak of.
  @Test func nothingIsHidden() {
    let rows = [
      UsageRow(key: "a-1", used: nil, remaining: -5, line: 2),
      UsageRow(key: "success_fund", used: nil, remaining: 900_000, line: 3),
      UsageRow(key: "development_credit", used: nil, remaining: nil, line: 4, unreadable: ["some"]),
    ]
    let list = Claims.list(rows, changes)
    #expect(list.claims.isEmpty)
    #expect(list.problems.map(\.code.rawValue) == ["negative_amount", "remainder_too_large", "unreadable_amount"])
    #expect(list.untracked.map(\.entitlement) == ["a-1", "a-2", "a-3"])
  }

  /// Two funds of one kind: the currency tells which, else the row says which it can mean.
  @Test func severalOfOneKind() {
    var dollars = grant("a-4", "success_fund", quantity: nil, value: 7000, end: "2026-12-31")
    dollars.value?.currency = "USD"
    let both = changes + [GrantChange(.dropped, before: dollars, after: nil)]
    let row = UsageRow(key: "success_fund", used: nil, remaining: 400, line: 2)
    #expect(Claims.list([row], both).problems.map(\.code.rawValue) == ["ambiguous_entitlement"])
    var told = row
    told.currency = "USD"
    #expect(Claims.list([told], both).totals == [ClaimList.Total(currency: "USD", amount: 400)])
    let all = UsageRow(key: "success_fund", used: 0, remaining: nil, line: 2)
    #expect(Claims.list([all], both).problems.map(\.code.rawValue) == ["ambiguous_entitlement"])
    dollars.value?.currency = "EUR"
    let same = changes + [GrantChange(.dropped, before: dollars, after: nil)]
    #expect(Claims.list([all], same).totals == [ClaimList.Total(currency: "EUR", amount: 12000)])
  }

  /// Twenty hours in each of two years are forty.
  @Test func recurring() throws {
    var hours = grant("a-5", "services_hours", quantity: 20, value: 3000, end: "2026-12-31")
    let days = ["2025-01-01", "2025-12-31", "2026-01-01", "2026-12-31"].compactMap { CalendarDate(iso: $0) }
    try #require(days.count == 4)
    hours.recurrence = Recurrence(
      every: .contract_year, periods: [Period(start: days[0], end: days[1]), Period(start: days[2], end: days[3])])
    let row = UsageRow(key: "a-5", used: 25, remaining: nil, line: 2)
    let list = Claims.list([row], [GrantChange(.dropped, before: hours, after: nil)])
    #expect(list.claims.map(\.remaining) == [15])
    #expect(list.claims.map(\.amount) == [2250])
  }

  @Test func trackers() throws {
    let file = UsageFile(extractor: try Support.reader().extractor)
    let rows = try file.read(Array("\u{FEFF}Kind;Used;Remaining\ntraining credits;1'250;EUR 750.50\n".utf8))
    #expect(
      rows == [
        UsageRow(
          key: "training credits", used: 1250, remaining: Decimal(string: "750.5"), line: 2, currency: "EUR")
      ])
    let odd = try file.read(Array("kind,remaining\nsuccess fund,-5\nsandbox,(3)\nstorage,many\n".utf8))
    #expect(odd.map(\.remaining) == [-5, -3, nil])
    #expect(odd.map(\.unreadable) == [[], [], ["many"]])
    #expect(throws: UsageFileError.noKeyColumn(["a", "used"])) { try file.read(Array("a,used\n1,2\n".utf8)) }
    #expect(throws: UsageFileError.noAmountColumn(["kind"])) { try file.read(Array("kind\n1\n".utf8)) }
    #expect(throws: UsageFileError.empty) { try file.read([]) }
  }

  /// The tracker's currency is no other name for the contract's.
  @Test(arguments: [
    (UsageRow(key: "a-2", used: nil, remaining: 1000, line: 2, currency: "USD"), "other_currency"),
    (UsageRow(key: "a-2", used: -3, remaining: nil, line: 2), "negative_amount"),
  ])
  func refusesAmountsThatCannotBe(_ row: UsageRow, _ code: String) {
    let list = Claims.list([row], changes)
    #expect(list.claims.isEmpty)
    #expect(list.problems.map(\.code.rawValue) == [code])
  }
}
