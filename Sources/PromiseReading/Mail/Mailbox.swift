// SPDX-License-Identifier: GPL-3.0-or-later

/// A file that holds one mail, or several one after the other, as programs save a folder of them.
enum Mailbox {
  /// Each mail's bytes, in the file's order; the whole where it is one mail.
  static func mails(_ bytes: [UInt8]) -> [[UInt8]] {
    let mark = Array("From ".utf8)
    guard bytes.starts(with: mark) else { return [bytes] }
    var starts = [0]
    for at in bytes.indices.dropFirst(2) where bytes[at] == mark[0] && bytes[at - 1] == 0x0A {
      // Behind an empty line, with a header line below it.
      let isBehindEmpty = bytes[at - 2] == 0x0A || at > 3 && bytes[at - 2] == 0x0D && bytes[at - 3] == 0x0A
      guard isBehindEmpty, bytes[at...].starts(with: mark), let end = bytes[at...].firstIndex(of: 0x0A),
        isHeader(bytes[(end + 1)...])
      else { continue }
      starts.append(at)
    }
    return starts.indices.map { index in
      Array(bytes[starts[index]..<(index + 1 < starts.count ? starts[index + 1] : bytes.count)])
    }
  }

  /// A name, a colon.
  private static func isHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = bytes.prefix(40).prefix { $0 != 0x3A && $0 > 0x20 }
    return !name.isEmpty && name.endIndex < bytes.endIndex && bytes[name.endIndex] == 0x3A
  }

  /// Whether its own headers say that only the receiver can read it.
  static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(16_384), as: UTF8.self).replacing("\r\n", with: "\n")
    let headers = (head.firstRange(of: "\n\n").map { String(head[..<$0.lowerBound]) } ?? head).lowercased()
    return headers.contains("multipart/encrypted") || headers.contains("smime-type=enveloped-data")
  }
}
