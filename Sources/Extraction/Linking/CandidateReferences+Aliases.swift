// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// The names that sentences give to what they grant.
extension CandidateReferences {
  /// A name that a sentence gives in brackets and quotation marks, and where its bracket ends: (the "Fund").
  private typealias Alias = (words: [String], end: Int)

  private static func aliases(in sentence: Range<Int>, _ context: DocumentContext) -> [Alias] {
    var found: [Alias] = []
    // `"Academy Grant" means forty training credits, which …`
    if let first = sentence.prefix(3).first(where: { context.stream.tokens[$0].flags.contains(.quoteBefore) }),
      let last = (first..<min(first + 5, sentence.upperBound)).first(where: {
        context.stream.tokens[$0].flags.contains(.quoteAfter)
      }), last + 1 < sentence.upperBound, context.isOne(last + 1, of: "means|is|are|:")
    {
      found.append(((first...last).map { context.folded($0) }, sentence.upperBound))
    }
    for at in sentence where context.folded(at) == "(" {
      var end = at + 1
      while end < sentence.upperBound, end - at < 8, context.folded(end) != ")" { end += 1 }
      let inside = (at + 1)..<end
      guard let start = inside.first(where: { context.stream.tokens[$0].flags.contains(.quoteBefore) }) else {
        continue
      }
      var words: [String] = []
      for token in start..<end {
        words.append(context.folded(token))
        if context.stream.tokens[token].flags.contains(.quoteAfter) { break }
      }
      let isParty = words.count == 1 && ["customer", "supplier", "vendor"].contains(words[0])
      if !isParty { found.append((words, end)) }
    }
    return found
  }

  /// What each candidate's sentence calls it, behind its own words; a sentence is read once for all that stand in it.
  static func aliases(_ candidates: [Candidate], _ context: DocumentContext) -> [[[String]]] {
    var bySentence: [Range<Int>: [Alias]] = [:]
    return candidates.map { candidate in
      guard candidate.place == nil else { return candidate.calledAs.isEmpty ? [] : [candidate.calledAs] }
      if !candidate.calledAs.isEmpty { return [candidate.calledAs] }
      let all = bySentence[candidate.sentence] ?? aliases(in: candidate.sentence, context)
      bySentence[candidate.sentence] = all
      let own = all.filter { $0.end > candidate.tokens.lowerBound }
      guard all.count > 1, own.count > 1 else { return own.map(\.words) }
      // "thirty credits ("Scheme A") and six sessions ("Scheme B")": each name is that of the grant before it.
      let next = candidates.lazy.map(\.tokens.lowerBound).filter {
        $0 > candidate.tokens.lowerBound && candidate.sentence.contains($0)
      }.min()
      return own.filter { alias in next.map { alias.end <= $0 } ?? true }.map(\.words)
    }
  }

  /// What a grant is counted in or called by its last word.
  static func nouns(_ candidate: Candidate, _ context: DocumentContext) -> Set<String> {
    var found: Set<String> = []
    if let last = candidate.name.tokens.last { found.insert(context.folded(last).droppingPlural) }
    if let unit = candidate.quantity?.unit { found.insert(unit) }
    if let unit = candidate.name.unit { found.insert(unit) }
    if found.contains("seat") { found.formUnion(["place", "spot"]) }
    if found.contains("exam") { found.formUnion(["attempt", "sitting"]) }
    if ["storage", "api_capacity"].contains(candidate.kind) { found.formUnion(["capacity", "volume", "quota"]) }
    found.subtract(unnamed)
    return found.subtracting(["plan", "support", "month", "user", "day", "work", "training", "consulting"])
      .union(candidate.quantity?.unit == "day" ? ["day"] : [])
  }

  /// What names end in that no other sentence would take up: "towards the invoices of", "files of up to".
  private static let unnamed: Set<String> = [
    "of", "to", "from", "for", "in", "on", "with", "at", "during", "by", "up", "most", "much", "than", "occupy", "fill",
    "invoice", "bill", "charge", "fee", "within",
  ]
}
