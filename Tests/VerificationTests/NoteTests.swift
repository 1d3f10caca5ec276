// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import PromiseReading
import Testing

/// Promises of call notes and chat exports: who offers, who asks, what is chatter.
@Suite struct NoteTests {
  @Test func sectionsTellOffersFromTasks() throws {
    let text = """
      Call with Quillmark, 3 May

      What they offer:
      - 35 training days over the
        whole term
      - two test sandboxes, on the house
      1) EUR 9,000 adoption fund

      Our asks
      - 60 training days
      - a dedicated engineer for 90 hours

      Next steps
      - Meg checks the storage: 500 GB enough?
      """
    let texts = try Support.promises(text, file: "p.txt").promises.map(\.text)
    #expect(
      texts == ["35 training days over the whole term", "two test sandboxes, on the house", "EUR 9,000 adoption fund"])
  }

  @Test func proseNeedsAnOffer() throws {
    let text = """
      They will give us 45 exam vouchers. We currently use 20 sandboxes. Another customer bought 300 training credits.
      We asked for 80 coaching sessions. Could we get 12 training days? The weather was fine.
      """
    #expect(try Support.promises(text, file: "p.txt").promises.map(\.text) == ["They will give us 45 exam vouchers."])
  }

  @Test(arguments: [
    "[2028-02-01 09:00] %@ (%@): %@", "01/02/2028, 09:00 - %@ (%@): %@", "09:00 %@ (%@): %@",
  ])
  func chat(_ form: String) throws {
    func line(_ name: String, _ company: String, _ text: String) -> String {
      var parts = form.split(separator: "%@", omittingEmptySubsequences: false).map(String.init)[...]
      var line = String(parts.removeFirst())
      for value in [name, company, text] { line += value + (parts.popFirst() ?? "") }
      return line
    }
    let text = [
      line("ines", "Quillmark", "hello"), line("meg", "Dunmore", "we need 90 training credits"),
      line("ines", "Quillmark", "I can offer 55 training credits"), line("meg", "Dunmore", "ok"),
      line("ines", "Quillmark", "actually make it 65 training credits"),
      line("ines", "Quillmark", "plus three test sandboxes, no charge"),
    ].joined(separator: "\n")
    let list = try Support.promises(
      text, file: "p.txt", vendor: "Quillmark Systems Inc.", customer: "Dunmore Timber Limited")
    #expect(list.promises.compactMap { $0.grants.first?.quantity?.amount } == [65, 3])
    #expect(list.promises.allSatisfy { $0.source?.contains("ines (Quillmark)") ?? false })
  }

  @Test func sidesWithoutContracts() throws {
    let text = """
      [09:00] a.brandt (Umbral): could we have 70 exam vouchers?
      [09:01] l.okoro (Veldt): I can give you 30 exam vouchers
      [09:02] a.brandt (Umbral): we would need them by June
      """
    #expect(try Support.promises(text, file: "p.txt").promises.map(\.text) == ["I can give you 30 exam vouchers"])
  }

  @Test func twoGrantsInOneSentenceAreTwo() throws {
    let text = "You get 25 training credits, 8 exam vouchers and a full sandbox, all at no charge."
    let grants = try Support.promises(text, file: "p.txt").promises.compactMap { $0.grants.first }
    #expect(grants.map { $0.kind?.rawValue } == ["training_credit", "certification_voucher", "sandbox"])
    #expect(grants.map(\.quantity?.amount) == [25, 8, 1])
    #expect(grants.filter(\.isFree).count == 3)
  }

  @Test(arguments: [
    ("We asked for 90 exam vouchers; they came back with 35.", 35),
    ("You asked for 90 exam vouchers; I can commit to 40.", 40),
    ("Instead of 90 exam vouchers we get 35.", 35), ("We get 35 exam vouchers rather than 90.", 35),
    ("As to your wish for 90 exam vouchers - 35 are feasible.", 35),
  ])
  func theAnswerCountsNotTheAsk(_ text: String, _ amount: Decimal) throws {
    #expect(try Support.promises(text, file: "p.txt").promises.map { $0.grants.first?.quantity?.amount } == [amount])
  }

  @Test func othersAndPricesPromiseNothing() throws {
    let text =
      "They give us 45 exam vouchers. Tarnholm Dairies got 80 sandboxes. Further training seats are EUR 400 each."
    #expect(try Support.promises(text, file: "p.txt").promises.map(\.text) == ["They give us 45 exam vouchers."])
  }

  @Test func aNumberAloneRevises() throws {
    let text = """
      [09:00] l.okoro (Veldt): I can give you 30 training seats until 31 May 2029
      [09:01] a.brandt (Umbral): could we have more?
      [09:02] l.okoro (Veldt): ok, 35 seats, final
      """
    let grants = try Support.promises(text, file: "p.txt").promises.compactMap { $0.grants.first }
    #expect(grants.map { $0.quantity?.amount } == [35])
    #expect(grants.map { $0.kind?.rawValue } == ["training_credit"])
  }

  @Test func tryingIsAnEntryOfItsOwn() throws {
    let text =
      "[09:00] l.okoro (Veldt): I hope to get approval for two extra test sandboxes\n[09:01] a.brandt (Umbral): could we see it?"
    let promises = try Support.promises(text, file: "p.txt").promises
    #expect(promises.map(\.doubt) == [.best_efforts])
    #expect(promises.first?.grants.first?.kind == "sandbox")
  }

  @Test func theCreditsAreThoseSpokenOf() throws {
    let text = """
      What they promised:
      - 40 training credits
      - credits that are left over roll over into the next year
      """
    let promises = try Support.promises(text, file: "p.txt").promises
    #expect(promises[1].grants.first?.kind == "training_credit")
    #expect(promises[1].grants.first?.subject == .unused)
    #expect(promises[1].doubt == nil)
  }

  @Test func whoKnowsWhichCredits() throws {
    let text = """
      What they promised:
      - 40 training credits
      - 9,000 flex credits
      - they will double the credits if we sign on Friday
      """
    #expect(try Support.promises(text, file: "p.txt").promises[2].doubt != nil)
  }

  @Test(arguments: [
    ("I will do my best to get you two sandboxes", Promise.Doubt.best_efforts),
    ("We will take good care of you", .vague),
    ("A place in the founders circle", .no_entitlement),
  ])
  func whatCannotBeChecked(_ text: String, _ doubt: Promise.Doubt) throws {
    #expect(try Support.promises("text\n\(text)\n", file: "p.csv").promises.first?.doubt == doubt)
  }

  // MARK: What offers nothing

  @Test(arguments: [
    "Tom asked whether we could get 70 training days.", "Quillmark turned down the request for two sandboxes.",
    "Another sawmill got 70 training days, it seems.", "The list price of 70 training credits is EUR 9,000.",
    "Ines to confirm 70 training credits.", "Enhanced support costs 4% of the yearly fee.",
    "Nobody mentioned the 7 TB of storage.", "They will come back on the 70 exam vouchers.",
    "We said that 70 exam vouchers would be nice.", "They wondered if 70 exam vouchers would do.",
    "Our competitor got 70 exam vouchers.",
    "We would prefer 70 exam vouchers, included in the price.",
  ])
  func noOffers(_ sentence: String) throws {
    let text = "They will give us 45 exam vouchers. \(sentence)"
    #expect(try Support.promises(text, file: "p.txt").promises.map(\.text) == ["They will give us 45 exam vouchers."])
  }

  @Test(arguments: [
    "Rejected:", "Our asks (open):", "Not agreed", "What we asked for and did not get", "Still open with Quillmark:",
    "## Wish list", "**Price list**", "Next steps:",
  ])
  func sectionsThatOfferNothing(_ heading: String) throws {
    for gap in ["\n", "\n\n"] {
      let text =
        "Agreed by Quillmark:\n- 25 training seats\(gap)\(heading)\n- 70 exam vouchers\n- a full sandbox, free\n"
      #expect(try Support.promises(text, file: "p.txt").promises.map(\.text) == ["25 training seats"])
    }
  }

  @Test func headingsInTheLineItself() throws {
    let text = "Agreed: 25 training seats\nRejected: two free sandboxes\nAsks: 70 exam vouchers at no charge\n"
    #expect(try Support.promises(text, file: "p.txt").promises.count == 1)
  }

  @Test func aLineIsAStatementWhereNothingIsWrapped() throws {
    let text = "They offer 25 training seats\nUp to 60 consulting hours are included\nStorage, 700 GB: not discussed\n"
    #expect(
      try Support.promises(text, file: "p.txt").promises.map(\.text) == [
        "They offer 25 training seats", "Up to 60 consulting hours are included",
      ])
  }

  @Test func wrappedLinesAreOneStatement() throws {
    let text =
      "On Monday they said that they will give us 45\nAcademy seats, and 8 exam vouchers for the\nBasel crew, all at no charge.\n"
    let grants = try Support.promises(text, file: "p.txt").promises.compactMap { $0.grants.first }
    #expect(grants.map { $0.quantity?.amount } == [45, 8])
  }

  @Test func tablesOfMarkdownAreNotes() throws {
    let text =
      "| Topic | Promised | Until |\n|---|---|---|\n| Training | 25 seats | 31.05.2029 |\n| Support | Premier | |\n"
    let list = try Support.promises(text, file: "p.txt")
    #expect(list.format == .text)
    #expect(list.promises.map { $0.grants.first?.kind?.rawValue } == ["training_credit", "support_plan"])
  }

  @Test func talesAreNoPromises() throws {
    let text =
      "What they promised:\n- 25 training seats\n- dinner was great, Kim told us about the regatta\n- a place in the pilot group\n"
    let promises = try Support.promises(text, file: "p.txt").promises
    #expect(promises.map(\.text) == ["25 training seats", "a place in the pilot group"])
  }

  @Test func nestedBulletsAndTables() throws {
    let text = """
      Offer
      =====
      | Item | How much | Until |
      |------|----------|-------|
      | Training | 45 credits | 31 May 2029 |

      * Agreed
      ** 8 exam vouchers
      * Asked
      ** 90 exam vouchers
      """
    let promises = try Support.promises(text, file: "p.txt").promises
    #expect(promises.map(\.text) == ["Training: 45 credits, until 31 May 2029", "8 exam vouchers"])
    #expect(promises.map { $0.grants.count } == [1, 1])
  }

  // MARK: How things are named

  @Test(arguments: [
    ("Training: 45 credits, year two", "training_credit", 45 as Decimal?),
    ("Vouchers (exam): 9", "certification_voucher", 9),
    ("API: 70k/day", "api_capacity", 70000), ("Credits (training) - 45", "training_credit", 45),
    ("Support: Premier, no charge", "support_plan", nil), ("two weeks of Premier on the house", "support_plan", nil),
    ("EUR 8k to spend with any certified partner", "partner_voucher", nil),
    ("they cover EUR 8k of the Brandwell invoice", "partner_voucher", nil),
    ("unlimited test sandboxes", "sandbox", nil),
  ])
  func kinds(_ text: String, _ kind: String, _ amount: Decimal?) throws {
    let promises = try Support.promises("They promised:\n- \(text)\n", file: "p.txt").promises
    #expect(promises.map { $0.grants.first?.kind?.rawValue } == [kind])
    #expect(promises.first?.grants.first?.quantity?.amount == amount)
  }

  @Test func unlimitedIsMoreThanAnyNumber() throws {
    let verdict = try #require(
      try Support.verdicts(
        ["Unlimited test sandboxes"],
        against: Support.order("1. Quillmark provides two (2) test sandboxes for the Term.")
      ).first)
    #expect(verdict.verdict == .weakened)
    #expect(verdict.differences.map(\.field) == [.quantity])
  }

  @Test(arguments: [
    ("45 training credits for the night shift", "the night shift" as String?),
    ("EUR 8k fund to pay for process redesign, valid until 30 May 2029", "process redesign"),
    ("30 consulting hours towards the Helix rollout", "the Helix rollout"), ("45 training credits for two years", nil),
    ("45 training credits for free", nil), ("45 training credits for the whole term", nil),
  ])
  func purposes(_ text: String, _ purpose: String?) throws {
    #expect(try Support.promises("text\n\"\(text)\"\n", file: "p.csv").promises[0].grants.first?.purpose == purpose)
  }
}
