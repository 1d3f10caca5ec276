// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import Testing
import Verification

/// What an amendment does to the grants of the order that it amends.
@Suite struct AmendmentTests {
  private static let clauses = """
    1. Quillmark grants Customer 70 training credits free of charge for the Term.

    2. Quillmark provides 45 advisory hours free of charge for the Term.

    3. Quillmark sets up an adoption fund of EUR 24,000 for the Term.

    4. Customer receives three developer sandboxes at no charge for the Term.

    5. Quillmark provides 12 training days on site free of charge for the Term.

    6. Customer receives 9 exam vouchers at no charge, valid until 30 April 2029.
    """

  private func amendment(_ clauses: String) -> String {
    """
    AMENDMENT NO. 1 TO ORDER FORM ZX-5150

    Quillmark Systems Inc. ("Quillmark")
    Dunmore Timber Limited ("Customer")
    Amendment Effective Date: 1 February 2029

    \(clauses)

    All other terms remain unchanged.

    Quillmark Systems Inc.            Dunmore Timber Limited

    Signed: /s/ Orla Pendry            Signed: /s/ Tomas Reiff
    Name:   Orla Pendry                Name:   Tomas Reiff
    Title:  Sales Director             Title:  Head of Purchasing
    Date:   20 January 2029            Date:   18 January 2029
    """
  }

  private func verdict(_ promise: String, _ change: String) throws -> (String, [String]) {
    let verdicts = try Support.verdicts([promise], against: Support.order(Self.clauses), amendment(change))
    let first = try #require(verdicts.first)
    return (first.verdict.rawValue, first.differences.map(\.field.rawValue).sorted())
  }

  @Test(arguments: [
    "1. Clause 2 of the Order Form is deleted in its entirety.", "1. The parties hereby delete Section 2.",
    "1. Item 2 is struck out and of no further effect.", "1. Clauses 2 and 4 of Order Form ZX-5150 are removed.",
    "1. Clauses 2 to 4 cease to apply.", "1. Paragraph 2 shall be deleted and replaced with the words \"not used\".",
    "1. The advisory hours under clause 2 are withdrawn.", "1. Customer waives its claim to the advisory hours.",
    "1. The following provisions are deleted:\n\n(a) clause 2;\n\n(b) clause 6.",
    "1. The parties agree to strike the 45 advisory hours from the Order Form.",
    "1. The advisory hours are taken out of the Order Form.",
    "1. Clause 2 is replaced as follows: \"2. Quillmark answers questions by mail.\"",
  ])
  func ended(_ change: String) throws {
    #expect(try verdict("45 advisory hours at no charge", change).0 == "contradicted", "\(change)")
    #expect(try verdict("70 training credits", change).0 == "landed", "\(change)")
  }

  @Test(arguments: [
    "1. Clause 2 is not deleted.", "1. Clause 2 of this Amendment is deleted when the order ends.",
    "1. Clause 12 is deleted.", "1. In clause 2 the word \"charge\" is replaced by \"cost\".",
    "1. The training days on site are deleted.", "1. Clause 4 and the exam vouchers are deleted.",
  ])
  func leftAlone(_ change: String) throws {
    #expect(try verdict("45 advisory hours at no charge", change).0 == "landed", "\(change)")
    #expect(try verdict("70 training credits", change).0 == "landed", "\(change)")
  }

  @Test func clauseWithoutAWord() throws {
    let order = Support.order(
      "4.1 Quillmark grants Customer 70 training credits.\n\n4.2 Customer receives three sandboxes at no charge.")
    let verdicts = try Support.verdicts(
      ["Three sandboxes", "70 training credits"], against: order, amendment("B.  4.2 is deleted."))
    #expect(verdicts.map(\.verdict) == [.contradicted, .landed])
  }

  @Test func daysAreNoCredits() throws {
    let change = "1. The training days on site are deleted."
    #expect(try verdict("12 training days", change).0 == "contradicted")
  }

