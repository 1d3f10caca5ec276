// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Numbers that say how a thing is used, what a price rests on or what one piece can hold are not how much is granted.
@Suite struct WorkingRuleTests {
  @Test(arguments: [
    "Coaching sessions must be booked at least nine days ahead.",
    "Consulting hours may be called off in blocks of at least 3 hours.",
    "Consulting hours are worked off in increments of 2 hours.",
    "The minimum booking for consulting is 3 hours.",
    "Training seats cancelled fewer than 9 days before the course count as used.",
    "Customer may postpone a booked training day free of charge up to 12 working days in advance.",
    "Consulting hours are held between 8 am and 6 pm.",
    "Advisory hours are given from 08:30 to 16:30.",
    "A sandbox may be used by up to 8 testers and must not hold more than 9 GB of data.",
    "Each developer sandbox is limited to 30,000 API calls per day and 7 GB of storage.",
    "Training classes are limited to 14 participants.",
    "Training classes start at 10 am and last 3 days.",
    "The fees rest on the assumption that Customer will use 40,000 API calls per day.",
    "Assumptions: Customer has three planners, 70 GB of storage in use and 9,000 API calls per day.",
    "The quote is sized for 70 GB of file storage.",
    "Training credits are sold in packs of 15.",
    "The gateway takes up to 90 API calls per second.",
    "Supplier maintains insurance cover of $900,000 for its consulting services.",
    "The hourly rate for consulting is $170; a day has 8 hours.",
    "Supplier may suspend a sandbox that has not been used for 80 days.",
    "The minimum order quantity for training credits is 12.",
    "Orders of 70 training credits or more receive a discount of 9%.",
    "The invoice for 25 training credits is due within 30 days.",
    "Customer has used 20 of its 45 training credits.",
    "Consulting hours are rounded to the nearest quarter of an hour.",
  ])
  func grantsNothing(clause: String) {
    #expect(GrantSample.lines("3. USE\n\n\(clause)\n") == [])
  }

  @Test(arguments: [
    ("Customer receives 45 consulting hours in blocks of at least 3 hours.", "services_hours 45 hour"),
    ("Supplier provides 4 blocks of 9 consulting hours.", "services_hours 36 hour"),
    ("Customer receives 45 consulting hours, to be booked at least nine days ahead.", "services_hours 45 hour"),
    ("Supplier provides 6 coaching sessions for up to 12 participants.", "accelerator 6 session"),
    ("Customer may use two sandboxes, each limited to 9 GB of data.", "sandbox 2 sandbox"),
    ("Customer gets 90 API calls per second and 4,000,000 API calls per month.", "api_capacity 4000000 call a month"),
    ("The plan includes 900 API calls per minute, 7 GB of storage and Gold Support.", "storage 7 gb"),
    ("Customer receives 2 sandboxes. Each sandbox holds up to 30 GB of data.", "sandbox 2 sandbox"),
    ("Supplier provides three days of training before the launch.", "training_credit 3 day"),
  ])
  func grantsStill(clause: String, expected: String) {
    let lines = GrantSample.lines("3. USE\n\n\(clause)\n")
    #expect(lines.first?.hasPrefix(expected) == true)
    #expect(Set(lines.map { $0.split(separator: " ").first }).count == lines.count)
  }

  @Test func theHoursKeepTheirFate() {
    let lines = GrantSample.lines(
      "Supplier makes available 24 Success Hours per contract year. Success Hours must be booked at least nine days "
        + "ahead and cannot be carried into the next contract year.")
    #expect(lines == ["services_hours 24 hour | 2026-03-01..2028-02-28 | contract_year×2 | forfeited"])
  }
}
