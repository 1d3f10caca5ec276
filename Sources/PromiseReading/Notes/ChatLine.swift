// SPDX-License-Identifier: GPL-3.0-or-later

/// A line of a chat export: `[time] name (Company): text`, `10:03 name: text`, `12/08/2025, 10:03 - Name: text`.
struct ChatLine {
  var time: String?
  var speaker: String
  var company: String?
  var text: String

  /// Nil for a line that names no speaker.
  init?(_ line: String) {
    let scalars = Array(line.unicodeScalars)
    var at = 0
    if let (stamp, end) = Self.time(scalars) {
      time = stamp
      at = end
    }
    while at < scalars.count, scalars[at] == " " || scalars[at] == "-" || scalars[at] == "–" { at += 1 }
    let start = at
    var open: Int?
    var close: Int?
    while at < scalars.count, at - start < 60, scalars[at] != ":" || open != nil && close == nil {
      if scalars[at] == "(" || scalars[at] == "[", open == nil { open = at }
      if scalars[at] == ")" || scalars[at] == "]" { close = at }
      at += 1
    }
    guard at < scalars.count, scalars[at] == ":", at > start else { return nil }
    // `http://` and `10:04` are no names.
    guard at + 1 >= scalars.count || scalars[at + 1] == " " else { return nil }
    let nameEnd = open ?? at
    let name = Self.string(scalars[start..<nameEnd]).tidied
    let words = name.split(separator: " ")
    guard !name.isEmpty, words.count <= 4, !name.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) else {
      return nil
    }
    if let open, let close, close > open + 1 { company = Self.string(scalars[(open + 1)..<close]).tidied }
    guard time != nil || company != nil else { return nil }
    speaker = name.hasPrefix("<") ? String(name.dropFirst().dropLast()) : name
    text = Self.string(scalars[(at + 1)...]).tidied
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// A stamp in brackets, or one of digits and signs with a `:` in it, and where it ends.
  private static func time(_ scalars: [Unicode.Scalar]) -> (String, Int)? {
    guard let first = scalars.first else { return nil }
    if first == "[" || first == "(" {
      guard let end = scalars.prefix(40).firstIndex(where: { $0 == "]" || $0 == ")" }) else { return nil }
      let stamp = scalars[1..<end]
      guard stamp.contains(where: { ("0"..."9").contains($0) }), stamp.contains(":") || stamp.contains("-") else {
        return nil
      }
      return (string(stamp), end + 1)
    }
    guard ("0"..."9").contains(first) else { return nil }
    var at = 0
    var hasColon = false
    let signs: Set<Unicode.Scalar> = ["-", "/", ".", ":", ",", " ", "T", "Z", "+", "A", "P", "M", "a", "p", "m"]
    while at < scalars.count, at < 30, ("0"..."9").contains(scalars[at]) || signs.contains(scalars[at]) {
      if scalars[at] == ":", at + 1 < scalars.count, ("0"..."9").contains(scalars[at + 1]) { hasColon = true }
      at += 1
    }
    // A letter of the name may look like one of the stamp's.
    while at > 0, scalars[at - 1] != " " { at -= 1 }
    return hasColon && at > 3 ? (string(scalars[0..<at]).tidied, at) : nil
  }
}
