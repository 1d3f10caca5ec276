// SPDX-License-Identifier: GPL-3.0-or-later
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes files whole: readers see the old content or the new one, never a part.
public enum FileWriting {
  /// Writes `bytes` beside `path` and renames. Folders above are made where they are missing. Where `path` is a link, the
  /// file that it leads to is written, and the link stays; a device or pipe is written to as it is.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    let path = target(of: path)
    if FileStatus(PathBytes(path))?.kind == .other { return try overwrite(path, bytes) }
    try writeBeside(bytes, path)
  }

  /// The same for a file that is the program's alone: a link there gives way, and leads nowhere.
  static func replace(_ path: String, with bytes: [UInt8]) throws(OutputError) { try writeBeside(bytes, path) }

  private static func overwrite(_ path: String, _ bytes: [UInt8]) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError(path: path, number: errno) }
    let number = writeAndClose(bytes, descriptor)
    if number != 0 { throw OutputError(path: path, number: number) }
  }

  /// The error number, or 0.
  private static func writeAndClose(_ bytes: [UInt8], _ descriptor: Int32) -> Int32 {
    let failure = write(bytes, descriptor: descriptor)
    // Some file systems tell of a full disk only here.
    let closing = close(descriptor) == 0 ? 0 : errno
    return failure != 0 ? failure : closing
  }

  private static func writeBeside(_ bytes: [UInt8], _ path: String) throws(OutputError) {
    try makeFolder(PackFolder.above(path))
    var beside = ""
    var descriptor: Int32 = -1
    // One that was killed may have left its part behind, and another process has its number now.
    for _ in 0..<8 where descriptor < 0 {
      beside = "\(path).\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 36)).part"
      descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor < 0, errno != EEXIST { break }
    }
    guard descriptor >= 0 else { throw OutputError(path: path, number: errno) }
    let number = writeAndClose(bytes, descriptor)
    if number != 0 || rename(beside, path) != 0 {
      let error = OutputError(path: path, number: number != 0 ? number : errno)
      unlink(beside)
      throw error
    }
  }

  /// Writes all bytes; the error number, or 0.
  public static func write(_ bytes: [UInt8], descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        #else
          let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        #endif
        if count >= 0 {
          done += count
        } else if errno == EAGAIN {
          // A terminal or pipe that somebody set not to wait.
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  /// The file that links lead to, whether or not it is there yet.
  private static func target(of path: String) -> String {
    var path = path
    // Links that lead in circles fail when the file is opened.
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink(path, &buffer, 4096)
      guard count > 0 else { return path }
      let next = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let folder = PackFolder.above(path)
      path = next.hasPrefix("/") || (folder.isEmpty && !path.hasPrefix("/")) ? next : folder + "/" + next
    }
    return path
  }

  private static func makeFolder(_ path: String) throws(OutputError) {
    if path.isEmpty || FileStatus(PathBytes(path))?.kind == .folder { return }
    try makeFolder(PackFolder.above(path))
    // Another process may have made it in between.
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw OutputError(path: path, number: errno) }
  }
}

/// Output that could not be written.
public struct OutputError: Error, Sendable, CustomStringConvertible {
  /// As it was named, or where a link led.
  public var path: String
  /// Whether nobody reads the output any more, as where `head` has seen enough.
  public var isBrokenPipe: Bool
  private let reason: String

  /// `number` is the system's `errno`.
  public init(path: String, number: Int32) {
    self.path = path
    isBrokenPipe = number == EPIPE
    reason = SystemMessage.text(number)
  }

  /// One sentence that names the file and the reason.
  public var description: String { "\(path) cannot be written: \(reason)" }
}
