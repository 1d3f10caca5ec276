// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// Reads one column of a signature area from top to bottom.
struct SignatureColumn {
  let context: DocumentContext
  private var current: SignatureLine
  private var heading: Range<Int>?
  private var lines: [SignatureLine] = []
  /// "Göttingen, 3 May 2024" over the next signature.
  private var dateAbove: CalendarDate?
  /// What opened the place: words that a mark with a key of its own may follow.
  private var opening = Opening.line
  /// A heading stands right above.
  private var isUnderHeading = false
  /// The place has a key for its day, whether or not one stands there.
  private var hasDateKey = false
  /// A day came before the place to sign.
  private var isDateEarly = false
  /// The first word of the key that the place was signed behind; nil once another key came.
  private var signedBehind: String?

  private enum Opening {
    case line
    /// "Signed for Quill Works Ltd:", with "By:" behind it.
    case party
    /// "Signed:" over all blocks, and nothing beside it.
    case word
  }

  init(_ context: DocumentContext, start: Int) {
    self.context = context
    current = SignatureLine(start: start)
  }

  /// The places to sign that its segments hold.
  mutating func read(_ column: [Range<Int>]) -> [SignatureLine] {
    let pieces = column.flatMap(split)
    var index = 0
    var isForOther = false
    while index < pieces.count {
      let piece = pieces[index]
      index += 1
      if piece.key != nil, piece.key != .mark, piece.key != .party { (opening, signedBehind) = (.line, nil) }
      defer { isUnderHeading = piece.key == nil && heading == piece.tokens }
      switch piece.key {
      // "Accepted by: Harbour Library Ltd" stands over a line to sign.
      case .mark? where piece.word == "accepted" && isOrganisation(piece.tokens):
        if current.hasLine { close() }
        heading = piece.tokens
      // `By: DocuSigned by: Ada Quill` is one place to sign.
      case .mark? where isContinued(piece, in: pieces, at: index):
        isForOther = piece.word == "by"
      // `Signed: 3 May 2031` under what was signed.
      case .mark? where context.isDay(piece.tokens) && !isUntouched:
        setDate(context.dates(in: piece.tokens).first?.date)
      case .mark? where isCaption(piece, in: pieces, at: index, behind: signedBehind): continue
      case .mark?:
        var value = piece.tokens
        // The line may hold the key alone and the next one what was signed.
        if value.isEmpty, index < pieces.count, pieces[index].key == nil,
          isElectronic(pieces, at: index - 1) || isMark(pieces[index].tokens)
        {
          value = pieces[index].tokens
          index += 1
        }
        if opening == .party, isUntouched { opening = .line } else { open(at: piece.tokens.lowerBound) }
        current.isForOther = piece.word == "by" || isForOther
        isForOther = false
        if isIntroducing(piece, pieces[..<(index - 1)].last, isUnderHeading: isUnderHeading), value.isEmpty,
          lines.isEmpty
        {
          opening = .word
        }
        sign(value)
        signedBehind = current.isSigned ? piece.word : nil
      case .party?:
        open(at: piece.tokens.lowerBound)
        current.heading = piece.tokens
        opening =
          piece.tokens.contains { context.folded($0).hasPrefix("__") || context.folded($0).hasPrefix("..") }
          ? .line : .party
        // `Signed for Quill Works Ltd: /s/ Ada Quill, Director, 2 May 2031`
        if let mark = piece.tokens.first(where: { SignatureKey.isMark($0, piece.tokens.upperBound, context) }),
          mark > piece.tokens.lowerBound
        {
          current.heading = piece.tokens.lowerBound..<mark
          sign(mark..<piece.tokens.upperBound)
        }
      case .name?, .nameAndTitle?: if !isOpen(piece.tokens) { current.name = clean(piece.tokens) }
      case .title?:
        if !isOpen(piece.tokens) { current.title = clean(piece.tokens) }
        current.isForOther = true
      case .date?: setDate(context.dates(in: piece.tokens).first?.date)
      case nil: free(piece.tokens)
      }
    }
    close()
    return lines
  }

  /// The day behind a key; a key with nothing behind it says that the one found before was of something else.
  private mutating func setDate(_ date: CalendarDate?) {
    hasDateKey = true
    if let date {
      current.date = date
      isDateEarly = !current.hasLine
    } else if isDateEarly {
      current.date = nil
    }
  }

  /// Nothing has been signed at the place that is open; a key behind its opening ends `opening`.
  private var isUntouched: Bool { current.hasLine && !current.isSigned }

  private mutating func close() {
    if opening == .word, isUntouched { current.mayIntroduce = true }
    opening = .line
    if current.title != nil { current.isForOther = true }
    if current.hasLine || current.isSigned {
      if current.isSigned, current.date == nil, !hasDateKey { current.date = dateAbove }
      dateAbove = nil
      lines.append(current)
    }
    (hasDateKey, isDateEarly, signedBehind) = (false, false, nil)
    current = SignatureLine(start: current.start)
  }

