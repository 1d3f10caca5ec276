// SPDX-License-Identifier: GPL-3.0-or-later
import PromiseReading
import Testing

/// Amounts that stand below the name of what they count, and what notes name without promising it.
@Suite struct HeadedAmountTests {
  private func amounts(_ text: String) throws -> [String] {
    try Support.promises(text, file: "p.txt").promises.map { promise in
      let grant = promise.grants.first
      let amount = grant?.quantity.map { "\($0.amount)" } ?? grant?.value?.amount.map { "\($0)" } ?? "-"
      return "\(grant?.kind?.rawValue ?? "-") \(amount)"
    }
  }

  @Test(arguments: [
    "Training credits\n35\n\nSandboxes\n2\n", "Training credits:\n  35\nSandboxes:\n  2\n",
    "- Training credits\n  - 35\n  - free of charge\n- Sandboxes\n  - 2 for the whole term\n",
    "Training credits\n- 35\n\nSandboxes\n- 2\n", "Training credits: 35\nSandboxes: 2\n",
    "Training\n  - 35 credits\n\nSandboxes\n  - 2\n",
  ])
  func belowTheirName(_ text: String) throws {
    #expect(try amounts(text) == ["training_credit 35", "sandbox 2"])
  }

  @Test func details() throws {
    let text = "Success fund\n  - 9,000 euros\n  - any partner\n  - until 30 April 2030\n"
    let list = try Support.promises(text, file: "p.txt").promises
    #expect(list.count == 1)
    #expect(list.first?.grants.first?.timing.isEmpty == false)
  }

  @Test(arguments: ["Training credits\nWe have 35 people in the team.\n", "Sandboxes\n10:30 lunch\n"])
  func otherNumbers(_ text: String) {
    #expect(performing: { try amounts(text) }, throws: Support.isWithoutPromises)
  }

  @Test func questionsWithSomethingBehindThem() throws {
    let text = "- 35 training credits\n- can we get 3 sandboxes? Ines to check\n- 12 exam vouchers? Yes, included\n"
    let list = try Support.promises(text, file: "p.txt")
    #expect(list.promises.map(\.grants.first?.kind?.rawValue) == ["training_credit", "certification_voucher"])
    #expect(list.leftOut.map(\.reason) == [.ask])
  }

  @Test(arguments: [
    ("- please find below: 35 training credits\n", "training_credit 35"),
    ("- 12k success fund\n", "success_fund 12000"), ("- premier for the whole term\n", "support_plan -"),
    ("- 60 hrs implementation, gratis\n", "services_hours 60"), ("- 60h consulting @ EUR 120/h\n", "services_hours 60"),
  ])
  func shortBullets(_ text: String, _ amount: String) throws {
    #expect(try amounts(text) == [amount])
  }

  @Test(arguments: [
    ("We need 60 exam vouchers.", LeftOut.Reason.ask), ("Meg to order 60 exam vouchers", .task),
    ("Our old contract had 60 exam vouchers.", .told), ("60 exam vouchers can be bought at EUR 90 each.", .price),
    ("Exam vouchers were on the slides.", .no_offer),
  ])
  func nothingDisappears(_ text: String, _ reason: LeftOut.Reason) throws {
    let list = try Support.promises("They will give us 35 training credits.\n\n" + text, file: "p.txt")
    #expect(list.promises.count == 1)
    #expect(list.leftOut.map(\.reason) == [reason])
    #expect(list.leftOut.first?.line == 3)
  }

  @Test(arguments: ["- we want 60 training days - not agreed", "- could they do a second sandbox? Ines will ask"])
  func whatWasNotAgreed(_ text: String) throws {
    let list = try Support.promises("- 12 exam vouchers, free\n" + text, file: "p.txt")
    #expect(list.promises.count == 1)
    #expect(list.leftOut.map(\.reason) == [.ask])
  }

  @Test func whatStandsUnderAnotherHeadingBelongsThere() throws {
    let text = "API calls\n25,000 a day\n\nMobile app\n - free for 40 users\n"
    #expect(try Support.promises(text, file: "p.txt").promises.first?.text == "API calls: 25,000 a day")
  }

  @Test func oneBesideWhatIsCounted() throws {
    #expect(try amounts("- 4 coaching sessions and the partial sandbox are on us\n") == ["accelerator 4", "sandbox 1"])
  }

  @Test func whatWasRevisedIsTold() throws {
    let text = """
      [10:01] ines (Quillmark): I can offer 55 training credits
      [10:03] ines (Quillmark): actually make it 65 training credits
      """
    let list = try Support.promises(text, file: "p.txt", vendor: "Quillmark Systems Inc.")
    #expect(list.promises.count == 1)
    #expect(list.leftOut.map(\.reason) == [.revised])
  }

  @Test func anObjectAsVerifyWritesIt() throws {
    let text = #"[{"id": "A", "text": "credits", "promised": {"kind": "training_credit", "quantity": {"amount": 35}}}]"#
    let promise = try Support.promises(text, file: "p.json").promises[0]
    #expect(promise.grants.first?.kind == "training_credit")
    #expect(promise.grants.first?.quantity?.amount == 35)
  }
}
