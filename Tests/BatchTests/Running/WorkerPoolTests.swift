// SPDX-License-Identifier: GPL-3.0-or-later
import Synchronization
import Testing

@testable import Batch

@Suite struct WorkerPoolTests {
  @Test(arguments: [(0, 4), (1, 4), (100, 1), (100, 3), (5, 64)])
  func `Every item is worked on once`(items: Int, jobs: Int) {
    let seen = Mutex<[Int]>([])
    WorkerPool.forEach(Array(0..<items), jobs: jobs) { item in seen.withLock { $0.append(item) } }
    #expect(seen.withLock { $0.sorted() } == Array(0..<items))
  }

  @Test func `A worker has the stack that deep documents need`() {
    let reached = Mutex(0)
    WorkerPool.forEach([1], jobs: 1) { _ in
      let got = Self.depth(8000)
      reached.withLock { $0 = got }
    }
    #expect(reached.withLock { $0 } == 8000)
  }

  /// As many nested calls of a kilobyte each.
  private static func depth(_ calls: Int) -> Int {
    calls == 0 ? 0 : 1 + withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 8) { _ in depth(calls - 1) }
  }
}
