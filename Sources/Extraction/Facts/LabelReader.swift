// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Lexis

/// Finds labels with their values: in tables of labels, in lines `Label: value`, over a value, and without a colon
/// where nothing else can be meant.
struct LabelReader {
  let context: DocumentContext
  let names: NameReader

  init(_ context: DocumentContext) {
    self.context = context
    names = NameReader(context: context)
  }

  /// All labels of the first pages, in text order.
  func labels() -> [Label] {
    let segments = context.headSegments.flatMap(partedByBars)
    var found: [Label] = []
    for (index, segment) in segments.enumerated() {
      guard let (kind, end) = known(segment), !goesOnSentence(segment, end), !opensSentence(segment, end) else {
        continue
      }
      let name = segment.tokens.lowerBound..<end
      if let value = value(after: end, in: segment, index, segments, kind), !value.isEmpty {
        found.append(Label(kind: isTime(value, kind) ? .term : kind, name: name, value: context.chosen(value)))
      }
    }
    return pairs(found) + inner(segments, found)
  }

  /// `Contract | 12 months from 1 May 2031`: what looks for a number gives a time.
  func isTime(_ value: Range<Int>, _ kind: LabelKind) -> Bool {
    guard kind == .orderNumber, let first = context.values(in: value.prefixRange(6)).first,
      first.tokens.lowerBound <= value.lowerBound + 1
    else { return false }
    let dates = context.dates(in: value.prefixRange(14))
    switch first.value {
    case .duration(let length): return length.months != nil && dates.count == 1
    // `Subscription | 1 May 2031 – 30 April 2033`, `Subscription from 1 May 2031, 24 months`
    case .date:
      return dates.count == 2 && dates[0].date < dates[1].date
        || dates.count == 1
          && context.durations(in: value.prefixRange(14)).contains { $0.duration.months.map { $0 >= 6 } ?? false }
    default: return false
    }
  }

  /// A line of running text that happens to begin with a label's word: "… the agreement / dated 3 May 2029 …".
  private func goesOnSentence(_ segment: TextSegment, _ end: Int) -> Bool {
    let at = segment.tokens.lowerBound
    let flags = context.stream.tokens[at].flags
    // "… from the beginning of" over "the Order Term until 3 May 2029" on the next page
    if at > 0, !context.isCapitalised(at), context.isOne(at, of: "the|this|its|of|such") {
      return !hasColon(end, segment)
    }
    guard at > 0, flags.isDisjoint(with: [.blockStart, .cellStart, .sentenceStart]) else { return false }
    // "… valid for the" over "Subscription Term. 30 hours are available for six months"
    guard !context.isCapitalised(at) || context.isOne(at - 1, of: Self.introducing) else { return false }
    return !hasColon(end, segment)
  }

  /// "Up to and including 30 June 2031 Customer stays on the plan": a sentence, where a form has no more than the day.
  private func opensSentence(_ segment: TextSegment, _ end: Int) -> Bool {
    guard context.isOne(segment.tokens.lowerBound, of: "up"), !hasColon(end, segment),
      let date = context.dates(in: end..<segment.tokens.upperBound).first, date.tokens.lowerBound == end
    else { return false }
    return (date.tokens.upperBound..<segment.tokens.upperBound).count { context.isWord($0) } > 2
  }

  private static let introducing: WordSet = [
    "the", "this", "a", "an", "of", "for", "during", "our", "your", "its", "such", "said", "each", "any", "per",
    "under",
    "in", "to", "by", "throughout", "within", "and", "or", "from", "on", "until",
  ]

