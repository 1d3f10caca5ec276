// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import InventoryModel
import PromiseReading
import Testing

/// Notes and chats: what is refused or only pointed to, what takes another's place, and years that the head of a chat
/// tells.
@Suite struct ChatWordTests {
  private func promises(_ text: String) throws -> [Promise] {
    try Support.promises(
      text, file: "p.txt", vendor: "Quillmark Systems Inc.", customer: "Dunmore Timber Limited"
    ).promises
  }

  private func amounts(_ line: String) throws -> [Decimal?] {
    try promises("[10:00] Ines (Quillmark): we include 3 test sandboxes\n[10:02] Ines (Quillmark): \(line)\n").map {
      $0.grants.first?.quantity?.amount
    }
  }

  @Test(arguments: [
    "sorry, the storage I can't change", "the API limit we cannot lift",
    "If you need 20 hours of consulting, ask Lars for a quote", "should you want 20 exam vouchers, order them from us",
  ])
  func promisesNothing(_ line: String) throws {
    #expect(try amounts(line) == [3], "\(line)")
  }

  @Test(arguments: [
    ("If you need 20 hours of consulting, we throw them in", [3, 20]),
    ("Instead of the 12 workshops you will get 20 exam vouchers", [3, 20]),
    ("You will get 20 exam vouchers instead of the 12 workshops", [3, 20]),
    ("we will pay the exams for seven of your staff", [3, 7]),
  ])
  func promises(_ line: String, _ wanted: [Int]) throws {
    #expect(try amounts(line) == wanted.map { Decimal($0) }, "\(line)")
  }

  @Test func aYearIsNoCount() throws {
    let found = try Support.promises("text\nIn year two we top your credits up by a fifth\n", file: "p.csv").promises
    #expect(found.first?.grants.first?.quantity == nil)
  }

  @Test(arguments: [("end of next year", 2029), ("end of the year", 2028)])
  func theHeadTellsTheYear(_ words: String, _ year: Int) throws {
    let found = try promises(
      "Export of the channel, 19 March 2028\n\n[10:00] Ines (Quillmark): you get 40 training days until the \(words)\n")
    #expect(found.first?.grants.first?.timing.lastDay == CalendarDate(year: year, month: 12, day: 31), "\(words)")
  }

  @Test(arguments: [
    "training days you could not use are set off against next year's fee",
    "training days that we can't use up are set off against next year's fee",
    "training days you were unable to take are set off against next year's fee",
  ])
  func whatCouldNotBeUsed(_ words: String) throws {
    let found = try Support.verdict(
      words, "1. Quillmark provides 30 training days in each contract year. Days that are not taken are forfeited.")
    #expect(found == "contradicted", "\(words)")
  }
}
