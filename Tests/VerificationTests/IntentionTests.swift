// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import PromiseReading
import Testing

/// What somebody wishes, doubts or shows is no promise; what was asked for and is given at once is one.
@Suite struct IntentionTests {
  private func amounts(_ text: String) throws -> [Decimal?] {
    try Support.promises(
      text, file: "p.txt", vendor: "Quillmark Systems Inc.", customer: "Dunmore Timber Limited"
    ).promises.map { $0.grants.first?.quantity?.amount }
  }

  @Test(arguments: [
    "Petra would like 25 exam vouchers.", "Petra hopes to get 25 exam vouchers.",
    "Our controller expects 25 exam vouchers.", "Ines will check whether 25 exam vouchers are possible.",
    "Ines will ask her director about 25 exam vouchers.", "Ines has to clarify 25 exam vouchers internally.",
    "Ines is not sure about the 25 exam vouchers.", "Lars presented the 2031 roadmap for AI credits.",
    "Lars showed a slide on 25 exam vouchers.", "Ines will come back with a proposal for 25 exam vouchers.",
  ])
  func offersNothing(_ line: String) throws {
    #expect(try amounts("Quillmark offers 3 test sandboxes.\n\n\(line)\n") == [3], "\(line)")
  }

  @Test(arguments: [
    "As you asked, we raise the exam vouchers to 25.", "Since you asked for it, we include 25 exam vouchers.",
    "Because you wanted more, there will be 25 exam vouchers.", "Ines will give us 25 exam vouchers.",
    "Ines agreed to 25 exam vouchers and will check the date.", "You asked for 25 exam vouchers: agreed.",
  ])
  func offers(_ line: String) throws {
    #expect(try amounts("Quillmark offers 3 test sandboxes.\n\n\(line)\n") == [3, 25], "\(line)")
  }

  @Test func linesOfTheirOwn() throws {
    let notes = """
      Training: 60 credits
      Sandboxes: 3
      Lars asked for 20 exam vouchers; Ines declined.
      Coaching: 8 per year
      """
    #expect(try amounts(notes) == [60, 3, 8])
  }

  @Test func timeBehindTheName() throws {
    let chat = """
      Ines 09:01: 60 training credits are included
      Lars 09:02: until when?
      Ines 09:03: you can use them until the end of 2029
      Ines 09:04: and 8 coaching sessions a year
      Lars 09:05: do they expire?
      Ines 09:06: no, you can carry them over
      """
    let found = try Support.promises(chat, file: "p.txt").promises
    #expect(found.map { $0.grants.first?.quantity?.amount } == [60, 8])
    #expect(found.first?.grants.first?.timing.isEmpty == false)
    #expect(found.last?.grants.first?.unused == .rolls_over)
  }
}