  /// The label that a segment begins with: its kind, and the token behind its words and signs.
  func known(_ segment: TextSegment) -> (LabelKind, Int)? {
    let segment = TextSegment(
      tokens: pastBullet(pastNumber(segment), segment)..<segment.tokens.upperBound, line: segment.line,
      column: segment.column)
    guard mayOpen(segment) else { return translated(segment) }
    var words = ""
    var best: (LabelKind, Int)?
    var count = 0
    var at = segment.tokens.lowerBound
    while at < segment.tokens.upperBound, count < LabelNames.longest + 1 {
      let word = context.folded(at)
      at += 1
      if context.stream.tokens[at - 1].tokenClass == .sign {
        if Self.signs.contains(word) {
          if word == ":" { if let kind = LabelNames.kind(words) { best = (kind, at) }; break }
          if word == "#", LabelNames.kinds[words + " number"] != nil { best = (.orderNumber, at) }
          continue
        }
        break
      }
      // `Term ....... 1 May 2031 through 30 April 2033`: its value.
      if best != nil, context.stream.tokens[at - 1].tokenClass == .number { break }
      words += (words.isEmpty ? "" : " ") + word
      count += 1
      if let kind = LabelNames.kind(words, last: word)
        ?? (word == "entity" || word == "affiliate" ? variant(words) : nil)
      {
        best = (kind, at)
      }
    }
    guard let (kind, end) = best else { return translated(segment) }
    // `(the "Supplier")` under a name says what it goes by.
    if context.folded(segment.tokens.lowerBound) == "(" { return nil }
    // `University of Ebb`, `Company House Ltd`: only alone or before a colon is such a word a label.
    if kind == .customer || kind == .company, end == segment.tokens.lowerBound + 1, end < segment.tokens.upperBound,
      kind == .company || context.isOne(segment.tokens.lowerBound, of: Self.bodies), context.folded(end) != ":"
    {
      return nil
    }
    // `TO-31-88`: a number, no `To:`.
    if kind == .billTo, end == segment.tokens.lowerBound + 1, end < segment.tokens.upperBound {
      return nil
    }
    if end < segment.tokens.upperBound, context.isOne(end, of: "/|("),
      let other = translated(segment)
    {
      // `Order Start / Order End`
      if kind == .termStart, other.0 == .termEnd { return (.term, other.1) }
      if kind == .termStart, other.0 == .termStart { return other }
      if other.0 == kind { return other }
    }
    return (kind, pastGloss(pastSigns(end, segment.tokens.upperBound), segment.tokens.upperBound))
  }

  /// `Start Date (Início)`, `End Date (dd/mm/yyyy)`: a word in another language, or a form, behind the label in its cell.
  private func pastGloss(_ token: Int, _ limit: Int) -> Int {
    guard token + 2 < limit, context.folded(token) == "(",
      let close = (token + 1..<min(limit, token + 7)).first(where: { context.folded($0) == ")" }),
      !(token + 1..<close).contains(where: { context.stream.tokens[$0].tokenClass == .number }),
      close + 1 == limit || context.folded(close + 1) == ":"
    else { return token }
    return pastSigns(close + 1, limit)
  }

  /// `Kunde / Customer`, `Vertragsende (End)`: a label in two languages, of which one is known. What stands before the
  /// sign is a word or few, all in one cell or before a colon.
  private func translated(_ segment: TextSegment) -> (LabelKind, Int)? {
    let limit = segment.tokens.upperBound
    guard let sign = segment.tokens.prefixRange(5).first(where: { context.stream.tokens[$0].tokenClass == .sign }),
      sign > segment.tokens.lowerBound, sign + 1 < limit, context.isCapitalised(segment.tokens.lowerBound)
    else { return nil }
    switch context.folded(sign) {
    case "/" where context.hasSpaceBefore(sign):
      let rest = TextSegment(tokens: (sign + 1)..<limit, line: segment.line, column: segment.column)
      guard mayOpen(rest), let (kind, end) = known(rest) else { return nil }
      return end == limit || hasColon(end, segment) || suits(end..<limit, kind, needsWhole: false) ? (kind, end) : nil
    case "(":
      guard let close = (sign + 1..<min(limit, sign + 6)).first(where: { context.folded($0) == ")" }) else {
        return nil
      }
      // `City of Quill (“Customer”)` says what it is called.
      guard !context.stream.tokens[sign + 1].flags.contains(.quoteBefore) else { return nil }
      let inner = TextSegment(tokens: (sign + 1)..<close, line: segment.line, column: segment.column)
      guard mayOpen(inner), let (kind, end) = known(inner), end == close else { return nil }
      return (kind, pastSigns(close, limit))
    default: return nil
    }
  }

