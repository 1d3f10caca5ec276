// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import Patterns

/// Reads the document's own number and the numbers of the orders that it amends.
struct OrderNumbers {
  let context: DocumentContext
  let title: DocumentTitle

  /// A number that stands at `token`: digits and letters without a space between them, a digit among them, three
  /// characters or more: `Q-00482913`, `MS-5530-25`, `7731-R`. Every hyphen becomes a plain one.
  static func number(at token: Int, limit: Int, in context: DocumentContext) -> (text: String, end: Int)? {
    guard token < limit, context.stream.tokens[token].tokenClass != .sign, hasDigit(token, limit, context) else {
      return nil
    }
    var text = ""
    var at = token
    while at < limit {
      let item = context.stream.tokens[at]
      if at > token, item.flags.contains(.spaceBefore) { break }
      if item.tokenClass == .sign {
        let word = context.folded(at)
        let goesOn =
          at + 1 < limit && !context.hasSpaceBefore(at + 1) && context.stream.tokens[at + 1].tokenClass != .sign
        guard Self.inner.contains(word), goesOn else { break }
        text += word
      } else {
        if at > token, item.flags.contains(.hyphenBefore) { text += "-" }
        text += context.text(at..<(at + 1))
      }
      at += 1
    }
    let digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.count
    guard digits > 0, text.utf8.count >= 3, text.utf8.count <= 40, !isCounted(text) else { return nil }
    return (text, at)
  }

  /// `18th`, `12-month`: which one or how many, no number of a paper.
  private static func isCounted(_ text: String) -> Bool {
    guard let first = text.utf8.first, first >= 0x30, first <= 0x39 else { return false }
    let rest = text.lowercased().drop { $0.isNumber || $0 == "-" || $0 == "," }
    return counting.contains(String(rest))
  }

  private static let counting: Set<String> = [
    "st", "nd", "rd", "th", "month", "months", "year", "years", "day", "days", "week", "weeks", "hour", "hours", "term",
    "user", "users", "seat", "seats", "gb", "tb", "mb",
  ]

  /// Whether a digit stands in a token or those that are written together with it.
  private static func hasDigit(_ token: Int, _ limit: Int, _ context: DocumentContext) -> Bool {
    var at = token
    repeat {
      if holdsDigit(at..<(at + 1), context) { return true }
      at += 1
    } while at < limit && !context.hasSpaceBefore(at)
    return false
  }

  private static let inner: WordSet = ["/", ".", "_", "-"]

  /// The document's own number: by its label, else as the title gives it.
  func own(_ labels: [Label], type: DocumentType?, amends: [String]) -> String? {
    if type == .amendment, let number = labelled(.amendmentNumber, labels) { return number }
    let amended = Set(amends)
    if let number = labelled(.orderNumber, labels, except: amended) { return number }
    return inTitle(except: amended) ?? (isPurchaseOrder ? purchaseNumber(except: amended) : nil)
  }

  private func labelled(_ kind: LabelKind, _ labels: [Label], except amended: Set<String> = []) -> String? {
    for label in labels where label.kind == kind && !isOfOther(label) {
      if let segment = title.lines.prefix(24).first(where: { $0.tokens.contains(label.name.lowerBound) }),
        goesOnForeign(segment)
      {
        continue
      }
      var at = label.value.lowerBound
      while at < label.value.upperBound, isFiller(at) { at += 1 }
      if let spaced = spaced(label.value), !amended.contains(spaced) { return spaced }
      if let number = Self.number(at: at, limit: label.value.upperBound, in: context), !amended.contains(number.text),
        !isCount(number.text, under: label),
        context.dates(in: at..<number.end).isEmpty
      {
        return number.text
      }
    }
    return nil
  }

  /// `K - 5 5 1 2 0`: a number set with spaces, letters and figures one by one.
  private func spaced(_ value: Range<Int>) -> String? {
    guard (5...24).contains(value.count),
      value.allSatisfy({ context.stream.tokens[$0].range.count == 1 && !context.isOne($0, of: Self.brackets) })
    else { return nil }
    var text = ""
    for token in value {
      // A hyphen between two spaces is a sign, one without them is told by the token behind it.
      if context.stream.tokens[token].flags.contains(.hyphenBefore), !text.hasSuffix("-") { text += "-" }
      text += context.isOne(token, of: "–|—") ? "-" : context.text(token..<(token + 1))
    }
    return text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.count >= 4 ? text : nil
  }

  private static let brackets: WordSet = ["(", ")", ":", ".", ",", "$", "€", "£", "%"]

