// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import PromiseReading
import Testing

/// Answers that name nothing themselves, and what later words take back.
@Suite struct AnswerTests {
  private func promises(_ text: String, file: String = "p.txt") throws -> [Promise] {
    try Support.promises(text, file: file, vendor: "Quillmark Systems Inc.", customer: "Dunmore Timber Limited")
      .promises
  }

  private func chat(_ lines: (String, String)...) -> String {
    lines.enumerated().map { "[1\($0):00] \($1.0) (\($1.0 == "Ines" ? "Quillmark" : "Dunmore")): \($1.1)" }.joined(
      separator: "\n")
  }

  @Test(arguments: ["alright, four then", "ok 4", "4 is the most I can do", "fine, let's make it four"])
  func aNumberRevises(_ answer: String) throws {
    let found = try promises(
      chat(("Ines", "we can include three test sandboxes"), ("Meg", "we would rather have four"), ("Ines", answer)))
    #expect(found.compactMap { $0.grants.first?.quantity?.amount } == [4])
    #expect(found.first?.grants.first?.kind == "sandbox")
    #expect(found.first?.text.contains("[") ?? false)
  }

  @Test(arguments: ["call you at 4", "see page 4 of the deck", "4 people will join"])
  func otherNumbersDoNot(_ answer: String) throws {
    let found = try promises(
      chat(("Ines", "we can include three test sandboxes"), ("Meg", "great"), ("Ines", answer)))
    #expect(found.compactMap { $0.grants.first?.quantity?.amount } == [3])
  }

  @Test(arguments: [
    ("yes", true), ("sure, no issue", true), ("let me check", false), ("yes, but only if you sign", false),
  ])
  func consent(_ answer: String, _ isPromise: Bool) throws {
    let found = try promises(
      chat(("Ines", "hello"), ("Meg", "so you add 12 exam vouchers for free?"), ("Ines", answer)) + "\n"
        + "[19:00] Ines (Quillmark): we give you 30 consulting hours")
    #expect(found.contains { $0.grants.first?.kind == "certification_voucher" } == isPromise)
  }

  @Test(arguments: [
    "scrap that sandbox, legal said no", "please forget what I said about the sandbox", "the sandbox is off the table",
    "our boss vetoed the sandbox",
  ])
  func withdrawals(_ words: String) throws {
    let found = try promises(
      chat(("Ines", "you get one test sandbox, free"), ("Ines", "and 25 training seats"), ("Ines", words)))
    #expect(found.map { $0.grants.first?.kind } == ["training_credit"])
  }

  @Test func aUnitTellsWhichOfSeveralIsMeant() throws {
    let found = try promises(
      chat(
        ("Ines", "we can include 25 training seats"), ("Ines", "and a EUR 5k adoption fund"),
        ("Meg", "and for 35 seats?"), ("Ines", "yes")))
    #expect(found.compactMap { $0.grants.first?.quantity?.amount } == [35])
    #expect(found.count == 2)
  }

  @Test func ofTwoGrantsOnlyOneIsRevised() throws {
    let found = try promises(
      chat(
        ("Ines", "I can offer 25 training seats and 40 consulting hours"), ("Meg", "more seats please"),
        ("Ines", "ok, we make it 35 training seats")))
    #expect(found.compactMap { $0.grants.first?.quantity?.amount } == [40, 35])
  }

  // MARK: Who speaks

  @Test func namesWithoutStamps() throws {
    let found = try promises(
      """
      Ines: 25 consulting hours are included.
      Meg: We want 90 consulting hours.
      Ines: I can go to 35 consulting hours.
      """)
    #expect(found.compactMap { $0.grants.first?.quantity?.amount } == [35])
  }

  @Test(arguments: ["Ines Kolb  9:15 AM", "Ines Kolb (Quillmark) 09:15", "[09:15] Ines Kolb"])
  func namesOnTheirOwnLine(_ head: String) throws {
    let found = try promises(
      """
      \(head)
      We give you 25 consulting hours at no cost.
      It also comes with 8 exam vouchers.

      Meg Orr  9:20 AM
      we need 70 exam vouchers
      """)
    #expect(found.compactMap { $0.grants.first?.quantity?.amount } == [25, 8])
    #expect(found.allSatisfy { $0.source?.contains("Ines Kolb") ?? false })
  }

  @Test func labelsAreNoSpeakers() throws {
    let found = try promises("They promised:\nTraining: 45 days\nSandboxes: 2\nTraining: 5 days on site\n")
    #expect(found.allSatisfy { $0.source == nil })
  }

  // MARK: Mails

  private static let head = """
    From: Ines Kolb <ines@quillmark.example>
    To: Meg Orr <meg@dunmore.example>
    Subject: Re: questions
    Date: Tue, 8 Feb 2028 10:00:00 +0100
    MIME-Version: 1.0

    """

  @Test func answersBetweenQuotedLines() throws {
    let mail =
      Self.head + """
        Content-Type: text/plain

        > Could we get 90 training credits?
        60 is what I can do, at no cost.

        > And are there any test sandboxes?
        Yes, three small ones.

        > Exam vouchers: 20 a year?
        No - 25 in total for the term.
        """
    let grants = try promises(mail, file: "m.eml").compactMap { $0.grants.first }
    #expect(grants.map { $0.kind?.rawValue } == ["training_credit", "sandbox", "certification_voucher"])
    #expect(grants.compactMap { $0.quantity?.amount } == [60, 3, 25])
    #expect(grants[0].isFree)
    #expect(grants[2].recurrence == nil)
  }

  @Test func theVendorsOwnWordsStandAboveARetelling() throws {
    let mail = """
      From: Meg Orr <meg@dunmore.example>
      To: Ines Kolb <ines@quillmark.example>
      Subject: Re: offer
      Date: Tue, 8 Feb 2028 10:00:00 +0100
      Content-Type: text/plain

      As you offered 95 training credits, please send the order.

      On Mon, 7 Feb 2028 Ines Kolb <ines@quillmark.example> wrote:
      > I can confirm 65 training credits.
      """
    #expect(try promises(mail, file: "m.eml").compactMap { $0.grants.first?.quantity?.amount } == [65])
  }

  @Test func anAskOfNobodyKnownIsAnAsk() {
    let mail = """
      From: Al <al@elsewhere.example>
      To: Bo <bo@nowhere.example>
      Subject: wishes
      Date: Tue, 8 Feb 2028 10:00:00 +0100
      Content-Type: text/plain

      Dear Bo, we expect 95 training credits included.
      - 40 consulting hours
      """
    #expect(performing: { try promises(mail, file: "m.eml") }, throws: Support.isWithoutPromises)
  }

  @Test func partsWithoutABoundary() throws {
    let mail = Self.head + "Content-Type: multipart/mixed\n\nWe give you 25 consulting hours.\n"
    let list = try Support.promises(mail, file: "m.eml", vendor: "Quillmark Systems Inc.")
    #expect(list.promises.map(\.text) == ["We give you 25 consulting hours."])
    #expect(list.problems.map(\.code.rawValue) == ["malformed_mail"])
  }

  @Test func tablesOfMailsHaveHeads() throws {
    let mail =
      Self.head + """
        Content-Type: text/html

        <p>You will get:</p><table><tr><th>Item</th><th>How many</th><th>Valid until</th></tr>
        <tr><td>Exam vouchers</td><td>14</td><td>30 June 2029</td></tr></table>
        """
    #expect(try promises(mail, file: "m.eml").map(\.text) == ["Exam vouchers: 14, until 30 June 2029"])
  }
}
