// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// The words that recognisers look for, with what each can be.
public struct ValueLexicon: Sendable {
  /// Interns all of them.
  public init(_ vocabulary: inout Vocabulary) {}
}
