// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import Ingestion
import InventoryModel
import Patterns
import Testing

@testable import Extraction

/// Reads the facts of a text as of a plain text file, with the packs of this repository.
enum FactSample {
  static let extractor: Extractor? = {
    let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
    let files = ["core", "facts"].compactMap { name -> PackFile? in
      let path = "\(root)/patterns/\(name).yaml"
      guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
      return PackFile(path: path, text: String(decoding: bytes, as: UTF8.self))
    }
    guard files.count == 2 else { return nil }
    return try? Extractor(packs: files)
  }()

  static func read(_ text: String, fileName: String = "sample.txt") -> (
    facts: DocumentFacts, knowledge: DocumentKnowledge
  ) {
    var facts = DocumentFacts(id: "sha256:0", path: fileName, format: .text)
    guard let extractor else {
      Issue.record("the packs cannot be read")
      return (facts, DocumentKnowledge())
    }
    let reading = DocumentReader.read(Array(text.utf8), fileName: fileName)
    let context = DocumentContext(reading.text, extractor: extractor)
    let knowledge = FactReader.read(context, into: &facts)
    return (facts, knowledge)
  }

  /// A whole reading, grants and all.
  static func extraction(of text: String) -> ExtractionResult? {
    let facts = DocumentFacts(id: "sha256:0", path: "sample.txt", format: .text)
    return extractor?.extract(DocumentReader.read(Array(text.utf8), fileName: "sample.txt").text, facts: facts)
  }

  /// The facts as a whole reading leaves them, once the grants are read too.
  static func factsBesideGrants(_ text: String) -> DocumentFacts {
    extraction(of: text)?.facts ?? DocumentFacts(id: "sha256:0", path: "sample.txt", format: .text)
  }

  static func facts(_ text: String, fileName: String = "sample.txt") -> DocumentFacts {
    read(text, fileName: fileName).facts
  }

  static func day(_ iso: String?) -> CalendarDate? { iso.flatMap { CalendarDate(iso: $0) } }
}
