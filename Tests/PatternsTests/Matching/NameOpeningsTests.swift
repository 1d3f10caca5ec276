// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Patterns

@Suite struct NameOpeningsTests {
  @Test(arguments: [0, 1, 100, 100_000])
  func holdsWhatWasPutInAndLittleElse(count: Int) {
    let openings = (0..<count).map { NameOpenings.Opening(first: UInt32($0 % 977), second: UInt32($0), thirds: ~0) }
    let table = NameOpenings(openings)
    #expect(openings.allSatisfy { table.mayBegin($0.first, $0.second, 7) })
    guard count <= 10_000 else { return }
    let others = (0..<10_000).count { table.mayBegin(2_000, UInt32($0), 7) }
    #expect(others < 2_000)
  }

  @Test func asksForTheThirdWordToo() {
    let table = NameOpenings([.init(first: 3, second: 4, thirds: 1 << 5), .init(first: 3, second: 6, thirds: ~0)])
    #expect(table.mayBegin(3, 4, 5))
    #expect(table.mayBegin(3, 4, 64 + 5))
    #expect(!table.mayBegin(3, 4, 6))
    #expect(table.mayBegin(3, 6, 0))
    #expect(!table.mayBegin(4, 3, 5))
  }
}
