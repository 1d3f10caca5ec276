// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InWriting
import InventoryModel
import Testing
import Verification

/// What is granted when an order and its amendment were read together: values, days, terms, words for words.
@Suite struct AmendedGrantTests {
  private static let clauses = """
    1. Quillmark grants Customer 70 training credits free of charge, valid until 30 April 2029.

    2. Quillmark provides 6 coaching sessions per contract year.

    3. Quillmark sets up a success fund of EUR 24,000, to be used by 31 October 2029.

    4. Quillmark provides Premier Support.

    5. Customer receives 9 exam vouchers.

    6. Quillmark provides 2 TB of storage.

    7. Quillmark provides 45 consulting hours free of charge until 31 December 2028.
    """

  /// Grants that hold, one line each: "training_credit 70 2028-05-01 2029-04-30".
  private func grants(_ change: String) throws -> [String] {
    let texts = [Support.order(Self.clauses), Self.amendment(change)]
    var results = try texts.enumerated().map { index, text in
      try Support.reader().readContract(Array(text.utf8), name: "contract\(index).txt").result
    }
    RunLinker.link(&results)
    return results.flatMap(\.entitlements).filter { $0.supersededBy == nil }.map { entitlement in
      let amount = entitlement.quantity?.amount ?? entitlement.value?.amount
      let parts = [
        entitlement.kind.rawValue, amount.map { "\($0)" }, entitlement.validity.start?.description,
        entitlement.validity.end?.description, entitlement.recurrence.map { "\($0.every) \($0.periods.count)" },
      ]
      return parts.compactMap { $0 }.joined(separator: " ")
    }.sorted()
  }

  @Test(arguments: [
    (
      "1. The expiry date of the training credits shall be 31 January 2029.", "training_credit 70 2028-05-01 2029-01-31"
    ),
    (
      "1. The last day on which training credits can be redeemed is now 31 January 2029.",
      "training_credit 70 2028-05-01 2029-01-31"
    ),
    (
      "1. Claims on the success fund may be made until 30 June 2029; the rest lapses.",
      "success_fund 24000 2028-05-01 2029-06-30"
    ),
    ("1. Clause 3: claims until 30 June 2029.", "success_fund 24000 2028-05-01 2029-06-30"),
  ])
  func otherLastDays(_ change: String, _ wanted: String) throws {
    let found = try grants(change)
    #expect(found.contains(wanted), "\(change)")
    #expect(found.count == 7, "\(change)")
  }

  private static func amendment(_ clauses: String) -> String {
    """
    AMENDMENT NO. 1 TO ORDER FORM ZX-5150

    Quillmark Systems Inc. ("Quillmark")
    Dunmore Timber Limited ("Customer")
    Amendment Effective Date: 1 September 2028

    \(clauses)

    All other terms remain unchanged.

    Quillmark Systems Inc.            Dunmore Timber Limited

    Signed: /s/ Orla Pendry            Signed: /s/ Tomas Reiff
    Name:   Orla Pendry                Name:   Tomas Reiff
    Date:   20 August 2028             Date:   18 August 2028
    """
  }

  private static let whole = [
    "accelerator 6 2028-05-01 2031-04-30 contract_year 3", "certification_voucher 9 2028-05-01 2031-04-30",
    "services_hours 45 2028-05-01 2028-12-31", "storage 2000 2028-05-01 2031-04-30",
    "success_fund 24000 2028-05-01 2029-10-31", "support_plan 2028-05-01 2031-04-30",
    "training_credit 70 2028-05-01 2029-04-30",
  ]

