// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Patterns

/// Gives each candidate what the text says of it elsewhere: in its sentence, its item, its section, by its name or by
/// its row's reference. Nearer wins; what is given stands with where it came from.
struct Linker {
  let context: DocumentContext
  let knowledge: DocumentKnowledge
  let finder: AttachmentFinder

  init(_ context: DocumentContext, _ knowledge: DocumentKnowledge) {
    self.context = context
    self.knowledge = knowledge
    finder = AttachmentFinder(context: context, knowledge: knowledge)
  }

  /// Attachments of each candidate, nearest first. `candidates` in text order.
  func attachments(for candidates: [Candidate]) -> [[Attachment]] {
    var given = [[Attachment]](repeating: [], count: candidates.count)
    linkItems(candidates, &given)
    linkRows(candidates, &given)
    linkSections(candidates, &given)
    return given.map { list in
      list.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
    }
  }

  // MARK: The item that a candidate stands in

  private func linkItems(_ candidates: [Candidate], _ given: inout [[Attachment]]) {
    var done: Set<Int> = []
    for candidate in candidates where candidate.place == nil {
      let block = context.stream.block(of: candidate.tokens.lowerBound)
      guard done.insert(block).inserted else { continue }
      let blocks = [block] + context.outline.descendants(of: block)
      let inItem = candidates.indices.filter { index in
        candidates[index].place == nil && blocks.contains(context.stream.block(of: candidates[index].tokens.lowerBound))
      }
      for covered in blocks { done.insert(covered) }
      linkItem(blocks, inItem, candidates, &given)
      linkLeadIn(of: block, inItem, &given)
    }
  }

  /// Sentences in order: one with candidates gives to them; a later one to those it names, else to the last.
  private func linkItem(_ blocks: [Int], _ inItem: [Int], _ candidates: [Candidate], _ given: inout [[Attachment]]) {
    var current: [Int] = []
    for block in blocks {
      let tokens = context.stream.tokens(ofBlock: block)
      var at = tokens.lowerBound
      while at < tokens.upperBound {
        let sentence = context.sentence(of: at).clamped(to: tokens)
        let here = inItem.filter { sentence.contains(candidates[$0].tokens.lowerBound) }
        if here.isEmpty {
          let named = inItem.filter { mentions(candidates[$0], in: sentence) }
          let receivers = named.isEmpty ? (current.isEmpty ? inItem : current) : named
          for attachment in finder.attachments(in: sentence, from: .item) where !isCarriedByOther(attachment) {
            for receiver in receivers { given[receiver].append(attachment) }
          }
        } else {
          share(finder.attachments(in: sentence, from: .sentence), among: here, candidates, &given)
          current = here
        }
        at = max(sentence.upperBound, at + 1)
      }
    }
  }

  private func isCarriedByOther(_ attachment: Attachment) -> Bool {
    if case .recurrence = attachment.content { return true }
    return false
  }

  /// Within one sentence: what stands before all candidates is everyone's; what stands after one is its own, and also
  /// that of those before it that have nothing of the sort themselves.
  private func share(
    _ attachments: [Attachment], among here: [Int], _ candidates: [Candidate], _ given: inout [[Attachment]]
  ) {
    guard here.count > 1 else {
      if let only = here.first { given[only] += attachments.filter { !isOwnWords($0, candidates[only]) } }
      return
    }
    let starts = here.map { candidates[$0].tokens.lowerBound }
    for attachment in attachments {
      let before = here.indices.last { starts[$0] <= attachment.tokens.lowerBound }
      guard let before else {
        for receiver in here { given[receiver].append(attachment) }
        continue
      }
      given[here[before]].append(attachment)
    }
    for position in here.indices.dropLast() {
      let own = given[here[position]].filter { $0.from == .sentence }
      for later in here.indices where later > position {
        for attachment in given[here[later]] where attachment.from == .sentence && starts[later] <= attachment.tokens.lowerBound {
          if !own.contains(where: { $0.isLike(attachment) }) { given[here[position]].append(attachment) }
        }
      }
    }
  }

  private func isOwnWords(_ attachment: Attachment, _ candidate: Candidate) -> Bool {
    if case .fee(let amount, _) = attachment.content, let money = candidate.money, money.tokens.overlaps(attachment.tokens) {
      _ = amount
      return true
    }
    return false
  }

  /// "During the first Contract Year Supplier provides:" speaks for its items.
  private func linkLeadIn(of block: Int, _ inItem: [Int], _ given: inout [[Attachment]]) {
    for ancestor in context.outline.ancestors(of: block).prefix(2) {
      if case .heading = context.source.blocks[ancestor].role, context.stream.tokens(ofBlock: ancestor).count > 25 { continue }
      for sentence in sentences(ofBlock: ancestor) {
        for attachment in finder.attachments(in: sentence, from: .section) {
          if case .cap = attachment.content { continue }
          if case .fee = attachment.content { continue }
          for receiver in inItem { given[receiver].append(attachment) }
        }
      }
    }
  }

