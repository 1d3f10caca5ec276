// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

@testable import Extraction

@Suite struct PartyTests {
  @Test(arguments: [
    (
      "This Agreement is made as of May 3, 2021 by and between Larkspur Instruments, Inc., a Delaware corporation "
        + "(\"Supplier\"), and Oskar Lindqvist, an individual residing in Ohio (the \"Client\").",
      ["Larkspur Instruments, Inc.", "Oskar Lindqvist"]
    ),
    (
      "This Supply Agreement is entered into between (1) Hollin & Marsh Trading Co., Ltd., a company organized and "
        + "existing under the laws of Japan and having its office in Osaka, and (2) Verrel GmbH & Co. KG, Bremen.",
      ["Hollin & Marsh Trading Co., Ltd.", "Verrel GmbH & Co. KG"]
    ),
    (
      "THIS AGREEMENT is made by Sable Light and Power Company (\"Sable\") and Quern Holdings L.P. (\"Quern\").",
      ["Sable Light and Power Company", "Quern Holdings L.P."]
    ),
    (
      "This Agreement is among Ambrel Bank, N.A. (\"Ambrel\"), Toft Leasing LLC (\"Toft\") and SAP-like Systems (Schweiz) AG.",
      ["Ambrel Bank, N.A.", "Toft Leasing LLC", "SAP-like Systems (Schweiz) AG"]
    ),
  ])
  func preamblesNameTheParties(preamble: String, parties: [String]) {
    #expect(FactSample.facts("SERVICES AGREEMENT\n\n\(preamble)\n\nThe parties agree as follows.").parties == parties)
  }

  @Test func anotherAgreementsPartiesAreNotTaken() {
    let facts = FactSample.facts(
      """
      CONFIDENTIALITY AGREEMENT

      As you know, Arden Mills, Inc. has entered into that certain rights agreement by and between Arden Mills, Inc.
      and Gable Trust Company.
      """)
    #expect(!facts.parties.contains("Gable Trust Company"))
  }

  @Test(arguments: [
    (
      "ORDER FORM\n\nVendor:      Pellucid Software LLC\nCustomer:    Nettle Bay Ferries Ltd\n",
      "Pellucid Software LLC", "Nettle Bay Ferries Ltd"
    ),
    (
      "ORDER FORM A-100\n\nPellucid Software LLC (\"Pellucid\") and Nettle Bay Harbour District (\"Customer\").\n",
      "Pellucid Software LLC", "Nettle Bay Harbour District"
    ),
    (
      "AMENDMENT No. 1\n\nThis Amendment is made between Pellucid Software LLC (\"Vendor\") and Nettle Bay Ferries Ltd (\"Customer\").\n",
      "Pellucid Software LLC", "Nettle Bay Ferries Ltd"
    ),
  ])
  func ordersHaveAVendorAndACustomer(text: String, vendor: String, customer: String) {
    let facts = FactSample.facts(text)
    #expect(facts.vendor == vendor)
    #expect(facts.customer == customer)
  }

  @Test func partiesAreKnownByTheirShortNames() {
    let knowledge = FactSample.read(
      "ORDER FORM\n\nVendor:      Pellucid Software LLC\nCustomer:    Nettle Bay Ferries Ltd (\"NBF\")\n"
    ).knowledge
    #expect(knowledge.customerNames.contains("nettle bay ferries"))
    #expect(knowledge.customerNames.contains("customer"))
    #expect(knowledge.vendorNames.contains("pellucid"))
  }
}
