// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON

/// One field that the gold states, and whether what was read is right.
public struct FieldResult: Sendable, Hashable {
  /// The gold's key, such as `validity.end`.
  public var name: String
  /// Whether what was read means the same.
  public var isRight: Bool
  /// What the gold states.
  public var wanted: JSONValue
  /// What was read; null where nothing was.
  public var got: JSONValue

  init(_ name: String, _ isRight: Bool, wanted: JSONValue, got: JSONValue) {
    self.name = name
    self.isRight = isRight
    self.wanted = wanted
    self.got = got
  }

  /// Not right, but nothing wrong was said: the field was left open.
  public var isLeftOpen: Bool { !isRight && got.isNull }
}
