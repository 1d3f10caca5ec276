// SPDX-License-Identifier: GPL-3.0-or-later
import Batch
import Extraction
import InventoryModel
import PromiseReading
import Verification

/// What checking promises gave.
public struct VerificationRun: Sendable {
  /// Every promise with its verdict.
  public var verification: Verification
  /// Files of folders that were not taken for documents.
  public var passedOver: [PassedOver]
}

extension EntitlementReader {
  /// Checks a file of promises (CSV, JSON, text, mail) against contracts, files or folders.
  ///
  /// Throws `InputError` where there is no such file of promises, `PromiseFileError` where nothing can be read in it,
  /// and `NoContractError` where no contract could be read. One unreadable contract beside a readable one is no error:
  /// it stands among the documents with the status `failed`.
  public func verify(promises path: String, against contracts: [String]) throws -> VerificationRun {
    try requirePromiseWords()
    let bytes = try InputFile.bytes(path)
    let batch = DocumentBatch(pipeline: pipeline).runContracts(contracts)
    let read = batch.contracts
    guard read.contains(where: { $0.result.facts.status != .failed }) else {
      throw NoContractError(
        problems: read.flatMap { contract in
          contract.result.facts.problems.map { "\(contract.result.facts.path): \($0.message)" }
        })
    }
    let list = try PromiseFile(extractor: pipeline.extractor, parties: Verifier.parties(of: read)).read(
      bytes, fileName: path)
    return VerificationRun(
      verification: Verifier(extractor: pipeline.extractor).verify(list, against: read), passedOver: batch.passedOver)
  }
}

/// No contract could be read, so that nothing can be said of any promise.
public struct NoContractError: Error, Sendable, CustomStringConvertible {
  /// One line a document.
  public var problems: [String]
  /// One sentence that says what was looked for, and where.
  public var description: String {
    problems.isEmpty
      ? "no contract to check the promises against" : "no contract could be read\n" + problems.joined(separator: "\n")
  }
}

extension EntitlementReader {
  /// What the loaded packs were compiled to, for reading promises and checking them step by step.
  public var extractor: Extractor { pipeline.extractor }

  /// Reads one contract that is in memory already, with its clauses.
  public func readContract(_ bytes: [UInt8], name: String) -> ContractReading {
    pipeline.readContract(bytes, path: name)
  }
}
