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
  /// Results in document order. Of one content there is one reading: where names led to several, the first that did not
  /// fail, whichever thread did it. The first document of the content has it; the others have its facts and a problem
  /// that names it.
  static func settled(_ outcomes: [ReadingOutcome], paths: [String]) -> [ExtractionResult] {
    let readings = chosen(outcomes)
    var firstPaths: [String: String] = [:]
    return zip(outcomes, paths).compactMap { outcome, path in
      let key: ContentKey
      switch outcome {
      case .read(let own, nil): return named(own, path)
      case .read(_, let own?): key = own
      case .sameAs(let other): key = other
      }
      guard let result = readings[key.id] else { return nil }
      if let first = firstPaths[key.id] { return duplicate(named(result, path).facts, of: first) }
      firstPaths[key.id] = path
      return named(result, path)
    }
  }

  /// The reading of each content, by its id.
  private static func chosen(_ outcomes: [ReadingOutcome]) -> [String: ExtractionResult] {
    var read: [ContentKey: ExtractionResult] = [:]
    for case .read(let result, let key?) in outcomes { read[key] = result }
    var chosen: [String: ExtractionResult] = [:]
    for outcome in outcomes {
      let key: ContentKey
      switch outcome {
      case .read(_, nil): continue
      case .read(_, let own?): key = own
      case .sameAs(let other): key = other
      }
      guard let result = read[key] else { continue }
      if let known = chosen[key.id], known.facts.status != .failed || result.facts.status == .failed { continue }
      chosen[key.id] = result
    }
    return chosen
  }

  private static func named(_ result: ExtractionResult, _ path: String) -> ExtractionResult {
    var result = result
    result.facts.path = path
    return result
  }

  private static func duplicate(_ facts: DocumentFacts, of path: String) -> ExtractionResult {
    var facts = facts
    let end = facts.status == .failed ? "which could not be read either" : "which was read"
    facts.problems.append(Problem(.duplicateOf, "The file has the same content as \(path), \(end)."))
    return ExtractionResult(facts: facts)
  }
}
