// SPDX-License-Identifier: GPL-3.0-or-later
import Crypto
import Extraction
import Ingestion
import InventoryModel

/// Reads one document, from bytes to facts and entitlements. A function of bytes, name and settings, without state:
/// the same arguments give the same result on any thread, or in a process of its own.
public struct DocumentPipeline: Sendable {
  /// The compiled packs.
  public let extractor: Extractor
  /// A pipeline; it may be used on any number of threads.
  public init(extractor: Extractor) { self.extractor = extractor }

  /// `path` is what the inventory calls the document; its extension helps where the content does not tell the format.
  /// Nothing is thrown: what could not be read has the status `failed` and problems that say why.
  public func read(_ bytes: [UInt8], path: String, settings: ReadingSettings = .init()) -> ExtractionResult {
    read(bytes, id: Self.id(of: bytes), path: path, settings: settings)
  }

  /// The same for bytes whose identity is known.
  func read(_ bytes: [UInt8], id: String, path: String, settings: ReadingSettings) -> ExtractionResult {
    if let name = ForeignContent.name(of: bytes) {
      let problem = Problem(.unknownFormat, "This is \(name), which is not read: save it as PDF, HTML or text.")
      return ExtractionResult(
        facts: DocumentFacts(id: id, path: path, format: .unknown, status: .failed, problems: [problem]))
    }
    let reading = DocumentReader.read(bytes, fileName: path, settings: settings)
    let facts = DocumentFacts(
      id: id, path: path, format: reading.format, pages: reading.text.pages.count, status: reading.status,
      problems: reading.text.problems)
    if reading.status == .failed { return ExtractionResult(facts: facts) }
    return extractor.extract(reading.text, facts: facts)
  }

  /// `sha256:` and the digest of the bytes in lower-case hexadecimal.
  public static func id(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text = Array("sha256:".utf8)
    for byte in SHA256.hash(data: bytes) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
