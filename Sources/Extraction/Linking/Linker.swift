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
    guard !candidates.isEmpty else { return [] }
    var given = [[Attachment]](repeating: [], count: candidates.count)
    let endNotes = EndNotes(context)
    let rows = candidates.contains { $0.place != nil } ? RowReferences(context, knowledge, endNotes) : nil
    if let rows {
      RowLinks(context: context, knowledge: knowledge, finder: finder).link(candidates, rows, &given)
    }
    let walk = TopicWalk(
      context: context, knowledge: knowledge, finder: finder, candidates: candidates,
      notes: (rows?.noteBlocks ?? []).union(endNotes.noteBlocks))
    walk.walk(&given)
    BorrowedTimes(context: context, candidates: candidates, references: walk.references).link(&given)
    TextNotes(context: context, finder: finder, candidates: candidates, endNotes: endNotes).link(&given)
    let terms = GeneralTerms(context: context, finder: finder, candidates: candidates)
    terms.link(&given)
    CollectiveTerms(terms, endNotes).link(&given)
    NounTerms(context: context, finder: finder, candidates: candidates).link(&given)
    Timetables(context: context, knowledge: knowledge, candidates: candidates).link(&given)
    HandOvers(context: context, candidates: candidates).refuse(in: &given)
    LeftoverTimes(context: context, knowledge: knowledge, candidates: candidates).link(&given)
    RampFates(context: context, candidates: candidates).settle(&given)
    return given.map { list in
      list.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
    }
  }
}

extension DocumentContext {
  /// The sentences of a block, in order.
  func sentences(ofBlock block: Int) -> [Range<Int>] {
    let tokens = stream.tokens(ofBlock: block)
    var found: [Range<Int>] = []
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      let sentence = sentence(of: at).clamped(to: tokens)
      found.append(sentence)
      at = max(sentence.upperBound, at + 1)
    }
    return found
  }
}

extension DocumentContext {
  /// Where a block's words begin, behind the number or letter that it bears.
  func bodyStart(ofBlock block: Int) -> Int {
    bodies(ofBlock: block).first?.lowerBound ?? stream.tokens(ofBlock: block).lowerBound
  }

  /// The first sentence of a block is no more than its number.
  func isLabelAlone(_ block: Int) -> Bool {
    guard let label = source.blocks[block].label?.upperBound, let first = sentences(ofBlock: block).first,
      let last = first.last
    else { return false }
    return Int(stream.tokens[last].start) < label
  }

  /// The sentences of a block; the first without the number or letter that the block bears.
  func bodies(ofBlock block: Int) -> [Range<Int>] {
    var found = sentences(ofBlock: block)
    guard let label = source.blocks[block].label?.upperBound, let first = found.first else { return found }
    let start = first.first { Int(stream.tokens[$0].start) >= label } ?? first.upperBound
    if start < first.upperBound { found[0] = start..<first.upperBound } else { found.removeFirst() }
    return found
  }
}

extension Attachment {
  func refused(_ reason: String) -> Attachment {
    var refused = self
    refused.refused = reason
    return refused
  }

  /// The same field, so that one stands in for the other.
  func isLike(_ other: Attachment) -> Bool {
    switch (content, other.content) {
    case (.time, .time), (.unused, .unused), (.free, .free), (.fee, .fee), (.fee, .free), (.free, .fee),
      (.feeShare, .feeShare), (.recurrence, .recurrence), (.purpose, .purpose), (.transferable, .transferable),
      (.swappable, .swappable), (.cap, .cap), (.floor, .floor), (.condition, .condition), (.time, .recurrence),
      (.recurrence, .time),
      (.worth, .worth), (.time, .unreadTime), (.unreadTime, .time), (.unreadTime, .unreadTime), (.feeEach, .feeEach),
      (.worthEach, .worthEach), (.feeEach, .free), (.free, .feeEach),
      (.fee, .feeEach), (.feeEach, .fee):
      true
    default: false
    }
  }

  var isTime: Bool { if case .time = content { true } else { false } }
  /// What it costs, in a sum or in words: "The hours of clause 2 are charged with $900".
  var isPrice: Bool {
    switch content {
    case .fee, .feeEach, .free: true
    default: false
    }
  }
  var isRhythm: Bool { if case .recurrence = content { true } else { false } }
  var isUnreadTime: Bool { if case .unreadTime = content { true } else { false } }

  /// Whether it may say what a grant is for, or under which conditions: from near, or by the grant's name in its section.
  var tellsUse: Bool { from <= .row || from == .section && isNamed }

  /// Statements that hold for every row of a table when they stand over it.
  var speaksForAll: Bool {
    switch content {
    case .free, .time, .unreadTime, .unused, .transferable, .swappable, .condition: true
    default: false
    }
  }

  /// What may be said of a grant in another section under its name.
  var canComeFromAfar: Bool {
    switch content {
    case .unused, .transferable, .swappable, .time, .purpose, .condition, .worth, .feeShare, .cap, .floor: true
    default: false
    }
  }
}
