// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Testing

@testable import Extraction

/// Times that stand apart from the grant, count from what the document names, or cannot be read; in an order from
/// 2026-03-01 to 2028-02-28.
@Suite struct TimeDistanceTests {
  private func timings(_ clauses: String) -> [String] {
    GrantSample.lines(clauses).map { line in
      line.split(separator: "|").map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
        .filter { $0.contains("..") || $0.contains("×") }.joined(separator: " ")
    }
  }

  private func timing(_ words: String) -> String? {
    let all = timings("Supplier grants 40 training credits free of charge\(words)")
    return all.count == 1 ? all[0] : nil
  }

  @Test(arguments: [
    (". They are to be taken within five months of the start.", "2026-03-01..2026-07-31"),
    (". They can be booked within one year from the commencement of the subscription.", "2026-03-01..2027-02-28"),
    (". They are for use in the second year of the licences.", "2027-03-01..2028-02-28"),
    (", valid upto 30 June 2027.", "2026-03-01..2027-06-30"),
    (", usable for the remainder of calendar year 2026.", "2026-03-01..2026-12-31"),
    (", which can be attended on any working day of the first Contract Year.", "2026-03-01..2027-02-28"),
    (", usable in month four of the Subscription Term.", "2026-06-01..2026-06-30"),
    (
      ". The account is opened one month into the Subscription Term and is shut after 31 May 2027.",
      "2026-03-01..2027-05-31"
    ),
    (". Whatever is there after 31 May 2027 is voided.", "2026-03-01..2027-05-31"),
    (". Nothing can be redeemed once ten months have passed since the start of the order.", "2026-03-01..2026-12-31"),
    (". They are issued on 1 May 2026. Each has a life of six months, reckoned from issue.", "2026-05-01..2026-10-31"),
    (". They open on the Order Start Date. They close five months after that date.", "2026-03-01..2026-07-31"),
    (". They may be used from the first day of the month following 10 April 2026.", "2026-05-01..2028-02-28"),
    (". There is a deadline for them: 31 May 2027.", "2026-03-01..2027-05-31"),
    (". Expiry: end of Contract Year 1.", "2026-03-01..2027-02-28"),
    (", available upon 1 May 2026; they terminate eight months thereafter.", "2026-05-01..2026-12-31"),
    (". All free grants under this Order Form sunset on 31 May 2027.", "2026-03-01..2027-05-31"),
    (" for six months from May 2026.", "2026-05-01..2026-10-31"),
    (" from Contract Year 2 to the end of the Subscription Term.", "2027-03-01..2028-02-28"),
    (". They go with a 9-month life from the Order Start Date.", "2026-03-01..2026-11-30"),
    (
      ", usable from 1 May 2026 until 31 July 2027 or the end of Contract Year 1, whichever is earlier.",
      "2026-05-01..2027-02-28"
    ),
  ])
  func ends(words: String, days: String) { #expect(timing(words) == days) }

  /// What nothing reads leaves the end open: the whole term is not what is meant.
  @Test(arguments: [
    ". They are kept available until the depots are connected.",
    ". They can be used in the Settling Window and at no other time.",
    ", usable during the Second Phase.",
    ", to be used before Christmas 2026.",
    "; they end together with line 4.",
    ". Deadlines: credits, 31 May 2027; vouchers, 30 June 2027.",
    ". Any credit not taken by the close of the sixth month is lost.",
    ". They cease to be good when nine months have gone by.",
    ". The list of those who attend is handed in by the last working day of 2026, which is 31 December.",
    ", open through the day on which the harbour freezes over.",
    ".\n\nA seat counts one credit.\n\nThe credits have a shelf life of some nine months.",
  ])
  func unread(words: String) { #expect(timing(words)?.hasSuffix("?") == true) }

  /// Times of other matters leave the term.
  @Test(arguments: [
    " for the clerks who join in 2027.",
    ". Supplier will schedule a kick-off within ten days of signature.",
    ". A credit that was put on the account before 31 May 2026 counts for nothing.",
    ". Should Customer place a fresh order by 31 January 2027, it gets the same again.",
    ". Questions are answered within two days.",
    ". Backups are held for 30 days.",
    ". Supplier deletes them ninety days after the end of the Subscription Term.",
    ". The trainer works in two-week sprints.",
    ". The next release is due on 31 May 2027, and Customer pays nothing for it.",
    ". If Customer chooses 36 months next time it gets the same again.",
    ".\n\nThe support contract with the former vendor ends on 31 May 2026.",
  ])
  func others(words: String) { #expect(timing(words) == "2026-03-01..2028-02-28") }

  @Test func names() {
    let clauses = """
      Handover Date: 1 June 2026

      Settling Phase: 1 March 2026 to 31 August 2026

      "Last Year" stands for the second Contract Year.

      Supplier grants 40 training credits free of charge for six months from the Handover Date.

      Supplier grants 20 consulting hours free of charge, to be used in the Settling Phase.

      Supplier grants 5 exam vouchers free of charge, valid in the Last Year only.
      """
    #expect(
      timings(clauses) == ["2026-06-01..2026-11-30", "2026-03-01..2026-08-31", "2027-03-01..2028-02-28"])
  }

  @Test(arguments: [
    ("1 May 2026 through 31 July 2026 is the \"Trial Period\".", "Trial Period", "2026-05-01..2026-07-31"),
    (
      "\"Settling Window\" denotes the nine months of which April 2026 is the first.", "Settling Window",
      "2026-04-01..2026-12-31"
    ),
  ])
  func quotedNames(definition: String, name: String, days: String) {
    #expect(timings("\(definition)\n\nSupplier grants 40 training credits free of charge in the \(name).") == [days])
  }

  @Test func notesOfText() {
    let clauses = """
      Supplier grants 40 training credits* and 20 consulting hours** free of charge.

      * to be used within five months of the Order Start Date

      ** to be used in the first Contract Year
      """
    #expect(timings(clauses) == ["2026-03-01..2026-07-31", "2026-03-01..2027-02-28"])
  }

  @Test func columnsThatOpenAndClose() {
    let clauses = """
      Extra                Amount        Opens          Closes
      Training credits     30 credits    1 May 2026     31 March 2027
      Coaching sessions    5 sessions    1 June 2026    31 December 2026
      """
    #expect(timings(clauses) == ["2026-05-01..2027-03-31", "2026-06-01..2026-12-31"])
  }

  @Test func segmentsOfATable() {
    let clauses = """
      Segment      Months    First day           Last day
      Opening      6         1 March 2026        31 August 2026
      Roll-out     18        1 September 2026    28 February 2028

      Supplier grants 40 training credits free of charge for use in the Opening segment.

      Supplier grants 20 consulting hours free of charge, usable in the Roll-out segment.
      """
    #expect(timings(clauses) == ["2026-03-01..2026-08-31", "2026-09-01..2028-02-28"])
  }

  @Test func labelledItems() {
    let clauses = """
      1. Supplier grants 40 training credits free of charge.

      2. Supplier grants 20 consulting hours free of charge.

      3. Supplier grants one sandbox free of charge.

      4. The items in 1 and 2 lapse on 31 August 2026.
      """
    #expect(
      timings(clauses) == ["2026-03-01..2026-08-31", "2026-03-01..2026-08-31", "2026-03-01..2028-02-28"])
  }

  @Test func bothOfTwoSentences() {
    let clauses = """
      Supplier grants 40 training credits free of charge. Supplier grants 20 consulting hours free of charge. Both must \
      be consumed inside the first nine months of the Subscription Term.
      """
    #expect(timings(clauses) == ["2026-03-01..2026-11-30", "2026-03-01..2026-11-30"])
  }

  /// A labelled item with a title of its own does not go on about the one before it.
  @Test func itemsOfTheirOwn() {
    let clauses = """
      a. Supplier grants 40 training credits free of charge.

      b. Launch weeks. The kiosk edition can be used for the first two months of the Subscription Term.
      """
    #expect(timings(clauses).first == "2026-03-01..2028-02-28")
  }
}
