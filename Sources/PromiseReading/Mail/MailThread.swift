// SPDX-License-Identifier: GPL-3.0-or-later

/// Parts a mail's lines into the messages that it quotes: by `>` signs, by "On … wrote:" and by headers that other
/// programs put above a forwarded or answered mail.
struct MailThread {
  struct Message {
    /// Zero is the mail itself; each quoted mail counts one more, so that a larger number is earlier.
    var depth: Int
    /// As the words above it name the writer; empty where they do not.
    var from: String
    /// Whom it was written to, where the words above it say so.
    var to = ""
    var lines: [NoteLine]
  }

  private(set) var messages: [Message] = []
  /// How deep the text without `>` stands: a header above a quoted mail moves it down for good.
  private var floor = 0
  private var isSignature = false

  init(_ lines: [NoteLine], from sender: String) {
    messages = [Message(depth: 0, from: sender, lines: [])]
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if let header = Self.header(lines, at: index) {
        begin(header, at: line, next: lines.dropFirst(header.end).first { !$0.isBlank })
        index = header.end
        continue
      }
      append(line, nextLines: lines[(index + 1)...])
      index += 1
    }
  }

  private mutating func begin(_ header: Header, at line: NoteLine, next: NoteLine?) {
    isSignature = false
    let isMarked = (next?.depth ?? 0) > line.depth
    if !isMarked, line.depth == 0 { floor += 1 }
    let depth = isMarked ? floor + (next?.depth ?? 0) : line.depth == 0 ? floor : floor + line.depth + 1
    messages.append(Message(depth: depth, from: header.from, to: header.to, lines: []))
  }

  private mutating func append(_ line: NoteLine, nextLines: ArraySlice<NoteLine>) {
    let depth = floor + line.depth
    if messages[messages.count - 1].depth != depth, !line.isBlank || line.depth > 0 {
      // An answer between quoted lines goes on with its own message.
      isSignature = false
      let known = messages.last { $0.depth == depth }
      messages.append(Message(depth: depth, from: known?.from ?? "", lines: []))
    }
    if Self.endsMessage(line, before: nextLines) || isWriter(line) { isSignature = true }
    if isSignature, !Self.isPostscript(line) { return }
    if Self.isPostscript(line) { isSignature = false }
    messages[messages.count - 1].lines.append(line)
  }

  // MARK: Signs

  struct Header {
    var from: String
    var to = ""
    /// The line behind it.
    var end: Int
  }

  /// "On 3 May 2025, at 10:20, A. Person <a@b.example> wrote:" over up to four lines, or "From: … Sent: …".
  private static func header(_ lines: [NoteLine], at index: Int) -> Header? {
    let first = lines[index].text
    let lower = first.lowercased()
    if lower.hasPrefix("on ") || lower.hasPrefix("am ") || lower.hasPrefix("le ") {
      var text = ""
      for offset in 0..<4 where index + offset < lines.count {
        text += " " + lines[index + offset].text
        let end = text.lowercased()
        if ["wrote:", "schrieb:", "a écrit :", "a écrit:"].contains(where: { end.hasSuffix($0) }) {
          return Header(from: writer(text), end: index + offset + 1)
        }
        if lines[index + offset].isBlank { break }
      }
      return nil
    }
    let isRule = lower.contains("original message") || lower.contains("forwarded message")
    var at = isRule ? index + 1 : index
    while isRule, at < lines.count, lines[at].isBlank { at += 1 }
    guard at < lines.count, isField(lines[at].text, ["from:", "von:", "de :"]) else {
      return isRule ? Header(from: "", end: index + 1) : nil
    }
    let from = Self.unlabelled(lines[at].text)
    var end = at
    var to = ""
    var fields = 0
    while end < lines.count, fields < 8 {
      // HTML sets each field apart now and then.
      let next = lines[end...].prefix(3).firstIndex { !$0.isBlank } ?? end
      guard isField(lines[next].text, fieldNames) else { break }
      fields += 1
      if isField(lines[next].text, ["to:", "an:", "à :"]) { to = unlabelled(lines[next].text) }
      end = next + 1
    }
    return fields >= 2 ? Header(from: from, to: to, end: end) : nil
  }

  /// "From: Ann Lee" without its label.
  private static func unlabelled(_ text: String) -> String {
    text.firstIndex(of: ":").map { String(text[text.index(after: $0)...]).tidied } ?? text
  }

  private static let fieldNames = [
    "from:", "von:", "de :", "sent:", "date:", "to:", "cc:", "subject:", "gesendet:", "an:", "betreff:",
  ]

  private static func isField(_ text: String, _ names: [String]) -> Bool {
    let lower = text.prefix(20).lowercased()
    return names.contains { lower.hasPrefix($0) }
  }

  /// The address, else the words between the last comma and "wrote".
  private static func writer(_ text: String) -> String {
    if let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">") {
      return String(text[open...close])
    }
    let head = text.dropLast(6)
    return head.split(separator: ",").last.map { String($0).tidied } ?? ""
  }

  /// `--` on a line of its own, or a closing ("Kind regards") alone on a short line.
  private static func endsMessage(_ line: NoteLine, before next: ArraySlice<NoteLine>) -> Bool {
    if line.text == "--" || line.text == "—" || line.text.hasPrefix("____") { return true }
    guard line.text.utf8.count < 40, !line.isBullet else { return false }
    let words = line.text.lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = words.first, words.count <= 4 else { return false }
    if words == ["all", "the", "best"] || words == ["with", "best", "wishes"] { return true }
    let closings: Set<String> = [
      "regards", "best", "cheers", "sincerely", "thanks", "thank", "yours", "kind", "warm", "greetings", "mit", "viele",
      "cordialement", "rgds", "warmly", "respectfully",
    ]
    guard closings.contains(first) else { return false }
    return line.text.hasSuffix(",") || words.contains("regards") || words.contains("wishes")
      || words.contains("sincerely")
      || (next.first.map { !$0.isBlank && $0.text.split(separator: " ").count <= 3 } ?? false)
  }

  /// The writer's own name alone on a line, below what was written: what follows is a signature.
  private func isWriter(_ line: NoteLine) -> Bool {
    guard let message = messages.last, !line.isBullet, line.text.utf8.count < 40,
      message.lines.contains(where: { !$0.isBlank })
    else { return false }
    let shown = message.from.split(separator: "<").first.map(String.init) ?? message.from
    let names = Set(shown.lowercased().split { !$0.isLetter }.map(String.init))
    let words = line.text.lowercased().split { !$0.isLetter && $0 != ":" }.map(String.init)
    return !words.isEmpty && words.count <= 3 && words.allSatisfy { $0.count > 2 && names.contains($0) }
  }

  private static func isPostscript(_ line: NoteLine) -> Bool {
    let lower = line.text.prefix(5).lowercased()
    return lower.hasPrefix("ps:") || lower.hasPrefix("p.s.") || lower.hasPrefix("ps ") || lower.hasPrefix("pps")
  }
}
