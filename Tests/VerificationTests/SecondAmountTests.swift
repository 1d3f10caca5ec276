// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import PromiseReading
import Testing
import Verification

/// What adds to an amount, multiplies it or shares it out never lands with the smaller number.
@Suite struct SecondAmountTests {
  private static let clauses = """
    1. Quillmark grants Customer 70 training credits free of charge for the Term. Unused training credits are forfeited.

    2. Quillmark provides a success fund of EUR 18,000 in each contract year, to be used for adoption.

    3. Customer receives two (2) full copy sandboxes free of charge for the Term.
    """

  private func verdict(_ promise: String) throws -> String {
    try #require(try Support.verdicts([promise], against: Support.order(Self.clauses)).first).verdict.rawValue
  }

  @Test(arguments: [
    "70 + 15 training credits", "70 training credits, and then 15 on top", "70 training credits twice",
    "70 training credits per plant", "70 training credits each for both mills",
    "70 training credits, half of them next year",
    "35 training credits for clerks and 25 for drivers", "70-90 training credits", "a third full copy sandbox",
    "two sandboxes and one more for trials", "success fund 18k, 22k and 26k over the three years",
    "EUR 18,000 success fund a year plus EUR 4,000 for the launch", "70 training credits to each of the subsidiaries",
  ])
  func isUnclear(_ promise: String) throws { #expect(try verdict(promise) == "unclear") }

  @Test(arguments: [
    "70 training credits", "seventy (70) training credits", "2 packs of 35 training credits",
    "70 training credits for our 3 mills", "70 training credits for up to 25 foresters",
    "2 full copy sandboxes for the term",
    "70 training credits instead of 50", "success fund of EUR 18,000 each year",
    "success fund of EUR 18,000 per contract year",
    "EUR 18,000 success fund in each of the three years", "one of the two sandboxes",
  ])
  func lands(_ promise: String) throws { #expect(try verdict(promise) == "landed") }

  @Test func yearsThatAreNotNamedAgain() throws {
    let list = try Support.promises("text\n20 training credits in the first year and 45 in the second\n", file: "p.csv")
    #expect(list.promises.first?.grants.compactMap(\.quantity?.amount) == [20, 45])
  }

  @Test func whatIsAddedTwice() throws {
    let found = try Support.verdicts(
      ["30 training credits", "plus 40 more training credits", "and 10 extra training credits on top"],
      against: Support.order(Self.clauses))
    #expect(found.map(\.verdict) == [.landed, .landed, .missing])
  }

  @Test func sumOfTheNextGrant() throws {
    let list = try Support.promises(
      "We offer 70 training credits and EUR 21,000 a year as success fund.", file: "n.txt")
    let grants = list.promises.flatMap(\.grants)
    #expect(grants.map(\.kind) == ["training_credit", "success_fund"])
    #expect(grants.first?.value == nil && grants.last?.value?.amount == 21_000)
    #expect(grants.last?.recurrence == .contract_year)
  }

  @Test(arguments: [
    "Unused credits roll over.", "Rhea said unused training credits roll over.", "The training credits never expire.",
  ])
  func termsInProse(_ sentence: String) throws {
    let list = try Support.promises("Rhea offers 70 training credits. \(sentence)", file: "n.txt")
    let contract = try Support.reader().readContract(Array(Support.order(Self.clauses).utf8), name: "c.txt")
    let found = Verifier(extractor: try Support.reader().extractor).verify(list, against: [contract]).promises
    #expect(found.map(\.verdict) == [.landed, .contradicted])
  }

  @Test(arguments: ["Credits are valid for four years.", "Training credits are usable for 48 months."])
  func timeInProse(_ sentence: String) throws {
    let list = try Support.promises("Rhea offers 70 training credits. \(sentence)", file: "n.txt")
    #expect(list.promises.count == 2)
    #expect(list.promises.last?.grants.first?.timing.months == 48)
  }

  @Test(arguments: [
    "We should ask whether unused credits roll over.", "In our old contract unused credits rolled over.",
  ])
  func noTerms(_ sentence: String) throws {
    #expect(try Support.promises("Rhea offers 70 training credits. \(sentence)", file: "n.txt").promises.count == 1)
  }

  /// A length of time that the promise itself begins with has no word before it.
  @Test(arguments: ["8 hours and 40 hours of consulting", "5 days plus 40 hours of consulting"])
  func amountsThatOpenThePromise(_ promise: String) throws {
    #expect(try Support.verdict(promise, "1. Customer receives 20 hours of consulting free of charge.") != "landed")
  }
}
