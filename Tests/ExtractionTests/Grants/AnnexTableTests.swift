// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import InventoryModel
import Testing

@testable import Extraction

/// Tables that are named by their heading, their annex or their first column, and rows that are not ordered.
@Suite struct AnnexTableTests {
  @Test func namedByTheirHeading() {
    let table = TableSample.table([
      ["Contract Year", "Sessions", "Topic"], ["First", "4", "milk prices"], ["Second", "2", "routes"],
      ["Third", "none", "-"],
    ])
    let lines = TableSample.grants("<h2>Schedule 2 - Coaching sessions</h2>\(table)")
    #expect(lines.map { $0.hasPrefix("accelerator 4") } == [true, false])
    #expect(lines.count == 2)
  }

  @Test func namedByTheTextThatPointsToThem() {
    let table = TableSample.table([
      ["Season", "From", "To", "Credits"], ["First", "1 June 2027", "31 August 2027", "250,000"],
      ["Second", "1 June 2028", "31 August 2028", "140,000"],
    ])
    let text =
      "<p>4. Supplier gives Customer, without a price, the message credits that the annex lists for each season.</p>"
    let lines = TableSample.grants("\(text)<h2>Annex to clause 4</h2>\(table)")
    #expect(lines.map { $0.hasPrefix("usage_credit") } == [true, true])
    #expect(TableSample.grants("<h2>Annex to clause 4</h2>\(table)").isEmpty)
  }

  @Test func classesAndSeats() {
    let table = TableSample.table([
      ["Class", "Seats", "Meant for", "Price"], ["“Milk Routes”, public", "8 seats", "drivers", "nothing"],
      ["“Cheese Cellars”, private", "on request", "clerks", "EUR 3,900.00 a day, not ordered"],
    ])
    let lines = TableSample.grants("<h2>Annex: class calendar</h2>\(table)")
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("training_credit 8 seat") == true)
  }

  @Test(arguments: ["to be ordered", "at request", "on request"])
  func rowsThatAreNotOrdered(number: String) {
    let table = TableSample.table([
      ["Benefit", "How many", "Charge"], ["Training credits", "80 credits", "none"],
      ["Private class", number, "EUR 4,400.00 a day"],
    ])
    #expect(TableSample.grants("<h2>Learning</h2>\(table)").count == 1)
  }

  @Test func newTextUnderAWithdrawnArticle() {
    let lines = GrantSample.lines(
      """
      Article 12 of the order form (consulting days) is withdrawn. It now says:

      12. Supplier sends a consultant for fourteen (14) days.
      """)
    #expect(lines.map { $0.hasPrefix("services_hours 14 day") } == [true])
    let gone = GrantSample.lines(
      """
      Article 12 of the order form is withdrawn in these parts:

      12. Supplier sends a consultant for fourteen (14) days.
      """)
    #expect(gone.isEmpty)
  }

  @Test func leftoversInARowEndNoGrant() {
    let table = TableSample.table([
      ["Extra", "Amount", "Months", "Note"],
      ["Message credits", "50,000 credits", "May 2027 to July 2027", "what is left is removed on the last day"],
      ["Exam vouchers", "12 vouchers", "May 2027 to July 2027", "they are dead afterwards"],
    ])
    #expect(TableSample.grants("<h2>Free of charge</h2>\(table)").count == 2)
  }

  @Test(arguments: [
    "A project manager of Customer is free for it on two days a week.",
    "The proposals, including the offer of 200 training credits, are superseded.",
    "A sandbox: $400.00 a month.",
    "The thirty training credits of the former text were all spent before May.",
  ])
  func noGrants(clause: String) {
    #expect(GrantSample.lines(clause).isEmpty)
  }

  @Test(arguments: ["Concession", "Item"])
  func amountsThatCount(heading: String) {
    let table = TableSample.table([[heading, "Amount"], ["Training credits", "40"], ["Success fund", "EUR 12,000"]])
    let lines = TableSample.grants("<h2>Supplied without charge</h2>\(table)")
    #expect(lines.first?.hasPrefix("training_credit 40 credit") == true)
    #expect(lines.last?.hasPrefix("success_fund value 12000 EUR") == true)
    let prices = TableSample.table([
      ["Item", "Amount"], ["Training credits", "EUR 4,000"], ["Sandbox", "EUR 12,000"],
    ])
    #expect(TableSample.grants("<h2>Price list</h2>\(prices)").isEmpty)
  }

  @Test func capOfAnOpenAmount() {
    let found =
      GrantSample.result(
        "Supplier establishes a success fund in an amount to be agreed, not exceeding $25,000.")?.entitlements ?? []
    #expect(found.map { $0.value?.amount } == [nil])
    #expect(found.first?.gaps.contains(.quantity_or_value) == true)
    let stated = GrantSample.lines("Supplier establishes a success fund not exceeding $25,000.")
    #expect(stated.first?.contains("worth 25000") == true)
  }

  @Test func whatTheVendorCancelsIsNotLost() {
    let lines = GrantSample.lines(
      "Supplier grants 25 training credits. A class that is cancelled by Supplier is held later.")
    #expect(lines.allSatisfy { !$0.contains("forfeited") })
  }
}
