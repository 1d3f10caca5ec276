// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Lexis

/// Reads names of companies and people where a text has them: from the first word to the legal form, or to where a
/// description, an address or a definition begins.
struct NameReader {
  let context: DocumentContext

  struct Name {
    var tokens: Range<Int>
    /// Ends in a legal form.
    var isOrganisation: Bool
  }

  /// A name of a company or a body, which its form tells.
  func organisation(at token: Int, limit: Int) -> Name? { name(at: token, limit: limit, needsForm: true) }

  /// Where legal forms begin, ascending: no name that must have one begins far from these.
  func forms(in range: Range<Int>) -> [Int] {
    range.filter { context.isWord($0) && CompanyForms.end(at: $0, limit: range.upperBound, in: context) != nil }
  }

  /// Whether a name with a form can begin at a token, `forms` being those of the text: one stands within its reach, or
  /// its first word is a body's.
  func mayHaveForm(at token: Int, _ forms: [Int]) -> Bool {
    let next = forms.partition { $0 > token }
    if next < forms.count, forms[next] <= token + Self.longest { return true }
    return context.isOne(token, of: Self.bodies) || context.isOne(token, of: Self.foreignBodies)
  }

  /// No name has more tokens.
  private static let longest = 16

  /// A name that begins at `token`; nil where the words there are none.
  func name(at token: Int, limit: Int, needsForm: Bool = false) -> Name? {
    var at = token
    guard at < limit, startsName(at, limit) else { return nil }
    var end = at
    var isOrganisation = false
    while at < limit, at - token < Self.longest {
      // `WO-0031` over `Company: Quill Works plc`: the next line begins with a label.
      if at > token, at + 1 < limit, context.isSign(at + 1, 0x3A),
        context.stream.tokens[at].flags.contains(.lineStart)
      {
        break
      }
      if at > token, let formEnd = CompanyForms.end(at: at, limit: limit, in: context) {
        at = formEnd
        end = at
        isOrganisation = true
        if let next = afterForm(at, limit) {
          at = next
          continue
        }
        break
      }
      guard let next = step(at, from: token, limit) else { break }
      at = next
      end = lastSolid(end, at)
    }
    guard end > token else { return nil }
    let range = token..<end
    if !isOrganisation, opensBody(range) { isOrganisation = true }
    guard isOrganisation || !needsForm else { return nil }
    return isPlausible(range, isOrganisation) ? Name(tokens: range, isOrganisation: isOrganisation) : nil
  }

  /// `Port of Quill`, `Ministry of Fisheries`, `Stichting Quill`: a body that has its form in front.
  private func opensBody(_ name: Range<Int>) -> Bool {
    let first = context.folded(name.lowerBound)
    if name.count >= 2, Self.foreignBodies.contains(first) { return true }
    return name.count >= 3 && Self.bodies.contains(first)
      && context.isOne(name.lowerBound + 1, of: "of|for")
  }

  private static let bodies: WordSet = [
    "university", "city", "town", "port", "county", "ministry", "borough", "diocese", "department", "bank", "institute",
    "college", "friends", "society", "museum", "chamber", "academy",
  ]
  private static let foreignBodies: WordSet = [
    "stichting", "fondation", "fundación", "fundacja", "stiftung", "ministerio", "universität", "universidad",
    "université", "hochschule", "stadtwerke", "vereniging", "verein", "fondazione", "università", "gemeente", "ville",
  ]

  /// The first name in a range, wherever it begins: for signature blocks and letterheads.
  func organisation(in range: Range<Int>) -> Name? {
    let forms = forms(in: range)
    for at in range where context.isWord(at) || context.stream.tokens[at].tokenClass == .number {
      guard at == range.lowerBound || context.hasSpaceBefore(at), mayHaveForm(at: at, forms) else { continue }
      // `EMPLOYEE NIKE, Inc.`: what the party is stands before who it is.
      if context.isOne(at, of: Self.generic), at + 1 < range.upperBound, context.isCapitalised(at + 1),
        CompanyForms.end(at: at + 1, limit: range.upperBound, in: context) == nil
      {
        continue
      }
      if let name = organisation(at: at, limit: range.upperBound) { return name }
    }
    return nil
  }

  // MARK: Steps

  private func startsName(_ token: Int, _ limit: Int) -> Bool {
    let kind = context.stream.tokens[token].tokenClass
    if kind == .sign { return false }
    if kind == .number { return token + 1 < limit && hasFormAhead(token, limit) }
    let isCapitalised = context.isCapitalised(token)
    guard isCapitalised || isWebOrMixed(token, limit) else { return false }
    // `Order of Quill Works plc`: the document's name stands before the party's.
    if token + 1 < limit, context.isOne(token, of: Self.documents), context.isOne(token + 1, of: Self.behindDocuments) {
      return false
    }
    if isCapitalised { return !context.isOne(token, of: Self.neverFirst) }
    let word = context.folded(token)
    // `salesforce.com`, `eBay`: small letters, but a web address or a capital inside, and a legal form further on.
    return word.utf8.count > 2 && !Self.plain.contains(word) && hasFormAhead(token, limit)
  }

