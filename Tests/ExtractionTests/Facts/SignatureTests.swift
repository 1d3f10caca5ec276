// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@Suite struct SignatureTests {
  private static let head =
    "ORDER FORM Q-5520\n\nVendor:     Pellucid Software LLC\nCustomer:   Nettle Bay Ferries Ltd\n\nThe fees are due in 30 days.\n\n"

  @Test func twoColumns() {
    let signature = FactSample.facts(
      Self.head + """
        PELLUCID SOFTWARE LLC                    NETTLE BAY FERRIES LTD

        By:     /s/ Ada Quill                    By:     /s/ Ben Orrin
        Name:   Ada Quill                        Name:   Ben Orrin
        Title:  Director, Deals                  Title:  Harbour Master
        Date:   May 2, 2025                      Date:   May 7, 2025
        """
    ).signature
    #expect(signature.status == .executed)
    #expect(signature.signers.map(\.name) == ["Ada Quill", "Ben Orrin"])
    #expect(signature.signers.map(\.party) == [.vendor, .customer])
    #expect(signature.signers.map(\.title) == ["Director, Deals", "Harbour Master"])
    #expect(signature.signers.map(\.date) == [FactSample.day("2025-05-02"), FactSample.day("2025-05-07")])
  }

  @Test(arguments: [
    (
      "Pellucid Software LLC\nBy: /s/ Ada Quill\n\nNettle Bay Ferries Ltd\nBy: /s/ Ben Orrin\n",
      Signature.Status.executed
    ),
    ("Pellucid Software LLC\nBy: /s/ Ada Quill\n\nNettle Bay Ferries Ltd\nBy: ________________\nName:\n", .partial),
    ("Pellucid Software LLC\nBy: ________________\n\nNettle Bay Ferries Ltd\nBy: ________________\n", .unsigned),
    (
      "Signed for Pellucid Software LLC:  By: /s/ Ada Quill  Name: Ada Quill  Title: Director  Date: May 2, 2025\n"
        + "Signed for Nettle Bay Ferries Ltd:  By: /s/ Ben Orrin  Name: Ben Orrin  Title: Master  Date: May 7, 2025\n",
      .executed
    ),
    (
      "Signed for Pellucid Software LLC:\nBy: /s/ Ada Quill\n\nSigned for Nettle Bay Ferries Ltd:\nBy: ____________\n",
      .partial
    ),
    (
      "Signed:\n\nPellucid Software LLC\nBy: /s/ Ada Quill\n\nNettle Bay Ferries Ltd\nBy: /s/ Ben Orrin\n", .executed
    ),
    ("Signed:\n\nPellucid Software LLC\nBy: /s/ Ada Quill\n\nNettle Bay Ferries Ltd\nBy: ____________\n", .partial),
    (
      "Signed for and on behalf of\nPellucid Software LLC\n\n/s/ Ada Quill\n\nSigned for and on behalf of\n"
        + "Nettle Bay Ferries Ltd\n\n/s/ Ben Orrin\n", .executed
    ),
    (
      "Signed for and on behalf of\nPellucid Software LLC\n\n/s/ Ada Quill\n\nSigned for and on behalf of\n"
        + "Nettle Bay Ferries Ltd\n\n____________\n", .partial
    ),
    ("Accepted by:\n\nPellucid Software LLC\nBy: /s/ Ada Quill\n\nNettle Bay Ferries Ltd\nBy: ________\n", .partial),
    ("Accepted by:\n\nPellucid Software LLC\nBy: /s/ Ada Quill\n\nNettle Bay Ferries Ltd\nBy: /s/ B\n", .executed),
    ("The end.\n", .unknown),
    (
      "Pellucid Software LLC\nDocuSigned by: Ada Quill\n7B21C90FD4E3425...\n\nNettle Bay Ferries Ltd\nDocuSigned by: Ben Orrin\n",
      .executed
    ),
    ("Signature Success Plan is not included.\n", .unknown),
  ])
  func status(block: String, status: Signature.Status) {
    #expect(FactSample.facts(Self.head + block).signature.status == status)
  }

  @Test func theEnvelopeStandsInTheRunningHead() {
    let text = "DocuSign Envelope ID: 0A1B2C3D-1111-2222-3333-444455556666\n\n" + Self.head
    #expect(FactSample.facts(text).signature.envelope == "0A1B2C3D-1111-2222-3333-444455556666")
  }

  /// A day of the order that stands in a column of its own above the place to sign is nobody's signature date.
  @Test(arguments: ["End Date:     30 April 2031", "End Date      30 April 2031", "Valid until:  30 April 2031"])
  func daysOfTheOrderAreNoSignatureDates(label: String) {
    let facts = FactSample.facts(
      """
      ORDER FORM ZX-5150

      Pellucid Software LLC ("Pellucid")
      Nettle Bay Ferries Ltd ("Customer")

      Start Date:   1 May 2028
      \(label)
      Currency:     EUR

      Customer receives 50 training credits.

      Signed: /s/ Ada Quill            Signed: /s/ Ben Orrin
      """)
    #expect(facts.signature.signers.map(\.date) == [nil, nil])
    #expect(facts.agreementDate == nil)
  }
}
