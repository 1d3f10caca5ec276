// SPDX-License-Identifier: GPL-3.0-or-later

/// Rewrites markup that libxml2 reads otherwise than browsers do, so that it neither shows nor swallows what they do
/// not: comments, scripts and declarations go, a `<` that opens no tag becomes text, entities that it does not know are
/// spelled out, tags that never end are ended. One pass, linear.
struct HTMLPreparation {
  /// What in the markup may have swallowed text.
  enum Flaw: Hashable { case unclosedComment, unclosedElement, unclosedTag, tooManyAttributes }

  private(set) var output: [UInt8] = []
  private(set) var flaws: Set<Flaw> = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private let count: Int
  /// The last place of each kind of quotation mark and of `>`: what opens after it never ends.
  private let lastDouble: Int, lastSingle: Int, lastClosing: Int

  /// The markup of `utf8`, without zero bytes.
  static func prepare(_ utf8: [UInt8]) -> (bytes: [UInt8], flaws: Set<Flaw>) {
    utf8.withUnsafeBufferPointer { buffer in
      var preparation = HTMLPreparation(buffer)
      preparation.run()
      return (preparation.output, preparation.flaws)
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    count = bytes.count
    lastDouble = bytes.lastIndex(of: 0x22) ?? -1
    lastSingle = bytes.lastIndex(of: 0x27) ?? -1
    lastClosing = bytes.lastIndex(of: 0x3E) ?? -1
    output.reserveCapacity(count + count / 32 + 16)
  }

  private func at(_ index: Int) -> UInt8 { index < count ? bytes[index] : 0 }

  private mutating func run() {
    var index = 0
    while index < count {
      let start = index
      while index < count, bytes[index] != 0x3C, bytes[index] != 0x26, bytes[index] != 0 { index += 1 }
      copy(start..<index)
      guard index < count else { return }
      switch bytes[index] {
      case 0x3C: index = markup(index)
      case 0x26: index = entity(index)
      default: index += 1
      }
    }
  }

  private mutating func copy(_ range: Range<Int>) { output.append(contentsOf: bytes[range]) }

  // MARK: Markup

  private mutating func markup(_ start: Int) -> Int {
    let next = at(start + 1)
    if Self.isLetter(next) { return openTag(start) }
    if next == 0x2F {
      if Self.isLetter(at(start + 2)) { return closeTag(start) }
      return skipToClosing(start)
    }
    if next == 0x21 {
      if at(start + 2) == 0x2D, at(start + 3) == 0x2D { return skipComment(start + 4) }
      return skipToClosing(start)
    }
    if next == 0x3F { return skipToClosing(start) }
    output.append(contentsOf: "&lt;".utf8)
    return start + 1
  }

  /// What stands between `<!` or `<?` and `>` is no text.
  private mutating func skipToClosing(_ start: Int) -> Int {
    guard start < lastClosing else {
      flaws.insert(.unclosedTag)
      output.append(contentsOf: "&lt;".utf8)
      return start + 1
    }
    var index = start
    while bytes[index] != 0x3E { index += 1 }
    return index + 1
  }

  private mutating func skipComment(_ start: Int) -> Int {
    if at(start) == 0x3E { return start + 1 }
    if at(start) == 0x2D, at(start + 1) == 0x3E { return start + 2 }
    var index = start
    while index < count {
      while index < count, bytes[index] != 0x2D { index += 1 }
      if at(index + 1) == 0x2D {
        if at(index + 2) == 0x3E { return index + 3 }
        if at(index + 2) == 0x21, at(index + 3) == 0x3E { return index + 4 }
      }
      index += 1
    }
    flaws.insert(.unclosedComment)
    return count
  }

  private mutating func closeTag(_ start: Int) -> Int {
    var index = start + 2
    while index < count, !Self.endsName(bytes[index]) { index += 1 }
    copy(start..<index)
    output.append(0x3E)
    guard index <= lastClosing else {
      flaws.insert(.unclosedTag)
      return index
    }
    while bytes[index] != 0x3E { index += 1 }
    return index + 1
  }

  private mutating func openTag(_ start: Int) -> Int {
    var index = start + 1
    while index < count, !Self.endsName(bytes[index]) { index += 1 }
    let name = RawElement(bytes[(start + 1)..<index])
    let written = output.count
    copy(start..<index)
    let end = attributes(index)
    guard let name else { return end }
    if name.isOmitted { output.removeSubrange(written...) }
    return rawText(name, from: end, isSelfClosed: end >= 2 && at(end - 2) == 0x2F)
  }

  /// Copies the attributes of a tag, up to a number of them; gives the place after its `>`.
  private mutating func attributes(_ start: Int) -> Int {
    var index = start
    var number = 0
    while index < count {
      let byte = bytes[index]
      if byte == 0x3E {
        output.append(0x3E)
        return index + 1
      }
      if Self.isSpace(byte) || byte == 0x2F {
        index += 1
        continue
      }
      number += 1
      if number == 200 { flaws.insert(.tooManyAttributes) }
      index = attribute(index, isKept: number < 200)
    }
    flaws.insert(.unclosedTag)
    output.append(0x3E)
    return count
  }

  private mutating func attribute(_ start: Int, isKept: Bool) -> Int {
    var index = start + 1
    while index < count, !Self.endsName(bytes[index]), bytes[index] != 0x3D { index += 1 }
    if isKept {
      output.append(0x20)
      copyName(start..<index)
    }
    while index < count, Self.isSpace(bytes[index]) { index += 1 }
    guard at(index) == 0x3D else { return index }
    index += 1
    while index < count, Self.isSpace(bytes[index]) { index += 1 }
    let quote = at(index)
    var range = index..<index
    if quote == 0x22 && index < lastDouble || quote == 0x27 && index < lastSingle {
      var end = index + 1
      while bytes[end] != quote { end += 1 }
      range = (index + 1)..<end
      index = end + 1
    } else {
      // A mark that opens and never ends would take all the rest of the text.
      if quote == 0x22 || quote == 0x27 { flaws.insert(.unclosedTag) }
      let from = index
      while index < count, !Self.isSpace(bytes[index]), bytes[index] != 0x3E { index += 1 }
      range = from..<index
    }
    if isKept { copyValue(range) }
    return index
  }

  /// Names only need to be known again; odd bytes in them are no markup.
  private mutating func copyName(_ range: Range<Int>) {
    for byte in bytes[range].prefix(32) { output.append(Self.isLetter(byte) || byte == 0x2D ? byte : 0x5F) }
  }

  private mutating func copyValue(_ range: Range<Int>) {
    output.append(contentsOf: [0x3D, 0x22])
    for byte in bytes[range] where byte != 0 {
      if byte == 0x22 {
        output.append(contentsOf: "&quot;".utf8)
      } else if byte == 0x3C {
        output.append(contentsOf: "&lt;".utf8)
      } else {
        output.append(byte)
      }
    }
    output.append(0x22)
  }

  // MARK: Raw text

  /// Elements whose content is not markup.
  private struct RawElement {
    var name: [UInt8]
    /// Whether nothing of it is shown.
    var isOmitted: Bool

    init?(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
      guard name.count >= 3, name.count <= 9 else { return nil }
      self.name = name.map { HTMLPreparation.lower($0) }
      switch String(decoding: self.name, as: UTF8.self) {
      case "script", "title", "iframe", "noembed", "noframes": isOmitted = true
      case "style", "textarea", "xmp", "plaintext": isOmitted = false
      default: return nil
      }
    }
    var isStyle: Bool { name.first == 0x73 && name.count == 5 }
    var isPlainText: Bool { name.first == 0x70 }
  }

  private mutating func rawText(_ element: RawElement, from start: Int, isSelfClosed: Bool) -> Int {
    // XHTML closes an empty script in its tag.
    if isSelfClosed, element.isOmitted { return start }
    var end = element.isPlainText ? count : start
    while end < count {
      while end < count, bytes[end] != 0x3C { end += 1 }
      if at(end + 1) == 0x2F, isName(element.name, at: end + 2) { break }
      end += 1
    }
    end = min(end, count)
    if end == count, !element.isPlainText { flaws.insert(.unclosedElement) }
    if !element.isOmitted {
      if element.isStyle { copy(start..<end) } else { copyText(start..<end) }
      output.append(contentsOf: [0x3C, 0x2F] + element.name + [0x3E])
    }
    guard end < count else { return count }
    while end < count, bytes[end] != 0x3E { end += 1 }
    return min(end + 1, count)
  }

  private func isName(_ name: [UInt8], at start: Int) -> Bool {
    guard start + name.count <= count else { return false }
    for offset in name.indices where Self.lower(bytes[start + offset]) != name[offset] { return false }
    return start + name.count == count || Self.endsName(bytes[start + name.count])
  }

  private mutating func copyText(_ range: Range<Int>) {
    for byte in bytes[range] where byte != 0 {
      if byte == 0x3C { output.append(contentsOf: "&lt;".utf8) } else { output.append(byte) }
    }
  }

  // MARK: Entities

  private mutating func entity(_ start: Int) -> Int {
    var end = start + 1
    while end < count, end - start <= 12, Self.isLetter(bytes[end]) { end += 1 }
    if end > start + 1, end - start <= 12 {
      let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
      if at(end) == 0x3B, let text = HTMLEntities.unknownToParser[name] {
        output.append(contentsOf: text.utf8)
        return end + 1
      }
      if at(end) != 0x3B, !(at(end) >= 0x30 && at(end) <= 0x39), HTMLEntities.withoutSemicolon.contains(name) {
        copy(start..<end)
        output.append(0x3B)
        return end
      }
    }
    output.append(0x26)
    return start + 1
  }

  // MARK: Bytes

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B) }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
  static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
  private static func endsName(_ byte: UInt8) -> Bool { isSpace(byte) || byte == 0x2F || byte == 0x3E }
}

