// SPDX-License-Identifier: GPL-3.0-or-later

extension Scanner {
  /// Reads a word byte by byte: with letters outside ASCII, apostrophes, more than sixteen letters, or one that goes on
  /// over a hyphenated line's end. Gives where to go on in this line.
  mutating func anyWord(_ start: Int, _ end: Int) -> Int {
    folded.removeAll(keepingCapacity: true)
    var at = start
    var limit = end
    passJoins(before: start)
    var join = nextJoin
    var capitals = 0
    var letters = 0
    while at < bytes.count {
      if join < joins.count, at == joins[join].lowerBound {
        at = joins[join].upperBound
        limit = bytes.count
        join += 1
        continue
      }
      guard at < limit, let width = letter(at, limit) else { break }
      if width > 0 {
        letters += 1
        capitals += fold(at, width)
        at += width
      } else {
        let apostrophe = apostropheWidth(at, limit)
        if isPossessive(at + apostrophe, limit) { break }
        folded.append(0x27)
        at += apostrophe
      }
    }
    append(start, at, vocabulary.find(folded), .word, capitalFlags(start, isAll: letters > 1 && capitals == letters))
    // `'s` is a token of its own.
    let width = apostropheWidth(at, limit)
    if width > 0, isPossessive(at + width, limit) {
      append(at, at + width + 1, vocabulary.find([0x27, 0x73]), .word)
      at += width + 1
    }
    if at <= end { return at }
    resumeAt = at
    return end
  }

  /// Width of the letter here; 0 for an apostrophe inside a word; nil where the word ends.
  private func letter(_ at: Int, _ limit: Int) -> Int? {
    switch classes[Int(bytes[at])] {
    case .letter: return 1
    case .wide:
      let (kind, width) = ByteClass.ofWide(bytes, at, limit)
      if kind == .letter { return width }
    default: break
    }
    let width = apostropheWidth(at, limit)
    guard width > 0, at + width < limit, isLetter(at + width, limit) else { return nil }
    return 0
  }

  /// Adds a letter to the word; gives 1 for a capital, else 0.
  private mutating func fold(_ at: Int, _ width: Int) -> Int {
    let byte = bytes[at]
    if width == 1 {
      folded.append(byte | 0x20)
      return byte & 0x20 == 0 ? 1 : 0
    }
    folded.append(byte)
    let second = byte == 0xC3 ? Fold.lowerLatin(bytes[at + 1]) : bytes[at + 1]
    folded.append(second)
    for k in 2..<max(2, width) { folded.append(bytes[at + k]) }
    return second != bytes[at + 1] ? 1 : 0
  }

  private func capitalFlags(_ start: Int, isAll: Bool) -> Token.Flags {
    var flags: Token.Flags = isCapital(start) ? .capitalised : []
    if isAll { flags.insert(.allCapitals) }
    return flags
  }

  private func isCapital(_ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x80 { return byte & 0x20 == 0 }
    return byte == 0xC3 && Fold.lowerLatin(bytes[at + 1]) != bytes[at + 1]
  }

  private func isLetter(_ at: Int, _ end: Int) -> Bool {
    let kind = classes[Int(bytes[at])]
    return kind == .letter || (kind == .wide && ByteClass.ofWide(bytes, at, end).0 == .letter)
  }

  private func apostropheWidth(_ at: Int, _ end: Int) -> Int {
    guard at < end else { return 0 }
    if bytes[at] == 0x27 { return 1 }
    if bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 { return 3 }
    return 0
  }

  /// An `s` that ends the word after an apostrophe.
  private func isPossessive(_ at: Int, _ end: Int) -> Bool {
    guard at < end, bytes[at] | 0x20 == 0x73 else { return false }
    guard at + 1 < end else { return true }
    return !isLetter(at + 1, end) && classes[Int(bytes[at + 1])] != .digit
  }
}
