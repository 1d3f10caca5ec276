// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Lexis
import Patterns

/// Decides who contracts, who supplies and who buys: from the preamble, labels, letterhead and signature blocks.
struct PartyReader {
  let context: DocumentContext
  let places: FactPlaces
  private let names: NameReader

  init(_ context: DocumentContext, _ places: FactPlaces) {
    self.context = context
    self.places = places
    names = NameReader(context: context)
  }

  struct Result {
    var vendor: PartyMention?
    var customer: PartyMention?
    /// All of them, in the order of the text.
    var parties: [PartyMention] = []
  }

  func read(
    _ labels: [Label], preamble: PreambleReader.Preamble?, title: DocumentTitle, type: DocumentType?,
    signatures: [SignatureLine]
  ) -> Result {
    var result = Result()
    let introduced = preamble?.parties ?? []
    result.vendor = labelled(.vendor, labels)
    result.customer = labelled(.customer, labels) ?? titled(title)
    // `Company` is whichever side the other label leaves open.
    if result.customer == nil, result.vendor != nil { result.customer = labelled(.company, labels) }
    if result.vendor == nil, result.customer != nil { result.vendor = labelled(.company, labels) }
    byIssuer(labels, title, &result)
    let isVendorLabelled = result.vendor != nil
    let others = FurtherParties(context: context, title: title)
    if type != .agreement || introduced.count < 2 { others.complete(&result, signatures: signatures) }
    let isOrder = type == .order_form || type == .quote || type == .amendment
    var known = introduced
    if isOrder || introduced.count < 2 {
      let isShort = context.stream.count < 1500 && introduced.count < 2
      known += opening(isOrder: isOrder || isShort).filter { mention in
        !introduced.contains { same($0.name, mention.name) }
      }
    }
    assignByAlias(known, &result)
    // `Parties: A (customer); B (supplier)`, `Between: A (we) and B (you)`: the words in brackets are no names.
    if result.vendor == nil, result.customer == nil, context.stream.count < 1500 {
      assignByAlias(opening(isOrder: true).filter { $0.role != nil }, &result)
    }
    if isOrder {
      result.customer = result.customer ?? labelled(.billTo, labels)
      complete(&result, known: known, title: title, signatures: signatures)
      if result.customer == nil { result.customer = others.addressee(except: result.vendor?.name) }
      if result.customer == nil, isVendorLabelled { result.customer = others.onlyOther(besides: result.vendor) }
      if result.vendor == nil { result.vendor = others.onlyOther(besides: result.customer) }
    } else if result.vendor == nil, result.customer == nil, introduced.count == 2,
      let pair = PartyDeeds(context: context).roles(introduced, atLeast: 2)
    {
      (result.vendor, result.customer) = (pair.vendor, pair.customer)
    } else if introduced.count == 2 {
      completePair(introduced, &result)
    }
    if result.vendor == nil, result.customer != nil, context.stream.count < 1500 {
      result.vendor = others.onlyOther(besides: result.customer)
    }
    result.parties = parties(introduced, known, result, isOrder: isOrder, signatures: signatures)
    return result
  }

  // MARK: Sources

  private func labelled(_ kind: LabelKind, _ labels: [Label]) -> PartyMention? {
    for label in labels where label.kind == kind {
      guard let name = names.name(at: label.value.lowerBound, limit: label.value.upperBound) else { continue }
      var mention = PartyMention(
        name: context.name(name.tokens), tokens: name.tokens, isOrganisation: name.isOrganisation)
      if let bracket = DefinitionReader(context: context).bracket(
        at: name.tokens.upperBound, limit: label.value.upperBound)
      {
        mention.aliases = bracket.terms
      }
      return mention
    }
    return nil
  }

  /// `From` and `To`: who orders writes to the seller, who confirms or offers to the buyer.
  private func byIssuer(_ labels: [Label], _ title: DocumentTitle, _ result: inout Result) {
    guard result.vendor == nil || result.customer == nil, let issuer = labelled(.issuer, labels) else { return }
    let to = labels.filter { $0.kind == .billTo && context.isOne($0.name.lowerBound, of: "to") }
    let addressee = labelled(.billTo, to)
    if FurtherParties(context: context, title: title).isOrderedByWriter {
      result.customer = result.customer ?? issuer
      result.vendor = result.vendor ?? addressee
    } else if addressee != nil || result.customer != nil {
      result.vendor = result.vendor ?? issuer
    }
  }

