// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Ingestion

/// A mail's body as lines like those of plain text: HTML becomes bullets, rows, paragraphs and `>` for quoted mails.
enum MailLines {
  static func lines(_ body: MailMessage.Body) -> [NoteLine] {
    NotePromises.lines(body.isHTML ? plain(body.text) : body.text)
  }

  private static let open = "\u{E0F1}", close = "\u{E0F2}"

  private static func plain(_ html: String) -> String {
    let text = HTMLReader.read(Array(marked(html).utf8), charset: "utf-8")
    var output = ""
    var depth = 0
    for block in text.blocks {
      let words = block.label.map { $0.upperBound..<block.range.upperBound } ?? block.range
      let content = text.string(words)
      if content.contains(open) || content.contains(close) {
        depth = max(0, depth + (content.contains(open) ? 1 : -1))
        continue
      }
      write(content, of: block.role, depth, &output)
    }
    return output
  }

  private static func write(_ content: String, of role: SourceBlock.Role, _ depth: Int, _ output: inout String) {
    let prefix = String(repeating: ">", count: depth) + (depth > 0 ? " " : "")
    switch role {
    case .tableRow:
      let cells = content.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).tidied }
      let filled = cells.filter { !$0.isEmpty }
      output +=
        prefix + (filled.count > 1 ? "| " + cells.joined(separator: " | ") + " |" : "- " + filled.joined()) + "\n"
    case .listItem: output += prefix + "- " + content.tidied + "\n"
    default:
      output += prefix + "\n"
      for line in content.split(separator: "\n") { output += prefix + String(line).tidied + "\n" }
      output += prefix + "\n"
    }
  }

  /// Marks in paragraphs of their own where a quoted mail begins and ends, for the text has no quotes of its own.
  private static func marked(_ html: String) -> String {
    var output = ""
    var rest = html[...]
    while let at = rest.firstIndex(of: "<") {
      output += rest[..<at]
      let tag = rest[at...].prefix(12).lowercased()
      if tag.hasPrefix("<blockquote") {
        output += "<p>\(open)</p>"
      } else if tag.hasPrefix("</blockquote") {
        output += "<p>\(close)</p>"
      }
      output += "<"
      rest = rest[rest.index(after: at)...]
    }
    return output + rest
  }
}
