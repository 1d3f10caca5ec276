// SPDX-License-Identifier: GPL-3.0-or-later
import Batch
import Extraction
import Ingestion
import InventoryModel
import Patterns

/// Reads order forms: what they grant, until when, on which terms, with the words that prove it.
///
/// ```swift
/// import InWriting
///
/// let reader = try EntitlementReader()
/// let batch = reader.extract(["orders/"])
/// for entitlement in batch.inventory.entitlements {
///   print(entitlement.kind.rawValue, entitlement.validity.end?.description ?? "open")
/// }
/// print(String(decoding: JSONFormat().utf8(batch.inventory), as: UTF8.self))
/// ```
///
/// Make one and keep it: packs are compiled once. It may be used on any number of threads.
public struct EntitlementReader: Sendable {
  let pipeline: DocumentPipeline

  /// Loads packs. Throws `PatternsNotFound` where they are not there, and `PackError` with every fault where one is
  /// wrong. Without `readsPromises` it is made a third faster, and `verify` and `compare` throw `PromiseWordsMissing`.
  public init(patterns: PatternFolders = .init(), readsPromises: Bool = true) throws {
    pipeline = DocumentPipeline(
      extractor: try Extractor(packs: try patterns.files(), readsPromises: readsPromises))
  }

  /// The fastest way to one that only extracts, explains and scores: packs that `cache` keeps compiled are not read
  /// again. Throws as the other does.
  public init(forExtraction patterns: PatternFolders, cache: PatternCache?) throws {
    let files = try patterns.files()
    pipeline = DocumentPipeline(
      extractor: try cache?.extractor(of: files)
        ?? Extractor(packs: files, readsPromises: false))
  }

  /// Throws where the words of promises were left out.
  func requirePromiseWords() throws(PromiseWordsMissing) {
    guard pipeline.extractor.readsPromises else { throw PromiseWordsMissing() }
  }

  /// Reads files and folders; `-` is standard input. A document that cannot be read has the status `failed`, and
  /// nothing is thrown for it. `jobs` documents are read at the same time, by default one a core.
  public func extract(
    _ paths: [String], jobs: Int? = nil, progress: (@Sendable (BatchProgress) -> Void)? = nil
  ) -> BatchResult {
    DocumentBatch(pipeline: pipeline, settings: BatchSettings(jobs: jobs)).run(paths, progress: progress)
  }

  /// Reads one document that is in memory already. The extension of `name` helps where the content does not tell its
  /// format.
  public func read(_ bytes: [UInt8], name: String) -> ExtractionResult { pipeline.read(bytes, path: name) }

  /// Which rule read what in one document, and why clauses that look like grants gave none. Throws `InputError` where
  /// there is no such file.
  public func explain(_ path: String) throws -> Explanation {
    Explanation(read(try InputFile.bytes(path), name: path))
  }

  /// What the loaded packs hold.
  public var patterns: CompiledPatterns { pipeline.extractor.patterns }

  /// Runs the examples and near misses of the packs whose files `isWanted`.
  public func proof(where isWanted: (_ file: String) -> Bool = { _ in true }) -> PackProof {
    PackProof(pipeline.extractor, reading: DocumentReader.readPlainLine) { isWanted($0.file) }
  }
}

/// A reader that was made without the words of promises was asked to check or compare.
public struct PromiseWordsMissing: Error, Sendable, CustomStringConvertible {
  /// One sentence that says what to do.
  public var description: String {
    "this EntitlementReader was made with readsPromises: false; make one without it to verify or compare"
  }
}
