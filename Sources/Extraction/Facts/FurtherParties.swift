// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Finds who supplies and who buys where no label, preamble or definition says it: by what a sentence lets the one do
/// for the other, by a row that the vendor heads with its own short name, by the address of a letter.
struct FurtherParties {
  let context: DocumentContext
  let title: DocumentTitle
  let names: NameReader

  init(context: DocumentContext, title: DocumentTitle) {
    self.context = context
    self.title = title
    names = NameReader(context: context)
  }

  /// Fills what is still open.
  func complete(_ result: inout PartyReader.Result, signatures: [SignatureLine]) {
    if result.vendor == nil { result.vendor = headed() }
    if result.vendor == nil || result.customer == nil { byStatement(&result) }
    speaking(&result)
    if result.vendor == nil || result.customer == nil { byOpeners(&result) }
    if result.vendor == nil || result.customer == nil { byVerb(&result) }
    if result.customer == nil { result.customer = agreeing(signatures, vendor: result.vendor?.name) }
  }

  func mention(_ name: NameReader.Name) -> PartyMention {
    PartyMention(name: context.name(name.tokens), tokens: name.tokens, isOrganisation: name.isOrganisation)
  }

  // MARK: Own name as a label

  /// `Nettle | Nettle Systems Ltd, Hull`: the vendor's short name beside its full one.
  private func headed() -> PartyMention? {
    let lines = title.lines.prefix(40)
    for (label, value) in zip(lines, lines.dropFirst())
    where label.line == value.line && label.tokens.count <= 2 && context.isCapitalised(label.tokens.lowerBound) {
      guard let name = names.name(at: value.tokens.lowerBound, limit: value.tokens.upperBound), name.isOrganisation,
        context.words(name.tokens.prefixRange(label.tokens.count)) == context.words(label.tokens),
        name.tokens.count > label.tokens.count
      else { continue }
      return mention(name)
    }
    return nil
  }

  // MARK: Verbs

  private static let supplying: WordSet = [
    "lets", "supplies", "supply", "sells", "sell", "provides", "licenses", "licences", "leases", "rents", "furnishes",
    "delivers", "confirms", "supplying", "provide", "deliver", "license", "licence", "host",
  ]
  private static let buying: WordSet = ["buys", "orders", "purchases", "subscribes", "buy", "order", "rents"]

  private static let article: WordSet = ["the"]

  /// "The Foundation" where a sentence or its second half begins: who acts may have no legal form there.
  private func opensSubject(_ token: Int) -> Bool {
    guard token > 0, context.isOne(token - 1, of: Self.article) else { return false }
    return token == 1 || context.folded(token - 2) == "and"
      || context.stream.tokens[token - 1].flags.contains(.sentenceStart)
  }

  /// "By this contract A (Hull) lets B use …", "A, 4 Quay Row, sells. B buys."
  private func byVerb(_ result: inout PartyReader.Result) {
    let limit = min(context.stream.count, 700)
    let forms = names.forms(in: 0..<limit)
    var at = 0
    while at < limit {
      let needsForm = !opensSubject(at)
      guard context.isWord(at), at == 0 || context.hasSpaceBefore(at), !needsForm || names.mayHaveForm(at: at, forms),
        let name = names.name(at: at, limit: limit, needsForm: needsForm),
        name.isOrganisation
          || name.tokens.count > 1 && name.tokens.upperBound < limit
            && context.isOne(name.tokens.upperBound, of: Self.buying)
      else {
        at += 1
        continue
      }
      if let verb = verb(behind: name.tokens.upperBound, limit) {
        if context.isOne(verb, of: Self.supplying) {
          result.vendor = result.vendor ?? mention(name)
          if result.customer == nil, let object = object(behind: verb, limit) {
            result.customer = mention(object)
          }
        } else if result.customer == nil {
          result.customer = mention(name)
        }
      }
      at = name.tokens.upperBound
    }
  }

  /// "The supplier is Quill Works plc, of Hull. The customer is the Port of Ebb."
  private func byStatement(_ result: inout PartyReader.Result) {
    let limit = min(context.stream.count, 700)
    var at = 0
    while at + 2 < limit, let verb = context.firstIndex(of: "is", in: at..<limit) {
      at = verb + 1
      guard verb > 1, context.isOne(verb - 2, of: "the|our"),
        let role = PartyMention.role(ofAlias: context.folded(verb - 1))
      else { continue }
      let start = context.folded(verb + 1) == "the" ? verb + 2 : verb + 1
      guard start < limit, let name = names.name(at: start, limit: limit),
        name.isOrganisation || name.tokens.count >= 2
      else { continue }
      switch role {
      case .vendor: result.vendor = result.vendor ?? mention(name)
      case .customer: result.customer = result.customer ?? mention(name)
      }
    }
  }

  /// "We, the Quill Orchestra, order from …"
  private func speaking(_ result: inout PartyReader.Result) {
    let limit = min(context.stream.count, 500)
    guard result.customer == nil, let we = context.firstIndex(of: "we", in: 0..<limit), we + 4 < limit,
      context.folded(we + 1) == ","
    else { return }
    let start = context.folded(we + 2) == "the" ? we + 3 : we + 2
    guard let name = names.name(at: start, limit: limit), name.isOrganisation || name.tokens.count >= 2,
      let verb = (name.tokens.upperBound..<min(limit, name.tokens.upperBound + 16)).first(where: {
        context.isOne($0, of: Self.buying) && !context.isCapitalised($0)
      }), verb > name.tokens.upperBound
    else { return }
    result.customer = mention(name)
  }

