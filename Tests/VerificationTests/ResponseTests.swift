// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// How soon somebody answers is no hour of work.
@Suite struct ResponseTests {
  @Test(arguments: [
    "A reaction time of two hours for critical tickets", "Response within two hours for outages",
    "2-hour response for critical incidents", "They reply in two hours for anything urgent",
    "Updates every two hours for open incidents", "First answer within two hours for priority tickets",
  ])
  func isNoWork(_ promise: String) throws {
    let clauses = """
      1. Quillmark grants Customer 35 consulting hours at no charge.
      2. Quillmark provides Standard Support.
      """
    #expect(try Support.verdict(promise, clauses) != "landed", "\(promise)")
  }

  @Test(arguments: [
    ("A reaction time of two hours for critical tickets", "landed"), ("Response within four hours", "landed"),
    ("Response within one hour", "weakened conditions"), ("30 minutes response on outages", "weakened conditions"),
  ])
  func isCompared(_ promise: String, _ verdict: String) throws {
    let clauses = """
      1. Quillmark grants Customer 35 consulting hours at no charge.
      2. Quillmark provides Premier Support with a response within 2 hours for critical incidents.
      """
    #expect(try Support.verdict(promise, clauses) == verdict, "\(promise)")
  }

  @Test(arguments: [
    "35 hours for data migration", "35 consulting hours", "35 hours of consulting, answered by senior staff",
  ])
  func work(_ promise: String) throws {
    let clauses = "Quillmark grants Customer 35 consulting hours at no charge."
    #expect(try Support.verdict(promise, clauses) == "landed", "\(promise)")
  }
}
