// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import PromiseReading
import Testing

/// Promises of CSV and JSON files.
@Suite struct RowTests {
  @Test(arguments: [
    ("Text,ID,Kind\n40 training days,A7,\n", "comma"),
    ("\u{FEFF}id;TEXT;owner\r\nA7;40 training days;Meg\r\n", "semicolon, mark, line ends"),
    ("owner\ttext\tId\nMeg\t40 training days\tA7\n", "tab"),
    ("id,text\nA7,\"40\n training\n days\"\n", "cell of three lines"),
  ])
  func csv(_ text: String, _ about: String) throws {
    let list = try Support.promises(text, file: "p.csv")
    let promise = try #require(list.promises.first)
    #expect(list.promises.count == 1)
    #expect(promise.id == "A7")
    #expect(promise.text == "40 training days")
    #expect(promise.grants.first?.quantity == Quantity(amount: 40, unit: "day"))
  }

  @Test func unknownColumnsComeBack() throws {
    let list = try Support.promises("text,mood,risk\n\"ten \"\"spare\"\" exam vouchers\",good,\n", file: "p.csv")
    #expect(list.promises[0].text == "ten \"spare\" exam vouchers")
    #expect(list.promises[0].others == [.init(name: "mood", value: "good")])
  }

  @Test func columnsStandAboveWords() throws {
    let text =
      "text,kind,quantity,value,valid until\nHelp with the start,services hours,35 hours,,2029-03-31\nA pot for change,success_fund,,EUR 7k,\n"
    let list = try Support.promises(text, file: "p.csv")
    let first = try #require(list.promises[0].grants.first)
    #expect(first.kind == "services_hours")
    #expect(first.quantity == Quantity(amount: 35, unit: "hour"))
    #expect(first.timing.lastDay?.description == "2029-03-31")
    let second = try #require(list.promises[1].grants.first)
    #expect(second.value == EntitlementValue(amount: 7000, currency: "EUR"))
  }

  @Test func aRowWithoutTextIsReported() throws {
    let list = try Support.promises("id,text\nA,\nB,ten exam vouchers\n", file: "p.csv")
    #expect(list.promises.map(\.id) == ["B"])
    #expect(list.problems.map(\.code.rawValue) == ["no_text"])
  }

  @Test(arguments: [
    "[\"30 coaching sessions\"]",
    "{\"deal\": \"x\", \"promises\": [{\"text\": \"30 coaching sessions\"}]}",
    "{\"list\": [{\"Promise\": \"30 coaching sessions\", \"quantity\": 30}]}",
    "[{\"text\": \"coaching sessions\", \"kind\": \"accelerator\", \"quantity\": {\"amount\": 30, \"unit\": \"session\", \"per\": null}}]",
  ])
  func json(_ text: String) throws {
    let list = try Support.promises(text, file: "p.json")
    let grant = try #require(list.promises.first?.grants.first)
    #expect(grant.kind == "accelerator")
    #expect(grant.quantity == Quantity(amount: 30, unit: "session"))
  }

  @Test(arguments: [
    ("", "p.csv", PromiseFileError.empty),
    (" \n\n", "p.txt", .empty),
    ("id,remark\n1,free training\n", "p.csv", .noTextColumn(["id", "remark"])),
    ("id,text\n", "p.csv", .empty),
    ("{\"a\": 1}", "p.json", .noList),
    ("{\"a\": ", "p.json", .malformedJSON(line: 1, column: 7)),
    ("PK" + String(repeating: "\u{3}\u{4}", count: 20), "p.csv", .binary),
    ("%PDF-1.7 ten exam vouchers", "p.txt", .binary),
    ("Lunch was good. See you on Monday.", "p.txt", .noPromises([])),
  ])
  func badFiles(_ text: String, _ name: String, _ error: PromiseFileError) {
    #expect(throws: error) { try Support.promises(text, file: name) }
    #expect(!error.description.isEmpty)
  }

  @Test func anUnclosedQuotationMarkIsReported() throws {
    let list = try Support.promises("text\nten exam vouchers\n\"five sandboxes\n", file: "p.csv")
    #expect(list.problems.contains { $0.code == .truncated })
  }
}
