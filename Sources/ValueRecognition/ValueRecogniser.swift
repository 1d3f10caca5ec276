// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Finds values in a text.
public struct ValueRecogniser: Sendable {
  let lexicon: ValueLexicon
  public init(lexicon: ValueLexicon) { self.lexicon = lexicon }
  /// All values, sorted by first token; those of different types may overlap.
  public func mentions(in stream: TokenStream) -> [ValueMention] { [] }
}