  private func isWebOrMixed(_ token: Int, _ limit: Int) -> Bool {
    let tokens = context.stream.tokens
    let isGlued =
      token + 1 < limit && tokens[token + 1].tokenClass == .sign && !tokens[token + 1].flags.contains(.spaceBefore)
    if isGlued, context.isSign(token + 1, 0x2E) { return true }
    return context.source.utf8[tokens[token].range].contains { $0 >= 0x41 && $0 <= 0x5A }
  }

  private func hasFormAhead(_ token: Int, _ limit: Int) -> Bool {
    var at = token + 1
    while at < min(limit, token + 8) {
      if CompanyForms.end(at: at, limit: limit, in: context) != nil { return true }
      let word = context.folded(at)
      if word == "(" || word == ";" || word == ":" || Self.plain.contains(word) { return false }
      at += 1
    }
    return false
  }

  /// The next token of the name, or nil where it ends before `at`'s successor.
  private func step(_ at: Int, from start: Int, _ limit: Int) -> Int? {
    let token = context.stream.tokens[at]
    if at == start { return at + 1 }
    if !token.flags.isDisjoint(with: [.blockStart, .cellStart, .quoteBefore]) { return nil }
    if context.stream.tokens[at - 1].flags.contains(.quoteAfter), at - 1 > start { return nil }
    switch token.tokenClass {
    case .word:
      if context.isOne(at, of: Self.joining) { return joins(at, from: start, limit) ? at + 1 : nil }
      if token.flags.contains(.capitalised) { return context.isOne(at, of: Self.neverInside) ? nil : at + 1 }
      if !token.flags.contains(.spaceBefore) { return at + 1 }
      if context.isOne(at, of: Self.connectors), at + 1 < limit, context.isCapitalised(at + 1) { return at + 1 }
      // `Ministry of Fisheries of the Province of Ebb`
      if at + 2 < limit, context.folded(at) == "of", context.folded(at + 1) == "the", context.isCapitalised(at + 2),
        context.isOne(start, of: Self.bodies)
      {
        return at + 2
      }
      return nil
    case .number:
      return token.flags.contains(.spaceBefore) && !hasFormAhead(at, limit) ? nil : at + 1
    case .sign:
      let word = context.folded(at)
      if word == "&" || word == "/" && !token.flags.contains(.spaceBefore) || word == "+" { return at + 1 }
      if word == "." && !token.flags.contains(.spaceBefore) && isAbbreviation(at, limit) { return at + 1 }
      // `SAP (Schweiz) AG`
      if word == "(", at + 3 < limit, context.isCapitalised(at + 1), context.folded(at + 2) == ")",
        CompanyForms.end(at: at + 3, limit: limit, in: context) != nil
      {
        return at + 3
      }
      if word == ",", at + 1 < limit {
        if CompanyForms.end(at: at + 1, limit: limit, in: context) != nil { return at + 1 }
        // `Sears, Roebuck and Co.`
        if at == start + 1, at + 3 < limit, context.isCapitalised(at + 1), context.folded(at + 2) == "and",
          context.isOne(at + 3, of: "co|company")
        {
          return at + 1
        }
      }
      if !token.flags.contains(.spaceBefore), word == "!" || word == "¢" || word == "@" || word == "-" { return at + 1 }
      return nil
    }
  }

  /// After a form: `Co., Ltd.`, `GmbH & Co. KG`, `Corporation of America` go on; all else is over.
  private func afterForm(_ at: Int, _ limit: Int) -> Int? {
    guard at < limit else { return nil }
    if CompanyForms.end(at: at, limit: limit, in: context) != nil { return at }
    let word = context.folded(at)
    if word == ",", CompanyForms.end(at: at + 1, limit: limit, in: context) != nil { return at + 1 }
    if word == "&", at + 1 < limit, context.folded(at + 1) == "co" { return at + 1 }
    // `Quill & Co Estate Agents`
    if at >= 2, context.folded(at - 1) == "co", context.folded(at - 2) == "&", context.isWord(at),
      context.isCapitalised(at),
      context.stream.tokens[at].flags.isDisjoint(with: [.blockStart, .cellStart, .lineStart])
    {
      return at
    }
    // `Corporation of America`; "Quill Works Ltd of Hull" says where it is.
    if word == "of", at + 1 < limit, context.isCapitalised(at + 1), context.folded(at - 1) != ".",
      !context.isOne(
        at - 1, of: "ltd|limited|plc|inc|llc|gmbh|ag|bv|nv|llp|lp|corp|pty|pte|oy|ab|as|aps|spa|srl|sa|dac")
    {
      return at
    }
    return nil
  }

