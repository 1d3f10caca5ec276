// SPDX-License-Identifier: GPL-3.0-or-later

/// Words of notes or a mail that name something which contracts grant, and that were not taken for a promise.
public struct LeftOut: Sendable, Hashable {
  /// As the file has them, white space folded.
  public var text: String
  /// The line of the file, one-based; nil where the format has none.
  public var line: Int?
  /// Why they promise nothing.
  public var reason: Reason

  /// Why words promise nothing.
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    /// Somebody asks for it, or asks whether.
    case ask
    /// The customer says so, and not the vendor.
    case customer
    /// Something that a person has yet to do.
    case task
    /// It was refused, or is held for what was refused.
    case refused
    /// A later word of the same side replaces it or takes it back.
    case revised
    /// It says what something costs.
    case price
    /// It tells what is had already, or what somebody else got.
    case told
    /// It names a thing and offers none of it.
    case no_offer
  }

  /// Words with the reason.
  public init(text: String, line: Int?, reason: Reason) {
    self.text = text
    self.line = line
    self.reason = reason
  }

  /// For people: "is asked for".
  public var wording: String {
    switch reason {
    case .ask: "is asked for, not offered"
    case .customer: "is what the customer says"
    case .task: "is something to be done"
    case .refused: "was refused"
    case .revised: "was revised or taken back later"
    case .price: "says what something costs"
    case .told: "tells what is had already, or what others got"
    case .no_offer: "names a thing and offers none of it"
    }
  }
}
