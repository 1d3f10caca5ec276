// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import InventoryModel
import PromiseReading
import Testing

/// Files that name things their own way: columns, members, headings, bullets and speakers.
@Suite struct OddFileTests {
  private func read(_ text: String, file: String = "p.txt") throws -> PromiseList {
    try Support.promises(text, file: file, vendor: "Quillmark Systems Inc.", customer: "Dunmore Timber Limited")
  }

  private func amounts(_ list: PromiseList) -> [String] {
    list.promises.flatMap(\.grants).map { grant in
      "\(grant.kind?.rawValue ?? "-") \((grant.quantity?.amount ?? grant.value?.amount).map { "\($0)" } ?? "-")"
    }
  }

  @Test(arguments: [
    "Promise text,Rep\n40 training days,Ines\n", "Commitment (verbatim);Said on\n40 training days;3 May\n",
    "Zusage / promise,Menge\nTraining days,40\n", "Owner,Whatever\nIda,40 training days\n",
    "Sales commitment,No. of units,Use by\nTraining days,40,2029-12-31\n",
    "löfte;antal;giltig till\nTraining days;40;2029-12-31\n",
  ])
  func columns(_ csv: String) throws { #expect(amounts(try read(csv, file: "p.csv")) == ["training_credit 40"]) }

  @Test func amountsOfMoneyBesideACurrency() throws {
    let list = try read("Entitlement;Units;Amount;Currency\nSuccess fund;;9000;CHF\nTraining days;8;;\n", file: "p.csv")
    #expect(amounts(list) == ["success_fund 9000", "training_credit 8"])
    #expect(list.promises[0].grants[0].value?.currency == "CHF")
    let titled = try read("Benefit,Value USD\nSuccess fund,9000\n", file: "p.csv")
    #expect(titled.promises[0].grants[0].value?.currency == "USD")
  }

  @Test func aNumberUnderAnUnknownTitle() throws {
    let list = try read("text,mängd\nTraining days,40\n", file: "p.csv")
    #expect(list.promises[0].doubt == .unread_field)
    #expect(list.problems.count == 1)
    #expect(try read("text,priority\nTraining days,1\n", file: "p.csv").problems.isEmpty)
  }

  @Test func noColumnOfTexts() throws {
    #expect(throws: PromiseFileError.noTextColumn(["a", "b"])) { try read("a,b\n1,2\n", file: "p.csv") }
  }

  @Test func membersByAnotherName() throws {
    let list = try read("[{\"t\": \"40 training days\"}, {\"t\": \"ten exam vouchers\"}]", file: "p.json")
    #expect(amounts(list) == ["training_credit 40", "certification_voucher 10"])
  }

  @Test(arguments: [
    "Quillmark will give:\n > 40 training days\n > ten exam vouchers\n",
    "Verbal assurances by Ines\n\n40 training days, no charge\nten exam vouchers\n",
    "Agreed\n- 40 training days\n- ten exam vouchers\n\n**Parked**\n- 2 sandboxes\n",
    "Agreed:\n- 40 training days\n- ten exam vouchers\n\nWhat we still want\n- 2 sandboxes\n",
    "| # | Concession | Amount |\n|---|---|---|\n| 1 | Training days | 40 |\n| 2 | Exam vouchers | 10 |\n",
    "Ines Holm (Quillmark)\n  10:24 AM\n40 training days for you\nten exam vouchers as well\nMeg (Dunmore)\n  10:26 AM\nthanks\n",
  ])
  func notes(_ text: String) throws {
    #expect(amounts(try read(text)) == ["training_credit 40", "certification_voucher 10"])
  }

  @Test func freeByTheHeading() throws {
    let list = try read("We include the following free of charge:\n- 40 training days\n- ten exam vouchers\n")
    #expect(list.promises.allSatisfy { $0.grants.allSatisfy(\.isFree) })
  }

  @Test(arguments: [
    "Happy to confirm: you get 40 training days.", "Minutes: Quillmark had agreed to provide 40 training days.",
    "The training days stay at 40.", "Forty training days, and you have until the end of July 2029 for them.",
    "Meg (10:01): and training?\nInes (10:02): we give you 40 training days\n", "They promised 40 passes for training.",
    "quarter of the price, but 40 training days for you",
  ])
  func sentences(_ text: String) throws { #expect(amounts(try read(text)) == ["training_credit 40"]) }

  @Test func theCustomerWritesDown() throws {
    let mail = """
      From: Meg Voss <meg@dunmore.example>
      To: Ines Holm <ines@quillmark.example>
      Subject: Call
      Date: Mon, 3 May 2027 10:00:00 +0000

      As I understood it, Quillmark will provide:

      (a) 40 training days;
      (b) ten exam vouchers.

      Could you also see whether 3 sandboxes are possible?
      """
    let list = try read(mail, file: "p.eml")
    #expect(amounts(list) == ["training_credit 40", "certification_voucher 10"])
    #expect(list.leftOut.map(\.reason) == [.ask])
  }

  private func chat(_ lines: (String, String)...) -> String {
    lines.map { "[03.05.2027, 10:00] \($0.0) (\($0.0 == "Ines" ? "Quillmark" : "Dunmore")): \($0.1)" }.joined(
      separator: "\n")
  }

  @Test func answers() throws {
    let money = chat(("Meg", "we need a partner voucher of 60k"), ("Ines", "I can do 40k"))
    #expect(amounts(try read(money)) == ["partner_voucher 40000"])
    let length = chat(("Meg", "can we get 300 training days"), ("Ines", "200 is what I can offer, valid 18 months"))
    #expect(amounts(try read(length)) == ["training_credit 200"])
    let years = chat(("Ines", "you get 500k AI credits in year 1"), ("Ines", "and 800k AI credits in year 2"))
    #expect(amounts(try read(years)) == ["usage_credit 500000", "usage_credit 800000"])
    let typo = chat(("Ines", "we add 20 exam vouchers"), ("Ines", "sorry, typo. 15 vouchers"))
    #expect(amounts(try read(typo)) == ["certification_voucher 15"])
    let until = chat(
      ("Ines", "80 hours of consulting free"), ("Meg", "until when?"), ("Ines", "until end of the year"))
    #expect(try read(until).promises[0].grants[0].timing.lastDay == CalendarDate(iso: "2027-12-31"))
  }

  @Test func creditsOfASortOfTheirOwn() throws {
    let list = try read("text\n40 training credits\n\"5,000 postcard credits a month\"\n", file: "p.csv")
    #expect(list.promises[1].grants.first?.kind != "training_credit")
  }

  @Test func aMailOfAttachments() throws {
    let mail = "From: a@b.example\nTo: c@d.example\nSubject: x\nDate: Mon, 3 May 2027 10:00:00 +0000\n\n"
    #expect(throws: PromiseFileError.noMailText) { try read(mail, file: "p.eml") }
  }
}
