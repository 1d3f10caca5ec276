// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Verbs and forms in which legal departments grant, and in which they refuse, recall or offer.
@Suite struct GivenInOtherWordsTests {
  @Test(arguments: [
    ("The monthly archive is enlarged by 900 GB of document storage.", "storage 900 gb"),
    ("Supplier will augment the mailbox storage by 250 GB.", "storage 250 gb"),
    ("Eleven consulting days stand at Client's service.", "services_hours 11 day"),
    ("Supplier affords Client nine exam vouchers.", "certification_voucher 9 voucher"),
    ("Exam vouchers, nine in number, are posted to Client's account.", "certification_voucher 9 voucher"),
    (
      "Thirty auditors get access to Atlas Viewer; Supplier charges nothing for this.",
      "complimentary_product 30 user | fee 0"
    ),
    ("A solution architect will attend in Hull for up to eight days.", "services_hours 8 day"),
    ("Supplier shall not charge for the ten included sandboxes.", "sandbox 10 sandbox | fee 0"),
    ("Supplier will keep images up to a volume of three terabytes (3,000 GB).", "storage 3000 gb"),
    ("Supplier shares in the invoices of Delta BV with USD 9,000.", "partner_voucher | worth 9000"),
    (
      "The API entitlement under the Documentation stands enlarged by 9,000 API calls per day.",
      "api_capacity 9000 call a day"
    ),
    ("Forty seats in virtual ledger trainings are held for Client.", "training_credit 40 seat"),
  ])
  func granted(clause: String, line: String) {
    #expect(GrantSample.lines(clause) == ["\(line) | 2026-03-01..2028-02-28"])
  }

  @Test(arguments: [
    "Customer's wish for twelve training credits has not been followed.",
    "The request of Customer for a sandbox and for an adoption fund of USD 6,000 has not been acceded to.",
    "No offer in which 40 training credits were named forms part of this order.",
    "Nothing herein shall be read as granting a sandbox.",
    "The Client may, during the Term, take on further seats at USD 90 each and a sandbox at USD 300 a month.",
    "The Gold Support plan has not been elected.",
    "Supplier increases the price for training credits by 5%.",
    "Customer's engineers attend for three days at Customer's cost.",
    "Customer has access to the support portal 24 hours a day.",
  ])
  func notGranted(clause: String) { #expect(GrantSample.lines(clause).isEmpty) }

  @Test(arguments: [
    ("The fees for the trainers are borne by Marrow & Finch.", "0"),
    ("There being no charge for them, Client may use all.", "0"),
    ("The charge for them is embedded in the seat price.", "0"),
    ("The fees for the trainers are borne by Nettle Bay Ferries.", "?"),
  ])
  func fees(sentence: String, fee: String) {
    let found = GrantSample.result("Supplier conducts eight training days in Hull. \(sentence)")?.entitlements ?? []
    #expect(found.map { $0.fee?.amount.map { "\($0)" } ?? "?" } == [fee])
  }

  /// "the measures in 2.2 to 2.4. None of them attracts a fee."
  @Test func aRangeOfLabelsIsSpokenOfAgain() {
    let found = GrantSample.lines(
      """
      2.1 As an inducement Supplier agrees to the measures in 2.2 to 2.3. None of them attracts a fee.

      2.2 Supplier opens two sandboxes.

      2.3 Supplier issues nine exam vouchers.

      2.4 Supplier loads 400 GB of file storage.
      """)
    #expect(
      found == [
        "sandbox 2 sandbox | fee 0 | 2026-03-01..2028-02-28",
        "certification_voucher 9 voucher | fee 0 | 2026-03-01..2028-02-28",
        "storage 400 gb | 2026-03-01..2028-02-28",
      ])
  }
}
