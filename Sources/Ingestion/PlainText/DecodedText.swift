// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// The words of a text file, whatever encoding they came in (UTF-8, UTF-16, Windows-1252), for readers that do not need
/// its layout.
public struct DecodedText: Sendable {
  /// The words; what has no meaning in the file's encoding is U+FFFD.
  public var text: String
  /// Doubts about the encoding.
  public var problems: [Problem]
  /// The file holds control characters throughout: it is no text.
  public var isBinary: Bool

  /// Decodes a file's bytes; nothing is thrown.
  public init(_ bytes: [UInt8]) {
    let decoded = TextDecoding.decode(bytes)
    text = String(decoding: decoded.utf8, as: UTF8.self)
    problems = decoded.problems
    isBinary = decoded.isBinary
  }
}