  /// "ORDER FORM for Bellwether Freight Lines, Inc."
  private func titled(_ title: DocumentTitle) -> PartyMention? {
    for segment in title.lines.prefix(30) {
      let colon = colon(in: segment.tokens)
      if let named = bracketed(segment) ?? behindDash(segment) { return named }
      guard let at = context.firstIndex(of: "for", in: segment.tokens) ?? colon,
        segment.tokens.contains(where: { context.isOne($0, of: Self.orders) })
      else { continue }
      // The name may go on in the next line of the same cell.
      let limit = min(context.stream.count, at + 16)
      let isWhole = at == colon && isPublicBody(at + 1, segment.tokens)
      if let name = names.name(at: at + 1, limit: limit, needsForm: !isWhole), name.isOrganisation || isWhole {
        return PartyMention(name: context.name(name.tokens), tokens: name.tokens)
      }
    }
    return nil
  }

  /// `ORDER SCHEDULE (University of Ebb)`: a name that fills the bracket behind the document's.
  private func bracketed(_ segment: TextSegment) -> PartyMention? {
    guard segment.line < 4, segment.tokens.count <= 16, context.isSign(segment.tokens.upperBound - 1, 0x29),
      let open = segment.tokens.dropFirst().first(where: { context.isSign($0, 0x28) }),
      open + 2 < segment.tokens.upperBound,
      (segment.tokens.lowerBound..<open).contains(where: { context.isOne($0, of: Self.papers) }),
      let name = names.name(at: open + 1, limit: segment.tokens.upperBound - 1), name.isOrganisation,
      name.tokens.upperBound == segment.tokens.upperBound - 1
    else { return nil }
    return PartyMention(name: context.name(name.tokens), tokens: name.tokens)
  }

  /// `Licence order – Quill & Co Solicitors`: a company that ends the title's line.
  private func behindDash(_ segment: TextSegment) -> PartyMention? {
    guard segment.line < 3, segment.tokens.count <= 18,
      let dash = segment.tokens.last(where: { context.isOne($0, of: "-|–|—") }), dash + 1 < segment.tokens.upperBound,
      context.hasSpaceBefore(dash),
      (segment.tokens.lowerBound..<dash).contains(where: { context.isOne($0, of: Self.orders) }),
      let name = names.organisation(at: dash + 1, limit: segment.tokens.upperBound),
      name.tokens.upperBound == segment.tokens.upperBound
    else { return nil }
    return PartyMention(name: context.name(name.tokens), tokens: name.tokens)
  }

  private static let papers: WordSet = ["order", "quote", "quotation", "schedule", "services", "form", "particulars"]

  /// "Order Form K-118: Harbour County School District": the colon behind the number.
  private func colon(in title: Range<Int>) -> Int? {
    title.prefixRange(12).last { context.folded($0) == ":" && $0 > title.lowerBound + 2 }
  }

  private static let bodies: WordSet = [
    "district", "county", "city", "university", "college", "council", "authority", "hospital", "cooperative", "school",
    "trust", "agency", "department", "ministry", "library", "museum",
  ]

  private func isPublicBody(_ start: Int, _ title: Range<Int>) -> Bool {
    start + 1 < title.upperBound && (start..<title.upperBound).allSatisfy { context.isCapitalised($0) }
      && (start..<title.upperBound).contains { context.isOne($0, of: Self.bodies) }
  }

  private static let orders: WordSet = ["order", "quote", "quotation"]

