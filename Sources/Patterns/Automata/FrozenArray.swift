// SPDX-License-Identifier: GPL-3.0-or-later

/// An array that is written once and then only read, at a fixed address, so that inner loops read it without
/// reference counting and bounds checks.
///
/// `@unchecked Sendable`: nothing can write to it after `init`, and the memory is freed by the last owner.
final class FrozenArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  let base: UnsafePointer<Element>
  let count: Int
  private let memory: UnsafeMutablePointer<Element>

  init(_ elements: [Element]) {
    count = elements.count
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { memory.initialize(from: start, count: source.count) }
    }
    self.memory = memory
    base = UnsafePointer(memory)
  }

  /// `bytes` are those of `count` elements, wherever they stand.
  init(count: Int, bytes: UnsafeRawBufferPointer) {
    self.count = count
    memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    if let start = bytes.baseAddress { UnsafeMutableRawPointer(memory).copyMemory(from: start, byteCount: bytes.count) }
    base = UnsafePointer(memory)
  }

  deinit { memory.deallocate() }

  subscript(index: Int) -> Element { base[index] }
}
