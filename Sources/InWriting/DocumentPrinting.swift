// SPDX-License-Identifier: GPL-3.0-or-later
import Batch
import Ingestion
import InventoryModel

/// A document as rules see it. Needs no packs.
public struct PrintedDocument: Sendable {
  /// The text whose Unicode scalars the offsets of evidence count; or, with layout, with tables, roles and furniture
  /// marked.
  public var text: String
  /// How much of it could be read.
  public var status: ReadingStatus
  /// What could not be read, for standard error.
  public var problems: [Problem]

  /// Reads one document, `-` being standard input. Throws `InputError` where there is no such file.
  public init(_ path: String, showingLayout: Bool = false) throws {
    let reading = DocumentReader.read(try InputFile.bytes(path), fileName: path)
    text = showingLayout ? TextPrinting.layout(reading.text) : TextPrinting.plain(reading.text)
    status = reading.status
    problems = reading.text.problems
  }
}