  /// The verb of which a name is the subject: behind what stands in brackets, an address, `will`, `hereby`; before
  /// another name or the sentence's end.
  private func verb(behind token: Int, _ limit: Int) -> Int? {
    var at = token
    var depth = 0
    let end = min(limit, token + 26)
    while at < end {
      let word = context.folded(at)
      if context.stream.tokens[at].flags.contains(.blockStart) { return nil }
      if word == "(" { depth += 1 }
      if word == ")" { depth = max(0, depth - 1) }
      if depth == 0 {
        if Self.supplying.contains(word) || Self.buying.contains(word), !context.isCapitalised(at) { return at }
        if ["and", "between", "with", "by", "for", "to", "that", "which"].contains(word) { return nil }
        if word == ".", at + 1 < end, context.stream.tokens[at + 1].flags.contains(.sentenceStart) { return nil }
        if context.isWord(at), !context.isCapitalised(at), !Self.auxiliaries.contains(word), at == token { return nil }
      }
      at += 1
    }
    return nil
  }

  private static let auxiliaries: WordSet = ["will", "shall", "hereby", "agrees", "also"]

  /// `lets B use`, `will supply the B with`.
  private func object(behind verb: Int, _ limit: Int) -> NameReader.Name? {
    var at = verb + 1
    while at < limit, at < verb + 5, context.isOne(at, of: "to|the|order|of|your") { at += 1 }
    guard at < limit, let name = names.name(at: at, limit: limit), name.isOrganisation || name.tokens.count >= 2 else {
      return receiver(behind: verb, limit)
    }
    if !name.isOrganisation, let receiver = receiver(behind: verb, limit) { return receiver }
    return context.isOne(verb, of: "provide|deliver|license|licence|host") && !name.isOrganisation ? nil : name
  }

  /// "will provide Rota Cloud to B for two years"
  private func receiver(behind verb: Int, _ limit: Int) -> NameReader.Name? {
    for to in (verb + 1)..<max(verb + 1, min(limit, verb + 14)) {
      if context.isSign(to, 0x2E), to + 1 < limit, context.stream.tokens[to + 1].flags.contains(.sentenceStart) {
        return nil
      }
      guard context.isOne(to, of: "to|for"), to + 1 < limit else { continue }
      let start = context.folded(to + 1) == "the" ? to + 2 : to + 1
      if start < limit, let name = names.organisation(at: start, limit: limit) { return name }
    }
    return nil
  }

  // MARK: Letters

  /// `In agreement: B`, `Agreed for B`: who signs a letter that the other wrote.
  private func agreeing(_ signatures: [SignatureLine], vendor: String?) -> PartyMention? {
    for line in signatures.prefix(8) {
      guard let heading = line.heading, heading.count <= 16, let first = heading.first,
        context.isOne(first, of: "in|agreed|accepted|agreement|for|signed")
      else { continue }
      var at = heading.lowerBound
      while at < heading.upperBound, context.isOne(at, of: Self.introducing) { at += 1 }
      guard at > heading.lowerBound, at < heading.upperBound,
        let name = names.name(at: at, limit: heading.upperBound), name.tokens.count >= 2
      else { continue }
      if let vendor, PartyNames.folded(vendor) == PartyNames.folded(context.name(name.tokens)) { continue }
      // "For the Supplier": whoever is not the one that sells, by its own name.
      if context.isOne(first, of: "for|signed"), vendor == nil || !name.isOrganisation { continue }
      return mention(name)
    }
    return nil
  }

  private static let introducing: WordSet = [
    "in", "agreement", "agreed", "accepted", "signed", "and", ":", "for", "by", "on", "behalf", "of", "the", "customer",
    "client",
    "with", "acceptance",
  ]

  private static let salutations: WordSet = [
    "herr", "frau", "mr", "mrs", "ms", "dr", "attn", "attention", "madame", "monsieur", "prof",
  ]

  /// The first line of the address in a letter: a name over the line of a person, or a company that is not the sender.
  func addressee(except sender: String?) -> PartyMention? {
    guard let dear = context.firstIndex(of: "dear", in: 0..<min(context.stream.count, 420)) else {
      return attended(except: sender)
    }
    let lines = title.lines.filter { $0.tokens.upperBound <= dear }.prefix(30)
    for (line, next) in zip(lines, lines.dropFirst()) {
      let opener = context.words(next.tokens.prefixRange(4))
      guard opener.first.map(Self.salutations.contains) ?? false || opener.contains(run: "for the attention"),
        line.tokens.count >= 2, let name = names.name(at: line.tokens.lowerBound, limit: line.tokens.upperBound),
        name.tokens.upperBound == line.tokens.upperBound, name.tokens.count >= 2
      else { continue }
      return mention(name)
    }
    for line in lines {
      guard let name = names.organisation(in: line.tokens), context.name(name.tokens) != sender else { continue }
      return mention(name)
    }
    return nil
  }

  /// `Quill & Co Cooperative` over `Attn. Ada Quill`: the first such address.
  private func attended(except sender: String?) -> PartyMention? {
    let lines = title.lines.prefix(24)
    for (line, next) in zip(lines, lines.dropFirst())
    where context.isOne(next.tokens.lowerBound, of: "attn|attention|att") && line.tokens.count <= 14 {
      guard let name = names.name(at: line.tokens.lowerBound, limit: line.tokens.upperBound),
        name.tokens.upperBound == line.tokens.upperBound, name.tokens.count >= 2, context.name(name.tokens) != sender
      else { continue }
      return mention(name)
    }
    return nil
  }
}
