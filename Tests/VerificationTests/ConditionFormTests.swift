// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// Conditions in whatever form, wide use against narrow, and prices in words.
@Suite struct ConditionFormTests {
  @Test(arguments: [
    "Quillmark grants Customer 45 exam vouchers upon Customer's upgrade to the Enterprise Edition.",
    "Quillmark grants Customer 45 exam vouchers, subject to Customer publishing a case study.",
    "Quillmark grants Customer 45 exam vouchers, conditional on Customer's participation in the pilot.",
    "Quillmark grants Customer 45 exam vouchers as long as Customer has at least 300 active users.",
    "Quillmark grants Customer 45 exam vouchers while Customer subscribes to the Ledger module.",
    "Quillmark grants Customer 45 exam vouchers in return for Customer acting as a reference.",
    "Upon Customer's purchase of the Ledger module Quillmark grants Customer 45 exam vouchers.",
    "Quillmark grants Customer 45 exam vouchers upon upgrade to the Enterprise Edition.",
  ])
  func binds(_ clause: String) throws {
    #expect(try Support.verdict("45 exam vouchers", clause) == "weakened conditions", "\(clause)")
  }

  @Test(arguments: [
    "Quillmark grants Customer 45 exam vouchers. They are issued upon Customer's request.",
    "Quillmark grants Customer 45 exam vouchers as long as Customer subscribes to the Services.",
    "Quillmark grants Customer 45 exam vouchers. Unused vouchers expire upon renewal of the Order.",
    "Quillmark grants Customer 45 exam vouchers upon signature of this Order.",
  ])
  func bindsNothing(_ clause: String) throws {
    #expect(try Support.verdict("45 exam vouchers", clause) == "landed", "\(clause)")
  }

  private static let narrow = """
    1. Quillmark grants Customer 90 training credits. The credits may only be used for online courses.
    2. Quillmark grants Customer 12 exam vouchers for the Planner exam only.
    3. Quillmark sets up an adoption fund of EUR 30,000, to be spent on services of Quillmark only.
    """

  @Test(arguments: [
    ("90 training credits for any course", "weakened conditions"),
    ("90 training credits for all kinds of classes", "weakened conditions"),
    ("12 exam vouchers for all certifications", "weakened conditions"),
    ("12 exam vouchers for any exam", "weakened conditions"),
    ("An adoption fund of EUR 30,000 that you can spend with any partner", "weakened conditions"),
    ("90 training credits, also for affiliates", "weakened conditions"),
    ("90 training credits for affiliates too", "weakened conditions"),
    ("90 training credits", "landed"), ("12 exam vouchers for the Planner exam", "landed"),
  ])
  func wide(_ promise: String, _ verdict: String) throws {
    #expect(try Support.verdict(promise, Self.narrow) == verdict, "\(promise)")
  }

  @Test(arguments: [
    ("12 exam vouchers at half price", "unclear"), ("12 exam vouchers, half off", "unclear"),
    ("12 exam vouchers for a third of the list price", "unclear"), ("12 exam vouchers at a reduced rate", "unclear"),
    ("12 exam vouchers in the first half of the term", "landed"),
  ])
  func price(_ promise: String, _ verdict: String) throws {
    #expect(try Support.verdict(promise, "Quillmark grants Customer 12 exam vouchers.") == verdict, "\(promise)")
  }

  @Test func fundForPartners() throws {
    let clauses = """
      1. Quillmark sets up an adoption fund of EUR 30,000.
      2. Quillmark grants Customer a partner voucher of EUR 4,000.
      """
    #expect(try Support.verdict("An adoption fund of EUR 30,000 to spend with any partner", clauses) == "landed")
  }

  @Test(arguments: [
    ("12 advisory sessions per year", "landed"), ("14 advisory sessions per year", "weakened quantity"),
    ("Six strategy workshops", "landed"), ("Five free months of the Ledger module", "landed"),
    ("Seven free months of the Ledger module", "weakened validity"),
    ("Five months of the Ledger module for free", "landed"), ("Three free months of Premier Support", "landed"),
    ("At least EUR 50,000 of adoption fund across the term", "landed"),
    ("An adoption fund of over EUR 60,000 across the term", "weakened value"),
  ])
  func sessionsAndMonths(_ promise: String, _ verdict: String) throws {
    let clauses = """
      1. Quillmark provides 12 advisory sessions per contract year.
      2. Quillmark provides six strategy workshops at no charge.
      3. Quillmark provides five months of the Ledger module free of charge.
      4. Quillmark provides Premier Support at no charge.
      5. Quillmark sets up an adoption fund of EUR 20,000 per contract year.
      """
    #expect(try Support.verdict(promise, clauses) == verdict, "\(promise)")
  }
}
