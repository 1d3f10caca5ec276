// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
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
}
