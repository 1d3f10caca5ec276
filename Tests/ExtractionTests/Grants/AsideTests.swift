// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// What more would cost, and how fast a thing may be used, takes nothing away from what the sentence grants.
@Suite struct AsideTests {
  @Test(arguments: [
    ("Supplier provides 3 sandboxes (additional sandboxes cost $400 per month).", "sandbox 3 sandbox"),
    ("The plan includes 400 GB of storage, and Customer may buy more at $3 per GB.", "storage 400 gb"),
    ("Customer receives 14 exam vouchers, further vouchers can be ordered at list price.", "certification_voucher 14"),
    ("Supplier grants 25 training credits (more can be purchased for $90 each).", "training_credit 25"),
    ("Customer is entitled to 60,000 API calls per day, subject to the fair use policy.", "api_capacity 60000 call"),
    ("Customer receives 3 sandboxes, and each sandbox is limited to 9 GB of storage.", "sandbox 3 sandbox"),
    ("Supplier provides 16 consulting days, assuming that Customer uses one edition only.", "services_hours 16 day"),
    ("Supplier provides 9 consulting days with the option of 4 further days at $400 per day.", "services_hours 9 day"),
    ("Supplier grants 25 training credits; they give no right to any sandbox.", "training_credit 25"),
    ("Supplier provides 3 sandboxes, subject to the technical limits in the documentation.", "sandbox 3 sandbox"),
  ])
  func isGranted(clause: String, expected: String) {
    let lines = GrantSample.lines("3. EXTRAS\n\n\(clause)\n")
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix(expected) == true)
    #expect(lines.first?.contains("fee 400") == false && lines.first?.contains("fee 3600") == false)
  }

  @Test(arguments: [
    "Supplier offers 14 exam vouchers, which can be ordered at list price.",
    "Customer may purchase 25 training credits (more can be had for $90 each).",
    "The 60,000 API calls per day are a technical limit.",
    "14 exam vouchers (can be ordered for $90 each).",
  ])
  func isNone(clause: String) {
    #expect(GrantSample.lines("3. EXTRAS\n\n\(clause)\n") == [])
  }
}
