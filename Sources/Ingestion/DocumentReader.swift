// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// What reading one document is bound by.
public struct ReadingSettings: Sendable {
  /// Files of more bytes are not read.
  public var maximumBytes: Int
  /// The encoding that a transport named for an HTML file; nil where none did.
  public var charset: String?

  /// Files up to 512 MiB.
  public init(maximumBytes: Int = 512 << 20, charset: String? = nil) {
    self.maximumBytes = maximumBytes
    self.charset = charset
  }
}

/// A document's text, and how well it could be read.
public struct DocumentReading: Sendable {
  /// Empty where nothing could be read; its problems say why.
  public var text: SourceText
  /// What the bytes were found to be.
  public var format: DocumentFormat
  /// How much was read.
  public var status: ReadingStatus
  /// A reading of these.
  public init(text: SourceText, format: DocumentFormat, status: ReadingStatus) {
    self.text = text
    self.format = format
    self.status = status
  }
}

/// Reads a document of any format. A function of bytes and settings, without state: nothing is thrown, what could not
/// be read stands among the text's problems.
public enum DocumentReader {
  /// `fileName` only helps where the content does not tell the format; where it says another one that is a problem,
  /// and no fault.
  public static func read(_ bytes: [UInt8], fileName: String, settings: ReadingSettings = .init()) -> DocumentReading {
    if bytes.count > settings.maximumBytes {
      let problem = Problem(.tooLarge, "The file has \(bytes.count) bytes; \(settings.maximumBytes) are allowed.")
      return .init(text: SourceText(problems: [problem]), format: .unknown, status: .failed)
    }
    let format = FormatDetection.format(of: bytes, fileName: fileName)
    var reading = read(bytes, as: format, settings: settings)
    if let claimed = FormatDetection.format(named: fileName), claimed != format, reading.status != .failed {
      let message = "The file's name says \(words(claimed)), but it is \(words(format)), as which it was read."
      reading.text.problems.append(.init(.wrongExtension, message))
    }
    return reading
  }

  private static func words(_ format: DocumentFormat) -> String {
    switch format {
    case .pdf: "PDF"
    case .html: "HTML"
    case .text: "plain text"
    case .unknown: "something else"
    }
  }

  private static func read(
    _ bytes: [UInt8], as format: DocumentFormat, settings: ReadingSettings
  ) -> DocumentReading {
    switch format {
    case .pdf:
      let reading = PDFReader.read(bytes)
      var text = LayoutAnalysis.sourceText(
        pages: reading.pages, problems: reading.problems, signatureFields: reading.signatureFields)
      if text.lines.isEmpty, !text.problems.contains(where: { failing.contains($0.code) }), reading.pageCount == 0 {
        text.problems.append(.init(.noPages, "The document has no pages."))
      }
      if status(of: text) == .failed, text.problems.isEmpty {
        text.problems.append(.init(.empty, "The document has no text."))
      }
      return .init(text: text, format: format, status: status(of: text))
    case .html:
      let text = HTMLReader.read(bytes, charset: settings.charset)
      return .init(text: text, format: format, status: status(of: text))
    case .text:
      let text = PlainTextReader.read(bytes)
      return .init(text: text, format: format, status: status(of: text))
    case .unknown:
      let problem = Problem(.unknownFormat, "The file is neither PDF nor HTML nor text.")
      return .init(text: SourceText(problems: [problem]), format: format, status: .failed)
    }
  }

  /// The text of one line of its own, as of `inwriting values --lines`.
  public static func readPlainLine(_ line: String) -> SourceText { SourceText(line: line) }

  private static let failing: Set<Problem.Code> = [
    .unreadable, .encrypted, .malformed, .noPages, .empty, .tooLarge, .unknownFormat,
  ]
  private static let partial: Set<Problem.Code> = [.pageWithoutText, .damaged, .truncated]

  /// Failed where nothing was read, partial where something is missing.
  static func status(of text: SourceText) -> ReadingStatus {
    if !text.lines.contains(where: { !$0.isFurniture }) { return .failed }
    return text.problems.contains { failing.contains($0.code) || partial.contains($0.code) } ? .partial : .ok
  }
}

/// The format of a file, by its content first.
enum FormatDetection {
  static func format(of bytes: [UInt8], fileName: String) -> DocumentFormat {
    let head = bytes.prefix(1024)
    if contains(head, "%pdf-") { return .pdf }
    if looksLikeHTML(head) { return .html }
    switch self.format(named: fileName) {
    case .html?: return .html
    case .text?: return .text
    // A PDF without its first line, or something that a person took for one.
    case .pdf?: return TextDecoding.isBinaryFile(bytes) || hasPDFObjects(bytes) ? .pdf : .text
    default: return TextDecoding.isBinaryFile(bytes) ? .unknown : .text
    }
  }

  /// What the extension of a file's name says; nil where it says nothing of a format that is read.
  static func format(named fileName: String) -> DocumentFormat? {
    switch fileName.split(separator: ".").last.map({ $0.lowercased() }) ?? "" {
    case "pdf": .pdf
    case "html", "htm", "xhtml": .html
    case "txt", "text": .text
    default: nil
    }
  }

  /// `1 0 obj`, as no other text has it near its start.
  private static func hasPDFObjects(_ bytes: [UInt8]) -> Bool {
    contains(bytes.prefix(4096), " obj") && contains(bytes.prefix(4096), "<<")
  }

  /// Markup at the start, after a byte order mark, spaces, comments or an XML declaration.
  private static func looksLikeHTML(_ head: ArraySlice<UInt8>) -> Bool {
    // UTF-16 has zeros between the letters.
    let letters = head.filter { $0 != 0 && $0 < 0x80 }
    guard let first = letters.first(where: { $0 > 0x20 }), first == 0x3C else { return false }
    for tag in ["<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta", "<title", "<p>", "<p ", "<h1"]
    where contains(letters[...], tag) { return true }
    return false
  }

  /// `part` in lower case.
  private static func contains(_ bytes: ArraySlice<UInt8>, _ part: String) -> Bool {
    let part = Array(part.utf8)
    guard bytes.count >= part.count else { return false }
    for start in bytes.startIndex...(bytes.endIndex - part.count) {
      if part.indices.allSatisfy({ index in
        let byte = bytes[start + index]
        return (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == part[index]
      }) {
        return true
      }
    }
    return false
  }
}
