// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Lexis

/// The lines that a document begins with, and what kind of document they say it is.
struct DocumentTitle {
  let context: DocumentContext
  /// Lines and cells of the first page's upper part.
  let lines: [TextSegment]

  init(_ context: DocumentContext) {
    self.context = context
    lines = context.segments(0..<min(context.stream.count, 500))
  }

  /// Adds to an earlier order without changing it: "Add-On Order Form", "Supplement to Order Form".
  var isAddition: Bool {
    lines.prefix(12).contains { segment in
      let words = context.words(segment.tokens.prefixRange(8))
      return (words.contains("add") && words.contains("on")) || words.contains("supplement")
        || words.contains("addendum")
    }
  }

  /// What the title says; without one what the text calls itself; `other` where neither says anything.
  var type: DocumentType {
    if let spaced = spacedTitle() { return spaced }
    for (number, segment) in lines.prefix(60).enumerated() {
      guard let type = named(segment) else { continue }
      // `City of Quill — Contract 26-0418` over `Ordering Document K-118`: the file's number stands over the title.
      if type == .agreement, segment.line < 2, let at = context.firstIndex(of: "contract", in: segment.tokens),
        isNumbered(at + 1, segment.tokens.upperBound),
        let next = lines.dropFirst(number + 1).prefix(3).lazy.compactMap({ named($0) }).first, next != .agreement
      {
        return next
      }
      if type == .agreement, callsItselfOrder { return .order_form }
      return type
    }
    return selfReference() ?? .other
  }

  /// "This letter, once both have signed it, is our order form."
  private var callsItselfOrder: Bool {
    var at = 0
    let limit = min(context.stream.count, 900)
    while at + 1 < limit, let this = context.firstIndex(of: "this", in: at..<(limit - 1)) {
      at = this + 1
      guard context.isOne(this + 1, of: "letter|document|paper|agreement") else { continue }
      let range = this..<min(limit, context.sentence(of: this).upperBound, this + 24)
      guard context.firstIndex(of: "order", in: range) != nil else { continue }
      let rest = context.words(range)
      for verb in ["is", "as", "constitutes", "forms", "becomes"] {
        for article in ["our", "the", "an", "your"] where rest.contains(run: "\(verb) \(article) order") { return true }
      }
    }
    return false
  }

  /// The type that a title line names. Titles are short, and capitalised but for small words.
  private func named(_ segment: TextSegment) -> DocumentType? {
    guard segment.tokens.count <= 26 else { return nil }
    let words = context.words(segment.tokens)
    // `Quote K-551 – valid until 30 June 2031`
    if segment.line < 3, ["quote", "quotation"].contains(words.first),
      isNumbered(segment.tokens.lowerBound + 1, segment.tokens.upperBound)
    {
      return .quote
    }
    guard looksLikeTitle(segment.tokens) else { return nil }
    if let at = words.firstIndex(of: "amendment"), !isLabel(words, at) || at == 0 { return .amendment }
    if words.contains(run: "change order") || words.contains("addendum") { return .amendment }
    if isChange(words) || isAboutChange(words) { return .amendment }
    if segment.line < 6, isScheduleTitle(segment.tokens, words) { return .order_form }
    for parts in Self.orderNames {
      guard let at = words.firstIndex(of: parts) else { continue }
      let isTitle = !isLabel(words, at + parts.count - 1) || at > 0 || words.count <= 4
      if isTitle || isNumberedTitle(segment.tokens, at + parts.count) || isSubtitled(segment, at + parts.count) {
        return .order_form
      }
    }
    for word in ["quote", "quotation", "proposal", "offer", "estimate"] {
      guard let at = words.firstIndex(of: word), !isLabel(words, at) else { continue }
      // `QUOTATION K-5512 3 May 2031 valid for 30 days`
      if words.count <= 8 || at == 0 && isNumbered(segment.tokens.lowerBound + 1, segment.tokens.upperBound) {
        return .quote
      }
    }
    if isOrder(segment.tokens, words) { return .order_form }
    for word in [
      "agreement", "contract", "covenant", "nda", "deed", "undertaking", "memorandum", "charter", "lease", "indenture",
      "license",
    ] {
      if let at = words.firstIndex(of: word), !isAside(words, at) { return .agreement }
    }
    return nil
  }

  /// `Acme, Inc. (terms: Main Agreement)`: another document, named in brackets.
  private func isAside(_ words: [String], _ at: Int) -> Bool {
    guard let open = words[..<at].lastIndex(of: "("), open > 0 else { return false }
    return !words[open..<at].contains(")")
  }

