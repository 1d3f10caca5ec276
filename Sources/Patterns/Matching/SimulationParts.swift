// SPDX-License-Identifier: GPL-3.0-or-later

/// What can fill a slot from one token on.
struct Filler: BitwiseCopyable {
  var start: Int32, end: Int32
  var spanClass: Int32
  /// Index into `values` as the caller gave them, or into the names found; the other is -1.
  var value: Int32, name: Int32
  /// The next filler of the same token; -1 for none.
  var next: Int32
}

/// A word of the sentence that phrases are looked for by: a range in `PhraseAutomaton.wordPhrases`.
struct TriggerWord: BitwiseCopyable {
  var token: Int32
  var phraseStart: Int32, phraseEnd: Int32
}

extension PhraseSimulation {
  /// A way to a position.
  struct Thread: BitwiseCopyable {
    var start: Int32
    /// Tokens in gaps.
    var gaps: Int32
    /// The last capture in `captures`; -1 for none.
    var capture: Int32

    /// Fewer tokens in gaps, then longer.
    @inline(__always)
    func isBetter(than other: Thread) -> Bool { gaps != other.gaps ? gaps < other.gaps : start < other.start }
  }
  struct CaptureNode: BitwiseCopyable {
    var before: Int32
    /// Index of the set of slots that took it.
    var slot: Int32
    /// -1 for `{name}`.
    var filler: Int32
    var start: Int32, end: Int32
  }
  /// A thread that is on its way to a position, to be there at a later token.
  struct Arrival: BitwiseCopyable {
    var position: Int32
    /// The next of the same token; -1 for none.
    var next: Int32
    var thread: Thread
  }
  struct Active: BitwiseCopyable {
    var position: Int32
    var thread: Thread
  }
  struct Finding: BitwiseCopyable {
    var rule: Int32
    var start: Int32, end: Int32
    var gaps: Int32
    var capture: Int32
  }
  /// First tokens from which a phrase is to be tried.
  struct Trial: BitwiseCopyable {
    var phrase: Int32
    var low: Int32, high: Int32
  }
}
