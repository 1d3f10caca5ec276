// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

/// Signatures in one line of running words, and days of signing behind other keys.
@Suite struct InlineSigningTests {
  private func facts(_ block: String) -> DocumentFacts {
    FactSample.facts(
      "ORDER FORM NT-40217\n\nSupplier: Tarnbeck Systems Ltd\nCustomer: Ostrava Glass plc\nTerm: 12 months from 1 June 2031\n\n"
        + "The order is complete.\n\n" + block)
  }

  @Test(arguments: [
    "Signed by Rajesh Menon, Director, for Tarnbeck Systems Ltd on 3 May 2031\nSigned by Fay Carter, Manager, for Ostrava Glass plc on 5 May 2031",
    "Tarnbeck Systems Ltd – signed electronically by Rajesh Menon (Director) on 3 May 2031\nOstrava Glass plc – signed electronically by Fay Carter (Manager) on 5 May 2031",
    "For Tarnbeck Systems Ltd: Rajesh Menon, Director (signed 3 May 2031)\nFor Ostrava Glass plc: Fay Carter, Manager (signed 5 May 2031)",
    "Tarnbeck Systems Ltd: /s/ Rajesh Menon, Director, 3 May 2031\nOstrava Glass plc: /s/ Fay Carter, Manager, 5 May 2031",
    "For Tarnbeck Systems Ltd:\nElectronically signed by Rajesh Menon on 3 May 2031\nDirector\n\nFor Ostrava Glass plc:\nElectronically signed by Fay Carter on 5 May 2031\nManager",
    "Tarnbeck Systems Ltd              Ostrava Glass plc\nBy: /s/ Rajesh Menon              By: /s/ Fay Carter\nName: Rajesh Menon                Name: Fay Carter\nSigned: 3 May 2031                Signed: the 5th day of May, 2031",
  ])
  func signed(block: String) {
    let facts = facts("Agreed and accepted:\n\n" + block)
    #expect(facts.signature.status == .executed)
    #expect(facts.signature.signers.map(\.date) == [FactSample.day("2031-05-03"), FactSample.day("2031-05-05")])
    #expect(facts.agreementDate == FactSample.day("2031-05-05"))
  }

  @Test(arguments: [
    "This offer must be signed by Fay Carter for Ostrava Glass plc until 5 May 2031.",
    "The Master Agreement was signed by both parties on 5 May 2030.",
  ])
  func nobodySigned(clause: String) {
    #expect(facts(clause).signature.status == .unknown)
  }

  @Test func aDayBeforeThePartiesIsTheDocuments() {
    let facts = FactSample.facts(
      "ORDER FORM NT-40217\n\nOn 3 May 2031, Tarnbeck Systems Ltd (“Supplier”) and Ostrava Glass plc (“Customer”) entered into "
        + "this order form.\n")
    #expect(facts.agreementDate == FactSample.day("2031-05-03"))
  }
}
