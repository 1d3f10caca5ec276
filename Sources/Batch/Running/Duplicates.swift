// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel
import Synchronization

/// What reading depends on besides settings: the content, and the name's extension where the content does not tell the
/// format.
struct ContentKey: Hashable, Sendable {
  var id: String
  var fileExtension: String
}

/// What became of one source.
enum ReadingOutcome: Sendable {
  /// Read, or failed; the key is nil where there was no content.
  case read(ExtractionResult, ContentKey? = nil)
  /// Another thread reads the same content.
  case sameAs(ContentKey)
}

/// Where the threads of a batch write down what they did.
final class Board: Sendable {
  private let state: Mutex<(outcomes: [ReadingOutcome?], claimed: Set<ContentKey>)>

  init(count: Int) {
    state = Mutex((Array(repeating: nil, count: count), []))
  }

  /// Whether the caller is the first with this content, and so the one to read it.
  func claim(_ key: ContentKey) -> Bool { state.withLock { $0.claimed.insert(key).inserted } }

  func set(_ outcome: ReadingOutcome, at index: Int) { state.withLock { $0.outcomes[index] = outcome } }

  /// All of them, once the threads have ended.
  var outcomes: [ReadingOutcome] { state.withLock { $0.outcomes.compactMap { $0 } } }
}

/// Files of the same content.
enum Duplicates {
  /// Results in document order: the first document of a content has what reading it gave, whichever thread did it; the
  /// others have its facts and a problem that names it.
  static func settled(_ outcomes: [ReadingOutcome], paths: [String]) -> [ExtractionResult] {
    var read: [ContentKey: ExtractionResult] = [:]
    for case .read(let result, let key?) in outcomes { read[key] = result }
    var firstPaths: [String: String] = [:]
    return zip(outcomes, paths).compactMap { outcome, path in
      let key: ContentKey?
      var result: ExtractionResult
      switch outcome {
      case .read(let own, let ownKey): (result, key) = (own, ownKey)
      case .sameAs(let other):
        guard let found = read[other] else { return nil }
        (result, key) = (found, other)
      }
      result.facts.path = path
      guard let key else { return result }
      if let first = firstPaths[key.id] { return duplicate(result.facts, of: first) }
      firstPaths[key.id] = path
      return result
    }
  }

  private static func duplicate(_ facts: DocumentFacts, of path: String) -> ExtractionResult {
    var facts = facts
    facts.problems.append(Problem(.duplicateOf, "The file has the same content as \(path), which was read."))
    return ExtractionResult(facts: facts)
  }
}