  private static let orderNames = [
    "order form", "order confirmation", "order schedule", "ordering document", "service order", "sales order",
    "enrollment form", "purchase schedule", "customer order", "replacement order", "renewal order",
    "subscription order", "services order", "statement of order", "order agreement", "subscription schedule",
    "letter of order", "order letter", "work order", "statement of work", "call off order", "call off contract",
    "purchase confirmation", "order summary", "order sheet", "order acknowledgement", "order acknowledgment",
    "purchase order attachment", "enterprise order", "software order", "master order", "subscription letter",
    "statement of subscription", "schedule of subscriptions", "application for service", "award call off",
    "order for software",
    "order for services", "order for subscriptions", "order for supplies", "order for products",
  ].map { $0.split(separator: " ").map(String.init) }

  /// `ORDER FORM No. 5512-B to the Main Agreement`: what looks like a label is the title with its number.
  private func isNumberedTitle(_ range: Range<Int>, _ behind: Int) -> Bool {
    let at = range.lowerBound + behind
    guard at + 1 < range.upperBound, range.count <= 16, context.folded(at) != ":" else { return false }
    guard context.isOne(at, of: "no|nr|number|#"), context.folded(at + 1) != ":" else { return false }
    // `Statement of Work No. 3`: a short number that ends the line.
    let isShort =
      range.upperBound - at <= 3 && context.stream.tokens[range.upperBound - 1].tokenClass == .number
    // `Order Form No. 5 under the Framework Agreement`
    let behind = at + (context.folded(at + 1) == "." ? 3 : 2)
    let isUnder =
      behind < range.upperBound && context.stream.tokens[behind - 1].tokenClass == .number
      && context.isOne(behind, of: "under|to|of|for|pursuant|dated|between")
    return isShort || isUnder || isNumbered(at, range.upperBound)
  }

  /// `LETTER OF ORDER: PAYROLL CLOUD`: what stands behind the colon is no label's value but what is ordered.
  private func isSubtitled(_ segment: TextSegment, _ behind: Int) -> Bool {
    let at = segment.tokens.lowerBound + behind
    guard at + 1 < segment.tokens.upperBound, context.folded(at) == ":" else { return false }
    return segment.column == 0
      && segment.tokens.allSatisfy { context.folded($0) == ":" || context.isWord($0) && context.isCapitalised($0) }
  }

  /// `Re: Special terms to Order Form K-118` over a letter that says that it amends.
  private func isAboutChange(_ words: [String]) -> Bool {
    guard let first = words.first, ["re", "subject"].contains(first), words.count <= 16,
      let to = words.firstIndex(of: "to"),
      words[to...].contains(where: { ["order", "agreement", "contract"].contains($0) })
    else { return false }
    let opening = 0..<min(context.stream.count, 400)
    return ["amends", "amend", "modifies", "supplements"].contains { context.firstIndex(of: $0, in: opening) != nil }
  }

  /// `CAPACITY SCHEDULE`, `Fee Schedule`: nothing but what is scheduled and the word, or its number behind.
  private func isScheduleTitle(_ range: Range<Int>, _ words: [String]) -> Bool {
    if let at = words.firstIndex(of: "schedule"), (1...2).contains(at), range.count <= 9,
      Self.scheduled.contains(words[at - 1]), isNumbered(range.lowerBound + at + 1, range.upperBound)
    {
      return true
    }
    guard words.last == "schedule", (2...4).contains(words.count) else { return false }
    return range.allSatisfy { context.isWord($0) && context.isCapitalised($0) }
  }

  private static let scheduled: WordSet = [
    "service", "services", "product", "products", "supply", "licence", "license", "software", "cloud", "commitment",
  ]

  /// `Change 2 to Order K-118`, `Rider No. 3`, `Variation to Contract`.
  private func isChange(_ words: [String]) -> Bool {
    guard let first = words.first, words.count <= 16 else { return false }
    // `Variation and Extension Agreement`, `Deed of Variation`
    // "Amending Agreement No. 2"
    if words.count <= 8, words.prefix(while: { !["no", "number", "nr"].contains($0) }).last == "agreement",
      ["variation", "amending", "amendatory", "extension", "modification"].contains(first)
    {
      return true
    }
    let kind = Ordinals.value(first) == nil ? first : words.dropFirst().first ?? ""
    if words.prefix(4).contains("of"), ["deed", "memorandum", "letter"].contains(kind), words.contains("variation") {
      return true
    }
    let changes: Set<String> = ["change", "changes", "variation", "modification", "rider", "supplement"]
    guard changes.contains(first) else { return false }
    let rest = words.dropFirst().prefix(5)
    return rest.contains("to") || rest.contains("no") || rest.contains("number") || first == "rider"
      || rest.first.map { Int($0) != nil } ?? false
  }

