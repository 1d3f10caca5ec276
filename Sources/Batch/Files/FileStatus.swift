// SPDX-License-Identifier: GPL-3.0-or-later
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system says of a file; symbolic links are followed.
struct FileStatus: Sendable {
  enum Kind: Sendable { case file, folder, other }
  var kind: Kind
  var size: Int
  /// Nanoseconds since 1970.
  var modified: Int
  /// Whether it belongs to who runs the program, and nobody else may write to it.
  var isOwn: Bool
  /// The file itself, whatever path led to it.
  var identity: Identity

  struct Identity: Hashable, Sendable {
    var device: UInt64, inode: UInt64
  }

  /// Nil where the path leads nowhere; `errno` says why.
  init?(_ path: PathBytes) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    self.init(status)
  }

  /// Of what stands at the path itself, be it a link.
  init?(unfollowed path: PathBytes) {
    var status = stat()
    guard path.withCString({ lstat($0, &status) }) == 0 else { return nil }
    self.init(status)
  }

  /// Of an open file.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
    isOwn = status.st_uid == geteuid() && status.st_mode & (S_IWGRP | S_IWOTH) == 0
    identity = Identity(device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
  }
}

/// The system's own words for an error number.
enum SystemMessage {
  static func text(_ number: Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let base = buffer.baseAddress else { return "error \(number)" }
      // `strerror` alone is not thread-safe.
      guard strerror_r(number, base, buffer.count) == 0 else { return "error \(number)" }
      return String(cString: base)
    }
  }
}
