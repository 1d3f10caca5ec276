// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import Ingestion
import InventoryModel
import Synchronization

/// How many documents are read.
public struct BatchSettings: Sendable {
  /// Documents read at the same time; each holds one file in memory.
  public var jobs: Int
  /// What reading one document is bound by.
  public var reading: ReadingSettings

  /// One job a core.
  public init(jobs: Int? = nil, reading: ReadingSettings = .init()) {
    self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    self.reading = reading
  }
}

/// How far a batch is.
public struct BatchProgress: Sendable, Hashable {
  /// How many documents have been read.
  public var done: Int
  /// How many there are.
  public var total: Int
  /// The document that was just read.
  public var path: String
}

/// What a batch gave.
public struct BatchResult: Sendable {
  /// One a document, in document order.
  public var results: [ExtractionResult]
  /// Files of folders that were not taken for documents, in the order of their paths.
  public var passedOver: [PassedOver]

  /// Facts and entitlements in document order.
  public var inventory: Inventory {
    Inventory(documents: results.map(\.facts), entitlements: results.flatMap(\.entitlements))
  }
}

/// Reads many documents. The result does not depend on the number of jobs.
public struct DocumentBatch: Sendable {
  let pipeline: DocumentPipeline
  let settings: BatchSettings

  /// A batch; the pipeline is shared by all jobs.
  public init(pipeline: DocumentPipeline, settings: BatchSettings = .init()) {
    self.pipeline = pipeline
    self.settings = settings
  }

  /// Reads files and folders; `-` is standard input. A document that cannot be read stops no other. `progress` is called
  /// on the threads that read, one call at a time.
  public func run(_ paths: [String], progress: (@Sendable (BatchProgress) -> Void)? = nil) -> BatchResult {
    let walk = FileWalk(paths)
    let sources = walk.sources
    let board = Board(count: sources.count)
    let reported = Mutex(0)
    // Large files first, so that no core waits for one that came last.
    let order = sources.indices.sorted { (sources[$1].size, $0) < (sources[$0].size, $1) }
    WorkerPool.forEach(order, jobs: settings.jobs) { index in
      board.set(read(sources[index], board), at: index)
      reported.withLock { done in
        done += 1
        progress?(BatchProgress(done: done, total: sources.count, path: sources[index].path))
      }
    }
    var results = Duplicates.settled(board.outcomes, paths: sources.map(\.path))
    RunLinker.link(&results)
    return BatchResult(results: results, passedOver: walk.passedOver)
  }

  private func read(_ source: DocumentSource, _ board: Board) -> ReadingOutcome {
    let content: FileContent
    switch source.place {
    case .file(let path): content = FileContent.of(path, limit: settings.reading.maximumBytes)
    case .standardInput: content = FileContent.ofStandardInput(limit: settings.reading.maximumBytes)
    case .failed(let problem): return .read(Self.failed(source.path, problem))
    }
    switch content {
    case .bytes(let bytes):
      let key = ContentKey(id: DocumentPipeline.id(of: bytes), fileExtension: source.fileExtension)
      guard board.claim(key) else { return .sameAs(key) }
      return .read(pipeline.read(bytes, id: key.id, path: source.path, settings: settings.reading), key)
    case .tooLarge(let size):
      let has = size.map { "has \($0) bytes, more" } ?? "is larger"
      let message = "The file \(has) than the \(settings.reading.maximumBytes) bytes that are read."
      return .read(Self.failed(source.path, Problem(.tooLarge, message)))
    case .unreadable(let reason):
      return .read(Self.failed(source.path, Problem(.unreadable, "The file cannot be read: \(reason).")))
    }
  }

  /// A document whose bytes are not known: its path stands in for their digest.
  private static func failed(_ path: String, _ problem: Problem) -> ExtractionResult {
    ExtractionResult(
      facts: DocumentFacts(id: "unread:\(path)", path: path, format: .unknown, status: .failed, problems: [problem]))
  }
}
