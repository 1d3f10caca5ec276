// SPDX-License-Identifier: GPL-3.0-or-later
import CLibXML
import InventoryModel

/// The bytes of an HTML file as UTF-8. The encoding is told by a byte order mark, the transport, a `meta` element or
/// the XML declaration, in this order as in the HTML Standard; without any it is UTF-8 where that fits, else
/// Windows-1252.
enum HTMLDecoding {
  static func decode(_ bytes: [UInt8], charset: String?) -> TextDecoding.Decoded {
    if TextDecoding.isUnicodeByItsBytes(bytes) { return unmarked(bytes) }
    let name = normalised(charset) ?? normalised(HTMLCharset.declared(in: bytes))
    switch name {
    case nil: return unmarked(bytes)
    case "utf-8", "utf8", "unicode-1-1-utf-8": return unmarked(bytes, isDeclared: true)
    // A file that can be read as far as its declaration is not in UTF-16.
    case let name? where name.hasPrefix("utf-16") || name == "ucs-2" || name == "unicode":
      return charset != nil && name != "unicode" && bytes.contains(0)
        ? TextDecoding.utf16(bytes, from: 0, isBigEndian: name == "utf-16be") : unmarked(bytes)
    case let name? where isLatin(name):
      // Valid UTF-8 beyond ASCII never comes about by chance.
      return unmarked(bytes)
    case let name?: return transcode(bytes, name) ?? doubtful(bytes, name)
    }
  }

  private static func unmarked(_ bytes: [UInt8], isDeclared: Bool = false) -> TextDecoding.Decoded {
    TextDecoding.decode(bytes, isDeclaredUTF8: isDeclared)
  }

  private static func doubtful(_ bytes: [UInt8], _ name: String) -> TextDecoding.Decoded {
    var decoded = unmarked(bytes)
    if decoded.problems.isEmpty {
      decoded.problems.append(
        .init(.encodingDoubtful, "The page names an encoding that is not known or does not fit; it was guessed."))
    }
    return decoded
  }

  private static func normalised(_ name: String?) -> String? {
    guard let name, !name.isEmpty, name.utf8.count <= 40, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      return nil
    }
    return name.lowercased()
  }

  /// Names that the Encoding Standard reads as Windows-1252.
  private static func isLatin(_ name: String) -> Bool {
    switch name {
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "us-ascii",
      "ascii", "ansi", "ansi_x3.4-1968":
      true
    default: false
    }
  }

  private static func transcode(_ bytes: [UInt8], _ name: String) -> TextDecoding.Decoded? {
    var (written, invalid) = (0, 0)
    let most = bytes.count / 50 + 16
    let output = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { iw_html_transcode(name, $0, buffer.count, most, &written, &invalid) }
    }
    guard let output else { return nil }
    defer { iw_html_transcoded_free(output) }
    var decoded = TextDecoding.Decoded(utf8: Array(UnsafeBufferPointer(start: output, count: written)))
    if invalid > 0 {
      decoded.problems.append(.init(.encodingDoubtful, "The page is damaged in its encoding in \(invalid) places."))
    }
    return decoded
  }
}

/// The encoding that a page names itself.
enum HTMLCharset {
  /// The value of `<meta charset=…>`, of its older form with `http-equiv`, or of `<?xml … encoding=…?>`, looked for
  /// near the start.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(8192).map(HTMLPreparation.lower)
    var index = 0
    var isComment = false
    while index < head.count {
      if isComment {
        isComment = !starts(head, index, "-->")
      } else if starts(head, index, "<!--") {
        isComment = true
      } else if starts(head, index, "<meta") {
        let end = head[index...].firstIndex(of: 0x3E) ?? head.count
        if let name = value(head[index..<end], after: "charset") { return name }
      }
      index += 1
    }
    if let start = head.firstIndex(where: { $0 > 0x20 }), starts(head, start, "<?xml") {
      let end = head[start...].firstIndex(of: 0x3E) ?? head.count
      return value(head[start..<end], after: "encoding")
    }
    return nil
  }

  private static func starts(_ bytes: [UInt8], _ index: Int, _ word: String) -> Bool {
    guard bytes[index] == word.utf8.first else { return false }
    return bytes[index...].starts(with: word.utf8)
  }

  private static func value(_ tag: ArraySlice<UInt8>, after name: String) -> String? {
    let word = Array(name.utf8)
    guard tag.count > word.count else { return nil }
    for start in tag.startIndex..<(tag.endIndex - word.count) where tag[start...].starts(with: word) {
      let rest = tag[(start + word.count)...].drop { HTMLPreparation.isSpace($0) }
      guard rest.first == 0x3D else { continue }
      let value = rest.dropFirst().drop { HTMLPreparation.isSpace($0) || $0 == 0x22 || $0 == 0x27 }
      let end = value.firstIndex {
        HTMLPreparation.isSpace($0) || $0 == 0x22 || $0 == 0x27 || $0 == 0x3B || $0 == 0x3F || $0 == 0x2F
      }
      let found = value[..<(end ?? value.endIndex)]
      return found.isEmpty ? nil : String(decoding: found, as: UTF8.self)
    }
    return nil
  }
}
