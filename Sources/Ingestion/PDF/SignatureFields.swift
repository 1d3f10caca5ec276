// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Signature fields of a PDF form.
enum SignatureFields {
  /// The library tells fields and whether they are signed; name and day of signing as the signer's program wrote them
  /// stand openly in the file, for a signature leaves its own dictionary unpacked.
  static func fields(_ signatures: [PDFDocument.Signature], in bytes: [UInt8]) -> [SignatureField] {
    guard !signatures.isEmpty else { return [] }
    var dictionaries = SignatureDictionary.all(in: bytes)
    let signed = signatures.filter(\.isSigned).count
    return signatures.map { signature in
      var field = SignatureField(
        name: signature.name, isSigned: signature.isSigned, signer: signature.signer, date: nil,
        page: (signature.page ?? 0) + 1)
      guard signature.isSigned else { return field }
      let own = dictionaries.firstIndex { dictionary in
        dictionary.time.map { $0.universal == signature.time || $0.local == signature.time } ?? false
      }
      if let index = own ?? (signed == 1 && dictionaries.count == 1 ? 0 : nil) {
        let dictionary = dictionaries.remove(at: index)
        field.signer = dictionary.name ?? field.signer
        field.date = dictionary.time?.day
      }
      if field.date == nil, let time = signature.time {
        field.date = CalendarDate(dayNumber: Int(clamping: min(max(time, 0), 253_000_000_000)) / 86_400)
      }
      return field
    }
  }
}

/// The dictionary of a signature, as it stands in the file.
struct SignatureDictionary {
  /// The signer's name where the program wrote one.
  var name: String?
  var time: Time?

  struct Time: Equatable {
    /// Where the signer was.
    var day: CalendarDate
    /// Seconds since 1970, with and without the zone.
    var universal: Int64
    var local: Int64
  }

  /// In the order of the file.
  static func all(in bytes: [UInt8]) -> [SignatureDictionary] {
    bytes.withUnsafeBufferPointer { file in
      var result: [SignatureDictionary] = []
      var from = 0
      while let found = PDFSyntax.find("/ByteRange", in: file, from: from) {
        var syntax = PDFSyntax(
          file: file, at: PDFSyntax.start(ofObjectAround: found, in: file, notBefore: from))
        from = found + 10
        result.append(.init(syntax.dictionary(with: "ByteRange")))
      }
      return result
    }
  }

  private init(_ entries: [String: [UInt8]]) {
    name = entries["Name"].flatMap(PDFSyntax.text)
    time = entries["M"].flatMap(Self.time)
  }

  /// `D:20250124233000-08'00'`.
  static func time(_ text: [UInt8]) -> Time? {
    let digits = text.drop { $0 != 0x3A && !($0 >= 0x30 && $0 <= 0x39) }.drop { $0 == 0x3A }
    func number(_ at: Int, _ count: Int, _ bytes: ArraySlice<UInt8>) -> Int? {
      let part = bytes.dropFirst(at).prefix(count)
      guard part.count == count, part.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
      return part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard let year = number(0, 4, digits), let month = number(4, 2, digits), let day = number(6, 2, digits),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    let (hour, minute, second) = (number(8, 2, digits) ?? 0, number(10, 2, digits) ?? 0, number(12, 2, digits) ?? 0)
    let local = Int64(date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second)
    var offset = 0
    let zone = digits.drop { $0 >= 0x30 && $0 <= 0x39 }
    if let sign = zone.first, sign == 0x2B || sign == 0x2D, let hours = number(1, 2, zone) {
      offset = (hours * 3600 + (number(4, 2, zone) ?? 0) * 60) * (sign == 0x2D ? -1 : 1)
    }
    return Time(day: date, universal: local - Int64(offset), local: local)
  }
}
