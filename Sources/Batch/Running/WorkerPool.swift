// SPDX-License-Identifier: GPL-3.0-or-later
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads of the program's own. Reading calls C libraries that block and may want much stack, which the threads of
/// Swift's executors must not be used for.
enum WorkerPool {
  private static let stackBytes = 16 << 20

  /// Calls `work` once for each element of `items`, in that order, on up to `jobs` threads, and returns when all are
  /// done. Runs on the calling thread what no thread could be had for.
  static func forEach(_ items: [Int], jobs: Int, work: @escaping @Sendable (Int) -> Void) {
    let queue = WorkQueue(items: items, work: work)
    var threads: [Thread] = []
    for _ in 0..<min(jobs, items.count) {
      if let thread = Thread(queue, stackBytes: stackBytes) { threads.append(thread) }
    }
    if threads.isEmpty { queue.drain() }
    for thread in threads { thread.join() }
  }
}

private final class WorkQueue: Sendable {
  private let items: [Int]
  private let next = Atomic<Int>(0)
  private let work: @Sendable (Int) -> Void

  init(items: [Int], work: @escaping @Sendable (Int) -> Void) {
    self.items = items
    self.work = work
  }

  func drain() {
    while true {
      let at = next.add(1, ordering: .relaxed).oldValue
      guard at < items.count else { return }
      work(items[at])
    }
  }
}

/// One thread that drains a queue and ends.
private struct Thread {
  private let handle: pthread_t

  /// Nil where the system gives no more threads.
  init?(_ queue: WorkQueue, stackBytes: Int) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, stackBytes)
    defer { pthread_attr_destroy(&attributes) }
    let argument = Unmanaged.passRetained(queue)
    #if canImport(Darwin)
      var made: pthread_t?
      let failure = pthread_create(&made, &attributes, { Thread.run($0) }, argument.toOpaque())
      guard failure == 0, let made else {
        argument.release()
        return nil
      }
      handle = made
    #else
      var made = pthread_t()
      let failure = pthread_create(&made, &attributes, { $0.flatMap { Thread.run($0) } }, argument.toOpaque())
      guard failure == 0 else {
        argument.release()
        return nil
      }
      handle = made
    #endif
  }

  private static func run(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<WorkQueue>.fromOpaque(argument).takeRetainedValue().drain()
    return nil
  }

  func join() { pthread_join(handle, nil) }
}
