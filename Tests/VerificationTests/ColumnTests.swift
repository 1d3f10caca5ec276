// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import PromiseReading
import Testing

/// What columns of sheets say, and that nothing in them is passed over.
@Suite struct ColumnTests {
  private func promise(_ columns: String, _ row: String) throws -> (Promise, [String]) {
    let list = try Support.promises("\(columns)\n\(row)\n", file: "p.csv")
    return (try #require(list.promises.first), list.problems.map(\.message))
  }

  @Test(arguments: [
    ("2033", "2033-12-31"), ("end of 2033", "2033-12-31"), ("EOY 2033", "2033-12-31"), ("2033-02", "2033-02-28"),
    ("11/2033", "2033-11-30"), ("Q3 2033", "2033-09-30"), ("H1 2033", "2033-06-30"), ("30.09.2033", "2033-09-30"),
    ("2033-09-30", "2033-09-30"), ("September 2033", "2033-09-30"), ("30 September 2033", "2033-09-30"),
  ])
  func lastDays(_ cell: String, _ day: String) throws {
    let (promise, problems) = try promise("text,valid_until", "35 training days,\(cell)")
    let timing = try #require(promise.grants.first?.timing)
    let end = timing.lastDay ?? timing.resolved(by: DocumentFacts(id: "a", path: "a", format: .text))?.end
    #expect(end?.description == day)
    #expect(promise.doubt == nil && problems.isEmpty)
  }

  @Test(arguments: ["whole term", "end of term", "18 months", "first contract year"])
  func periods(_ cell: String) throws {
    let (promise, problems) = try promise("text,valid_until", "35 training days,\(cell)")
    #expect(promise.grants.first?.timing.isEmpty == false)
    #expect(promise.doubt == nil && problems.isEmpty)
  }

  @Test(arguments: [
    ("45", 45), ("at least 45", 45), (">= 45", 45), ("45+", 45), ("up to 45", 45), ("ca. 45", 45), ("45 days", 45),
    ("forty-five", 45), ("1'200", 1200),
  ])
  func counts(_ cell: String, _ amount: Decimal) throws {
    let (promise, problems) = try promise("text,kind,quantity", "Classes,training_credit,\(cell)")
    #expect(promise.grants.first?.quantity?.amount == amount)
    #expect(promise.doubt == nil && problems.isEmpty)
  }

  @Test(arguments: [
    ("7% of annual fees", nil as Decimal?, 7 as Decimal?), ("EUR 6k", 6000, nil), ("4500", 4500, nil),
    ("CHF 3'000 per year", 3000, nil),
  ])
  func sums(_ cell: String, _ amount: Decimal?, _ percent: Decimal?) throws {
    let (promise, problems) = try promise("text,kind,value", "A pot for change,success_fund,\(cell)")
    #expect(promise.grants.first?.value?.amount == amount)
    #expect(promise.grants.first?.value?.formula?.percent == percent)
    #expect((promise.grants.first?.recurrence == .contract_year) == cell.contains("per year"))
    #expect(promise.doubt == nil && problems.isEmpty)
  }

  @Test(arguments: [
    ("valid_until", "some day"), ("valid_until", "30 September"), ("valid_until", "04/05/2033"), ("quantity", "xyz"),
    ("quantity", "lots"), ("quantity", "30-40"), ("quantity", "-3"), ("quantity", "0"), ("value", "generous"),
    ("value", "EUR 3000 to 4000"), ("value", "12 pallets"),
  ])
  func whatIsNotUnderstoodIsSaid(_ column: String, _ cell: String) throws {
    let (promise, problems) = try promise("text,\(column)", "35 training days,\(cell)")
    #expect(promise.doubt == .unread_field)
    #expect(problems.count == 1)
    #expect(problems.first?.contains("Line 2") ?? false)
    #expect(problems.first?.contains("'\(column)'") ?? false)
    #expect(problems.first?.contains("'\(cell)'") ?? false)
    let verdict = try #require(
      try Support.verdicts(csv: "text,\(column)\n35 training days,\(cell)\n", "1. Quillmark grants 90 training days.")
        .first)
    #expect(verdict.verdict == .unclear)
    #expect(verdict.reason.contains("'\(cell)'"))
  }

