// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// Reads one document's text: facts, entitlements, leads, and why. A pure function of text and packs.
///
/// `Sendable`: all of it is read only once it is made; each call has scratch of its own.
public struct Extractor: Sendable {
  /// Packs, compiled with one vocabulary that recognisers and packs share.
  public let patterns: CompiledPatterns
  let vocabulary: Vocabulary
  /// The number of the first word that packs added.
  private let firstOfPacks: Int
  let recogniser: ValueRecogniser
  let factSubjects: FactSubjects
  /// By rule, what it says as a cue.
  let cueRules: [Cue?]
  /// Whether the words of promises, and of what answers them in contracts, were compiled.
  public let readsPromises: Bool

  /// Compiles packs. Without `readsPromises` the words that only promises need are checked but left out, and
  /// `PromiseReader` and `readContract` find nothing. Throws `PackError` with every fault of every pack.
  public init(packs files: [PackFile], readsPromises: Bool = true) throws(PackError) {
    var words = RecogniserWords()
    var packs = try PackSet.load(files: files, schema: .extraction)
    if !readsPromises { packs = packs.without(lists: PromiseLists.holdOne) }
    let patterns = try CompiledPatterns(packs, vocabulary: &words.vocabulary) { rule in
      Cue.isAside(rule) ? .asides : .init(of: rule)
    }
    self.init(patterns, words, readsPromises: readsPromises)
  }

  /// An extractor as `image(maker:)` kept it; nil where the image is of other packs, another program or damaged.
  public init?(image: [UInt8], of files: [PackFile], maker: String) {
    var words = RecogniserWords()
    guard let patterns = CompiledPatterns(image: image, of: files, vocabulary: &words.vocabulary, maker: maker) else {
      return nil
    }
    self.init(patterns, words, readsPromises: false)
  }

  private init(_ patterns: CompiledPatterns, _ words: RecogniserWords, readsPromises: Bool) {
    self.patterns = patterns
    self.readsPromises = readsPromises
    vocabulary = words.vocabulary
    firstOfPacks = words.count
    factSubjects = FactSubjects(patterns)
    cueRules = patterns.rules.map(Cue.init)
    recogniser = ValueRecogniser(lexicon: words.lexicon)
  }

  /// What was compiled, as bytes, for an extractor that was made without promises. `maker` names the
  /// program, whose other builds have other tables.
  public func image(maker: String) -> [UInt8] {
    patterns.image(vocabulary: vocabulary, first: firstOfPacks, maker: maker)
  }

  /// The vocabulary before packs add to it.
  private struct RecogniserWords {
    var vocabulary = Vocabulary.withSentenceWords()
    let lexicon: ValueLexicon
    let count: Int

    init() {
      lexicon = ValueLexicon(&vocabulary)
      count = vocabulary.count
    }
  }

  /// Reads a document. `facts` brings what is known before its words are read: id, path, format, pages, status,
  /// problems.
  public func extract(_ text: SourceText, facts: DocumentFacts) -> ExtractionResult {
    var context = DocumentContext(text, extractor: self)
    var result = ExtractionResult(facts: facts)
    let knowledge = FactReader.read(context, into: &result.facts)
    if context.isOfOrderLength, result.facts.type?.isOrder ?? false || context.mayGrant {
      context = context.reading(customer: knowledge.customerNames, butNot: knowledge.vendorNames)
    }
    GrantReader(context: context, knowledge: knowledge).read(into: &result)
    if let months = knowledge.uncountedMonths {
      // An agreement of three years from 1 May expires on 1 May, as lawyers count; what is granted for its term ends the
      // day before.
      result.facts.term.end = result.facts.term.start?.adding(months: months)
    }
    ValueProblems(context: context).apply(to: &result)
    TermDoubts(context: context).apply(to: &result)
    if !result.entitlements.isEmpty {
      result.clausePaths = ClauseNumbers(context: context).paths(of: result.entitlements)
    }
    return result
  }
}

/// What one document gave.
public struct ExtractionResult: Sendable {
  /// What the document says of itself, its problems and its leads.
  public var facts: DocumentFacts
  /// What it grants, in document order.
  public var entitlements: [Entitlement]
  /// Why: one entry an entitlement or lead, in document order.
  public var trace: [TraceEntry]
  /// What an amendment says of grants of other documents; for `RunLinker`.
  public var amendments: [AmendmentStatement]
  /// By the id of an entitlement, the number of the clause that grants it: `["4", "2"]` for 4.2. For `RunLinker`.
  public var clausePaths: [String: [String]]

  /// A result that grants nothing yet.
  public init(facts: DocumentFacts) {
    self.facts = facts
    entitlements = []
    trace = []
    amendments = []
    clausePaths = [:]
  }
}