  /// `Replaces | Order K-118`: the number of what this document replaces or rests on.
  private func isOfOther(_ label: Label) -> Bool {
    var at = label.name.lowerBound - 1
    while at >= 0, at > label.name.lowerBound - 4, context.isOne(at, of: ":|.|the") { at -= 1 }
    guard at >= 0 else { return false }
    // `Renewal of | Order Form K-118`
    if at > 0, context.isOne(at, of: "of"),
      context.isOne(at - 1, of: "renewal|amendment|replacement|extension|continuation|variation|successor")
    {
      return true
    }
    return context.isOne(
      at,
      of:
        "replaces|replacing|supersedes|amends|amending|renews|renewal|under|previous|prior|earlier|predecessor|related|replaced|governed|to"
    )
  }

  private static let fillers: WordSet = [
    "no", "nr", "nº", "n°", "№", "º", "°", "number", ".", ":", "#", "form", "order", "quote",
  ]

  private func isFiller(_ token: Int) -> Bool { context.isOne(token, of: Self.fillers) }

  private static let introducing: WordSet = [
    "no", "nr", "nº", "n°", "№", "number", "#", "ref", "reference", "quoted",
  ]
  private static let foreign: WordSet = [
    "to", "under", "replaces", "supersedes", "of", "valid", "page", "phone", "po", "street", "abn", "registered",
    "company", "vat", "tax", "registration", "iban", "mwst", "uid", "gstin", "cin", "opportunity", "tel", "account",
    "renewing", "amending", "replacing", "changing", "supplementing", "renews", "your", "customer", "client",
    "purchase", "enterprise", "commercial", "register",
  ]

  /// `ORDER FORM MS-5530-25`, `Order Form | Number Q-08122307`, `No. 7731-R` below the title.
  private func inTitle(except amended: Set<String>) -> String? {
    var line = -1
    var isTitled = false
    var opener = ""
    for segment in title.lines.prefix(24) {
      if segment.line != line { opener = context.folded(segment.tokens.lowerBound) }
      let isHead =
        segment.column == 0 || Self.documents.contains(opener) || opener == "renewing" || opener == "renewal"
      if segment.line < 5, isHead,
        let code = bareCode(segment.tokens) ?? codeBefore(segment.tokens)
          ?? codeBeforeStroke(segment.tokens),
        !amended.contains(code)
      {
        return code
      }
      var at = segment.tokens.lowerBound
      // `PRICING ADDENDUM      PA-2031-7`: the number stands at the far end of the title's line.
      var introduced = segment.line == line && isTitled
      var introducedAt = at
      var foreign = goesOnForeign(segment)
      line = segment.line
      isTitled =
        isTitle(segment.tokens) || isTitle(segment.tokens.prefixRange(2)) && isLoud(segment.tokens.prefixRange(2))
      guard Self.holdsDigit(segment.tokens, context) else { continue }
      // Running text is no title: its numbers are not looked for to its end.
      let end = min(segment.tokens.upperBound, at + Self.longestTitle)
      while at < end {
        let isDocument = context.isOne(at, of: Self.documents)
        if isDocument || context.isOne(at, of: Self.introducing) { (introduced, introducedAt) = (true, at) }
        // `Statement of Entitlements – Order K-118`: what stands behind the dash begins anew.
        if !context.isWord(at), context.isOne(at, of: Self.dashes), at > segment.tokens.lowerBound { foreign = false }
        // `STATEMENT OF ORDER K-118`: the kind of paper, not whose number.
        if foreign, segment.line < 3, context.folded(segment.tokens.lowerBound) == "statement",
          isDocument || context.folded(at) == "no"
        {
          foreign = false
        }
        // `Your quote: K-5567123` over everything else.
        if foreign, segment.line == 0, isDocument, opener == "your" { foreign = false }
        // `No. OF-US-2290`: a number may begin like a word that makes numbers foreign.
        if context.isOne(at, of: Self.foreign), at + 1 == segment.tokens.upperBound || context.hasSpaceBefore(at + 1) {
          foreign = true
        }
        let isBracketed =
          at > segment.tokens.lowerBound && !context.isWord(at - 1)
          && (context.isSign(at - 1, 0x5B) || introduced && isAlone(at, segment))
        if introduced && !foreign || isBracketed && isSubject(segment.tokens, opener),
          at == segment.tokens.lowerBound || context.hasSpaceBefore(at) || isBracketed,
          context.stream.tokens[at].tokenClass != .sign, !isFiller(at),
          let number = Self.number(at: at, limit: segment.tokens.upperBound, in: context),
          !amended.contains(number.text), number.text.utf8.count >= 4, isCode(at..<number.end),
          // "This Amendment is made by Quill Works, with offices at 2200 Dock Road"
          at - introducedAt <= 6 || number.text.utf8.contains(where: { $0 > 0x39 })
        {
          return number.text
        }
        at += 1
      }
    }
    return nil
  }

