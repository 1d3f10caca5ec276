// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// What a sentence behind several grants says of all of them, wherever the grants and the sentence stand.
@Suite struct CollectiveTermTests {
  private static let head = """
    ORDER FORM Q-7731

    Supplier: Marrow & Finch Software Ltd
    Customer: Nettle Bay Ferries Ltd
    Order Start Date: 1 March 2026
    Order End Date: 28 February 2028

    4. BENEFITS


    """

  /// Grants as items of a list, numbered clauses, sentences of one paragraph, and one sentence with a clause behind it.
  enum Place: CaseIterable {
    case list, clauses, sentences, paragraph

    func text(_ closing: String) -> String {
      switch self {
      case .list:
        "Supplier gives Customer:\n\n(a) 20 training credits;\n(b) 6 certification vouchers;\n(c) 40 hours of architect time.\n\n\(closing)"
      case .clauses:
        "4.1 20 training credits.\n\n4.2 6 certification vouchers.\n\n4.3 40 hours of architect time.\n\n4.4 \(closing)"
      case .sentences:
        "Supplier provides 20 training credits to Customer. Supplier provides 6 certification vouchers to Customer. Supplier provides 40 hours of architect time. \(closing)"
      case .paragraph:
        "4.1 Customer receives 20 training credits, 6 certification vouchers and 40 hours of architect time.\n\n4.2 \(closing)"
      }
    }
  }

  private func ends(_ text: String) -> [String] {
    TableSample.read(Self.head + text + "\n", fileName: "order.txt").entitlements.map { one in
      "\(one.validity.end?.description ?? "-") \(one.conditions.unused?.rawValue ?? "-") \(one.fee?.amount.map { "\($0)" } ?? "-")"
    }
  }

  @Test(
    arguments: [
      "All of the above are free of charge, can be used until 31 December 2026 and lapse if not used by then.",
      "The foregoing benefits come at no additional cost. Each must be used on or before 31 December 2026, failing which it is forfeited.",
    ], Place.allCases)
  func saidOfAll(closing: String, place: Place) {
    #expect(ends(place.text(closing)) == [String](repeating: "2026-12-31 forfeited 0", count: 3))
  }

  @Test func saidOfItemsByTheirNumbers() {
    let closing =
      "Items 4.1 to 4.3 are provided without charge. The last day for their use is 31 December 2026; after it they are lost."
    #expect(ends(Place.clauses.text(closing)) == [String](repeating: "2026-12-31 forfeited 0", count: 3))
  }

  /// Other matters, one of them by its noun, and what stands apart.
  @Test(arguments: [
    "All of these invoices are payable by 31 December 2026.",
    "All prices hold until 31 December 2026.",
    "Customer's trainers may visit the site until 31 December 2026. They stay in the guest house.",
  ])
  func saidOfNone(closing: String) {
    #expect(ends(Place.paragraph.text(closing)) == [String](repeating: "2028-02-28 - -", count: 3))
  }

  @Test func ownTimesStay() {
    let text =
      "Supplier gives Customer:\n\n(a) 20 training credits, until 30 June 2026;\n(b) 6 certification vouchers.\n\nAll of these are valid until 31 December 2026."
    #expect(ends(text) == ["2026-06-30 - -", "2026-12-31 - -"])
  }

  /// What a sentence gives each of them by its noun.
  @Test(
    arguments: [
      (
        "The vouchers expire on 31 December 2026 and the hours on 31 March 2027.",
        ["2028-02-28 - -", "2026-12-31 - -", "2027-03-31 - -"]
      ),
      (
        "The training credits and the certification vouchers must be redeemed by 31 December 2026, the hours by 31 March 2027.",
        ["2026-12-31 - -", "2026-12-31 - -", "2027-03-31 - -"]
      ),
      (
        "Unused training credits and vouchers are forfeited at the end of the term; unused hours are carried over.",
        ["2028-02-28 forfeited -", "2028-02-28 forfeited -", "2028-02-28 rolls_over -"]
      ),
      (
        "The hours cost $1,000 in all; everything else is free of charge.",
        ["2028-02-28 - 0", "2028-02-28 - 0", "2028-02-28 - 1000"]
      ),
    ], [Place.list, .clauses, .paragraph])
  func givenByNoun(said: (String, [String]), place: Place) {
    #expect(ends(place.text(said.0)) == said.1)
  }

  /// One noun alone, or a noun that gets nothing, divides nothing.
  @Test(arguments: [
    "The hours are worked by architects who hold vouchers for the cloakroom.",
    "Each of the hours is booked with the same desk as the vouchers.",
    "During the first contract year Customer may buy vouchers at $90 and, until 31 December 2026, hours at $180.",
  ])
  func dividesNothing(said: String) {
    #expect(ends(Place.list.text(said)) == [String](repeating: "2028-02-28 - -", count: 3))
  }
}
