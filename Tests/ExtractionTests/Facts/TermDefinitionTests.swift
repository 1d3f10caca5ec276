// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Agreements that define their term as a word of its own.
@Suite struct TermDefinitionTests {
  @Test(arguments: [
    "\"Commencement Date\" means 1 February 2026;\n\n\"Term\" means the period of three (3) years from the Commencement Date;",
    "\"Start Date\" shall mean 1 February 2026;\n\n\"Term\" shall mean thirty-six (36) months beginning on the Start Date;",
    "\"Service Start\" means 1 February 2026;\n\n\"Term\" means the three years that follow Service Start;",
    "This Agreement takes effect on 1 February 2026 (the \"Commencement Date\") and remains in force for three (3) years "
      + "(the \"Term\").",
    "This Agreement takes effect on 1 February 2026 (the \"Commencement Date\") and remains in force for three (3) years "
      + "(the \"Term\") and is then renewed for periods of one year.",
  ])
  func isRead(definition: String) {
    let text = """
      SOFTWARE SERVICES AGREEMENT

      This Agreement is made on 12 January 2026 between Northwind Records Ltd (the "Supplier") and Eastbank Trust of 4 Quay
      Street, Plymouth (the "Customer").

      1. DEFINITIONS

      \(definition)

      2. SERVICES

      2.1 The Supplier shall provide the hosted records service throughout the Term.
      """
    let term = FactSample.facts(text).term
    #expect(term.start?.description == "2026-02-01")
    #expect(term.months == 36)
  }
}