  @Test func untouched() throws { #expect(try grants("1. Clause 12 is deleted.") == Self.whole) }

  /// Only the days differ; each grant has one successor.
  @Test(arguments: [
    ("The training credits granted in Section 1 now expire on 31 January 2029.", 6, "2029-01-31"),
    ("The last day for using the training credits is brought forward to 31 January 2029.", 6, "2029-01-31"),
    ("The training credits under Clause 1 shall remain valid until 30 June 2029.", 6, "2029-06-30"),
    ("The validity period of the training credits is prolonged for a further six months.", 6, "2029-10-31"),
    ("Clause 1 is amended by replacing \"30 April 2029\" with \"31 May 2029\".", 6, "2029-05-31"),
    ("The deadline for the use of the success fund is postponed to 28 February 2030.", 4, "2030-02-28"),
    ("The period in which the consulting hours may be used is extended by six months.", 2, "2029-06-30"),
    (
      "The consulting hours granted in Section 7 may be used for a further six months, until 30 June 2029.", 2,
      "2029-06-30"
    ),
    ("Customer may use the consulting hours granted in the Order until 31 March 2029.", 2, "2029-03-31"),
    (
      "The consulting hours will be provided until 30 November 2028 instead of until 31 December 2028.", 2, "2028-11-30"
    ),
    ("The storage granted under the Order ends on 31 January 2030.", 3, "2030-01-31"),
    ("Premier Support is withdrawn with effect from 1 January 2030.", 5, "2029-12-31"),
    ("The time for using the exam vouchers is limited to 31 December 2029.", 1, "2029-12-31"),
  ])
  func days(_ change: String, _ index: Int, _ end: String) throws {
    var expected = Self.whole
    let old = expected[index].split(separator: " ")
    expected[index] = (old.dropLast() + [Substring(end)]).joined(separator: " ")
    #expect(try grants("1. " + change) == expected, "\(change)")
  }

  /// Only the amount differs.
  @Test(arguments: [
    ("The number of exam vouchers is doubled.", 1, "18"), ("Quillmark doubles the number of exam vouchers.", 1, "18"),
    ("12 exam vouchers instead of 9 are provided.", 1, "12"),
    ("In Section 5, \"9 exam vouchers\" shall be replaced with \"14 exam vouchers\".", 1, "14"),
    ("Exam vouchers: 11 (previously 9).", 1, "11"), ("Storage: 500 GB (formerly 2 TB).", 3, "500"),
    ("Success fund: EUR 30,000 (previously EUR 24,000).", 4, "30000"),
    ("The success fund is topped up by EUR 6,000.", 4, "30000"),
    ("The consulting hours in Clause 7 are increased by 20 to 65.", 2, "65"),
    ("The training credits are increased by 10 %.", 6, "77"), ("The number of training credits is halved.", 6, "35"),
    ("The number of exam vouchers goes up from 9 to 15.", 1, "15"),
    ("The number of exam vouchers rises to 15.", 1, "15"),
  ])
  func amounts(_ change: String, _ index: Int, _ amount: String) throws {
    var expected = Self.whole
    var words = expected[index].split(separator: " ")
    words[1] = Substring(amount)
    expected[index] = words.joined(separator: " ")
    #expect(try grants("1. " + change) == expected, "\(change)")
  }

  /// What recurs or stays goes on as it was up to the day of the change.
  @Test(arguments: [
    "With effect from 1 May 2029, the number of coaching sessions is increased from 6 to 8 per contract year.",
    "The coaching sessions are increased to 8 per contract year from the second contract year onwards.",
    "As of 1 May 2029 the coaching sessions are raised to 8 per contract year.",
    "Quillmark increases the coaching sessions to 8 per contract year, starting on 1 May 2029.",
  ])
  func later(_ change: String) throws {
    let found = try grants("1. " + change).filter { $0.hasPrefix("accelerator") }
    let expected = [
      "accelerator 6 2028-05-01 2029-04-30 contract_year 1", "accelerator 8 2029-05-01 2031-04-30 contract_year 2",
    ]
    #expect(found == expected, "\(change)")
  }

  @Test(arguments: [
    ("The Order End Date is extended to 30 April 2032.", "2032-04-30", 4),
    ("The Subscription Term is extended by 12 months.", "2032-04-30", 4),
    ("The parties extend the Order until 30 April 2032.", "2032-04-30", 4),
    ("The term of the Order is shortened to 30 April 2030.", "2030-04-30", 2),
    ("The Term of the Order now ends on 30 April 2030.", "2030-04-30", 2),
  ])
  func term(_ change: String, _ end: String, _ years: Int) throws {
    let expected = Self.whole.map { line in
      line.replacing("2031-04-30", with: end).replacing("contract_year 3", with: "contract_year \(years)")
    }
    #expect(try grants("1. " + change) == expected, "\(change)")
  }

  /// What an amendment ends for good, and what it exchanges for something else.
  @Test(
    arguments: [
      ("The exam vouchers lapse.", ["certification_voucher"], []),
      (
        "The parties agree to convert the 70 training credits into 20 consulting hours.", ["training_credit"],
        ["services_hours 20"]
      ),
      ("The 45 consulting hours are exchanged for 20 training credits.", ["services_hours 45"], ["training_credit 20"]),
      ("Clause 4 is deleted and replaced by: \"Quillmark provides Signature Support.\"", [], ["support_plan"]),
    ] as [(String, [String], [String])])
  func ended(_ change: String, _ gone: [String], _ new: [String]) throws {
    let found = try grants("1. " + change)
    for kind in gone { #expect(!found.contains { $0.hasPrefix(kind) }, "\(change)") }
    for kind in new { #expect(found.contains { $0.hasPrefix(kind) }, "\(change)") }
  }

  /// Nothing of the order is changed.
  @Test(arguments: [
    "Quillmark may extend the validity of the training credits until 31 August 2029.",
    "The training credits are not extended beyond 30 April 2029.",
    "If Customer renews, the coaching sessions are increased to 8 per contract year.",
    "The fees for storage are increased by 10 percent.", "The term of payment is extended to 60 days.",
    "The subscription is extended to the Norwegian affiliate.",
    "Customer may exchange training credits for exam vouchers.",
    "The reference to Section 5 in Section 2 is deleted.", "The notice period is shortened to 30 days.",
    "Training credits may be used by affiliates.", "The annual fee is increased to EUR 120,000 from 1 May 2029.",
  ])
  func leftAlone(_ change: String) throws { #expect(try grants("1. " + change) == Self.whole, "\(change)") }

  /// Beside credits of its own an amendment speaks of these.
  @Test func ownGrantsOfTheAmendment() throws {
    let found = try grants(
      "1. Quillmark grants 20 training credits free of charge.\n\n2. The training credits are available until 31 August 2029."
    )
    #expect(found.contains("training_credit 70 2028-05-01 2029-04-30"))
  }

  /// A grant that is changed twice has one successor.
  @Test func changedTwice() throws {
    let found = try grants(
      "1. The exam vouchers are increased from 9 to 12.\n\n2. The exam vouchers may now be used until 31 May 2032.\n\n"
        + "3. The Order End Date is extended to 30 April 2033.")
    #expect(found.filter { $0.hasPrefix("certification") } == ["certification_voucher 12 2028-05-01 2032-05-31"])
    #expect(found.contains("storage 2000 2028-05-01 2033-04-30"))
  }

  @Test(arguments: [
    ("Clause 4 is deleted and replaced by: \"Quillmark provides Signature Support.\"", "Signature Support", "landed"),
    (
      "The training credits granted in Section 1 now expire on 31 January 2029.",
      "70 training credits until April 2029", "weakened"
    ),
    (
      "The storage granted in Section 6 is available until 31 December 2030 only.",
      "2 TB of storage until 31 December 2030", "landed"
    ),
    (
      "The parties agree to convert the 70 training credits into 20 consulting hours.", "70 training credits",
      "contradicted"
    ),
    ("The number of exam vouchers is doubled.", "18 exam vouchers", "landed"),
  ])
  func verdicts(_ change: String, _ promise: String, _ verdict: String) throws {
    let found = try Support.verdicts(
      [promise], against: Support.order(Self.clauses), Self.amendment("1. Clause 14 is deleted.\n\n2. " + change))
    #expect(found.first?.verdict.rawValue == verdict, "\(change)")
  }
}