  /// `5. CONTRACTOR`: boxes of a form have numbers.
  private func pastNumber(_ segment: TextSegment) -> Int {
    let at = segment.tokens.lowerBound
    guard at + 2 < segment.tokens.upperBound, segment.tokens.count <= 10,
      context.stream.tokens[at].tokenClass == .number, context.isOne(at + 1, of: ".|)"),
      context.stream.tokens[at + 2].flags.contains(.allCapitals)
        || context.isCapitalised(at + 2) && context.stream.tokens[at].flags.contains(.cellStart)
    else { return at }
    return at + 2
  }

  /// `• Order Number Q-118`: the items of a list.
  private func pastBullet(_ token: Int, _ segment: TextSegment) -> Int {
    guard token + 2 < segment.tokens.upperBound, context.isOne(token, of: "•|▪|‣|◦|·|–|●|■") else { return token }
    return token + 1
  }

  private static let signs: WordSet = [":", "*", ".", "#", "(", ")", "-", "/", "°", "º"]

  /// The first word begins a label, or one behind it makes one. Asked first, for most segments are none.
  private func mayOpen(_ segment: TextSegment) -> Bool {
    var count = 0
    for token in segment.tokens where context.stream.tokens[token].tokenClass != .sign {
      if count == 0, context.isOne(token, of: LabelNames.openers) { return true }
      if context.isOne(token, of: LabelNames.wordsOfMadeNames) { return true }
      if count == 1, context.isOne(token, of: Self.date) { return true }
      count += 1
      if count > LabelNames.longest { return false }
    }
    return false
  }

  private static let date: WordSet = ["date"]

  /// `Snowflake entity`, `Contracting Microsoft affiliate`: the vendor's own name in the label.
  private func variant(_ words: String) -> LabelKind? {
    let parts = words.split(separator: " ")
    guard (2...4).contains(parts.count), let last = parts.last else { return nil }
    if last == "entity", !["customer", "client", "buyer", "subscriber", "licensee", "legal", "bill"].contains(parts[0])
    {
      return .vendor
    }
    if last == "affiliate", parts[0] == "contracting" { return .vendor }
    return nil
  }

  private static let bodies: WordSet = ["university", "college", "council", "hospital", "account"]

  private static let closing: WordSet = [":", "*", ".", "#", ")", "°", "º"]

  private func pastSigns(_ token: Int, _ limit: Int) -> Int {
    var at = token
    while at < limit, context.isOne(at, of: Self.closing) { at += 1 }
    return at
  }

  /// A colon, or the dots that lead to the value: `Buyer ........ Harbour Trust`.
  private func hasColon(_ end: Int, _ segment: TextSegment) -> Bool {
    var dots = 0
    for token in segment.tokens.lowerBound..<end where context.stream.tokens[token].tokenClass == .sign {
      switch context.folded(token) {
      case ":", "…", "...": return true
      case ".": dots += 1
      default: dots = 0
      }
      if dots > 2 { return true }
    }
    return false
  }

