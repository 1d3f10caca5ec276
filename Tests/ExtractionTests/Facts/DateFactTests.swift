// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@Suite struct DateFactTests {
  private static let parties =
    "by and between Larkspur Instruments, Inc. (\"Supplier\") and Verrel Foods LLC (\"Client\")"

  @Test(
    arguments: [
      ("This Agreement is made and entered into as of May 3, 2021 \(parties).", "2021-05-03", "2021-05-03"),
      (
        "This Agreement is made this 8th day of May 2014 (the \"Effective Date\") \(parties).", "2014-05-08",
        "2014-05-08"
      ),
      (
        "This Agreement is dated as of May 3, 2021, but effective as of April 1, 2021, \(parties).", "2021-05-03",
        "2021-04-01"
      ),
      ("This Agreement is made \(parties). The Effective Date of this Agreement is June 9, 2019.", nil, "2019-06-09"),
      (
        "This Agreement is made as of the Effective Date \(parties).\n\n1. \"Effective Date\" means June 9, 2019.", nil,
        "2019-06-09"
      ),
      ("This Agreement is made \(parties), under the lease dated March 1, 2011.", nil, nil),
    ] as [(String, String?, String?)])
  func agreements(text: String, agreement: String?, effective: String?) {
    let facts = FactSample.facts("SUPPLY AGREEMENT\n\n\(text)\n\nThe parties agree as follows.")
    if let agreement { #expect(facts.agreementDate == FactSample.day(agreement)) }
    #expect(facts.effectiveDate == FactSample.day(effective))
  }

  @Test func aLetterIsDatedByItsHead() {
    let facts = FactSample.facts(
      "CONFIDENTIALITY AGREEMENT\n\nFebruary 2, 2009\n\nVerrel Foods LLC\n12 Mill Lane\n\nDear Sirs:\n\nYou have asked for information.\n"
    )
    #expect(facts.agreementDate == FactSample.day("2009-02-02"))
  }

  @Test func theClosingWordsDateADocumentToo() {
    let facts = FactSample.facts(
      """
      NON-DISCLOSURE AGREEMENT

      Verrel Foods LLC and the undersigned agree as follows.

      IN WITNESS WHEREOF, the parties have executed this Agreement this 28th day of March, 2005.

      By: /s/ Ada Quill
      """)
    #expect(facts.agreementDate == FactSample.day("2005-03-28"))
  }

  /// Neither is the date of another agreement, nor that of one signature alone.
  @Test func signaturesDateAnOrderOnlyWhenAllHaveSigned() {
    func order(_ second: String) -> DocumentFacts {
      FactSample.facts(
        """
        ORDER FORM Q-5520

        Vendor:     Pellucid Software LLC
        Customer:   Nettle Bay Ferries Ltd

        The order is placed under the agreement between the parties dated March 3, 2018.

        Pellucid Software LLC
        By: /s/ Ada Quill
        Date: May 2, 2025

        Nettle Bay Ferries Ltd
        \(second)
        """)
    }
    let signed = order("By: /s/ Ben Orrin\nDate: May 7, 2025")
    #expect(signed.signature.status == .executed)
    #expect(signed.agreementDate == FactSample.day("2025-05-07"))
    #expect(signed.effectiveDate == nil)
    let half = order("By: ______________\nDate:")
    #expect(half.signature.status == .partial)
    #expect(half.agreementDate == nil)
  }

  @Test(
    arguments: [
      ("This Order Form takes effect on the Order Start Date.", "2025-06-01"),
      ("This Order Form takes effect on the date on which the last of the two parties signs.", "2025-05-07"),
      ("The order is placed.", nil),
    ] as [(String, String?)])
  func effectivenessMayHangOnAnotherDate(clause: String, effective: String?) {
    let facts = FactSample.facts(
      """
      ORDER FORM Q-5520

      Vendor:            Pellucid Software LLC
      Customer:          Nettle Bay Ferries Ltd
      Order Start Date:  June 1, 2025
      Order Term:        12 months

      \(clause)

      Pellucid Software LLC
      By: /s/ Ada Quill
      Date: May 2, 2025

      Nettle Bay Ferries Ltd
      By: /s/ Ben Orrin
      Date: May 7, 2025
      """)
    #expect(facts.effectiveDate == FactSample.day(effective))
  }

  @Test(
    arguments: [
      ("made and entered into as of the later of the two signature dates below", "2019-06-12"),
      ("made effective as of the date signed by the Recipient below", "2019-06-12"),
      ("entered into as of the date set out in the schedule", nil),
    ] as [(String, String?)])
  func anAgreementMayBeEffectiveWhenItIsSigned(words: String, effective: String?) {
    let facts = FactSample.facts(
      """
      NON-DISCLOSURE AGREEMENT

      This Agreement is \(words) by and between Larkspur Mills, Inc. and Nettle Bay Ferries Ltd.

      Larkspur Mills, Inc.
      By: /s/ Ada Quill
      Date: June 4, 2019

      Nettle Bay Ferries Ltd
      By: /s/ Ben Orrin
      Date: June 12, 2019
      """)
    #expect(facts.effectiveDate == FactSample.day(effective))
  }

  @Test func plansOfOthersHaveDaysOfTheirOwn() {
    let facts = FactSample.facts(
      """
      NON-DISCLOSURE AGREEMENT

      This Non-Disclosure Agreement is entered into as of May 17, 2027 by and between Pellucid Software LLC and Nettle Bay
      Ferries Ltd.

      Nothing herein is "Good Reason" under the Nettle Bay Change in Control Plan effective October 22, 2024.
      """)
    #expect(facts.effectiveDate != FactSample.day("2024-10-22"))
  }
}
