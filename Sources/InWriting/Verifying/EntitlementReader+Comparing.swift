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
    let rows = try unused.map { try UsageFile(extractor: pipeline.extractor).read(try InputFile.bytes($0)) }
    var (old, new) = (try side(before), try side(after))
    // What a document of the later side ends or replaces is known only when both are read.
    if !old.isInventory, !new.isInventory {
      var results = old.results + new.results
      RunLinker.link(&results)
      old.results = Array(results.prefix(old.results.count))
      new.results = Array(results.dropFirst(old.results.count))
    }
    var comparison = InventoryComparison.compare(old.inventory, new.inventory)
    comparison.claims = rows.map { Claims.list($0, comparison.changes) }
    let failed = (old.inventory.documents + new.inventory.documents).filter { $0.status == .failed }
    return ComparisonRun(comparison: comparison, failed: failed)
  }

  private struct Side {
    var results: [ExtractionResult] = []
    var given: Inventory?
    var isInventory: Bool { given != nil }
    var inventory: Inventory {
      given ?? Inventory(documents: results.map(\.facts), entitlements: results.flatMap(\.entitlements))
    }
  }

  private func side(_ path: String) throws -> Side {
    guard path.lowercased().hasSuffix(".json") else { return Side(results: extract([path]).results) }
    let bytes = try InputFile.bytes(path)
    do {
      return Side(given: try JSONDecoder().decode(Inventory.self, from: Data(bytes)))
    } catch {
      throw InputError(path: path, reason: "it is no inventory of the schema \(Inventory.schema)")
    }
  }
}