  private func value(
    after end: Int, in segment: TextSegment, _ index: Int, _ segments: [TextSegment], _ kind: LabelKind
  ) -> Range<Int>? {
    var rest = end..<segment.tokens.upperBound
    // `To: Quill Works plc`; without its colon the word begins a sentence.
    if context.folded(segment.tokens.lowerBound) == "to", !hasColon(end, segment),
      !isWholeCell(end, in: segment, index, segments), !isDayBeside(end, in: segment, index, segments)
    {
      return nil
    }
    if kind == .customer, context.isOne(segment.tokens.lowerBound, of: Self.bodies),
      end <= segment.tokens.lowerBound + 2, !context.isOne(segment.tokens.lowerBound, of: "account")
    {
      let value = rest.isEmpty ? segments[safe: index + 1]?.tokens : rest
      guard let value, let name = names.name(at: value.lowerBound, limit: value.upperBound), name.isOrganisation,
        rest.isEmpty ? segments[index + 1].line == segment.line : true
      else { return nil }
      return value
    }
    // `AGENCY (the "Board")`: what it goes by stands beside the head, its name below.
    if [.customer, .vendor].contains(kind), isBracket(rest) { rest = rest.upperBound..<rest.upperBound }
    if !rest.isEmpty {
      guard hasColon(end, segment) || suits(rest, kind, needsWhole: false) else { return nil }
      return kind == .term ? continued(rest, segment, index, segments) : rest
    }
    // In the next cell of the row, else in the line below at the same place.
    if index + 1 < segments.count, segments[index + 1].line == segment.line, known(segments[index + 1]) == nil {
      if let below = partyBelow(index, segments, kind) ?? valueBelow(index, segments, kind) { return below }
      return segments[index + 1].tokens
    }
    let below = segments[(index + 1)...].first { $0.line > segment.line }
    guard let below else { return nil }
    let row = segments.filter { $0.line == below.line }
    let under = row.first { $0.column == segment.column } ?? (hasColon(end, segment) ? row.first : nil)
    guard let under, known(under) == nil else { return nil }
    return hasColon(end, segment) || suits(under.tokens, kind, needsWhole: true) ? under.tokens : nil
  }

  private static let openEnds: WordSet = ["-", "–", "—", "to", "through", "until", "till", "bis", "and"]

  /// `Term: 1 May 2031 –` over `30 April 2034`: a stretch that the cell's next line goes on with.
  private func continued(_ value: Range<Int>, _ segment: TextSegment, _ index: Int, _ segments: [TextSegment]) -> Range<
    Int
  > {
    guard let last = value.last, context.isOne(last, of: Self.openEnds),
      let next = segments[(index + 1)...].first(where: {
        $0.line > segment.line && $0.column == segment.column
      }), next.line <= segment.line + 2,
      let date = context.dates(in: next.tokens.prefixRange(6)).first, date.tokens.lowerBound == next.tokens.lowerBound
    else { return value }
    return value.lowerBound..<date.tokens.upperBound
  }

  /// `To │ Quill Works plc`: the label has a cell of its own beside an organisation's.
  private func isWholeCell(_ end: Int, in segment: TextSegment, _ index: Int, _ segments: [TextSegment]) -> Bool {
    guard end == segment.tokens.upperBound, let next = segments[safe: index + 1], next.line == segment.line else {
      return false
    }
    return names.organisation(in: next.tokens) != nil
  }

  /// `To │ 30 April 2034`
  private func isDayBeside(_ end: Int, in segment: TextSegment, _ index: Int, _ segments: [TextSegment]) -> Bool {
    guard end == segment.tokens.upperBound, let next = segments[safe: index + 1] else { return false }
    return context.dates(in: next.tokens.prefixRange(6)).first?.tokens.lowerBound == next.tokens.lowerBound
  }

  private func isBracket(_ range: Range<Int>) -> Bool {
    range.count >= 3 && range.count <= 8 && context.folded(range.lowerBound) == "("
      && context.folded(range.upperBound - 1) == ")"
  }

  /// `CONTRACTOR │ AGENCY (the "Board")` over two companies: each under its own head, where none stands beside one.
  private func partyBelow(_ index: Int, _ segments: [TextSegment], _ kind: LabelKind) -> Range<Int>? {
    guard [.customer, .vendor].contains(kind),
      names.organisation(in: segments[index + 1].tokens) == nil,
      let below = segments[(index + 1)...].first(where: { $0.line > segments[index].line }),
      let own = segments.first(where: { $0.line == below.line && $0.column == segments[index].column }),
      let name = names.name(at: own.tokens.lowerBound, limit: own.tokens.upperBound), name.isOrganisation
    else { return nil }
    return own.tokens
  }
}
