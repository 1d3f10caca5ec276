// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Testing

@testable import Extraction

/// Times of grants that nothing dates, or that stand where no link reaches: the term's days are not said then. In an order
/// from 2026-03-01 to 2028-02-28.
@Suite struct UntoldTimeTests {
  private func timings(_ clauses: String) -> [String] {
    GrantSample.lines(clauses).map { line in
      line.split(separator: "|").map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
        .first { $0.contains("..") } ?? ""
    }
  }

  @Test(arguments: [
    ". They are to be consumed while the launch crew is in Cork.", ", to be used before the new quay opens to lorries.",
    ". They are available for as long as the project office exists.", ". They stay usable to the end of Season One.",
    ". They expire on a date to be agreed, not before 30 September 2026.",
    ". Their last day is agreed upon later, but is not earlier than 31 October 2026.",
    ". The day on which they close will be set by the steering group.",
    ". Half of them may be booked by 31 August 2026, the rest by 31 March 2027.",
    ". One third of them lapses on 31 August 2026, two thirds on 31 March 2027.",
    ". The seats are for the balance of the harbour year in which the order starts.",
  ])
  func open(words: String) {
    let all = timings("Supplier grants 40 training credits free of charge\(words)")
    #expect(all.count == 1)
    #expect(all.allSatisfy { $0.hasSuffix("..?") }, "\(all)")
  }

  @Test(arguments: [
    (". Client can ask for them during the first seven months that follow 1 May 2026.", "2026-05-01..2026-11-30"),
    (". Once six months have passed from the Order Start Date Client may book them.", "2026-09-01..2028-02-28"),
    (". Client may book them after six months from the Order Start Date have gone by.", "2026-09-01..2028-02-28"),
    (". They are void once six months have passed from the Order Start Date.", "2026-03-01..2026-08-31"),
    (". They may be taken up to the end of the third month after 1 May 2026.", "2026-03-01..2026-07-31"),
    (". A class lasts two days.", "2026-03-01..2028-02-28"),
    (". They are for the pilots who start in September 2026.", "2026-03-01..2028-02-28"),
    (". They are used while the order lasts.", "2026-03-01..2028-02-28"),
  ])
  func told(words: String, days: String) {
    #expect(timings("Supplier grants 40 training credits free of charge\(words)") == [days])
  }

  @Test(arguments: [
    "Gifts have a life of nine months from the Order Start Date.", "Our incentives are good through 30 November 2026.",
  ])
  func allOfThem(sentence: String) {
    let all = timings(
      "Supplier grants 40 training credits free of charge.\n\nSupplier provides a success fund of USD 9,000.\n\n\(sentence)"
    )
    #expect(all == ["2026-03-01..2026-11-30", "2026-03-01..2026-11-30"])
  }

  /// A sentence of use elsewhere that has the grant's noun, with a day that was given to nothing.
  @Test func fromAfar() {
    let far = """
      1. Credits
      Supplier grants 40 training credits free of charge.

      2. Office
      The office is in Cork. Supplier's teachers are available for credits on Mondays, the last time in May 2027.
      """
    #expect(timings(far) == ["2026-03-01..?"] || timings(far) == ["?..?"])
  }

  @Test func offers() {
    let text = """
      1. Sandbox
      Supplier provides one sandbox free of charge.

      2. Growth
      Until 30 November 2026 Client can take on up to 40 more users at the prices above, and a further sandbox.
      """
    #expect(timings(text) == ["2026-03-01..2028-02-28"])
  }
}
