// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

/// `[left, top, right, bottom]` in points, to the nearest hundredth.
extension Box: Codable {
  /// Reads four numbers: left, top, right, bottom; throws `DecodingError` where there are fewer.
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    self.init(
      x0: try container.decode(Double.self), y0: try container.decode(Double.self),
      x1: try container.decode(Double.self), y1: try container.decode(Double.self))
  }

  /// Writes four numbers: left, top, right, bottom.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for edge in [x0, y0, x1, y1] { try container.encode(Self.hundredths(edge)) }
  }

  /// Exact, so that the same box is written the same everywhere. What no page can hold is 0.
  private static func hundredths(_ edge: Double) -> Decimal {
    guard edge.isFinite, abs(edge) < 1e9 else { return 0 }
    let scaled = Int((edge * 100).rounded())
    return Decimal(sign: scaled < 0 ? .minus : .plus, exponent: -2, significand: Decimal(abs(scaled)))
  }
}
