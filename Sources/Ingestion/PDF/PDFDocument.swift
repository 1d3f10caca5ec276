// SPDX-License-Identifier: GPL-3.0-or-later
import CPoppler

/// An open PDF: the one owner of its C handle, and the one place where C trees become Swift values. Not Sendable: one
/// thread at a time may use the handle.
struct PDFDocument: ~Copyable {
  private let handle: OpaquePointer

  /// What opening gave.
  enum Outcome { case opened, encrypted, malformed, outOfMemory }

  /// Nil only where there is no memory for the handle; see `outcome` for all else.
  init?(_ bytes: [UInt8]) {
    let opened: OpaquePointer? = bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      return iw_pdf_open(base, buffer.count)
    }
    guard let opened else { return nil }
    handle = opened
  }

  deinit { iw_pdf_close(handle) }

  var outcome: Outcome {
    switch iw_pdf_result(handle) {
    case IW_PDF_OPENED: .opened
    case IW_PDF_ENCRYPTED: .encrypted
    case IW_PDF_OUT_OF_MEMORY: .outOfMemory
    default: .malformed
    }
  }

  var pageCount: Int { Int(iw_pdf_page_count(handle)) }

  // MARK: Pages

  /// The characters of a page, valid while `body` runs; nil where the page (zero-based) cannot be read.
  func withGlyphs<Result>(ofPage index: Int, wantsType: Bool, _ body: (PageGlyphs) -> Result) -> Result? {
    guard let page = iw_pdf_read_page(handle, Int32(index), wantsType) else { return nil }
    defer { iw_pdf_page_free(page) }
    var (length, boxes, runs, notes) = (0, 0, 0, 0)
    let glyphs = PageGlyphs(
      width: iw_pdf_page_width(page), height: iw_pdf_page_height(page),
      text: .init(start: iw_pdf_page_text(page, &length), count: length),
      boxes: .init(start: iw_pdf_page_boxes(page, &boxes), count: boxes),
      typeRuns: .init(start: iw_pdf_page_type_runs(page, &runs), count: runs),
      notes: .init(start: iw_pdf_page_notes(page, &notes), count: notes))
    return body(glyphs)
  }

  /// The share of a page (zero-based) that its largest image covers, 0 to 1.
  func imageShare(ofPage index: Int) -> Double { iw_pdf_image_share(handle, Int32(index)) }

  /// Whether a page (zero-based) shows nothing at all.
  func isBlank(page index: Int) -> Bool { iw_pdf_is_blank(handle, Int32(index)) }

  // MARK: Form and complaints

  /// A signature field as the library sees it.
  struct Signature {
    var name: String?
    var signer: String?
    var isSigned: Bool
    /// Seconds since 1970 in universal time; nil where the signature gives none.
    var time: Int64?
    /// Zero-based; nil where the field stands on no page.
    var page: Int?
  }

  var signatures: [Signature] {
    var count = 0
    let list = UnsafeBufferPointer(start: iw_pdf_signatures(handle, &count), count: count)
    return list.map { field in
      Signature(
        name: field.name.map { String(cString: $0) }, signer: field.signer.map { String(cString: $0) },
        isSigned: field.is_signed, time: field.time == 0 ? nil : field.time,
        page: field.page < 0 ? nil : Int(field.page))
    }
  }

  /// A complaint of the library.
  struct Complaint {
    var message: String
    /// Zero-based; nil where no page was being read.
    var page: Int?
  }

  /// The first few different ones, in order, and how many there were in all.
  var complaints: (list: [Complaint], total: Int) {
    var (count, total) = (0, UInt64(0))
    let list = UnsafeBufferPointer(start: iw_pdf_complaints(handle, &count, &total), count: count)
    let complaints = list.map {
      Complaint(message: String(cString: $0.message), page: $0.page < 0 ? nil : Int($0.page))
    }
    return (complaints, Int(clamping: total))
  }
}

/// The characters of a page with their boxes, as the library hands them out.
struct PageGlyphs {
  var width: Double, height: Double
  var text: UnsafeBufferPointer<UInt8>
  /// One a scalar of the text, but none for U+202A to U+202E.
  var boxes: UnsafeBufferPointer<iw_pdf_box>
  var typeRuns: UnsafeBufferPointer<iw_pdf_type_run>
  /// Values of form fields and typed comments.
  var notes: UnsafeBufferPointer<iw_pdf_note>
}
