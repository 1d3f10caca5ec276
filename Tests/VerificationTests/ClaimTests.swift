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
    #expect(list.problems.map(\.code.rawValue) == ["unknown_entitlement", "unknown_remainder"])
  }

  @Test func trackers() throws {
    let file = UsageFile(extractor: try Support.reader().extractor)
    let rows = try file.read(Array("\u{FEFF}Kind;Used;Remaining\ntraining credits;1'250;EUR 750.50\n".utf8))
    #expect(rows == [UsageRow(key: "training credits", used: 1250, remaining: Decimal(string: "750.5"), line: 2)])
    #expect(throws: UsageFileError.noKeyColumn(["a", "used"])) { try file.read(Array("a,used\n1,2\n".utf8)) }
    #expect(throws: UsageFileError.noAmountColumn(["kind"])) { try file.read(Array("kind\n1\n".utf8)) }
    #expect(throws: UsageFileError.empty) { try file.read([]) }
  }
}
