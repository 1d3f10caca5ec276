// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import Testing
import Verification

/// Clauses to ask for, as a contract manager would write them.
@Suite struct WordingTests {
  private func wording(_ promise: String) throws -> String? {
    try Support.verdicts([promise], against: Support.order("1. Nothing else is granted.")).first?.wording
  }

  private static let start = "Quillmark Systems Inc. provides Dunmore Timber Limited with "

  @Test(arguments: [
    (
      "45 training credits for the night shift, valid until 30 April 2029",
      "45 training credits, valid until 30 April 2029, for the night shift."
    ),
    ("one exam voucher good for a year", "1 exam voucher, valid for a year from [start date], for [purpose]."),
    (
      "EUR 9,000 of development credits for our weighbridge interface",
      "development credits worth EUR 9,000, valid until [date], for Dunmore Timber Limited's weighbridge interface."
    ),
    (
      "a success fund of EUR 12k to pay for training the crews, whole term",
      "a success fund of EUR 12,000, valid for the whole term, for training the crews."
    ),
    (
      "a success fund of 4% of annual fees each year",
      "a success fund of 4% of the annual fees in each contract year of the term, for [purpose]."
    ),
    (
      "$40K SI voucher towards the Helix rollout",
      "an SI voucher of [currency] 40,000, valid until [date], for the Helix rollout."
    ),
    (
      "something towards your implementation partner, EUR 8,000",
      "a partner voucher of EUR 8,000, valid until [date], for [purpose]."
    ),
    ("45 hours of consulting", "45 hours of consulting, valid until [date], for [purpose]."),
    ("45 training credits starting 1 June 2028", "45 training credits, valid from 1 June 2028, for [purpose]."),
    (
      "45 training credits until the end of contract year one",
      "45 training credits, valid until the end of the first contract year, for [purpose]."
    ),
    (
      "45 training credits valid until 30 April 2029, transferable to affiliates",
      "45 training credits, valid until 30 April 2029, for [purpose]; Dunmore Timber Limited's affiliates may use it as well."
    ),
    ("three days of my time", "3 days of consulting services, valid until [date], for [purpose]."),
    (
      "8 expert coaching sessions per quarter",
      "8 expert coaching sessions in each quarter of the term, for [purpose]."
    ),
    ("two test sandboxes, free for the whole term", "2 test sandboxes at no charge for the whole term."),
    ("unlimited test sandboxes", "an unlimited number of test sandboxes for [period]."),
    ("70k API calls a day", "70,000 API calls per day for [period]."),
    ("3 TB of document storage", "3 TB of document storage for [period]."),
    (
      "90k message credits per month, unused ones roll over",
      "90,000 message credits in each month of the term, for [purpose]; what is not used in one month rolls over into the next."
    ),
    ("Premier support free for the first six months", "Premier Support at no charge for the first six months."),
    ("Signature Success Plan", "the Signature Success Plan for [period]."),
    (
      "Quillmark Lens free for 15 users in year one",
      "Quillmark Lens for 15 users at no charge in the first contract year."
    ),
    (
      "free data migration",
      "the following services: data migration, at no charge, to be completed by [date], with the following scope: [scope]."
    ),
    (
      "adoption money of EUR 6k by 31 March 2029",
      "an adoption fund of EUR 6,000, valid until 31 March 2029, for [purpose]."
    ),
    ("four architecture workshops", "4 architecture workshops, valid until [date], for [purpose]."),
    ("15 hours for development", "15 hours of development work, valid until [date], for [purpose]."),
    (
      "Premier Plus for free for three years",
      "the Premier Plus support plan at no charge for three years from [start date]."
    ),
    ("four UAT environments", "4 UAT environments for [period]."),
    ("5 training days by 31 May", "5 training days, valid until 31 May [year], for [purpose]."),
  ])
  func grants(_ promise: String, _ rest: String) throws {
    #expect(try wording(promise) == Self.start + rest)
  }

  @Test func severalKindsAreAllWorded() throws {
    let text = try #require(try wording("development credits and training credits"))
    #expect(text.contains("[number] development credits") && text.contains("[number] training credits"))
  }

  @Test(arguments: [
    (
      "they will extend the training credits by nine months",
      "At Dunmore Timber Limited's request Quillmark Systems Inc. extends the validity of the training credits by nine months."
    ),
    ("the training credits never expire", "The training credits do not expire."),
    ("the exam vouchers can be spent on retakes", "The exam vouchers can be spent on retakes."),
  ])
  func handling(_ promise: String, _ wanted: String) throws { #expect(try wording(promise) == wanted) }

  @Test func withoutPartiesTheRolesStand() throws {
    let list = try Support.promises("text\n45 training credits\n", file: "p.csv")
    let read = try Support.reader().readContract(Array("Nothing is granted.\n".utf8), name: "c.txt")
    let verdict = Verifier(extractor: try Support.reader().extractor).verify(list, against: [read]).promises.first
    #expect(verdict?.wording?.hasPrefix("Vendor provides Customer with 45") ?? false)
  }

  @Test func aFreeLineOfTheOrderIsNamed() throws {
    let order = Support.order(
      """
      Product              Quantity    Unit price    Total
      Quillmark Flow             40        100.00    4,000.00
      Quillmark Lens             15          0.00        0.00
      """)
    let verdict = try #require(try Support.verdicts(["Quillmark Lens free of charge"], against: order).first)
    #expect(verdict.verdict == .landed)
    #expect(verdict.entitlements.first?.hasSuffix("-line-2") ?? false)
  }
}