  /// Names with a defined term behind them in the opening lines: `Acme AG, Winterthur ("Customer")`. Orders also name
  /// parties without a legal form there.
  private func opening(isOrder: Bool) -> [PartyMention] {
    let definitions = DefinitionReader(context: context)
    var found: [PartyMention] = []
    let limit = min(context.stream.count, 600)
    let forms = names.forms(in: 0..<limit)
    var at = 0
    while at < limit {
      let needsForm = !(isOrder && opensParty(at))
      guard context.isWord(at), at == 0 || context.hasSpaceBefore(at), !needsForm || names.mayHaveForm(at: at, forms),
        let name = names.name(at: at, limit: limit, needsForm: needsForm),
        name.isOrganisation || name.tokens.count > 1
      else {
        at += 1
        continue
      }
      let block = context.block(of: at)
      let end = min(block.upperBound, name.tokens.upperBound + 40)
      var next = name.tokens.upperBound
      while next < end {
        if context.folded(next) == "(", let bracket = definitions.bracket(at: next, limit: block.upperBound) {
          let isQuoted =
            bracket.tokens.contains { context.stream.tokens[$0].flags.contains(.quoteBefore) }
            || isOrder && bracket.terms.contains { PartyMention.role(ofAlias: $0) != nil }
          if isQuoted, let term = bracket.terms.first,
            !["agreement", "order", "order form", "amendment"].contains(term)
          {
            var mention = PartyMention(name: context.name(name.tokens), tokens: name.tokens, aliases: bracket.terms)
            mention.role = bracket.terms.lazy.compactMap(PartyMention.role(ofAlias:)).first
            if !found.contains(where: { same($0.name, mention.name) }) { found.append(mention) }
            break
          }
          next = bracket.tokens.upperBound
          continue
        }
        if names.organisation(at: next, limit: end) != nil, context.folded(next - 1) != "," { break }
        next += 1
      }
      if isOrder, name.isOrganisation, next >= min(end, block.upperBound),
        let mention = calledBelow(name, block.upperBound, limit),
        !found.contains(where: { same($0.name, mention.name) })
      {
        found.append(mention)
      }
      at = name.tokens.upperBound
    }
    return found
  }

  /// `Quill Works plc` over its address over `(the “Supplier”)`: the bracket has a line of its own.
  private func calledBelow(_ name: NameReader.Name, _ token: Int, _ limit: Int) -> PartyMention? {
    var at = token
    for _ in 0..<4 where at < limit {
      let block = context.block(of: at)
      guard block.count <= 20 else { return nil }
      if context.folded(at) == "(",
        let bracket = DefinitionReader(context: context).bracket(at: at, limit: block.upperBound),
        bracket.tokens.upperBound >= block.upperBound - 1,
        let role = bracket.terms.lazy.compactMap(
          PartyMention.role(ofAlias:)
        ).first
      {
        var mention = PartyMention(name: context.name(name.tokens), tokens: name.tokens, aliases: bracket.terms)
        mention.role = role
        return mention
      }
      if names.organisation(at: at, limit: block.upperBound) != nil { return nil }
      at = max(block.upperBound, at + 1)
    }
    return nil
  }

  /// A line's first word, or one behind `and`: a party may be named there that has no legal form.
  private func opensParty(_ token: Int) -> Bool {
    let flags = context.stream.tokens[token].flags
    return !flags.isDisjoint(with: [.blockStart, .lineStart]) || token > 0 && context.folded(token - 1) == "and"
  }

  // MARK: Roles

  private func assignByAlias(_ known: [PartyMention], _ result: inout Result) {
    for mention in known {
      switch mention.role {
      case .customer?: result.customer = result.customer ?? mention
      case .vendor?: result.vendor = result.vendor ?? mention
      case nil: continue
      }
    }
    // The labelled name may have its defined term elsewhere.
    for mention in known {
      if let customer = result.customer, same(customer.name, mention.name) {
        result.customer?.aliases += mention.aliases
      }
      if let vendor = result.vendor, same(vendor.name, mention.name) { result.vendor?.aliases += mention.aliases }
    }
  }

  /// Of two parties of which one goes by a supplier's or a customer's word ("Provider") the other is its counterpart,
  /// whatever it goes by ("Principal").
  private func completePair(_ pair: [PartyMention], _ result: inout Result) {
    if let vendor = result.vendor, vendor.role == .vendor, result.customer == nil {
      result.customer = pair.first { !same($0.name, vendor.name) && $0.role == nil && $0.isOrganisation }
    } else if let customer = result.customer, customer.role == .customer, result.vendor == nil {
      result.vendor = pair.first { !same($0.name, customer.name) && $0.role == nil && $0.isOrganisation }
    }
  }

