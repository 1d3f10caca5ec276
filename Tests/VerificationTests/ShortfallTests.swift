// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import Testing
import Verification

/// Promises that are bigger, longer, freer or less conditional than the paper: none of them lands.
@Suite struct ShortfallTests {
  @Test(arguments: [
    ("a customer success fund of more than EUR 24,000 a year", "weakened value"),
    ("over 24k a year for customer success", "weakened value"), ("24k a year for customer success", "landed"),
    ("more than 23k a year in customer success money", "landed"),
    ("no more than EUR 24,000 a year as a success fund", "landed"),
    ("over 12 exam vouchers", "weakened quantity"), ("more than 11 exam vouchers", "landed"),
    ("24 exam vouchers, up front", "weakened quantity"),
  ])
  func moreThan(_ promise: String, _ wanted: String) throws {
    let clauses = """
      1. Quillmark establishes a customer success fund of EUR 24,000 in each contract year.

      2. Customer receives 12 exam vouchers at no charge.
      """
    #expect(try Support.verdict(promise, clauses) == wanted, "\(promise)")
  }

  @Test(arguments: [
    ("30 training seats in total", "landed"), ("30 training seats", "landed"),
    ("31 training seats", "weakened quantity"),
    ("30 training seats that we can take any time in the three years", "weakened validity"),
  ])
  func sumOfYears(_ promise: String, _ wanted: String) throws {
    let clauses =
      "1. In each contract year Customer receives 10 training seats. Seats not taken in a year are forfeited."
    #expect(try Support.verdict(promise, clauses) == wanted, "\(promise)")
  }

  @Test(arguments: [
    ("40 advisory hours", "If Customer starts the pilot before 1 June 2028", "weakened conditions"),
    ("40 advisory hours", "After Customer pays the first invoice", "weakened conditions"),
    ("40 advisory hours", "Once the first plant is live", "weakened conditions"),
    ("40 advisory hours", "During the Term", "landed"),
  ])
  func conditions(_ promise: String, _ condition: String, _ wanted: String) throws {
    let clauses = "1. \(condition), Quillmark provides 40 advisory hours at no charge."
    #expect(try Support.verdict(promise, clauses) == wanted, "\(condition)")
  }

  @Test(arguments: [
    ("16 training places for any of your staff", "weakened conditions"), ("16 training places", "landed"),
    ("16 training places, good until the end of the rollout", "unclear"),
  ])
  func users(_ promise: String, _ wanted: String) throws {
    let clauses = "1. Quillmark adds 16 training places for the Term, for shift managers only."
    #expect(try Support.verdict(promise, clauses) == wanted, "\(promise)")
  }

  @Test(arguments: [
    ("our group companies may use the exam vouchers too", "contradicted"),
    ("the exam vouchers can be swapped for training", "contradicted"),
    ("anything left over is refunded", "contradicted"),
    ("EUR 9,000 of consulting that we may use for hardware", "contradicted"),
    ("EUR 9,000 of consulting", "landed"),
    ("Quillmark does the data cleansing", "contradicted"), ("night support is included", "contradicted"),
  ])
  func against(_ promise: String, _ wanted: String) throws {
    let clauses = """
      1. Customer receives 12 exam vouchers at no charge. The vouchers are for Customer alone; group companies are
      excluded. They cannot be exchanged for other services.

      2. Customer receives a consulting credit of EUR 9,000. It may be used for consulting only and not for hardware.

      3. Whatever is unused lapses at the end of the Term and is not refunded.

      4. Not part of this order: data cleansing, night support.
      """
    #expect(try Support.verdict(promise, clauses) == wanted, "\(promise)")
  }

  @Test func countedTwice() throws {
    let clauses = "1. Quillmark provides 300 GB of file storage for the Term at no charge."
    let found = try Support.verdicts(
      ["300 GB of file storage", "another 100 GB of file storage on top"], against: Support.order(clauses))
    #expect(found.map(\.verdict) == [.landed, .missing])
    let less = try Support.verdicts(
      ["250 GB of file storage", "another 100 GB of file storage on top"], against: Support.order(clauses))
    #expect(less.map(\.verdict) == [.landed, .weakened])
  }

  @Test(arguments: [
    ("110 consulting hours", "landed"), ("115 consulting hours", "weakened quantity"),
  ])
  func hoursOfADay(_ promise: String, _ wanted: String) throws {
    #expect(
      try Support.verdict(promise, "1. Quillmark provides 15 consulting days (7.5 hours each) at no charge.") == wanted)
  }

  @Test(arguments: [
    "Signed: /s/ Orla Pendry for Quillmark Systems Inc.\nSigned: ________________ for Dunmore Timber Limited",
    "Quillmark Systems Inc.: /s/ Orla Pendry, 20 April 2028\nDunmore Timber Limited: ________________",
    "For Quillmark Systems Inc.: /s/ Orla Pendry\nFor Dunmore Timber Limited: (signature pending)",
    "Quillmark Systems Inc.: ____________________ Date: ________\n\nDunmore Timber Limited: ____________________ Date: ________",
  ])
  func halfSigned(_ lines: String) throws {
    let contract = """
      ORDER FORM ZX-5151 between Quillmark Systems Inc. ("Quillmark") and Dunmore Timber Limited ("Customer")

      Start Date: 1 May 2028. End Date: 30 April 2031.

      Quillmark grants Customer 70 training credits.

      \(lines)
      """
    let found = try #require(try Support.verdicts(["70 training credits"], against: contract).first)
    #expect(found.verdict == .weakened && found.differences.map(\.field) == [.signature], "\(lines)")
  }
}
