// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import PromiseReading
import Testing

/// Mails that present what was asked for, that answer between quoted lines, that a reseller passes on, and what stands
/// below the writer's name.
@Suite struct PassedOnMailTests {
  private static let head = """
    From: Ines Kolb <ines@quillmark.example>
    To: Meg Hollis <meg@dunmore.example>
    Subject: Offer
    Date: Tue, 8 Feb 2028 10:00:00 +0100
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8


    """

  private func list(_ body: String, vendor: String = "Quillmark Systems Inc.") throws -> PromiseList {
    try Support.promises(Self.head + body, file: "m.eml", vendor: vendor, customer: "Dunmore Timber Limited")
  }

  private func amounts(_ body: String) throws -> [Decimal?] {
    try list(body).promises.map { $0.grants.first?.quantity?.amount ?? $0.grants.first?.value?.amount }
  }

  @Test(arguments: [
    "You asked me to put it on paper, so here we go:", "You wanted all of it in one mail. Here is the list:",
    "As to your request, this is what you get:", "You asked for a summary – below is what we offer:",
  ])
  func presentsWhatWasAskedFor(_ lead: String) throws {
    let body =
      "Hello Meg,\n\n\(lead)\n\n1) 35 exam vouchers\n2) Premier Support, within the price\n3) 4 TB of storage\n"
    #expect(try list(body).promises.count == 3, "\(lead)")
  }

  @Test(arguments: ["You asked for:", "Here is what you asked for, but cannot have:", "Your open points:"])
  func headsAsks(_ lead: String) throws {
    let body = "Hello Meg,\n\nYou get 12 coaching sessions.\n\n\(lead)\n\n- 35 exam vouchers\n- 4 TB of storage\n"
    #expect(try amounts(body) == [12], "\(lead)")
  }

  @Test(arguments: [
    ("Sorry, no. What I can do is 15.", [15]),
    ("No, sorry. I cannot do that. Call me at 15.", []),
  ])
  func anAnswerGoesOn(_ answer: String, _ wanted: [Int]) throws {
    let body = """
      We include 40 coaching sessions.

      > Could we have 25 exam vouchers?

      \(answer)

      Ines
      """
    let found = try amounts(body).compactMap { $0 }
    #expect(found == [40] + wanted.map { Decimal($0) }, "\(answer)")
  }

  @Test func aQuestionKeepsItsAnswer() throws {
    let found = try list("> Are the 25 exam vouchers part of it?\n\nYes, they are.\n").promises
    #expect(found.map(\.text) == ["Are the 25 exam vouchers part of it? – Yes, they are."])
  }

  private static let maker = """
    Hello Meg,

    here is what the maker says. We add 3 workshops of our own.

    Ines

    ---------- Forwarded message ---------
    From: Raj Patel <raj@corvidsoft.example>
    Date: Mon, 7 Feb 2028 at 09:00
    Subject: Dunmore
    To: RECEIVER

    For Dunmore we can do:

    - 60 training credits
    - 2 TB of storage

    """

  @Test(arguments: [
    ("Ines Kolb <ines@quillmark.example>", 3), ("Ines Kolb <ines@quillmark.example>, meg@dunmore.example", 1),
    ("sales@elsewhere.example", 1),
  ])
  func aMakersMailIsPassedOn(_ receiver: String, _ count: Int) throws {
    let found = try list(Self.maker.replacingOccurrences(of: "RECEIVER", with: receiver)).promises
    #expect(found.count == count, "\(receiver)")
  }

  @Test(arguments: [
    "All the best,\nInes", "Ines", "Ines Kolb", "Rgds\nInes",
  ])
  func belowTheNameNothingIsPromised(_ closing: String) throws {
    let body = """
      You get 35 exam vouchers.

      \(closing)

      Account Manager, Quillmark
      Now with 3 free months of Quillmark Pulse for every customer!
      """
    #expect(try amounts(body) == [35], "\(closing)")
  }
}
