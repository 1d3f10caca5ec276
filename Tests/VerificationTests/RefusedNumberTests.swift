// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import PromiseReading
import Testing

/// A number that the customer asked for and the vendor says no to, and gifts that are only hinted at.
@Suite struct RefusedNumberTests {
  private func amounts(_ answer: String) throws -> [String] {
    let chat = """
      [10:00] Ines (Quillmark): 50 training passes for the yard teams
      [10:01] Meg (Dunmore): can you make it 80? we have seven yards
      [10:02] Ines (Quillmark): \(answer)
      """
    return try Support.promises(
      chat, file: "p.txt", vendor: "Quillmark Systems Inc.", customer: "Dunmore Timber Limited"
    ).promises.compactMap { $0.grants.first?.quantity.map { "\($0.amount)" } }
  }

  @Test(arguments: [
    "80 cannot lah, finance says no", "we can't do 80", "80 is impossible, sorry", "no way for 80", "80 is too much",
    "80 won't fly", "80 is more than I can justify",
  ])
  func standsAsOffered(_ answer: String) throws { #expect(try amounts(answer) == ["50"]) }

  @Test(arguments: [
    ("ok, 80 it is", "80"), ("no problem, 80 then", "80"), ("60 is the most I can do", "60"),
    ("I can't go above 60", "60"),
  ])
  func isRevised(_ answer: String, _ amount: String) throws { #expect(try amounts(answer) == [amount]) }

  @Test func aHint() throws {
    let mail = """
      From: Ines <ines@quillmark.example>
      To: Meg <meg@dunmore.example>
      Subject: Offer
      Content-Type: text/plain

      You get 25 exam vouchers. Should the board sign by May, there may be a little something extra for you.
      """
    let found = try Support.promises(
      mail, file: "p.eml", vendor: "Quillmark Systems Inc.", customer: "Dunmore Timber Limited"
    ).promises
    #expect(found.count == 2)
    #expect(found.last?.doubt == .vague)
  }
}
