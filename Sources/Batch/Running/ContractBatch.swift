// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import Ingestion
import InventoryModel

/// What a batch of contracts gave, clause by clause.
public struct ContractBatchResult: Sendable {
  /// One a document, in document order.
  public var contracts: [ContractReading]
  /// Files of folders that were not taken for documents, in the order of their paths.
  public var passedOver: [PassedOver]
}

extension DocumentPipeline {
  /// Reads one document and its clauses. Nothing is thrown: one that cannot be read has the status `failed`.
  public func readContract(_ bytes: [UInt8], path: String, settings: ReadingSettings = .init()) -> ContractReading {
    let id = Self.id(of: bytes)
    if ForeignContent.name(of: bytes) != nil {
      return ContractReading(result: read(bytes, path: path, settings: settings))
    }
    let reading = DocumentReader.read(bytes, fileName: path, settings: settings)
    let facts = DocumentFacts(
      id: id, path: path, format: reading.format, pages: reading.text.pages.count, status: reading.status,
      problems: reading.text.problems)
    if reading.status == .failed { return ContractReading(result: ExtractionResult(facts: facts)) }
    return extractor.readContract(reading.text, facts: facts)
  }
}

extension DocumentBatch {
  /// Reads files and folders as contracts that promises are checked against; `-` is standard input. The same content
  /// twice is read once. A document that cannot be read stops no other.
  public func runContracts(_ paths: [String]) -> ContractBatchResult {
    let walk = FileWalk(paths)
    var contracts: [ContractReading] = []
    var known: [String: Int] = [:]
    for source in walk.sources {
      let contract = read(source)
      guard let index = known[contract.result.facts.id] else {
        known[contract.result.facts.id] = contracts.count
        contracts.append(contract)
        continue
      }
      // Under another name it could be read.
      if contracts[index].result.facts.status == .failed { contracts[index] = contract }
    }
    return ContractBatchResult(contracts: contracts, passedOver: walk.passedOver)
  }

  private func read(_ source: DocumentSource) -> ContractReading {
    let content: FileContent
    switch source.place {
    case .file(let path): content = FileContent.of(path, limit: settings.reading.maximumBytes)
    case .standardInput: content = FileContent.ofStandardInput(limit: settings.reading.maximumBytes)
    case .failed(let problem): return failed(source.path, problem)
    }
    switch content {
    case .bytes(let bytes): return pipeline.readContract(bytes, path: source.path, settings: settings.reading)
    case .tooLarge:
      return failed(source.path, Problem(.tooLarge, "The file is larger than \(settings.reading.maximumBytes) bytes."))
    case .unreadable(let reason):
      return failed(source.path, Problem(.unreadable, "The file cannot be read: \(reason)."))
    }
  }

  private func failed(_ path: String, _ problem: Problem) -> ContractReading {
    ContractReading(
      result: ExtractionResult(
        facts: DocumentFacts(id: "unread:\(path)", path: path, format: .unknown, status: .failed, problems: [problem])))
  }
}
