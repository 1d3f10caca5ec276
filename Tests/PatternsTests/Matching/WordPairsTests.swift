// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Patterns

@Suite struct WordPairsTests {
  @Test(arguments: [0, 1, 100, 100_000])
  func holdsWhatWasPutInAndLittleElse(count: Int) {
    let pairs = (0..<count).map { (first: UInt32($0 % 977), second: UInt32($0)) }
    let table = WordPairs(pairs)
    #expect(pairs.allSatisfy { table.mayHold($0.first, $0.second) })
    guard count <= 10_000 else { return }
    let others = (0..<10_000).count { table.mayHold(2_000, UInt32($0)) }
    #expect(others < 2_000)
  }
}
