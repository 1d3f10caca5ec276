// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// From when on something was promised, and in which money.
@Suite struct StartTests {
  private static let late = """
    1. Quillmark provides four test sandboxes at no charge from 1 September 2028.
    2. Quillmark provides 70 consulting hours until 31 October 2028.
    3. Quillmark grants Customer 90 training credits for the whole term.
    """

  @Test(arguments: [
    ("Four sandboxes from the start", "weakened validity"),
    ("Four sandboxes, your people can begin on day one", "weakened validity"),
    ("Four sandboxes as soon as you sign", "weakened validity"),
    ("Four sandboxes, available immediately", "weakened validity"),
    ("Four sandboxes from June 2028", "weakened validity"),
    ("Four sandboxes starting in June 2028", "weakened validity"),
    ("Four sandboxes from the beginning of the term", "weakened validity"),
    ("70 consulting hours, also after October 2028", "weakened validity"),
    ("70 consulting hours, usable beyond 31 October 2028", "weakened validity"),
    ("Four sandboxes from October 2028", "landed"), ("Four sandboxes", "landed"),
    ("90 training credits from the start", "landed"), ("90 training credits from day one", "landed"),
    ("90 training credits, valid for 12 months from the start", "landed"),
    ("90 training credits from May 2028", "landed"),
    ("90 training credits, also after October 2028", "landed"),
    ("70 consulting hours, also after August 2028", "landed"),
  ])
  func starts(_ promise: String, _ verdict: String) throws {
    #expect(try Support.verdict(promise, Self.late) == verdict, "\(promise)")
  }

  private static let sums = """
    1. Quillmark sets up an adoption fund of EUR 30,000.
    2. Quillmark grants Customer a partner voucher of USD 8,000.
    """

  @Test(arguments: [
    ("Adoption fund of 30000 dollars", "unclear"), ("Adoption fund of 30,000 Swiss francs", "weakened value"),
    ("Adoption fund of 30000 francs", "unclear"),
    ("Adoption fund of $30,000", "unclear"), ("Partner voucher of 8000 dollars", "landed"),
    ("Partner voucher of 8000 bucks", "landed"), ("Partner voucher of $8,000", "landed"),
    ("Adoption fund of 30000 euros", "landed"), ("Partner voucher of 9000 dollars", "weakened value"),
  ])
  func money(_ promise: String, _ verdict: String) throws {
    #expect(try Support.verdict(promise, Self.sums) == verdict, "\(promise)")
  }
}
