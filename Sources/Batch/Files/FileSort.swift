// SPDX-License-Identifier: GPL-3.0-or-later

/// What a file in a folder is to this program, by its name and, where that does not tell, its first bytes.
enum FileSort: Sendable {
  /// A format that is read.
  case document
  /// Something that people keep contracts in and that is not read: a document that failed, not a file to pass over.
  case foreignDocument(String)
  case other

  static func of(_ path: PathBytes) -> FileSort {
    let type = path.fileExtension
    if readable.contains(type) { return .document }
    let head = FileContent.head(of: path, count: 1024)
    // What begins as a PDF is one, whatever its name says.
    if let name = foreign[type], !contains(head, "%PDF-") { return .foreignDocument(name) }
    return of(head: head, hasExtension: !type.isEmpty)
  }

  private static func of(head: [UInt8], hasExtension: Bool) -> FileSort {
    if contains(head, "%PDF-") { return .document }
    // A name without an extension tells nothing: text is read.
    if !hasExtension, !head.isEmpty, ForeignContent.name(of: head) == nil, isText(head) { return .document }
    return .other
  }

  private static let readable: Set<String> = ["pdf", "html", "htm", "xhtml", "txt", "text", "eml"]

  private static let foreign: [String: String] = [
    "doc": "a Word document", "docx": "a Word document", "docm": "a Word document", "odt": "an OpenDocument text",
    "rtf": "a rich text document", "pages": "a Pages document", "wpd": "a WordPerfect document",
    "xls": "an Excel workbook", "xlsx": "an Excel workbook", "xlsm": "an Excel workbook",
    "ods": "an OpenDocument spreadsheet", "numbers": "a Numbers document", "ppt": "a PowerPoint presentation",
    "pptx": "a PowerPoint presentation", "odp": "an OpenDocument presentation", "msg": "an Outlook message",
    "tif": "a scanned image", "tiff": "a scanned image", "ps": "a PostScript document", "xps": "an XPS document",
  ]

  private static func isText(_ head: [UInt8]) -> Bool {
    !head.contains { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0) }
  }

  private static func contains(_ bytes: [UInt8], _ part: String) -> Bool {
    let part = Array(part.utf8)
    guard bytes.count >= part.count else { return false }
    return (0...(bytes.count - part.count)).contains { bytes[$0...].starts(with: part) }
  }
}

/// Contents that look like none of the formats that are read, by their first bytes.
enum ForeignContent {
  /// What it is, in words; nil where nothing speaks against text.
  static func name(of bytes: some Collection<UInt8>) -> String? {
    signatures.first { bytes.starts(with: $0.0) }?.1 ?? (isOwnResult(bytes) ? "a result of this program" : nil)
  }

  /// `{"schema": "inwriting/inventory/1", …`
  private static func isOwnResult(_ bytes: some Collection<UInt8>) -> Bool {
    let head = bytes.prefix(40).filter { $0 > 0x20 }
    return head.starts(with: Array("{\"schema\":\"inwriting/".utf8))
  }

  private static let signatures: [([UInt8], String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "an archive or an Office document"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document"),
    (Array("{\\rtf".utf8), "a rich text document"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"), (Array("GIF8".utf8), "a GIF image"),
    ([0x49, 0x49, 0x2A, 0x00], "a TIFF image"), ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"),
    (Array("%!PS".utf8), "a PostScript document"), ([0x1F, 0x8B], "a gzip archive"),
    (Array("7z\u{BC}".utf8), "a 7-Zip archive"), (Array("Rar!".utf8), "a RAR archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
  ]
}