  /// A new place to sign begins.
  private mutating func open(at token: Int) {
    if current.hasLine { close() }
    current.heading = heading
    current.start = token
    current.hasLine = true
  }

  /// What stands without a key: a mark, a heading, or name, title and date by their order.
  private mutating func free(_ range: Range<Int>) {
    if isHash(range) { return }
    if SignaturePlaceholders(context: context).isField(range) {
      let isHere = SignaturePlaceholders(context: context).isSignatureField(range)
      if isHere, !current.hasLine || current.isSigned { open(at: range.lowerBound) }
    } else if opening == .party, isUntouched, isHeading(range) || isCapitalised(range), behindMark(in: range) == nil {
      // "Signed for and on behalf of" with the name on the next line.
      current.heading = range
      opening = .line
    } else if let behind = behindMark(in: range) {
      if !current.hasLine || current.isSigned { open(at: range.lowerBound) }
      current.isSigned = true
      signedBehind = "/s/"
      // `Acme Ltd [signed] Ada Quill` in one line.
      if let name = NameReader(context: context).organisation(in: range), name.tokens.upperBound < behind {
        current.heading = name.tokens
      }
      setName(from: behind..<range.upperBound)
    } else if current.isSigned, dateAbove != nil, let date = placeAndDate(range) {
      // `Thun, 3 May 2031` over the next party's signature.
      close()
      heading = nil
      dateAbove = date
    } else if let party = unsignedParty(range) {
      // `Quill Works Ltd: ____`, `For Quill Works Ltd: (signature pending)`.
      if current.hasLine { close() }
      heading = party
      open(at: range.lowerBound)
    } else if isSeal(range) {
      if !current.hasLine { open(at: range.lowerBound) }
      sign(range)
    } else if range.count >= 3, range.allSatisfy({ SignatureKey.isBlank(context.folded($0)) }) {
      if !current.hasLine { open(at: range.lowerBound) }
    } else if isHeading(range) || !current.hasLine && isCapitalised(range) && context.dates(in: range).isEmpty {
      if current.hasLine { close() }
      heading = range
    } else if current.hasLine {
      follow(range)
    } else if let date = context.dates(in: range).first, range.count <= date.tokens.count + 4,
      context.firstIndex(of: ":", in: range) == nil, !isDayOfOrder(date.tokens.lowerBound, in: range)
    {
      // "Order Start Date: 1 May 2031" is of the order.
      dateAbove = date.date
    } else if range.count > 5, context.folded(range.upperBound - 1) == "." {
      // What was said before a sentence is not of the signatures.
      (dateAbove, current.date) = (nil, nil)
    }
  }

  /// A line below a signature: date, name or title.
  private mutating func follow(_ range: Range<Int>) {
    if let date = context.dates(in: range).first,
      // "October 17, 2031, 9:12 AM CDT, IP 203.0.113.9"
      range.count <= date.tokens.count + (date.tokens.lowerBound == range.lowerBound ? 20 : 4),
      !isDayOfOrder(date.tokens.lowerBound, in: range)
    {
      current.date = current.date ?? date.date
    } else if let name = current.name {
      guard current.title == nil, range.count <= 14 else { return }
      if context.words(name) == context.words(range.prefixRange(name.count)) {
        let rest = range.dropFirst(name.count + 1)
        if !rest.isEmpty { current.title = rest }
      } else {
        current.title = range
      }
    } else if range.count <= 14 {
      setName(from: range)
    }
  }

  // MARK: What a range holds

  private mutating func sign(_ value: Range<Int>) {
    if isEmpty(value) || isPending(value) { return }
    if behindMark(in: value) == nil, SignaturePlaceholders(context: context).isUnsigned(value) { return }
    if let party = partyBehindBlank(value) {
      current.heading = party
      return
    }
    current.isSigned = true
    let start = behindMark(in: value) ?? value.lowerBound
    setName(from: start..<value.upperBound)
  }

  private mutating func setName(from range: Range<Int>) {
    var low = range.lowerBound
    if low < range.upperBound, context.isOne(low, of: "gez|signed|ppa") { low += 1 }
    if low < range.upperBound, context.folded(low) == "." { low += 1 }
    var high = range.upperBound
    // `Ada Quill, Director 11 March 2031`
    if let date = context.dates(in: range).last, date.tokens.upperBound == high, date.tokens.lowerBound > low {
      current.date = current.date ?? date.date
      high = date.tokens.lowerBound
      while high > low, [",", "on", "-", "|", "the", "this"].contains(context.folded(high - 1)) { high -= 1 }
    }
    if let bracket = (low..<high).first(where: { context.folded($0) == "(" }) { high = bracket }
    if let comma = (low..<high).first(where: { context.folded($0) == "," }), high - comma > 1,
      CompanyForms.end(at: comma + 1, limit: high, in: context) == nil,
      !context.isOne(comma + 1, of: "jr|ii|iii|sr|md|phd|m|ph")
    {
      if current.title == nil { current.title = (comma + 1)..<high }
      high = comma
    }
    guard high > low, high - low <= 8 else { return }
    current.name = current.name ?? low..<high
  }
}
