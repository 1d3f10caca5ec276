// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import Testing
import Verification

/// How contracts deny, price, convert and condition what was promised.
@Suite struct WrittenWordTests {
  @Test(arguments: [
    "Classroom training is not a part of this Order, be it here or there.",
    "Classroom training does not form any part of this Order.", "Classroom training is no part of this Order.",
    "Classroom training is not covered by this Order.",
  ])
  func denials(_ clause: String) throws {
    #expect(try Support.verdict("ten days of classroom training", "1. \(clause)") == "contradicted", "\(clause)")
  }

  @Test(arguments: [
    "Travel is not a part of this Order.", "Classroom training is available at EUR 900 a day.",
  ])
  func noDenials(_ clause: String) throws {
    #expect(try Support.verdict("ten days of classroom training", "1. \(clause)") == "missing", "\(clause)")
  }

  @Test func noClaimToAPlan() throws {
    let clauses =
      "1. Customer has no claim to Premier Support; Quillmark serves it under Standard Support, free of charge."
    #expect(try Support.verdict("Premier Support comes with the price", clauses) == "contradicted")
    #expect(try Support.verdict("Standard Support comes with the price", clauses) == "landed")
  }

  @Test(arguments: [
    ("Quillmark accepts a development credit at EUR 150 against the price of development.", "landed"),
    ("A development credit is taken at EUR 150 for that purpose.", "landed"),
    ("Quillmark honours each development credit at EUR 100.", "weakened value"),
  ])
  func worthOfOne(_ clause: String, _ wanted: String) throws {
    let clauses = "1. Customer has 60 development credits in each contract year. \(clause)"
    #expect(try Support.verdict("Development credits of EUR 9,000 a year", clauses) == wanted, "\(clause)")
  }

  @Test(arguments: [
    ("credits", "landed"), ("units", "landed"), ("hours", "unclear"),
  ])
  func unitsAndCredits(_ unit: String, _ wanted: String) throws {
    let found = try Support.verdict("80 training credits", "1. Quillmark provides 80 training \(unit).")
    #expect(found == wanted, "\(unit)")
  }

  @Test(arguments: [
    "subject to the availability of its consultants", "depending on the availability of staff",
  ])
  func availability(_ words: String) throws {
    let clauses = "1. Quillmark shall provide up to 20 days of consulting for the rollout, \(words)."
    #expect(try Support.verdict("20 days of consulting for the rollout", clauses) == "weakened conditions", "\(words)")
  }

  @Test func aShareOfTheChargesBesideThePlan() throws {
    let clauses = "1. Premier Plus Support, 18 per cent of the annual charges."
    #expect(try Support.verdict("Premier Plus Support at no charge", clauses) == "weakened fee")
  }

  @Test func onlyTheBuyer() throws {
    let clauses = """
      1. Quillmark provides 900,000 AI credits in each contract year. Only Customer itself draws them.
      """
    #expect(try Support.verdict("900k AI credits every contract year", clauses) == "landed")
  }

  @Test func anotherSortOfSession() throws {
    let clauses = """
      1. Customer receives one design workshop and ten exam vouchers.
      2. Customer receives three coaching sessions.
      """
    #expect(try Support.verdict("two design workshops", clauses) != "landed")
    #expect(try Support.verdict("three coaching sessions", clauses) == "landed")
  }

  @Test func lastDays() throws {
    let clauses = "1. Quillmark issues six exam vouchers. Last day to sit an exam with one: 30 June 2028."
    #expect(try Support.verdict("six exam vouchers, good until the end of 2029", clauses) == "weakened validity")
  }

  @Test func lengthOfADay() throws {
    let clauses = "1. Quillmark makes an architect available for six working days of eight hours each, at no charge."
    #expect(try Support.verdict("48 hours of an architect", clauses) == "landed")
    #expect(try Support.verdict("50 hours of an architect", clauses) == "weakened quantity")
  }

  @Test(arguments: [("twelve", "accelerator weakened quantity"), ("fifteen", "accelerator kept")])
  func sideBySide(_ count: String, _ wanted: String) throws {
    let before = """
      1. Quillmark provides ten coaching sessions.
      2. Quillmark provides five coaching sessions for the finance team.
      """
    let found = try Support.changes(before, "1. Quillmark provides \(count) coaching sessions.")
    #expect(found == [wanted], "\(count)")
  }
}