/// Entities that need help. Source: the named character references of the HTML Standard.
enum HTMLEntities {
  /// In the HTML Standard and not in HTML 4, which libxml2 knows.
  static let unknownToParser: [String: String] = [
    "apos": "'", "dollar": "$", "percnt": "%", "num": "#", "commat": "@", "colon": ":", "semi": ";", "comma": ",",
    "period": ".", "excl": "!", "quest": "?", "lpar": "(", "rpar": ")", "lsqb": "[", "lbrack": "[", "rsqb": "]",
    "rbrack": "]", "lcub": "{", "rcub": "}", "lowbar": "_", "sol": "/", "bsol": "\\", "plus": "+", "equals": "=",
    "ast": "*", "verbar": "|", "vert": "|", "grave": "`", "Hat": "^", "hyphen": "-", "dash": "-", "Tab": "\t",
    "NewLine": "\n", "half": "½", "check": "✓", "checkmark": "✓", "cross": "✗", "square": "□", "numsp": "\u{2007}",
    "puncsp": "\u{2008}", "hairsp": "\u{200A}", "NonBreakingSpace": "\u{A0}", "horbar": "―", "star": "☆", "numero": "№",
    "ldquor": "„", "lsquor": "‚", "rdquor": "”", "rsquor": "’", "fflig": "ff", "filig": "fi", "fllig": "fl",
    "ffilig": "ffi", "ffllig": "ffl", "nbhy": "-", "TRADE": "™", "REG": "®", "COPY": "©", "AMP": "&amp;",
    "LT": "&lt;", "GT": ">", "QUOT": "\"",
  ]
  /// Those that browsers also take without their semicolon and that contracts hold.
  static let withoutSemicolon: Set<String> = [
    "nbsp", "amp", "lt", "gt", "quot", "cent", "pound", "yen", "sect", "copy", "reg", "deg", "para", "middot", "shy",
    "laquo", "raquo", "auml", "ouml", "uuml", "Auml", "Ouml", "Uuml", "szlig", "eacute", "egrave", "agrave", "ccedil",
    "times", "plusmn",
  ]
}
