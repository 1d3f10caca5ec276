// SPDX-License-Identifier: GPL-3.0-or-later

/// Signs that mean one thing in notes and another in mails.
enum NoteSigns {
  /// With `>` read as a bullet where it quotes nobody, and a speaker's name and time brought into one line.
  static func settled(_ lines: [NoteLine]) -> [NoteLine] { heads(bullets(lines.filter { !isReaction($0.text) })) }

  /// `:+1: 1 :tada: 2` below a message of a chat: who liked it, and no answer.
  private static func isReaction(_ text: String) -> Bool {
    guard text.utf8.first == 0x3A else { return false }
    return text.split(separator: " ").allSatisfy { word in
      word.allSatisfy { ("0"..."9").contains($0) } || word.utf8.count > 2 && word.hasPrefix(":") && word.hasSuffix(":")
    }
  }

  /// "Acme will give:" and lines that begin with `>`.
  private static func bullets(_ lines: [NoteLine]) -> [NoteLine] {
    let quotes = [" wrote:", " schrieb:", "forwarded message", "original message", "from:"]
    guard lines.contains(where: { $0.depth == 1 && !$0.isBlank }),
      !lines.contains(where: { line in quotes.contains { line.text.lowercased().contains($0) } })
    else { return lines }
    return lines.map { line in
      guard line.depth == 1, !line.isBlank, !line.isBullet, ChatLine(line.text) == nil else { return line }
      var line = line
      line.depth = 0
      line.isBullet = true
      return line
    }
  }

  /// "Ann Lee (Acme)", and "10:24 AM" alone on the line below.
  private static func heads(_ lines: [NoteLine]) -> [NoteLine] {
    var found: [NoteLine] = []
    for line in lines {
      if let last = found.last, !last.isBlank, !last.isBullet, !last.text.contains(":"), isStamp(line.text),
        ChatLine(head: "\(last.text) \(line.text)") != nil
      {
        found[found.count - 1].text = "\(last.text) \(line.text)"
      } else {
        found.append(line)
      }
    }
    return found
  }

  /// `10:24 AM`, `Today at 10:24`.
  private static func isStamp(_ text: String) -> Bool {
    guard text.utf8.count <= 24, text.contains(":") else { return false }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.allSatisfy { word in
      word.allSatisfy(\.isNumber) || ["am", "pm", "a", "p", "m", "at", "today", "yesterday"].contains(word)
    } && words.contains { $0.allSatisfy(\.isNumber) }
  }
}
