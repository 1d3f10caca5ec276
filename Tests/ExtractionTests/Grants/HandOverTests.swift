// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// By when something is handed over says nothing of how long it may be used; by when work is done does.
@Suite struct HandOverTests {
  private static let term = "2026-03-01..2028-02-28"

  @Test(arguments: [
    "Supplier will provide 3 sandboxes within ten days of signature.",
    "Within ten days of signature, Supplier will make three full sandboxes available to Customer.",
    "Supplier shall issue 20 certification vouchers by 30 April 2026.",
    "Three full sandboxes are to be provisioned no later than 15 April 2026.",
    "Supplier will provide 500 GB of file storage by 1 May 2026.",
    "Supplier undertakes to supply 60 training credits within 30 days of the Order Start Date.",
  ])
  func ofWhatIsHandedOver(clause: String) {
    let lines = GrantSample.lines(clause)
    #expect(lines.count == 1 && lines[0].contains(Self.term), "\(lines)")
  }

  @Test(arguments: [
    ("Supplier will deliver 40 consulting hours by 30 April 2027.", "2026-03-01..2027-04-30"),
    ("Supplier will deliver four training days within six months of the Order Start Date.", "2026-03-01..2026-08-31"),
    (
      "Supplier will provide 60 training credits by 1 May 2026, to be used by 31 December 2026.",
      "2026-03-01..2026-12-31"
    ),
    (
      "Supplier will provide 60 training credits, to be redeemed within six months of the Order Start Date.",
      "2026-03-01..2026-08-31"
    ),
    ("Supplier will provide a sandbox until 31 August 2026.", "2026-03-01..2026-08-31"),
  ])
  func butNotOfUse(clause: String, days: String) {
    let lines = GrantSample.lines(clause)
    #expect(lines.count == 1 && lines[0].contains(days), "\(lines)")
  }
}
