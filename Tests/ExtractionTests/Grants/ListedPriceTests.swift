// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@testable import Extraction

/// Prices behind what is bought with nothing but a sign between, and what stands beside `Included`.
@Suite struct ListedPriceTests {
  @Test(
    arguments: [
      ("- 12 training days, $14,400 in total", "14400"),
      ("- 20 hours of consulting, one-off, $3,600", "3600"),
      ("- Premium support, $780.00 per month;", "18720"),
      ("- Gold support for $500 a month", "12000"),
      ("- 8 exam vouchers: $1,600", "1600"),
      ("- 4 coaching sessions, $900 each", "3600"),
      ("- 40 training credits, on us, good until 31 October 2026", "0"),
      ("Included: 2 sandboxes", "0"),
      ("Included        2 sandboxes", "0"),
      // What more would cost, what it is worth, what it may cost.
      ("- 12 training days, worth $14,400", nil),
      ("- 2 sandboxes (list price $900 a month)", nil),
    ] as [(String, String?)])
  func listed(item: String, fee: String?) {
    let grants = GrantSample.lines("You get:\n\n\(item)", end: "29 February 2028")
    #expect(grants.count == 1, "\(item) \(grants)")
    let stated = grants.first?.split(separator: "|").first { $0.contains("fee") }?.split(separator: " ").last
    #expect(stated.map(String.init) == fee, "\(item) \(grants)")
  }

  @Test func whatPlansAreNamedLike() {
    for line in ["Support - Premier, included", "Support (Signature), included", "Support: Standard, included"] {
      #expect(GrantSample.lines("You get:\n\n- \(line)").first?.hasPrefix("support_plan") == true, "\(line)")
    }
  }
}
