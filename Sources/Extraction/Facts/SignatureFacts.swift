// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Lexis

/// Who signed, when, and whether everyone did.
struct SignatureFacts {
  let context: DocumentContext
  let customer: [String]
  let vendor: [String]

  /// From the blocks of the text and the form fields of a PDF.
  func signature(_ lines: [SignatureLine]) -> Signature {
    var signers: [Signer] = []
    var parties: [Signer.Party: Bool] = [:]
    var anySigned = false
    var anyUnsigned = false
    for line in lines {
      let party = party(of: line)
      if line.isSigned {
        anySigned = true
        let signer = Signer(party: party, name: line.name.map(spelled), title: line.title.map(spelled), date: line.date)
        if !signers.contains(where: { $0.name == signer.name && $0.date == signer.date && $0.party == signer.party }) {
          signers.append(signer)
        }
        parties[party] = true
      } else {
        anyUnsigned = true
        if party != .other, parties[party] == nil { parties[party] = false }
      }
    }
    for field in context.source.signatureFields {
      if field.isSigned {
        anySigned = true
        signers.append(Signer(party: .other, name: field.signer, title: nil, date: field.date))
      } else {
        anyUnsigned = true
      }
    }
    if let first = lines.first, signers.count == 1, !anyUnsigned, isDayOpen(from: first.start) { anyUnsigned = true }
    return Signature(status: status(anySigned, anyUnsigned, parties), envelope: envelope(), signers: signers)
  }

  /// "Hamburg, ________" beside the only signature: the other side has yet to sign there.
  private func isDayOpen(from token: Int) -> Bool {
    let bytes = context.source.utf8
    let start = context.stream.bytes(max(0, token - 40)..<max(1, token)).lowerBound
    guard let blank = bytes[start...].indices.first(where: { bytes[$0] == 0x5F }),
      bytes[blank...].prefix(4).allSatisfy({ $0 == 0x5F }), bytes[blank...].count >= 4
    else { return false }
    let before = bytes[start..<blank].last { $0 != 0x20 }
    return before == 0x2C
  }

  private func status(_ signed: Bool, _ unsigned: Bool, _ parties: [Signer.Party: Bool]) -> Signature.Status {
    if !signed { return unsigned ? .unsigned : .unknown }
    if !unsigned { return .executed }
    // A blank line beside signatures of both sides is a witness's or a second signatory's.
    return .partial
  }

  private func spelled(_ range: Range<Int>) -> String {
    var text = context.text(range)
    while let last = text.last, last == "," || last == " " || last == "|" { text.removeLast() }
    return text
  }

  // MARK: Whose line it is

  private func party(of line: SignatureLine) -> Signer.Party {
    guard let heading = line.heading else { return .other }
    let words = context.words(heading).filter { $0 != "." && $0 != "," }
    let text = words.joined(separator: " ")
    let padded = " " + text + " "
    let isCustomer = customer.contains { names(text, padded, $0) }
    let isVendor = vendor.contains { names(text, padded, $0) }
    if isCustomer != isVendor { return isCustomer ? .customer : .vendor }
    return .other
  }

  private func names(_ heading: String, _ padded: String, _ name: String) -> Bool {
    guard !name.isEmpty else { return false }
    return padded.containsBytes(of: name) && padded.containsBytes(of: " " + name + " ")
      || name.utf8.count > 6 && heading.utf8.first == name.utf8.first && heading.hasPrefix(name.prefixWords(2))
  }

  // MARK: Envelope

  /// The id of an electronic signing envelope, which stands in running heads: "DocuSign Envelope ID: 3B1F77C0-…".
  private func envelope() -> String? {
    let marker = Array("envelope id".utf8)
    for line in context.source.lines.prefix(400) where line.range.count < 160 {
      guard let end = context.source.utf8.end(of: marker, in: line.range) else { continue }
      var id: [UInt8] = []
      for byte in context.source.utf8[end..<line.range.upperBound] {
        let isID =
          byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A || byte == 0x2D
        if isID { id.append(byte) } else if !id.isEmpty { break }
      }
      if id.count >= 16 { return String(decoding: id, as: UTF8.self) }
    }
    return nil
  }
}

extension String {
  /// The first words, for names that a heading cuts short.
  fileprivate func prefixWords(_ count: Int) -> String {
    split(separator: " ").prefix(count).joined(separator: " ")
  }
}

extension Array where Element == UInt8 {
  /// Behind the first place of words in small letters of ASCII, whatever the case that they stand in.
  fileprivate func end(of words: [UInt8], in range: Range<Int>) -> Int? {
    withUnsafeBufferPointer { bytes in
      guard let first = words.first, range.count >= words.count else { return nil }
      for start in range.lowerBound...(range.upperBound - words.count) where bytes[start] | 0x20 == first {
        if words.indices.allSatisfy({ bytes[start + $0].lower == words[$0] }) { return start + words.count }
      }
      return nil
    }
  }
}
