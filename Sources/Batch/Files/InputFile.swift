// SPDX-License-Identifier: GPL-3.0-or-later
import Ingestion

/// One file, or standard input, that a person named.
public enum InputFile {
  /// All bytes of the file; `-` is standard input.
  public static func bytes(_ path: String, settings: ReadingSettings = .init()) throws(InputError) -> [UInt8] {
    let content =
      path == "-"
      ? FileContent.ofStandardInput(limit: settings.maximumBytes)
      : FileContent.of(PathBytes(path), limit: settings.maximumBytes)
    switch content {
    case .bytes(let bytes): return bytes
    case .tooLarge: throw InputError(path: path, reason: "it has more than \(settings.maximumBytes) bytes")
    case .unreadable(let reason): throw InputError(path: path, reason: reason)
    }
  }
}

/// A file that could not be read at all.
public struct InputError: Error, Sendable, CustomStringConvertible {
  /// As it was named; `-` is standard input.
  public var path: String
  /// The system's words.
  public var reason: String
  /// An error about the file at `path`.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
  /// One sentence that names the file and the reason.
  public var description: String { "\(path == "-" ? "standard input" : path) cannot be read: \(reason)" }
}
