// SPDX-License-Identifier: GPL-3.0-or-later

/// What a line's form alone says.
struct FurnitureForm {
  var isPageNumber = false
  var isEnvelope = false
  var isConfidential = false
  var isRule = false
  /// `By: …`, `Name: …`, `/s/ …`
  var isSignature = false

  init(_ text: [UInt8]) {
    let lower = text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    isRule = !lower.isEmpty && lower.allSatisfy { $0 == 0x2D || $0 == 0x3D || $0 == 0x5F || $0 == 0x20 }
    guard lower.count < 200 else { return }
    lower.withUnsafeBufferPointer { lower in
      for (place, byte) in lower.enumerated() {
        switch byte {
        case 0x65: if Self.stands(Self.envelopeID, in: lower, at: place) { isEnvelope = lower.count < 90 }
        case 0x63: if Self.stands(Self.confidential, in: lower, at: place) { isConfidential = true }
        case 0x61: if Self.stands(Self.allRights, in: lower, at: place) { isConfidential = true }
        case 0x2F: if Self.stands(Self.mark, in: lower, at: place) { isSignature = true }
        default: continue
        }
      }
    }
    if Self.envelopeStarts.contains(where: { $0.first == lower.first && lower.starts(with: $0) }) { isEnvelope = true }
    if lower.prefix(Self.longestStart).contains(0x3A), Self.signatureStarts.contains(where: { lower.starts(with: $0) })
    {
      isSignature = true
    }
    isPageNumber =
      lower.count < 40 && lower.contains { $0 &- 0x30 < 10 } && lower.allSatisfy(Self.mayNumberPage)
      && Self.readPageNumber(lower)
  }

  private static let signatureStarts = ["by:", "name:", "title:", "date:", "its:", "signature:", "signed:"].map {
    Array($0.utf8)
  }
  private static let longestStart = signatureStarts.map(\.count).max() ?? 0

  /// A letter of no other word than `page`, `seite` and `of`, or no letter.
  private static func mayNumberPage(_ byte: UInt8) -> Bool {
    guard byte &- 0x61 < 26 else { return true }
    return pageLetters >> UInt32(byte - 0x61) & 1 == 1
  }

  private static let pageLetters = "pageseiteof".utf8.reduce(UInt32(0)) { $0 | 1 << UInt32($1 - 0x61) }

  /// `3`, `- 3 -`, `Page 3`, `Page 3 of 12`, `3 / 12`, `3 of 12`, `[3]`.
  private static func readPageNumber(_ text: [UInt8]) -> Bool {
    var words: [ArraySlice<UInt8>] = []
    for part in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x2F || $0 == 0x7C || $0 == 0x5B || $0 == 0x5D }) {
      // "-3-" and the dashes of "- 3 -".
      let bare = part.drop { $0 == 0x2D || $0 == 0xE2 || $0 == 0x80 || $0 == 0x93 || $0 == 0x94 }
      let trimmed = bare.prefix { $0 != 0x2D && $0 != 0xE2 }
      // `19-02-2031` is a date over a signature, no page.
      if bare.dropFirst(trimmed.count).contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return false }
      if !trimmed.isEmpty { words.append(trimmed) }
    }
    if let first = words.first, first.elementsEqual("page".utf8) || first.elementsEqual("seite".utf8) {
      words.removeFirst()
    }
    func isNumber(_ word: ArraySlice<UInt8>) -> Bool { word.count <= 4 && word.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
    switch words.count {
    case 1: return isNumber(words[0]) && (words[0].count <= 3)
    case 2: return isNumber(words[0]) && isNumber(words[1])
    case 3: return isNumber(words[0]) && isNumber(words[2]) && words[1].elementsEqual("of".utf8)
    default: return false
    }
  }

  private static let envelopeStarts = ["docusign envelope", "adobe acrobat sign transaction"].map { Array($0.utf8) }
  private static let envelopeID = Array("envelope id".utf8)
  private static let confidential = Array("confidential".utf8)
  private static let allRights = Array("all rights reserved".utf8)
  private static let mark = Array("/s/".utf8)

  private static func stands(_ part: [UInt8], in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    start + part.count <= text.count && part.indices.allSatisfy { text[start + $0] == part[$0] }
  }
}
