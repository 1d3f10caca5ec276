// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import PromiseReading
import Testing

/// What is said of a promise afterwards, what only looks like one, and what the customer writes down.
@Suite struct TalkTests {
  private func grants(_ text: String, file: String = "p.txt") throws -> [(Decimal?, PromisedGrant)] {
    try Support.promises(
      text, file: file, vendor: "Quillmark Systems Inc.", customer: "Dunmore Timber Limited"
    ).promises.compactMap { promise in promise.grants.first.map { ($0.quantity?.amount, $0) } }
  }

  @Test(arguments: [
    "We'd like 25 exam vouchers.", "We’d like 25 exam vouchers.", "We'd prefer 25 exam vouchers.",
    "We'll need 25 exam vouchers.", "I'd love 25 exam vouchers.", "Need to check: 25 exam vouchers with HR",
    "Check with HR whether 25 exam vouchers are enough.", "Target: 25 exam vouchers", "Wei: book 25 exam vouchers",
    "The old contract had 25 exam vouchers.", "25 exam vouchers were part of the previous order.",
    "A competitor offers 25 exam vouchers.", "They usually give 25 exam vouchers to large customers.",
    "25 exam vouchers can be bought at $200 each.", "They would not give us 25 exam vouchers.",
    "Please prepare a slide about the 25 exam vouchers.", "Remind Ines about the 25 exam vouchers.",
  ])
  func noPromise(_ line: String) throws {
    let found = try grants("Quillmark offers 3 test sandboxes.\n\n\(line)\n")
    #expect(found.map(\.0) == [3], "\(line)")
  }

  @Test(arguments: [
    "We'll give you 25 exam vouchers.", "As requested, we'll add 25 exam vouchers.",
    "Order form: 25 exam vouchers, free",
    "They usually need a PO, but we get 25 exam vouchers.", "Send us the order by Friday and you get 25 exam vouchers.",
    "25 exam vouchers are included in the current order form.",
  ])
  func aPromise(_ line: String) throws {
    let found = try grants("Quillmark offers 3 test sandboxes.\n\n\(line)\n")
    #expect(found.map(\.0) == [3, 25], "\(line)")
  }

  @Test(arguments: [
    ("Lars wanted 25 exam vouchers; Ines offered three.", 3),
    ("Ines promised 25 exam vouchers but corrected it to 18.", 18),
    ("The exam vouchers become 12.", 12), ("I can raise the exam vouchers from 25 to 40.", 40),
    ("They increased the exam vouchers to 40.", 40),
    ("25 exam vouchers, valid from 2 May 2028 to 3 June 2029, free", 25),
    ("We extend the 25 exam vouchers to 18 months.", 25),
  ])
  func whatAnOfferBecomes(_ line: String, _ amount: Int) throws {
    #expect(try grants("- " + line).map(\.0) == [Decimal(amount)], "\(line)")
  }

  @Test func aCorrectionInTheSameList() throws {
    #expect(try grants("- 20 exam vouchers\n- correction: only 12 exam vouchers\n").map(\.0) == [12])
    #expect(try grants("- 20 exam vouchers\n- 12 exam vouchers\n").map(\.0) == [20, 12])
  }

  @Test(arguments: [
    "Quillmark will include 40 training credits. They can be used for the whole term. Unused ones roll over.",
    "- 40 training credits\n  - valid for the whole term\n  - unused ones roll over\n- 3 test sandboxes\n",
    "[10:02] Ines (Quillmark): I can give you 40 training credits for the whole term\n[10:03] Meg (Dunmore): thanks\n"
      + "[10:04] Ines (Quillmark): and they roll over\n",
    "[10:02] Ines (Quillmark): I can give you 40 training credits for the whole term\n"
      + "[10:03] Meg (Dunmore): will they roll over?\n[10:04] Ines (Quillmark): yes\n",
  ])
  func whatIsSaidAfterwards(_ text: String) throws {
    let first = try #require(try grants(text).first)
    #expect(first.0 == 40)
    #expect(first.1.unused == .rolls_over)
    #expect(first.1.timing.coversTerm)
  }

