// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Grants under names that only a sentence of the document explains.
@Suite struct DefinedKindTests {
  private static let whole = "2026-03-01..2028-02-28"

  @Test(arguments: [
    (
      "A Lantern Day is a consulting day at one of the piers. Customer is allotted seven Lantern Days without charge.",
      "services_hours 7 day | fee 0"
    ),
    (
      "“Tide Point” means a credit for a training class. Supplier posts 250 Tide Points to the account free of charge.",
      "training_credit 250 point | fee 0"
    ),
    (
      "A Huddle is a remote Accelerator of an hour. The plan entitles Customer to five Huddles at no charge.",
      "accelerator 5 session | fee 0"
    ),
    (
      "One Tide Point buys five training credits. Supplier grants Customer 20 Tide Points free of charge.",
      "training_credit 100 credit | fee 0"
    ),
    (
      "A Lantern Day covers four hours of consulting work. Customer receives seven Lantern Days.",
      "services_hours 28 hour"
    ),
    (
      "One “Credit” means three hours of a consultant of Supplier. Customer receives ten (10) Credits.",
      "services_hours 30 hour"
    ),
  ])
  func namesOfTheDocument(clauses: String, line: String) {
    #expect(GrantSample.lines(clauses) == ["\(line) | \(Self.whole)"])
  }

  @Test(arguments: [
    "A Lantern Day is a consulting day. Customer may purchase seven Lantern Days.",
    "A Lantern Day is a day on which the piers are lit. Customer receives seven Lantern Days.",
    "One Tide Point admits one person to one training class.",
    "A Lantern Day is a consulting day. Customer does not receive 20 Lantern Days.",
    "A Lantern Day is half a consulting day. Customer receives seven Lantern Days.",
    "A Lantern Day covers up to four hours of consulting work. Customer receives seven Lantern Days.",
    "One Lantern equals one training credit. The pier has 4 Lanterns.",
    "Each Pier gives 5 training seats to its staff. The order is for 6 Piers.",
  ])
  func nothingIsGranted(clauses: String) {
    #expect(GrantSample.lines(clauses).isEmpty)
  }

  @Test func halfADayIsALead() {
    let clauses = "A Lantern Day is half a consulting day. Customer receives seven Lantern Days."
    #expect(!GrantSample.reasons(clauses).isEmpty)
  }
}
