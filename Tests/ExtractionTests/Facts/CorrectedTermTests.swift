// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Terms that prose corrects, that end before a day, or that count years of their own.
@Suite struct CorrectedTermTests {
  private func term(_ body: String) -> String {
    let term = TableSample.read(
      "ORDER FORM Q-91\n\nSupplier: Farnholt Ltd\nCustomer: Tarn Dairies Ltd\n\(body)\n", fileName: "a.txt"
    )
    .facts.term
    return "\(term.start?.description ?? "?")..\(term.end?.description ?? "?")"
  }

  @Test func clericalError() {
    #expect(
      term(
        "Start Date: 1 June 2027\nEnd Date: 31 May 2029\n\nCorrection: the End Date shown above is a clerical error and "
          + "reads 31 May 2030.") == "2027-06-01..2030-05-31")
  }

  @Test func ownYears() {
    #expect(
      term("Commencement: 1 June 2027\nDuration: three Commitment Years of twelve months") == "2027-06-01..2030-05-31")
  }

  @Test func excluding() {
    #expect(
      term(
        "\nThe services are ordered for the period from and including 1 June 2027 (the \"Start Date\") to but excluding 1 "
          + "June 2030 (such period, the \"Order Term\").") == "2027-06-01..2030-05-31")
  }
}
