// SPDX-License-Identifier: GPL-3.0-or-later
import Dispatch

/// Work that is done side by side while a program starts and every other core idles.
enum Concurrently {
  /// What `body` gives for 0 to `count` - 1, in that order.
  static func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    if count < 2 { return (0..<count).map(body) }
    let memory = UnsafeMutablePointer<Result?>.allocate(capacity: count)
    memory.initialize(repeating: nil, count: count)
    defer {
      memory.deinitialize(count: count)
      memory.deallocate()
    }
    // Each call writes a place of its own, and all have returned before any is read.
    nonisolated(unsafe) let places = memory
    DispatchQueue.concurrentPerform(iterations: count) { places[$0] = body($0) }
    return (0..<count).compactMap { memory[$0] }
  }
}