  func sentences(ofBlock block: Int) -> [Range<Int>] {
    let tokens = context.stream.tokens(ofBlock: block)
    var found: [Range<Int>] = []
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      let sentence = context.sentence(of: at).clamped(to: tokens)
      found.append(sentence)
      at = max(sentence.upperBound, at + 1)
    }
    return found
  }

  // MARK: Rows

  private func linkRows(_ candidates: [Candidate], _ given: inout [[Attachment]]) {
    let references = RowReferences(context, knowledge)
    for (index, candidate) in candidates.enumerated() {
      guard let place = candidate.place else { continue }
      let row = knowledge.tables[place.table].rows[place.row]
      for cell in row.cells where !cell.isEmpty {
        given[index] += finder.attachments(in: cell, from: .sentence).filter {
          if case .fee = $0.content { return false }
          return true
        }
      }
      for sentence in references.sentences(for: place) {
        given[index] += finder.attachments(in: sentence, from: .row)
      }
      // What stands over the table: "All of it is covered by the fees in Schedule A."
      for ancestor in context.outline.ancestors(of: row.block).prefix(1) {
        for block in leadBlocks(before: row.block, under: ancestor) {
          for sentence in sentences(ofBlock: block) {
            given[index] += finder.attachments(in: sentence, from: .section).filter(\.speaksForAll)
          }
        }
      }
    }
  }

  /// Paragraphs between a heading and the table under it.
  private func leadBlocks(before block: Int, under ancestor: Int) -> [Int] {
    var found: [Int] = []
    var at = block - 1
    while at > ancestor, found.count < 4 {
      if case .tableRow = context.source.blocks[at].role { at -= 1; continue }
      found.append(at)
      at -= 1
    }
    return found
  }

  // MARK: Sections and the whole document

  private func linkSections(_ candidates: [Candidate], _ given: inout [[Attachment]]) {
    var byKind: [Kind: [Int]] = [:]
    for index in candidates.indices { byKind[candidates[index].kind, default: []].append(index) }
    var homes: [Range<Int>] = []
    for candidate in candidates {
      let block = context.stream.block(of: candidate.tokens.lowerBound)
      homes.append(context.stream.tokens(ofBlock: block))
    }
    var seen: Set<Int> = []
    for name in context.names {
      guard let kind = name.kind, let indices = byKind[kind] else { continue }
      let sentence = context.sentence(of: name.tokens.lowerBound)
      guard seen.insert(sentence.lowerBound &* 31 &+ kind.hashValue).inserted else { continue }
      // A sentence with a candidate of its own speaks of that one.
      if candidates.contains(where: { $0.tokens.overlaps(sentence) && $0.kind == kind }) { continue }
      let block = context.stream.block(of: sentence.lowerBound)
      let attachments = finder.attachments(in: sentence, from: .document).filter(\.canComeFromAfar)
      guard !attachments.isEmpty else { continue }
      for index in indices where homes[index].lowerBound != context.stream.tokens(ofBlock: block).lowerBound {
        let near = isNear(block, candidates[index])
        if !near, name.isWeak { continue }
        if !near, indices.count > 1, !namesExactly(name, candidates[index]) { continue }
        given[index] += attachments.map { attachment in
          var moved = attachment
          moved.from = near ? .section : .document
          return moved
        }
      }
    }
  }

  private func isNear(_ block: Int, _ candidate: Candidate) -> Bool {
    let own = context.stream.block(of: candidate.tokens.lowerBound)
    let parents = context.outline.parents
    return parents[block] == parents[own] && abs(block - own) <= 8 || parents[block] == own || parents[own] == block
  }

  private func namesExactly(_ name: NameSpan, _ candidate: Candidate) -> Bool {
    context.text(name.tokens).lowercased().dropLastS == context.text(candidate.name.tokens).lowercased().dropLastS
  }

  /// Whether a sentence speaks of a candidate: by its kind's names, or by the noun of its unit.
  private func mentions(_ candidate: Candidate, in sentence: Range<Int>) -> Bool {
    if context.names(in: sentence).contains(where: { $0.kind == candidate.kind }) { return true }
    guard let unit = candidate.quantity?.unit ?? candidate.name.unit ?? context.patterns.unit(of: candidate.kind) else {
      return false
    }
    return sentence.contains { token in
      let word = context.folded(token)
      return word == unit || word == unit + "s" || word == unit + "es"
    }
  }
}

extension String {
  fileprivate var dropLastS: String { hasSuffix("s") ? String(dropLast()) : self }
}

extension Attachment {
  /// The same field, so that one stands in for the other.
  func isLike(_ other: Attachment) -> Bool {
    switch (content, other.content) {
    case (.time, .time), (.unused, .unused), (.free, .free), (.fee, .fee), (.fee, .free), (.free, .fee),
      (.feeShare, .feeShare), (.recurrence, .recurrence), (.purpose, .purpose), (.transferable, .transferable),
      (.swappable, .swappable), (.cap, .cap), (.condition, .condition), (.time, .recurrence), (.recurrence, .time):
      true
    default: false
    }
  }

  /// Statements that hold for every row of a table when they stand over it.
  var speaksForAll: Bool {
    switch content {
    case .free, .time, .unused, .transferable, .swappable, .condition: true
    default: false
    }
  }

  /// What may be said of a grant in another section under its name.
  var canComeFromAfar: Bool {
    switch content {
    case .unused, .transferable, .swappable, .time: true
    default: false
    }
  }
}
