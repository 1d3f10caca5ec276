// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import PromiseReading
import Testing

/// Refusals, what is taken back, and the number that stands in place of another.
@Suite struct RefusalTests {
  private func read(_ text: String, file name: String = "n.txt") throws -> PromiseList {
    try Support.promises("- 3 sandboxes\n" + text, file: name)
  }

  @Test(arguments: [
    "- Rhea declined 80 hours of consulting", "- she turned down 6 exam vouchers", "- no to 6 exam vouchers",
    "- 6 exam vouchers are off the table", "- they dropped the 6 exam vouchers", "- 80 training credits were discussed",
    "- Exam vouchers are not included.",
  ])
  func isLeftOut(_ line: String) throws {
    let list = try read(line + "\n")
    #expect(list.promises.map(\.text) == ["3 sandboxes"])
    #expect(list.leftOut.count == 1)
  }

  @Test(arguments: [
    "- Rhea first declined but then offered 80 hours of consulting", "- 80 training credits were discussed and agreed",
    "- 6 exam vouchers are included",
  ])
  func isPromise(_ line: String) throws { #expect(try read(line + "\n").promises.count == 2) }

  private func chat(_ lines: String...) throws -> [PromisedAmount] {
    let list = try Support.promises(lines.joined(separator: "\n") + "\n", file: "chat.txt")
    return list.promises.flatMap(\.grants).map {
      PromisedAmount(kind: $0.kind?.rawValue, amount: $0.quantity?.amount ?? $0.value?.amount)
    }
  }

  @Test func otherNumber() throws {
    #expect(
      try chat(
        "[09:14] Vendor: you get a success fund of 30k a year", "[09:20] Vendor: forget the 30k, I only have 22k")
        == [.init(kind: "success_fund", amount: 22_000)])
    #expect(
      try chat("09:14 <rhea> could we have 5 sandboxes?", "09:15 <tom> 5 is too much. I can do 2")
        == [.init(kind: "sandbox", amount: 2)])
    #expect(
      try chat(
        "[09:14] Vendor: you get a success fund of 30k", "[09:18] Customer: our team has 44 sandboxes at the moment",
        "[09:20] Vendor: forget the 30k, I only have 22k") == [.init(kind: "success_fund", amount: 22_000)])
  }

  @Test func creditsBesideANamedThing() throws {
    let list = try Support.promises("text\n\"100 credits, but then 2 sandboxes\"\n", file: "p.csv")
    #expect(list.promises.first?.grants.compactMap(\.quantity?.amount) == [100, 2])
  }

  @Test func askedAndRefusedInOneBreath() throws {
    let list = try Support.promises("- Premier Plus? No, only Premier, and that is included\n", file: "n.txt")
    #expect(list.promises.flatMap(\.grants).map(\.tier) == [.premier])
  }

  @Test func aManagerIsNoHour() throws {
    #expect(try Support.promises("- 1 TAM\n", file: "n.txt").promises.first?.grants.first?.kind == "support_plan")
    let hours = try Support.promises("- 20 hours with a TAM\n", file: "n.txt").promises.first?.grants.first
    #expect(hours?.kind == "services_hours" && hours?.quantity?.amount == 20)
  }

  private static let head = """
    From: Tom Reed <tom@quillmark.example>
    To: rhea@dunmore.example
    Subject: Re: offer
    Date: Tue, 2 May 2028 09:14:00 +0200
    MIME-Version: 1.0
    """

  @Test(arguments: ["Yes, we can do that.", "Deal!", "Yes, no problem - both are included.", "Sure. Both at no cost."])
  func yesAboveTheQuestion(_ answer: String) throws {
    let mail = """
      \(Self.head)
      Content-Type: text/plain

      \(answer)

      Tom

      On Mon, 1 May 2028 at 10:00, Rhea <rhea@dunmore.example> wrote:
      > Can we get 85 training credits and 3 sandboxes?
      """
    let found = try Support.promises(mail, file: "m.eml", vendor: "Quillmark", customer: "Dunmore").promises
    #expect(found.flatMap(\.grants).compactMap(\.quantity?.amount) == [85, 3])
  }

  @Test func noAboveTheQuestion() throws {
    let mail = """
      \(Self.head)
      Content-Type: text/plain

      Sorry, we cannot do that.

      On Mon, 1 May 2028 at 10:00, Rhea <rhea@dunmore.example> wrote:
      > Can we get 85 training credits and 3 sandboxes?
      """
    #expect(throws: PromiseFileError.self) {
      try Support.promises(mail, file: "m.eml", vendor: "Quillmark", customer: "Dunmore")
    }
  }

  @Test(arguments: ["", "This message needs an HTML viewer.", "Please open this mail in your browser"])
  func plainPartThatSaysNothing(_ plain: String) throws {
    let mail = """
      \(Self.head)
      Content-Type: multipart/alternative; boundary=b

      --b
      Content-Type: text/plain

      \(plain)

      --b
      Content-Type: text/html

      <p>We include 6 exam vouchers.</p>

      --b--
      """
    #expect(try Support.promises(mail, file: "m.eml").promises.map(\.text) == ["We include 6 exam vouchers."])
  }

  @Test func severalMailsInOneFile() throws {
    let mail = """
      From tom@quillmark.example Tue May 2 09:14:00 2028
      \(Self.head)

      We include 90 training credits.

      From tom@quillmark.example Wed May 3 09:14:00 2028
      \(Self.head)

      Correction: 75 training credits.
      """
    let list = try Support.promises(mail, file: "m.mbox")
    #expect(list.promises.flatMap(\.grants).compactMap(\.quantity?.amount) == [75])
    #expect(list.leftOut.map(\.reason) == [.revised])
  }
}

struct PromisedAmount: Equatable {
  var kind: String?
  var amount: Decimal?
}
