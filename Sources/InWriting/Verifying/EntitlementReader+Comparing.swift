// SPDX-License-Identifier: GPL-3.0-or-later
import Batch
import Extraction
import FoundationSubset
import InventoryModel
import Verification

/// What comparing gave.
public struct ComparisonRun: Sendable {
  /// What changed, grant by grant.
  public var comparison: GrantComparisonResult
  /// Documents of either side that could not be read.
  public var failed: [DocumentFacts]
}

extension EntitlementReader {
  /// Compares what two sides grant: each a document, a folder, or an inventory as JSON. `unused` is a tracker's CSV.
  ///
  /// Throws `InputError` where a file is not there or its JSON is no inventory, and `UsageFileError` where the tracker
  /// cannot be read.
  public func compare(_ before: String, _ after: String, unused: String? = nil) throws -> ComparisonRun {
    try requirePromiseWords()
    let rows = try unused.map { try UsageFile(extractor: pipeline.extractor).read(try InputFile.bytes($0)) }
    var (old, new) = (try side(before), try side(after))
    // What a document of the later side ends or replaces is known only when both are read.
    if !old.isInventory, !new.isInventory {
      var results = (old.contracts + new.contracts).map(\.result)
      RunLinker.link(&results, assumingOneOrder: true)
      for index in old.contracts.indices { old.contracts[index].result = results[index] }
      for index in new.contracts.indices { new.contracts[index].result = results[old.contracts.count + index] }
    }
    let clauses = GrantClauses(old.contracts + new.contracts, extractor: pipeline.extractor)
    var comparison = InventoryComparison.compare(old.inventory, new.inventory, clauses: clauses)
    comparison.claims = rows.map { Claims.list($0, comparison.changes) }
    let failed = (old.inventory.documents + new.inventory.documents).filter { $0.status == .failed }
    return ComparisonRun(comparison: comparison, failed: failed)
  }

  private struct Side {
    var contracts: [ContractReading] = []
    var given: Inventory?
    var isInventory: Bool { given != nil }
    var inventory: Inventory {
      given
        ?? Inventory(
          documents: contracts.map(\.result.facts), entitlements: contracts.flatMap(\.result.entitlements))
    }
  }

  /// A folder that holds no document may hold what `extract --output` wrote there.
  private func side(_ path: String) throws -> Side {
    if path.lowercased().hasSuffix(".json") { return try inventory(path, InputFile.bytes(path)) }
    let batch = DocumentBatch(pipeline: pipeline).runContracts([path])
    guard batch.contracts.isEmpty else { return Side(contracts: batch.contracts) }
    let written = path + (path.hasSuffix("/") ? "" : "/") + "inventory.json"
    guard let bytes = try? InputFile.bytes(written) else {
      throw InputError(path: path, reason: "it holds no document, nor an inventory.json")
    }
    return try inventory(written, bytes)
  }

  private func inventory(_ path: String, _ bytes: [UInt8]) throws -> Side {
    do {
      return Side(given: try JSONDecoder().decode(Inventory.self, from: Data(bytes)))
    } catch {
      throw InputError(path: path, reason: "it is no inventory of the schema \(Inventory.schema)")
    }
  }
}
