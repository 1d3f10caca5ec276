// SPDX-License-Identifier: GPL-3.0-or-later
import CGMime

/// A mail message as Swift values; GMime's parse is freed here.
struct MailMessage {
  struct Header {
    var from = "", to = "", subject = "", date = ""
  }
  struct Body {
    var isHTML: Bool
    /// Zero for the message itself, more for messages attached to it.
    var depth: Int
    var text: String
  }
  /// The message's own, then those of attached messages.
  var headers: [Header] = []
  var bodies: [Body] = []
  /// Parts that are no readable text.
  var skipped = 0

  /// Nil where the bytes are no message.
  init?(_ bytes: [UInt8]) {
    guard let mail = bytes.withUnsafeBufferPointer({ $0.baseAddress.flatMap { iw_mail_parse($0, bytes.count) } }) else {
      return nil
    }
    defer { iw_mail_free(mail) }
    for index in 0..<iw_mail_message_count(mail) {
      func header(_ name: iw_mail_header) -> String { String(cString: iw_mail_header_of(mail, index, name)) }
      headers.append(
        Header(
          from: header(IW_MAIL_FROM), to: header(IW_MAIL_TO), subject: header(IW_MAIL_SUBJECT),
          date: header(IW_MAIL_DATE)))
    }
    for index in 0..<iw_mail_body_count(mail) {
      let body = iw_mail_body_at(mail, index)
      let bytes = UnsafeRawBufferPointer(start: body.text, count: body.length)
      bodies.append(Body(isHTML: body.is_html, depth: Int(body.depth), text: String(decoding: bytes, as: UTF8.self)))
    }
    skipped = Int(iw_mail_skipped(mail))
  }
}

/// Whether a file without a telling name is a mail.
enum MailSigns {
  /// Two or more header lines that every mail has stand at its start.
  static func looksLikeMail(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    var seen = 0
    for line in head.split(separator: "\n", omittingEmptySubsequences: false).prefix(40) {
      if line.isEmpty || line == "\r" { break }
      let lower = line.prefix(30).lowercased()
      if ["from: ", "to: ", "subject: ", "date: ", "message-id:", "mime-version:", "received:", "content-type:"]
        .contains(where: {
          lower.hasPrefix($0)
        })
      {
        seen += 1
      } else if seen == 0 {
        return false
      }
    }
    return seen >= 3
  }
}
