// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@testable import Extraction

/// What a document leaves open is said to be open, and why.
@Suite struct TwoReadingTests {
  private static let order = """
    ORDER FORM

    Supplier: Quill Works Ltd
    Customer: Harbour Trust

    """

  @Test func datesOfWhichNothingTellsDayFromMonthAreProblems() throws {
    let result = try #require(
      FactSample.extraction(
        of: Self.order + "Order Start Date: 04/05/2026\nOrder End Date: 03/05/2027\n\n"
          + "Supplier grants Customer 100 training credits at no charge until 03/05/2027."))
    #expect(result.facts.problems.map(\.code) == [.ambiguousDate, .ambiguousDate])
    #expect(result.facts.term.end == nil)
    #expect(result.entitlements.map(\.certainty) == [.ambiguous] && result.entitlements[0].validity.end == nil)
  }

  @Test func anotherDateSettlesThem() throws {
    let result = try #require(
      FactSample.extraction(
        of: Self.order + "Order Start Date: 04/05/2026\nOrder End Date: 30/04/2027\n\n"
          + "Supplier grants Customer 100 training credits at no charge until 03/03/2027."))
    #expect(result.facts.problems.isEmpty && result.entitlements.first?.validity.end?.description == "2027-03-03")
  }

  @Test(arguments: [
    ("valid until the earlier of 31 December 2026 and twelve months from the Effective Date", Certainty.ambiguous),
    ("valid until the later of 30 June 2026 and the day on which the second wave is done", .ambiguous),
    ("valid for no later than six months after the Effective Date", .explicit),
    ("valid for twelve months from the Effective Date", .explicit), ("valid until 31 December 2026", .explicit),
  ])
  func theEarlierOfTwoDaysIsUndecidedWhereOneIsUnknown(time: String, certainty: Certainty) throws {
    let result = try #require(
      FactSample.extraction(of: "Supplier grants Customer 100 training credits at no charge, \(time)."))
    #expect(result.entitlements.map(\.certainty) == [certainty])
  }

  @Test(arguments: [
    ("for the onboarding of Service Cloud agents", "onboarding of Service Cloud agents"),
    ("for the configuration of its shipment workflows", "configuration of its shipment workflows"),
    ("(for the test team)", "the test team"), ("for training and coaching", "training and coaching"),
    ("for use in the northern harbours", "the northern harbours"),
  ])
  func aPurposeKeepsItsNoun(words: String, purpose: String) throws {
    let result = try #require(
      FactSample.extraction(of: "Supplier provides 100 training credits \(words) at no charge."))
    #expect(result.entitlements.map(\.purpose) == [purpose])
  }

  @Test(arguments: [
    "Annual fees: USD 100,000.", "The total charges amount to USD 100,000.", "Order price: USD 100,000.",
  ])
  func whatTheOrderCostsIsNoPriceOfAGrantBesideIt(fees: String) throws {
    let result = try #require(
      FactSample.extraction(of: "Supplier provides Customer a Success Fund of 5% of annual fees. \(fees)"))
    #expect(result.entitlements.count == 1 && result.entitlements.first?.fee == nil)
  }

  /// What is sold by number and price is no sum, though it costs what stands above it together.
  @Test func aRowThatAddsUpByChanceIsALine() throws {
    let table = """
      Product            Quantity   Unit price   Total
      Training credits   20         $10          $200
      Consulting hours   1          $300         $300
      Sandboxes          5          $100         $500
      """
    let result = try #require(FactSample.extraction(of: table))
    #expect(result.facts.lineItems.map(\.product) == ["Training credits", "Consulting hours", "Sandboxes"])
    let sum = table.replacing("Sandboxes          5          $100 ", with: "To be paid                           ")
    #expect(FactSample.extraction(of: sum)?.facts.lineItems.count == 2)
  }

  @Test func aShareOfTwoReadingsIsAmbiguous() throws {
    let result = try #require(
      FactSample.extraction(
        of: Self.order + "Order Start Date: 1 May 2026\nOrder End Date: 30 April 2027\n\n"
          + "Supplier grants Customer a success fund equal to five percent (4%) of annual subscription fees. "
          + "Annual subscription fees are USD 80,000."))
    #expect(result.facts.problems.map(\.code) == [.wordsAndFiguresDisagree])
    #expect(result.entitlements.map(\.certainty) == [.ambiguous])
  }

  @Test func aSignThatNothingSettlesIsTold() throws {
    let text = Self.order + "Supplier grants Customer a success fund of $25,000 and a launch fund of $4,000."
    let result = try #require(FactSample.extraction(of: text))
    #expect(result.facts.problems.map(\.code) == [.ambiguousCurrency])
    #expect(result.facts.problems.first?.message.contains("$25,000") == true)
    let settled = try #require(FactSample.extraction(of: text + " All sums are in Canadian dollars."))
    #expect(settled.facts.problems.isEmpty)
  }

  @Test func ofBusinessDaysTheCalendarIsMissing() throws {
    let result = try #require(
      FactSample.extraction(
        of: Self.order + "Order Start Date: 1 May 2026\nOrder End Date: 30 April 2027\n\n"
          + "Supplier grants Customer 100 training credits at no charge, valid for 30 business days from the Order Start Date."
      ))
    #expect(result.entitlements.first?.validity.end == nil)
    #expect(result.facts.problems.first?.message.contains("no calendar of them") == true)
  }
}