  @Test(
    arguments: [
      (
        "1. The validity of the exam vouchers in clause 6 is extended to 30 June 2030.",
        "9 exam vouchers until June 2030",
        "landed", []
      ),
      (
        "1. The validity of the exam vouchers is extended by six months.",
        "9 exam vouchers until the end of October 2029",
        "landed", []
      ),
      (
        "1. The validity of the exam vouchers is extended by six months.", "9 exam vouchers until the end of 2029",
        "weakened", ["validity"]
      ),
      (
        "1. The adoption fund in clause 3 is increased by EUR 6,000 to EUR 30,000.", "A EUR 30,000 adoption fund",
        "landed",
        []
      ),
      ("1. The adoption fund is increased by EUR 6,000.", "A EUR 30,000 adoption fund", "landed", []),
      (
        "1. The adoption fund is reduced from EUR 24,000 to EUR 18,000.", "A EUR 24,000 adoption fund", "weakened",
        ["value"]
      ),
      (
        "1. The number of training credits in clause 1 is reduced to 50.", "70 training credits", "weakened",
        ["quantity"]
      ),
      ("1. The number of training credits in clause 1 is raised to 90.", "90 training credits", "landed", []),
      (
        "1. Clause 3 is replaced as follows: \"3. Quillmark sets up an adoption fund of EUR 40,000, available until 31 May 2030.\"",
        "A EUR 40,000 adoption fund for the whole term", "weakened", ["validity"]
      ),
    ] as [(String, String, String, [String])])
  func changed(_ change: String, _ promise: String, _ wanted: String, _ fields: [String]) throws {
    let (verdict, differing) = try verdict(promise, change)
    #expect(verdict == wanted, "\(change)")
    #expect(differing == fields, "\(change)")
  }

  /// Clause numbers of headings and items: "4.2", "item 2 of section 4".
  @Test(arguments: ["1. Section 4.2 is deleted.", "1. Clause 4 is deleted.", "1. Clause 4.2 and clause 9 are deleted."])
  func nested(_ change: String) throws {
    let order = Support.order(
      "4. Training and advice\n\n4.1 Two sandboxes are included.\n\n4.2 Quillmark provides 45 advisory hours at no charge."
    )
    let verdicts = try Support.verdicts(["45 advisory hours"], against: order, amendment(change))
    #expect(verdicts.first?.verdict == .contradicted, "\(change)")
  }

  @Test func replacingOneNumberWithAnother() throws {
    let verdicts = try Support.verdicts(
      ["18 exam vouchers", "4 exam vouchers"], against: Support.order(Self.clauses),
      amendment("1. Section 6 is amended by replacing \u{201C}9\u{201D} with \u{201C}4\u{201D}."))
    #expect(verdicts.map(\.verdict) == [.weakened, .landed])
  }

  @Test func aLaterFeeIsNotFree() throws {
    let clauses = Self.clauses + "\n\n7. Premier Support is included at no additional cost for the Term."
    let verdicts = try Support.verdicts(
      ["Premier support free of charge"], against: Support.order(clauses),
      amendment("1. From 1 May 2029 the fee for Premier Support is EUR 12,000 per year."))
    #expect(verdicts.map(\.verdict) != [.landed])
  }

  /// What ended a grant is shown before the grant that it ended.
  @Test func quotesTheWordsThatEndIt() throws {
    let amendment = """
      AMENDMENT No. 1 to Order Form ZX-5150

      Quillmark Systems Inc. and Dunmore Timber Limited. Effective Date: 1 September 2028.

      1. Section 2 is deleted.

      Signed: /s/ Orla Pendry            Signed: /s/ Tomas Reiff
      """
    let clauses =
      "1. Quillmark grants Customer 70 training credits.\n\n2. Quillmark includes Premier Support at no charge."
    let found = try #require(
      try Support.verdicts(["Premier support"], against: Support.order(clauses), amendment).first)
    #expect(found.verdict == .contradicted)
    #expect(found.evidence.first?.evidence.quote == "Section 2 is deleted.")
    #expect(found.evidence.contains { $0.evidence.quote.contains("Premier Support") })
  }
}
