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

  @Test func renewedOrder() {
    #expect(
      term("Expiring term: 1 June 2024 – 31 May 2027\nNew term: 1 June 2027 – 31 May 2030") == "2027-06-01..2030-05-31")
  }

  @Test func extendedUntil() {
    let text = """
      AMENDMENT 2 TO ORDER FORM Q-91

      Farnholt Ltd (Supplier) and Tarn Dairies Ltd (Customer), 2 May 2030

      The term of Order Form Q-91 (1 June 2027 to 31 May 2030) is extended until 31 May 2032.

      """
    let term = TableSample.read(text, fileName: "b.txt").facts.term
    #expect(term.start?.description == "2027-06-01")
    #expect(term.end?.description == "2032-05-31")
  }
}
