// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Lexis

/// What a heading, label or caption says of the figures that it stands over: `Rs. in lakh`, `EUR '000`, `in thousands`,
/// `T€`, `(USD mn)`.
public struct AmountScale: Sendable, Hashable {
  /// Figures count tens to this power: 3 for thousands, 5 for lakh, 6 for millions.
  public var power: Int
  /// ISO 4217, where the same words name a currency; a sign that several share is none.
  public var currency: String?
  /// The tokens that say it.
  public var tokens: Range<Int>

  /// A figure below the heading as the amount that it means.
  public func applied(to figure: Decimal) -> Decimal { figure * Decimal.tens(power) }
}

extension ValueRecogniser {
  /// The scale that words without figures of their own give to others: those of a table's header cell, a row's label, a
  /// caption. Nil where they say none, or two that differ. Figures that carry a scale themselves (`$1.2M`) are values, not
  /// scales.
  public func scale(in range: Range<Int>, of stream: TokenStream) -> AmountScale? {
    scan(stream) { $0.scale(in: range.clamped(to: 0..<stream.count)) }
  }

  /// Whether one of the words is a scale, be it of a figure beside it: "5 lakh", `3 Mio.`, `TEUR 12`.
  public func holdsScale(in range: Range<Int>, of stream: TokenStream) -> Bool {
    scan(stream) { scan in
      range.clamped(to: 0..<stream.count).contains { at in
        scan.has(at, .scale) || scan.has(at, .currency) && scan.currencyWord(at)?.power ?? 0 > 0
      }
    }
  }

  private func scan<T>(_ stream: TokenStream, _ body: (ValueScan) -> T) -> T {
    stream.tokens.withUnsafeBufferPointer { tokens in
      stream.source.utf8.withUnsafeBufferPointer { bytes in
        lexicon.roles.withUnsafeBufferPointer { roles in
          body(ValueScan(tokens: tokens, bytes: bytes, roles: roles, lexicon: lexicon))
        }
      }
    }
  }
}

extension ValueScan {
  fileprivate func scale(in range: Range<Int>) -> AmountScale? {
    var found: AmountScale?
    for at in range {
      guard let (power, end) = scalePower(at, range) else { continue }
      if let known = found, known.power != power { return nil }
      found = found ?? AmountScale(power: power, currency: nil, tokens: at..<end)
    }
    guard var scale = found else { return nil }
    scale.currency = currency(near: scale.tokens, range)
    return scale
  }

  private func scalePower(_ at: Int, _ range: Range<Int>) -> (power: Int, end: Int)? {
    if has(at, .currency), let power = currencyWord(at)?.power, power > 0 { return (power, at + 1) }
    // `000s`, `'000`, `$000`; not the second part of `10 000`.
    if isNumber(at), length(at) == 3, slice(at).allSatisfy({ $0 == 0x30 }) {
      guard !(at > range.lowerBound && isNumber(at - 1)), !isNumber(at + 1) || at + 1 >= range.upperBound else {
        return nil
      }
      return (3, isSpelled(at + 1, "s") && isGlued(at + 1) ? at + 2 : at + 1)
    }
    // `per thousand` is a price's base.
    guard isWord(at), !hasFigure(before: at, range), !(at > range.lowerBound && self.has(at - 1, .each)) else {
      return nil
    }
    if has(at, .scale) { return (Int(meaning(at).scale), at + 1) }
    guard has(at, .gluedScale), length(at) <= 3 else { return nil }
    let power = self.is(at, .t) ? 3 : Int(meaning(at).scale)
    guard power == 3 || power == 6 || length(at) == 2 && power == 9 else { return nil }
    let before = at > range.lowerBound && isMark(at - 1)
    let behind = at + 1 < range.upperBound && isMark(at + 1)
    return before || behind ? (power, at + 1) : nil
  }

  /// A currency's sign or code that is not the end of a sentence's other words.
  private func isMark(_ i: Int) -> Bool {
    guard has(i, .currency), let reading = currencyWord(i) else { return false }
    return reading.mayPrecede && (!isWord(i) || isUpper(i))
  }

  private func hasFigure(before at: Int, _ range: Range<Int>) -> Bool {
    at > range.lowerBound
      && (isNumber(at - 1) || has(at - 1, [.cardinal, .tens, .hundred, .fractionSign, .article, .half]))
  }

  /// The one currency that stands within a few words of a scale.
  private func currency(near tokens: Range<Int>, _ range: Range<Int>) -> String? {
    let reach = ((tokens.lowerBound - 4)..<(tokens.upperBound + 4)).clamped(to: range)
    var codes: Set<String> = []
    for at in reach {
      guard let reading = currencyWord(at) else { continue }
      if let code = reading.code {
        codes.insert(code)
      } else if let sign = reading.sign,
        let code = nation(before: at, floor: range.lowerBound, sign: sign)?.reading.code ?? sign.usual
      {
        codes.insert(code)
      }
    }
    return codes.count == 1 ? codes.first : nil
  }
}