  /// In tokens.
  private static let longestTitle = 60
  private static let dashes: WordSet = ["-", "–", "—"]

  private static func holdsDigit(_ range: Range<Int>, _ context: DocumentContext) -> Bool {
    context.source.utf8[context.stream.bytes(range)].contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// `AMENDMENT NO. 2 (K-5567)`: a code in brackets that ends the title.
  private func isAlone(_ token: Int, _ segment: TextSegment) -> Bool {
    guard context.isSign(token - 1, 0x28), segment.tokens.count <= 10, segment.line < 4,
      let number = Self.number(at: token, limit: segment.tokens.upperBound, in: context)
    else { return false }
    return number.end < segment.tokens.upperBound && context.folded(number.end) == ")"
      && context.stream.tokens[token].tokenClass == .word
  }

  /// `Registered in Ireland` over `No. 394272`: the number of a company, in the same column.
  private func goesOnForeign(_ segment: TextSegment) -> Bool {
    guard context.isOne(segment.tokens.lowerBound, of: "no|number|nr"), segment.tokens.count <= 5 else {
      return false
    }
    return title.lines.prefix(24).contains { other in
      other.line == segment.line - 1 && other.column == segment.column
        && other.tokens.contains {
          context.isOne($0, of: "registered|registration|incorporated|company")
        }
    }
  }

  private static let documents: WordSet = [
    "form", "confirmation", "quote", "quotation", "order", "amendment", "addendum", "schedule", "contract", "offer",
    "proposal", "rider", "change", "document", "letter", "agreement",
  ]

  /// All in capitals.
  private func isLoud(_ range: Range<Int>) -> Bool {
    range.count == 2 && range.allSatisfy { context.stream.tokens[$0].flags.contains(.allCapitals) }
  }

  /// `Subject: Your offer [Q-2231]`: the line that says what a mail is about.
  private func isSubject(_ range: Range<Int>, _ opener: String) -> Bool {
    ["subject", "re", "betreff"].contains(opener) || range.contains { context.isOne($0, of: Self.documents) }
  }

  /// Ends in the name of a document, and is short.
  private func isTitle(_ range: Range<Int>) -> Bool {
    guard let last = range.last, range.count <= 8 else { return false }
    return context.isOne(last, of: Self.documents)
  }

  /// Not a date, amount, year or postal code by itself.
  func isCode(_ range: Range<Int>) -> Bool {
    // `KEN/26/08` begins with letters and is no day.
    let isLettered = context.stream.tokens[range.lowerBound].flags.contains(.allCapitals)
    guard isLettered || context.dates(in: range).isEmpty else { return false }
    if range.count == 1, let year = Int(context.text(range)), (1900...2100).contains(year) { return false }
    return true
  }

  // MARK: What it amends

  /// Numbers of orders that this document says it changes.
  func amends(type: DocumentType?) -> [String] {
    var found: [String] = []
    let isChange = type == .amendment || title.isAddition
    guard isChange else {
      return type == .order_form ? ReplacedOrders(context: context).found.map(\.number) : []
    }
    for segment in title.lines.prefix(24) {
      for number in numbers(after: ["to"], in: segment.tokens) where !found.contains(number) { found.append(number) }
    }
    if found.isEmpty {
      let limit = min(context.stream.count, 700)
      for number in numbers(
        after: [
          "changes", "change", "amends", "amend", "modifies", "modify", "vary", "varies", "supplements", "to", "signed",
          "of",
        ], in: 0..<limit)
      where !found.contains(number) {
        found.append(number)
        break
      }
    }
    return found
  }

  private static let nouns: WordSet = [
    "order", "form", "quote", "contract", "agreement", "no", "number", ".", "the", "existing", "original", "#",
    "ordering", "document", "replacement", "schedule", "renewal", "subscription", "services", "cloud", "customer",
  ]

  /// `to Order Form Q-05988213`: a number behind a document's name, which one of the words introduces.
  private func numbers(after words: Set<String>, in range: Range<Int>) -> [String] {
    var found: [String] = []
    for token in range where words.contains(context.folded(token)) {
      var at = token + 1
      var hasNoun = false
      while at < range.upperBound, context.isOne(at, of: Self.nouns), at < token + 8 {
        if context.isOne(at, of: "form|order|quote|contract|agreement|document") {
          hasNoun = true
        }
        at += 1
      }
      guard hasNoun, let number = Self.number(at: at, limit: range.upperBound, in: context),
        number.text.utf8.count >= 4,
        isCode(at..<number.end)
      else { continue }
      found.append(number.text)
    }
    return found
  }
}