  /// A period after an initial, a short abbreviation, or inside a web name.
  private func isAbbreviation(_ at: Int, _ limit: Int) -> Bool {
    if at + 1 < limit, !context.hasSpaceBefore(at + 1), context.isWord(at + 1) { return true }
    let before = context.folded(at - 1)
    if before.utf8.count == 1 { return at + 1 < limit && context.isCapitalised(at + 1) }
    return ["pvt", "dr", "mr", "mrs", "ms", "st", "jr", "sr", "bros", "prof", "mt", "ft", "u.s"].contains(before)
  }

  /// `Procter and Gamble Company`: the word joins two halves of a name, and does not part two names.
  private func joins(_ at: Int, from start: Int, _ limit: Int) -> Bool {
    guard at + 1 < limit else { return false }
    // `Offshore and Marine Holdings LLC`: one word alone is half a name.
    if let next = organisation(at: at + 1, limit: limit), !context.isOne(start, of: Self.generic) {
      if at == start + 1, context.isWord(start) { return true }
      // `Telegraph and Telephone Company`: one word and `Company` are the other half.
      if next.tokens.count == 2, context.isOne(at + 2, of: "company|corporation") { return true }
    }
    return context.isOne(at + 1, of: "company|co|sons|associates|partners|brothers|daughters")
  }

  private static let behindDocuments: WordSet = ["of", "by", "for", "with", "between"]
  private static let joining: WordSet = ["and", "or"]
  private static let unsolid: WordSet = ["and", "&", ",", "/", "-"]

  /// Signs and connectors at the end do not belong to the name.
  private func lastSolid(_ end: Int, _ at: Int) -> Int {
    var last = at
    while last > end {
      guard context.isOne(last - 1, of: Self.connectors) || context.isOne(last - 1, of: Self.unsolid) else { break }
      last -= 1
    }
    return max(end, last)
  }

  private func isPlausible(_ range: Range<Int>, _ isOrganisation: Bool) -> Bool {
    var words: [String] = []
    words.reserveCapacity(range.count)
    for token in range {
      let word = context.folded(token)
      if word != ".", word != "," { words.append(word) }
    }
    if words.count == 1, Self.generic.contains(words[0]) || words[0].utf8.count < 3 { return false }
    if words.allSatisfy({ Self.generic.contains($0) }) { return false }
    // `Delaware Corporation`: where it was formed.
    if isOrganisation, Places.openers.contains(words.first ?? "") {
      if words.count <= 4, Places.byWords[words.dropLast().joined(separator: " ")] != nil { return false }
      if words.count >= 3, words[words.count - 2] == "limited",
        Places.byWords[words.dropLast(2).joined(separator: " ")] != nil
      {
        return false
      }
    }
    return words.contains { $0.utf8.count > 1 } && (isOrganisation || words.count <= 9)
  }

  static let connectors: WordSet = [
    "of", "the", "de", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "zu", "für", "et", "y", "e",
    "d", "da", "do", "dos",
  ]
  private static let documents: WordSet = ["order", "quote", "quotation", "offer", "amendment", "proposal"]
  private static let neverFirst: WordSet = [
    "this", "that", "such", "each", "any", "all", "whereas", "now", "if", "in", "and", "or", "by", "between", "among",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "section", "article", "exhibit", "schedule", "page", "collectively", "individually", "hereinafter",
    "its", "it", "he", "she", "you", "your", "we", "our", "his", "her", "their", "a", "an", "effective", "dated",
    "witnesseth", "recitals", "attention", "attn", "agreement", "confidential", "re", "dear", "ladies", "re:", "to",
    "name", "title", "date", "by:", "address", "board", "directors", "very", "truly", "sincerely", "yours", "signature",
    "the parties", "parties", "party", "both", "whose", "having", "with", "for",
  ]
  private static let neverInside: WordSet = [
    "whereas", "witnesseth", "hereinafter", "attn", "attention", "agree", "agreed", "follows",
  ]
  /// Words of running text that never stand in a name.
  private static let plain: WordSet = [
    "a", "an", "is", "are", "was", "has", "have", "whose", "having", "with", "which", "that", "shall", "will", "as",
    "to", "at", "by", "on", "from", "for", "of", "the", "and", "between", "among", "may", "under", "its", "or",
    "hereinafter", "organized",
    "organised", "existing", "located", "doing", "acting", "this", "these", "if", "not",
  ]
  static let generic: WordSet = [
    "company", "corporation", "employee", "employer", "executive", "parties", "party", "agreement", "customer",
    "client", "supplier", "vendor", "licensor", "licensee", "state", "inc", "llc", "the", "recipient", "discloser",
    "undersigned", "parent", "buyer", "seller", "consultant", "contractor", "distributor", "manufacturer", "limited",
    "franchisee", "franchisor", "association", "authority", "trust", "partnership", "each", "and", "of", "signature",
    "individual", "employees", "counterparty", "receiving", "disclosing", "affiliated", "companies", "obligor",
    "stockholder", "stockholders", "shareholder", "purchaser", "holder", "member", "members", "covenantor", "promisor",
    "director", "subsidiary", "subsidiaries", "affiliates", "participant", "i", "investor",
  ]
}
