// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Lexis

/// Finds values in a text: money, quantities, shares, durations, dates, recurrences and bare numbers. One look at each
/// token's word decides whether anything starts there; all readers look ahead by a bounded number of tokens or go on
/// from where they stopped, so that time is linear in the text.
public struct ValueRecogniser: Sendable {
  let lexicon: ValueLexicon

  /// A recogniser of these words; streams must be tokenized with the same vocabulary.
  public init(lexicon: ValueLexicon) { self.lexicon = lexicon }

  /// All values, sorted by first token (longer before shorter); those of different types may overlap. Day and month,
  /// decimal signs and shared currency signs are settled by the document's own other values, else the mention has a
  /// problem.
  public func mentions(in stream: TokenStream) -> [ValueMention] {
    stream.tokens.withUnsafeBufferPointer { tokens in
      stream.source.utf8.withUnsafeBufferPointer { bytes in
        lexicon.roles.withUnsafeBufferPointer { roles in
          var scan = ValueScan(tokens: tokens, bytes: bytes, roles: roles, lexicon: lexicon)
          let (seeds, settlement) = seeds(&scan)
          var pass = RecognitionPass(scan: scan, settlement: settlement)
          pass.mentions.reserveCapacity(seeds.count / 2)
          for seed in seeds { pass.read(at: Int(seed)) }
          return pass.finish()
        }
      }
    }
  }

  /// Where something may start, and what the document shows of its habits.
  private func seeds(_ scan: inout ValueScan) -> ([Int32], DocumentSettlement) {
    var seeds: [Int32] = []
    seeds.reserveCapacity(scan.count / 8)
    var settlement = DocumentSettlement()
    for i in 0..<scan.count {
      let token = scan.tokens[i]
      if token.tokenClass == .number {
        seeds.append(Int32(i))
        settlement.note(number: i, scan)
        continue
      }
      let word = Int(token.word)
      guard word > 0, word < scan.roles.count else { continue }
      let roles = scan.roles[word]
      guard !roles.isDisjoint(with: .starts) else { continue }
      if roles.contains(.currency) { settlement.note(currency: i, scan) }
      if roles.contains(.month) { settlement.note(month: i, scan) }
      seeds.append(Int32(i))
    }
    scan.convention = settlement.convention
    scan.isConventionWeak = settlement.isConventionWeak
    scan.order = settlement.order
    return (seeds, settlement)
  }
}
