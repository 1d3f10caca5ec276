// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// What a PDF holds: words with places, and what could not be read.
struct PDFReading {
  var pages: [PositionedPage] = []
  var problems: [Problem] = []
  var signatureFields: [SignatureField] = []
  /// Of the document, whether or not its pages could be read.
  var pageCount = 0
}

/// Reads PDF through poppler.
enum PDFReader {
  /// Nothing is thrown: what could not be read stands among the problems.
  static func read(_ bytes: [UInt8]) -> PDFReading {
    guard let document = PDFDocument(bytes) else {
      return PDFReading(problems: [.init(.unreadable, "There is not enough memory to read the file.")])
    }
    var reading = PDFReading(pageCount: document.pageCount)
    switch document.outcome {
    case .opened: readPages(of: document, into: &reading)
    case .encrypted: reading.problems.append(.init(.encrypted, "The file is encrypted and needs a password."))
    case .malformed:
      let reason = document.complaints.list.last.map { " " + PDFComplaints.clean($0.message) } ?? ""
      reading.problems.append(.init(.malformed, "The file is no PDF that can be opened.\(reason)"))
    case .outOfMemory:
      reading.problems.append(.init(.unreadable, "There is not enough memory to read the file, or it is too large."))
    }
    if case .opened = document.outcome {
      reading.signatureFields = SignatureFields.fields(document.signatures, in: bytes)
      reading.problems += PDFComplaints.problems(document.complaints)
    }
    return reading
  }

  private static func readPages(of document: borrowing PDFDocument, into reading: inout PDFReading) {
    reading.pages.reserveCapacity(document.pageCount)
    for index in 0..<document.pageCount {
      let read = document.withGlyphs(ofPage: index, wantsType: true) { PageWords.page($0, number: index + 1) }
      guard var page = read else {
        reading.problems.append(.init(.damaged, "The page could not be read.", page: index + 1))
        reading.pages.append(.init(number: index + 1, width: 0, height: 0, utf8: [], words: []))
        continue
      }
      if page.words.count < fewWords {
        page.isImage = document.imageShare(ofPage: index) > imageShare
        if page.words.isEmpty, page.isImage || !document.isBlank(page: index) {
          reading.problems.append(.init(.pageWithoutText, "The page shows something but has no text.", page: index + 1))
        }
      }
      reading.pages.append(page)
    }
  }

  /// Pages of fewer words are looked at for an image that fills them: an envelope id may be stamped on a scan.
  private static let fewWords = 25
  private static let imageShare = 0.5
}