  @Test(arguments: [("yes", true), ("no", false), ("let me check", false)])
  func onlyYesIsYes(_ answer: String, _ rolls: Bool) throws {
    let text =
      "[10:02] Ines (Quillmark): I can give you 40 training credits\n"
      + "[10:03] Meg (Dunmore): will they roll over?\n[10:04] Ines (Quillmark): \(answer)\n"
    #expect((try grants(text).first?.1.unused != nil) == rolls)
  }

  @Test func anEndThatWasAskedFor() throws {
    let text =
      "[10:02] Ines (Quillmark): I can give you 40 exam vouchers\n"
      + "[10:03] Meg (Dunmore): until when are they valid?\n[10:04] Ines (Quillmark): end of 2029\n"
    let found = try grants(text)
    #expect(found.map(\.0) == [40])
    #expect(found.first?.1.timing.isSettled ?? false)
  }

  @Test(arguments: [
    "2028-01-10 09:15 <ines> we grant you 40 exam vouchers\n2028-01-10 09:16 <meg> thanks\n",
    "<ines> we grant you 40 exam vouchers\n<meg> thanks\n",
    "10:02:11 From Ines Quill to Everyone:\n\twe will give you 20 exam vouchers\n10:02:50 From Meg Dun to Everyone:\n"
      + "\twould 40 be possible?\n10:03:10 From Ines Quill to Everyone:\n\tyes\n",
  ])
  func formsOfChats(_ text: String) throws {
    let list = try Support.promises(text, file: "p.txt")
    #expect(list.promises.compactMap { $0.grants.first?.quantity?.amount }.last == 40)
    #expect(list.promises.count <= 2)
    #expect(list.promises.allSatisfy { $0.source?.lowercased().contains("ines") ?? false })
  }

  @Test(arguments: ["included", "Included.", "yes, included", "free of charge"])
  func included(_ answer: String) throws {
    let text = "[10:05] Meg (Dunmore): Premier support?\n[10:06] Ines (Quillmark): \(answer)\n"
    #expect(try grants(text).map { $0.1.kind?.rawValue } == ["support_plan"])
  }

  private static func mail(_ body: String, from: String = "Meg <meg@dunmore.example>") -> String {
    """
    From: \(from)
    To: Ines <ines@quillmark.example>
    Subject: Recap
    Date: Mon, 10 Jan 2028 10:00:00 +0100
    Content-Type: text/plain

    Ines,

    \(body)

    Meg
    """
  }

  @Test(arguments: [
    "to recap what you promised us on the phone:\n\n- 40 training credits, free\n",
    "You offered the following:\n- 40 training credits, free\n",
    "as discussed we will receive 40 training credits free.",
    "What we agreed:\n- 40 training credits\n",
  ])
  func recaps(_ body: String) throws {
    #expect(try grants(Self.mail(body), file: "p.eml").map(\.0) == [40])
  }

  @Test(arguments: ["We would like the following:\n- 40 training credits\n", "We need 40 training credits."])
  func asksAreNoRecaps(_ body: String) throws {
    #expect(performing: { try grants(Self.mail(body), file: "p.eml") }, throws: Support.isWithoutPromises)
  }

  @Test func aMailThatSaysWhatItBecomes() throws {
    let text = Self.mail(
      "The training credits become 120.\n\nInes\n\nOn Fri, 7 Jan 2028 at 10:00 Ines <ines@quillmark.example> wrote:\n"
        + "> The package has 100 training credits without charge.", from: "Ines <ines@quillmark.example>")
    #expect(try grants(text, file: "p.eml").map(\.0) == [120])
  }

  @Test func whoCommits() throws {
    let text =
      "Quillmark commits to:\n- Standard support\n- 40 training credits\n\nDunmore commits to:\n- 3 test sandboxes\n"
    #expect(try grants(text).map { $0.1.kind?.rawValue } == ["support_plan", "training_credit"])
  }

  @Test func usersOfANamedProduct() throws {
    let found = try grants("- 10 free Insights users for 2 years\n")
    #expect(found.first?.1.kind?.rawValue == "complimentary_product")
    #expect(found.first?.1.product == "Insights")
  }
}
