// SPDX-License-Identifier: GPL-3.0-or-later
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A path as the file system has it: bytes that need not be UTF-8. Ordered by its bytes.
struct PathBytes: Hashable, Comparable, Sendable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// For people and inventories; what is no UTF-8 becomes U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The last component.
  var name: String { String(decoding: bytes.split(separator: 0x2F).last ?? [], as: UTF8.self) }

  /// Lower case without the dot; empty where the name has none.
  var fileExtension: String {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? (parts.last ?? "").lowercased() : ""
  }

  func appending(_ component: [UInt8]) -> PathBytes {
    PathBytes(bytes: bytes + (bytes.last == 0x2F ? [] : [0x2F]) + component)
  }

  /// Calls `body` with the path as C wants it.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let characters = bytes.map { CChar(bitPattern: $0) } + [0]
    return characters.withUnsafeBufferPointer { buffer in
      // A buffer that holds at least the final 0 has a base.
      buffer.baseAddress.map(body) ?? body("")
    }
  }

  static func < (a: PathBytes, b: PathBytes) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}