  @Test(arguments: ["-", "n/a", "–"])
  func aDashSaysNothing(_ cell: String) throws {
    let (promise, problems) = try promise("text,quantity,value,valid_until", "35 training days,\(cell),\(cell),\(cell)")
    #expect(promise.grants.first?.quantity?.amount == 35)
    #expect(promise.doubt == nil && problems.isEmpty)
  }

  @Test func membersOfObjects() throws {
    let list = try Support.promises(
      #"[{"text": "a launch budget", "kind": "success_fund", "value": {"percent": 6, "of": "annual_fees"}}, {"text": "35 training days", "quantity": "abc"}]"#,
      file: "p.json")
    #expect(list.promises[0].grants.first?.value?.formula == Formula(percent: 6, of: "annual_fees"))
    #expect(list.promises[1].doubt == .unread_field)
    #expect(list.problems.map(\.message).first?.hasPrefix("Promise 2 of") ?? false)
  }

  // MARK: Names of columns

  @Test func ownNamesGoBeforeAliases() throws {
    let (promise, _) = try promise(
      "Number,Description,Text,Type,Who,Ref", "+49 30 12,said at lunch,12 exam vouchers,by word,Kim,A9")
    #expect(promise.text == "12 exam vouchers")
    #expect(promise.id == "A9")
    #expect(promise.source == "Kim")
    #expect(promise.others.map(\.name) == ["Number", "Description", "Type"])
    #expect(promise.grants.first?.kind == "certification_voucher")
  }

  @Test func twoTextsAreRefused() {
    #expect(throws: PromiseFileError.doubledColumn("text")) {
      try Support.promises("text,Text\n12 exam vouchers,two sandboxes\n", file: "p.csv")
    }
  }

  @Test func columnsAlonePromise() throws {
    let list = try Support.promises(
      "id,text,kind,quantity,value,valid_until\nA,,training_credit,45,,2033\nB,,success_fund,,EUR 7k,\nC,,,,,\n",
      file: "p.csv")
    #expect(list.promises.map(\.text) == ["training credit: 45, until 2033", "success fund: EUR 7k"])
    #expect(list.promises[0].grants.first?.quantity?.amount == 45)
    #expect(list.promises[1].grants.first?.value?.amount == 7000)
    #expect(list.problems.map(\.code.rawValue) == ["no_text"])
    #expect(throws: PromiseFileError.noTexts) { try Support.promises("id,text\nA,\nB,\n", file: "p.csv") }
  }

  // MARK: Signs of formats

  @Test(arguments: ["-", "list.txt", "list"])
  func tablesAreKnownWithoutTheirEnding(_ name: String) throws {
    let list = try Support.promises("id;text;owner\n1;12 exam vouchers;Kim\n2;two test sandboxes;Lou\n", file: name)
    #expect(list.format == .csv)
    #expect(list.promises.map(\.id) == ["1", "2"])
  }

  @Test(arguments: [
    "What they give, in short:\n- 12 exam vouchers\n", "[09:30] Kim (Quillmark): I can give you 12 exam vouchers\n",
    "Promised\n\n- 12 exam vouchers\n",
  ])
  func notesAreNoTables(_ text: String) throws {
    for name in ["-", "p.txt"] {
      let list = try Support.promises(text, file: name)
      #expect(list.format == .text)
      #expect(list.promises.count == 1)
    }
  }

  @Test(arguments: [
    "sep=;\ntext;id\n12 exam vouchers;7\n", "\"sep=|\"\r\ntext|id\r\n12 exam vouchers|7\r\n",
    "text|id\n12 exam vouchers|7\n",
  ])
  func separators(_ text: String) throws {
    let promise = try #require(try Support.promises(text, file: "p.csv").promises.first)
    #expect(promise.id == "7")
    #expect(promise.text == "12 exam vouchers")
    #expect(promise.line == (text.contains("sep=") ? 3 : 2))
  }

  @Test(arguments: [
    ("[\n  {\"text\": \"a\"},\n  {\"text\": ]\n]", 3, 12), ("[1, 2 3]", 1, 7), ("{\"a\": tru}", 1, 7),
    ("[\"a\nb\"]", 1, 4), ("[] x", 1, 4),
  ])
  func jsonFaultsHaveAPlace(_ text: String, _ line: Int, _ column: Int) {
    #expect(throws: PromiseFileError.malformedJSON(line: line, column: column)) {
      try Support.promises(text, file: "p.json")
    }
  }
}
