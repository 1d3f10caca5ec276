// SPDX-License-Identifier: GPL-3.0-or-later
import Batch
import Scoring

extension EntitlementReader {
  /// Reads the documents of a folder that have a `DOCUMENT.gold.json` beside them, all in one run, and compares.
  /// Throws `InputError` or `GoldError` where a gold file cannot be used.
  public func score(_ folder: String, jobs: Int? = nil) throws -> ScoreCard {
    var golds: [GoldFile] = []
    for path in FolderSearch.files(in: folder, endingWith: GoldFile.suffix) {
      golds.append(try GoldFile(path: path, bytes: try InputFile.bytes(path)))
    }
    let batch = extract(golds.map(\.document), jobs: jobs)
    return try ScoreCard(batch.inventory, golds: golds)
  }
}
