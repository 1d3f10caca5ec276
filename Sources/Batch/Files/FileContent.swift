// SPDX-License-Identifier: GPL-3.0-or-later
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a file, or why there are none.
enum FileContent: Sendable {
  case bytes([UInt8])
  /// It has more bytes than are read; how many, where that is known.
  case tooLarge(Int?)
  /// The system's words.
  case unreadable(String)

  /// Reads a whole file, up to `limit` bytes.
  static func of(_ path: PathBytes, limit: Int) -> FileContent {
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { return .unreadable(SystemMessage.text(errno)) }
    defer { close(descriptor) }
    guard let status = FileStatus(descriptor: descriptor) else { return .unreadable(SystemMessage.text(errno)) }
    if status.kind == .folder { return .unreadable(SystemMessage.text(EISDIR)) }
    if status.size > limit { return .tooLarge(status.size) }
    return of(descriptor: descriptor, expected: status.size, limit: limit)
  }

  /// Reads standard input to its end.
  static func ofStandardInput(limit: Int) -> FileContent { of(descriptor: 0, expected: 0, limit: limit) }

  private static func of(descriptor: Int32, expected: Int, limit: Int) -> FileContent {
    // One byte more than expected, so that the end shows without growing.
    var bytes = [UInt8](repeating: 0, count: expected + 1)
    var count = 0
    while true {
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: max(1 << 16, count))) }
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { read(descriptor, $0 + count, buffer.count - count) } ?? 0
      }
      if got < 0 {
        if errno == EINTR { continue }
        return .unreadable(SystemMessage.text(errno))
      }
      if got == 0 { break }
      count += got
      if count > limit { return .tooLarge(nil) }
    }
    bytes.removeLast(bytes.count - count)
    return .bytes(bytes)
  }

  /// The first bytes of a file; empty where it cannot be read.
  static func head(of path: PathBytes, count: Int) -> [UInt8] {
    // Without waiting: a pipe in a folder must not stop the walk.
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    return Array(bytes.prefix(max(0, got)))
  }
}