  /// `Cloud Order`, `Order 5512-B`, `Contract KL-77 for Payroll Cloud`: an order by its last word or by its number.
  private func isOrder(_ range: Range<Int>, _ words: [String]) -> Bool {
    if words.count <= 10, words.first == "your", words.dropFirst().first == "order", words.contains("with") {
      return true
    }
    // `ORDER`, `Order of A with B`
    if words.first == "order", range.lowerBound < 12,
      words.count == 1 && context.isCapitalised(range.lowerBound)
        || words.count <= 26 && ["of", "by", "between", "with"].contains(words[safe: 1] ?? "")
    {
      return true
    }
    guard words.count <= 14 else { return false }
    let isDated = words.first == "order" && words.contains { ["of", "dated"].contains($0) }
    if range.lowerBound < 12, words.count <= 6, words.first == "order", isShortNumber(range) { return true }
    if let at = words.firstIndex(of: "order"), !isLabel(words, at),
      words.count <= 6 || isDated || words.count <= 9 && isNumbered(range.lowerBound + at + 1, range.upperBound)
    {
      if at == words.count - 1 { return at > 0 && !["purchase", "in", "the"].contains(words[at - 1]) }
      return isNumbered(range.lowerBound + at + 1, range.upperBound)
    }
    if let at = words.firstIndex(of: "contract"), at == 0 {
      return words.contains("for") && isNumbered(range.lowerBound + 1, range.upperBound)
    }
    return false
  }

  /// `O R D E R   F O R M`: a title set with spaces, perhaps in several cells of one line.
  private func spacedTitle() -> DocumentType? {
    var lines: [Range<Int>] = []
    var last = -1
    for segment in self.lines.prefix(30) {
      if segment.line == last, let open = lines.last {
        lines[lines.count - 1] = open.lowerBound..<segment.tokens.upperBound
      } else {
        lines.append(segment.tokens)
      }
      last = segment.line
    }
    for line in lines where line.count >= 4 {
      // Signs are short as well: `(the "Agreement").` is no title set with spaces.
      var (letters, short) = (0, 0)
      for token in line where context.stream.tokens[token].tokenClass != .sign {
        letters += 1
        if context.stream.tokens[token].range.count <= 2 { short += 1 }
      }
      guard short >= 4, short * 10 >= letters * 6 else { continue }
      let text = context.words(line).joined()
      for (run, type) in Self.spaced where text.utf8.count <= 60 && text.containsBytes(of: run) { return type }
    }
    return nil
  }

  private static let spaced: [(String, DocumentType)] = [
    ("amendment", .amendment), ("orderform", .order_form), ("orderconfirmation", .order_form), ("quotation", .quote),
    ("quote", .quote), ("agreement", .agreement), ("orderfor", .order_form), ("serviceorder", .order_form),
    ("purchaseorder", .order_form),
  ]

  /// `Quote Number:`, `Order date`: the word belongs to a label.
  private func isLabel(_ words: [String], _ at: Int) -> Bool {
    guard at + 1 < words.count else { return false }
    return [
      "number", "no", "date", "valid", "currency", "through", "#", "id", "effective", "expires", "expiration", ":",
    ].contains(words[at + 1])
      && !(words[at + 1] == "no" && at + 2 < words.count && words.count <= 14 && words.contains("to"))
  }

  private func looksLikeTitle(_ range: Range<Int>) -> Bool {
    var small = 0
    var all = 0
    for token in range where context.isWord(token) {
      all += 1
      let isSmall = !context.isCapitalised(token) && !context.isOne(token, of: Self.documentWords)
      if isSmall, context.folded(token).utf8.count > 3 { small += 1 }
    }
    return all > 0 && small * 4 <= all
  }

  /// Small letters in `Order form`, `Sales order`, `Change order` do not keep a line from being a title.
  private static let documentWords: WordSet = [
    "form", "order", "confirmation", "schedule", "document", "quote", "quotation", "agreement", "contract",
    "amendment", "offer", "proposal", "addendum",
  ]

  /// "This Order Form", "this Agreement" in the opening paragraphs.
  private func selfReference() -> DocumentType? {
    let limit = min(context.stream.count, 900)
    var counts: [DocumentType: Int] = [:]
    var at = 0
    while at + 1 < limit, let this = context.firstIndex(of: "this", in: at..<(limit - 1)) {
      at = this
      defer { at += 1 }
      let next = context.folded(at + 1)
      let after = at + 2 < limit ? context.folded(at + 2) : ""
      // "This letter, once both have signed it, is an order under …"
      let rest = context.words(at..<min(limit, context.sentence(of: at).upperBound, at + 24))
      if next == "letter" || next == "document",
        rest.contains(run: "is an order") || rest.contains(run: "is the order") || rest.contains(run: "as an order")
      {
        return .order_form
      }
      switch (next, after) {
      case ("order", _), ("replacement", "order"): counts[.order_form, default: 0] += 1
      case ("amendment", _), ("first", "amendment"), ("second", "amendment"): counts[.amendment, default: 0] += 1
      case ("quote", _), ("quotation", _), ("offer", _): counts[.quote, default: 0] += 1
      case ("agreement", _), ("letter", "agreement"), ("contract", _), ("nda", _), ("letter", _), (_, "agreement"):
        counts[.agreement, default: 0] += 1
      default: break
      }
    }
    return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }
}

extension Range where Bound == Int {
  func prefixRange(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + count) }
}
