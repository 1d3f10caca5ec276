// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Sentences that say of a figure how often it is given; in an order from 2026-03-01 to 2028-02-28.
@Suite struct FigureRhythmTests {
  private func rhythm(_ sentence: String) -> String {
    let found = GrantSample.result("Supplier grants Customer 20 training credits. \(sentence)")?.entitlements.first
    return found?.recurrence.map { "\($0.every.rawValue)×\($0.periods.count)" } ?? "-"
  }

  @Test(arguments: [
    ("The number stated is per Contract Year.", "contract_year×2"),
    ("This applies afresh in each Contract Year.", "contract_year×2"),
    ("Customer receives the same number in each further Contract Year.", "contract_year×2"),
    ("The credits are an annual allowance.", "contract_year×2"),
    ("They are made available once in every Contract Year.", "contract_year×2"),
    ("Supplier credits them anew at the start of each Contract Year.", "contract_year×2"),
    ("A new set is credited on every anniversary of the Order Start Date.", "contract_year×2"),
    ("This is a monthly quantity.", "month×24"),
    ("Fees are invoiced each Contract Year.", "-"),
    ("Usage is reviewed each quarter.", "-"),
    ("The parties meet every month to review them.", "-"),
    ("They are granted once and not again in later Contract Years.", "-"),
    ("Their price is adjusted each Contract Year.", "-"),
  ])
  func isSaidOfAFigure(sentence: String, expected: String) {
    #expect(rhythm(sentence) == expected)
  }

  @Test func aSumThatComesAgain() {
    let found = GrantSample.lines("Customer receives an adoption fund of $5,000 each calendar quarter.")
    #expect(found.count == 1)
    #expect(found.first?.contains("quarter×8") ?? false)
    #expect(!GrantSample.lines("Supplier provides 20 training credits at $90 each.").isEmpty)
  }

  @Test(arguments: [
    ("Supplier will extend the period once by three months on written request.", "extendable"),
    ("Customer is not entitled to a refund of unused credits.", "-"),
    ("Supplier will extend the payment period once on written request.", "-"),
  ])
  func whatBecomesOfTheRest(sentence: String, expected: String) {
    let found = GrantSample.result(
      "Supplier grants Customer 20 training credits, valid until 31 May 2027. \(sentence)")?.entitlements.first
    #expect(found?.conditions.unused?.rawValue ?? "-" == expected)
  }
}