  /// Of two parties of an order the one that is not the customer supplies, and the other way round.
  private func complete(
    _ result: inout Result, known: [PartyMention], title: DocumentTitle, signatures: [SignatureLine]
  ) {
    var candidates = known
    for line in signatures {
      guard let heading = line.heading, let name = names.organisation(in: heading) else { continue }
      let mention = PartyMention(name: context.name(name.tokens), tokens: name.tokens)
      if !candidates.contains(where: { same($0.name, mention.name) }) { candidates.append(mention) }
    }
    if result.vendor == nil, result.customer == nil, let pair = PartyDeeds(context: context).roles(candidates) {
      result.vendor = pair.vendor
      result.customer = pair.customer
    }
    if result.vendor == nil {
      result.vendor =
        letterhead(title, except: result.customer?.name)
        ?? candidates.first { mention in !(result.customer.map { same($0.name, mention.name) } ?? false) }
    }
    if result.customer == nil {
      result.customer = candidates.first { mention in !(result.vendor.map { same($0.name, mention.name) } ?? false) }
    }
  }

  /// The first company of the first lines.
  private func letterhead(_ title: DocumentTitle, except customer: String?) -> PartyMention? {
    for segment in title.lines.prefix(14) {
      guard let name = names.organisation(in: segment.tokens) else { continue }
      let mention = PartyMention(name: context.name(name.tokens), tokens: name.tokens)
      if customer.map({ same(mention.name, $0) }) != true { return mention }
    }
    return nil
  }

  // MARK: All of them

  private func parties(
    _ introduced: [PartyMention], _ known: [PartyMention], _ result: Result, isOrder: Bool, signatures: [SignatureLine]
  ) -> [PartyMention] {
    if introduced.count >= 2 { return unique(introduced) }
    if isOrder { return unique([result.vendor, result.customer].compactMap { $0 }) }
    return unique(introduced + signed(signatures, known))
  }

  /// Whoever signs, with the name as the text first writes it.
  private func signed(_ signatures: [SignatureLine], _ known: [PartyMention]) -> [PartyMention] {
    var found: [PartyMention] = known
    for line in signatures.prefix(24) where line.isSigned {
      let name: NameReader.Name?
      if let heading = line.heading, let organisation = names.organisation(in: heading) {
        name = organisation
      } else if !line.isForOther || found.count == 1, let own = line.name {
        name = names.name(at: own.lowerBound, limit: own.upperBound)
      } else {
        name = nil
      }
      guard let name else { continue }
      let tokens = firstWritten(name.tokens)
      found.append(PartyMention(name: context.name(tokens), tokens: tokens, isOrganisation: name.isOrganisation))
    }
    return found
  }

  /// The first place in the opening where the same words stand.
  private func firstWritten(_ range: Range<Int>) -> Range<Int> {
    let words = context.words(range).filter { $0 != "," && $0 != "." }
    guard let first = words.first else { return range }
    let limit = min(range.lowerBound, 1600)
    var at = 0
    while at < limit {
      if context.stream.tokens[at].word == context.word(range.lowerBound), context.isCapitalised(at),
        context.folded(at) == first, let name = names.name(at: at, limit: limit)
      {
        if context.words(name.tokens).filter({ $0 != "," && $0 != "." }) == words { return name.tokens }
      }
      at += 1
    }
    return range
  }

  private func unique(_ mentions: [PartyMention]) -> [PartyMention] {
    var found: [PartyMention] = []
    var stems: [[UInt8]] = []
    for mention in mentions {
      let stem = PartyNames.stem(mention.name)
      guard let at = found.indices.first(where: { isSame(found[$0], stems[$0], mention, stem) }) else {
        found.append(mention)
        stems.append(stem)
        continue
      }
      // Of `NIKE` and `NIKE, Inc.` the full name stands.
      if !found[at].isOrganisation, mention.isOrganisation { found[at].name = mention.name }
    }
    return found
  }

  /// The same stem, or one's whole name with which the other's, a company's, begins.
  private func isSame(_ a: PartyMention, _ x: [UInt8], _ b: PartyMention, _ y: [UInt8]) -> Bool {
    if x == y { return true }
    return !a.isOrganisation && b.isOrganisation && x.count > 3 && y.starts(with: x)
  }

  private func same(_ a: String, _ b: String) -> Bool { PartyNames.folded(a) == PartyNames.folded(b) }
}
