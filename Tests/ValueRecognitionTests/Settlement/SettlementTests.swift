// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@testable import ValueRecognition

@Suite struct SettlementTests {
  @Test(arguments: [
    Case("The fee is $500. All sums are in USD.", "500 USD"), Case("US$20 and $30", "20 USD", "30 USD"),
    Case("$30, in Canadian dollars", "30 CAD"),
    Case("CAD 20, USD 10 and $30", "20 CAD", "10 USD", "30 ?"), Case("$30 (EUR 25)", "30 ?", "25 EUR"),
    Case("A$20, then $30", "20 AUD", "30 AUD"),
    Case("SEK 100 and 50 kr", "100 SEK", "50 SEK"), Case("¥100 and 50 CNY", "100 CNY", "50 CNY"),
    Case("Fr. 20 and CHF 30", "20 CHF", "30 CHF"),
    Case("20 dollars; sums in U.S. dollars", "20 USD"), Case("20 dollars; United States dollars", "20 USD"),
    Case("$20 and €30", "20 ?", "30 EUR"),
  ])
  func settlesCurrency(_ example: Case) {
    #expect(Reading.values(example.text, .money) == example.values)
  }

  @Test func takesTheDocumentsCurrency() {
    var mentions = Reading.mentions("$500 and £20 and 30 kr")
    mentions.settle(currency: "CAD")
    let money = mentions.compactMap { mention -> String? in
      if case .money(let amount, let currency) = mention.value { return "\(amount) \(currency ?? "?")" }
      return nil
    }
    #expect(money == ["500 CAD", "20 GBP", "30 ?"])
    #expect(mentions.flatMap(\.problems) == [.ambiguousCurrency])
  }

  @Test(arguments: [
    Case("1.250.000,00 EUR, 120.000 calls", "120000 call"),
    Case("$1,250,000.00, 120.000 calls", "120000 call ambiguous_number"),
    Case("120.000 calls", "120000 call ambiguous_number"),
    Case("1.250,50 EUR, 1,500 calls", "1500 call ambiguous_number"), Case("1,500 calls", "1500 call"),
    Case("1,250.50 and 2.500 hours of calls"),
  ])
  func settlesDecimals(_ example: Case) {
    #expect(Reading.values(example.text, .quantity) == example.values)
  }
}
