// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import Testing
import Verification

/// How people say that something is free, what becomes of the unused, and what work is done.
@Suite struct PlainWordingTests {
  @Test(arguments: [
    "Gold Support for the whole term, we don't pay for it", "Gold Support, you won't be billed",
    "Gold Support at zero", "Gold Support, our treat", "they pick up the tab for Gold Support",
    "Gold Support inside the base price", "Gold Support doesn't cost us a cent", "Gold Support for $0",
  ])
  func isFree(_ promise: String) throws {
    #expect(try Support.verdict(promise, "Gold Support is provided for the whole term at no charge.") == "landed")
    #expect(
      try Support.verdict(promise, "Gold Support is provided for the whole term at a fee of EUR 4,000 a year.")
        == "weakened fee")
  }

  private static let annulled = """
    Customer may use 40,000 render credits in each contract year. A credit that remains at the end of a contract year is \
    annulled; it is not transferred to the following one.
    """

  @Test(arguments: [
    "render credits we have not used by the end of a contract year stay with us for the next",
    "Render credits not used in a year are added to the next year's allowance",
    "unused render credits survive into the following year", "render credits nobody takes are still ours next year",
    "whatever render credits we fail to use remain in our account",
  ])
  func whatIsLeft(_ promise: String) throws {
    #expect(try Support.verdict(promise, Self.annulled) == "contradicted")
  }

  @Test func whatIsLeftAndNotUnderstood() throws {
    let kept = "Customer may use 40,000 render credits in each contract year."
    #expect(try Support.verdict("render credits we have not used are painted green", kept) == "unclear")
  }

  @Test(arguments: [
    ("50 hours of recipe conversion by your engineers, our treat", "landed"),
    ("60 hours of recipe conversion by their people", "weakened quantity"),
  ])
  func work(_ promise: String, _ verdict: String) throws {
    let clause = "Quillmark engineers spend fifty (50) hours on converting Customer's recipes, at no charge."
    #expect(try Support.verdict(promise, clause) == verdict)
  }

  /// Work is promised by what it does: that both are done on data makes it no other work.
  @Test func otherWorkOnData() throws {
    let clause = "Quillmark provides twenty hours of advice on the quality of Customer's data, free of charge."
    #expect(try Support.verdict("they'll move our data out free of charge when we leave", clause) == "missing")
    #expect(
      try Support.verdict(
        "they'll move our data out free of charge when we leave", "No migration services form part of this Order.")
        == "contradicted")
  }

  @Test(arguments: [
    ("PoC credit of 20k", "landed"), ("a 25k PoC credit", "weakened value"),
    ("PoC credit of 20k, nine months from the start to burn it", "weakened validity"),
  ])
  func creditOfASum(_ promise: String, _ verdict: String) throws {
    let clause = "Quillmark books a proof-of-concept credit of EUR 20,000. It may be consumed until 31 October 2028."
    #expect(try Support.verdict(promise, clause) == verdict)
  }

  @Test func whatComesAfter() throws {
    let clause = """
      During the first contract year Customer has Gold Support, free of charge. After that Base Support applies, unless \
      Customer orders Gold Support at 12% of the yearly sum.
      """
    #expect(try Support.verdict("Gold Support in the first year, no fee", clause) == "landed")
    #expect(try Support.verdict("Gold Support for all three years, no fee", clause).hasPrefix("weakened"))
  }

  @Test func callsByTheColumn() throws {
    let csv =
      "text,kind,quantity\nAPI calls on the gateway,api_capacity,80 000 per day\nAPI calls,api_capacity,90k/day\n"
    let found = try Support.verdicts(csv: csv, "The gateway handles 80,000 API calls per calendar day.")
    #expect(found.map(\.verdict) == [.landed, .weakened])
  }

  /// The plan goes by its hours, and its row has the name.
  @Test func planByItsHours() throws {
    let clause = "Gold Care (around-the-clock support) is included for the whole term."
    #expect(try Support.verdict("Gold Care, included", clause) == "landed")
    #expect(try Support.verdict("Platinum Care, included", clause).hasPrefix("weakened tier"))
  }
}
