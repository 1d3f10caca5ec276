// SPDX-License-Identifier: GPL-3.0-or-later

/// A line of a chat export: `[time] name (Company): text`, `10:03 name: text`, `12/08/2025, 10:03 - Name: text`; or the
/// name and time alone, above what was said.
struct ChatLine {
  var time: String?
  var speaker: String
  var company: String?
  var text: String
  /// A time or company tells that it is a speaker's line. A bare name may be a label as well.
  var isMarked = false

  /// Nil for a line that names no speaker.
  init?(_ given: String) {
    // "Ann 09:03: …", the time before the name, as elsewhere.
    let line = Self.withTimeFirst(given) ?? given
    let scalars = Array(line.unicodeScalars)
    var at = 0
    if let (stamp, end) = Self.time(scalars) {
      time = stamp
      at = end
    }
    while at < scalars.count, scalars[at] == " " || scalars[at] == "-" || scalars[at] == "–" { at += 1 }
    if let said = Self.angled(scalars[at...]) {
      speaker = said.name
      text = said.text
      isMarked = true
      return
    }
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
    let name = Self.withoutReceiver(Self.string(scalars[start..<nameEnd]).tidied, isStamped: time != nil)
    let words = name.split(separator: " ")
    guard !name.isEmpty, words.count <= 4, !name.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) else {
      return nil
    }
    if let open, let close, close > open + 1 {
      let words = Self.string(scalars[(open + 1)..<close]).tidied
      company = ["direct message", "privately"].contains(words.lowercased()) ? nil : words
    }
    // "Ann (10:01): …"
    if time == nil, let stamp = company, stamp.contains(":"), stamp.contains(where: \.isNumber) {
      time = stamp
      company = nil
    }
    text = Self.string(scalars[(at + 1)...]).tidied
    // "Our asks (open):" is a heading.
    guard time != nil || !text.isEmpty && (company != nil || Self.isName(name)) else { return nil }
    if time == nil, let company, !Self.isName(company) || !Self.isName(name) { return nil }
    isMarked = time != nil || company != nil
    speaker = name.hasPrefix("<") ? String(name.dropFirst().dropLast()) : name
  }

  /// `Ann Lee  10:02 AM`, `10:02 Ann Lee (Acme)`: who speaks, on a line of its own.
  init?(head line: String) {
    guard line.utf8.count < 80, !line.contains(": ") else { return nil }
    var words = line.split(separator: " ").map(String.init)
    let marks: Set<Character> = ["[", "]", "(", ")", ",", "—", "–", "-", "|", "•", "·"]
    func bare(_ word: String) -> String {
      String(word.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
    }
    func isClock(_ word: String) -> Bool {
      let parts = bare(word).split(separator: ":")
      return parts.count >= 2 && parts.count <= 3 && parts.allSatisfy { !$0.isEmpty && $0.count <= 4 }
        && parts[0].allSatisfy(\.isNumber) && parts[1].prefix(2).allSatisfy(\.isNumber)
    }
    guard words.contains(where: isClock) else { return nil }
    func isStamp(_ word: String) -> Bool {
      let word = bare(word)
      return word.isEmpty || word.contains(where: \.isNumber)
        || ["am", "pm", "at", "today", "yesterday"].contains(word.lowercased())
    }
    let stamps = words.filter(isStamp)
    // The stamp stands at one end.
    while let first = words.first, isStamp(first) { words.removeFirst() }
    while let last = words.last, isStamp(last) { words.removeLast() }
    guard !words.isEmpty, !words.contains(where: isStamp) else { return nil }
    if let open = words.firstIndex(where: { $0.hasPrefix("(") }), words.last?.hasSuffix(")") ?? false, open > 0 {
      company = words[open...].map(bare).joined(separator: " ")
      words.removeSubrange(open...)
    }
    let name = words.map(bare).joined(separator: " ")
    guard Self.isName(name), words.count <= 4 else { return nil }
    speaker = name
    time = stamps.map(bare).filter { !$0.isEmpty }.joined(separator: " ")
    text = ""
    isMarked = true
  }

  /// `Ann 09:03: text` as `09:03 Ann: text`; nil where no time stands behind the first words.
  private static func withTimeFirst(_ line: String) -> String? {
    guard line.first?.isUppercase ?? false else { return nil }
    let words = line.prefix(60).split(separator: " ")
    guard let at = words.prefix(4).firstIndex(where: { $0.first?.isNumber ?? false }), at > 0, at + 1 < words.count,
      words[at].last == ":"
    else { return nil }
    let clock = words[at].dropLast()
    let parts = clock.split(separator: ":")
    guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.count <= 2 && $0.allSatisfy(\.isNumber) }) else {
      return nil
    }
    let name = words[..<at].joined(separator: " ").filter { $0 != "," }
    return "\(clock) \(name): \(line[words[at + 1].startIndex...])"
  }

  /// `<dana> we give you`: a name in angle brackets.
  private static func angled(_ scalars: ArraySlice<Unicode.Scalar>) -> (name: String, text: String)? {
    guard scalars.first == "<", let end = scalars.prefix(40).firstIndex(of: ">"), end > scalars.startIndex + 1 else {
      return nil
    }
    let name = string(scalars[(scalars.startIndex + 1)..<end])
    guard !name.contains("/"), !name.contains("@"), name.split(separator: " ").count <= 3 else { return nil }
    let rest = scalars[(end + 1)...]
    guard rest.first == " " || rest.first == ":" else { return nil }
    let text = string(rest.first == ":" ? rest.dropFirst() : rest).tidied
    return text.isEmpty ? nil : (name, text)
  }

  /// `From Dana Whitlock to Everyone`: the one who speaks.
  private static func withoutReceiver(_ name: String, isStamped: Bool) -> String {
    guard isStamped, name.lowercased().hasPrefix("from ") else { return name }
    let words = name.split(separator: " ").dropFirst()
    return words.prefix { $0.lowercased() != "to" }.joined(separator: " ")
  }

  /// Words that all begin with a capital.
  static func isName(_ text: String) -> Bool {
    let words = text.split { $0 == " " || $0 == "-" }
    return !words.isEmpty && words.count <= 4
      && words.allSatisfy { ($0.first?.isUppercase ?? false) && !$0.contains(where: \.isNumber) }
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
