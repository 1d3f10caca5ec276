// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON

/// The parts that the schema is put together from.
extension InventorySchema {
  /// An object that has all of these members and no others.
  static func object(
    _ description: String, _ members: [(String, JSONValue)], head: [JSONValue.Member] = []
  ) -> JSONValue {
    .object(
      head + [
        .init("description", .string(description)), .init("type", "object"),
        .init("required", .array(members.map { .string($0.0) })), .init("additionalProperties", false),
        .init("properties", .object(members.map { .init($0.0, $0.1) })),
      ])
  }

  static func array(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

  static func text(_ description: String, pattern: String? = nil) -> JSONValue {
    var members: [JSONValue.Member] = [.init("description", .string(description)), .init("type", "string")]
    if let pattern { members.append(.init("pattern", .string(pattern))) }
    return .object(members)
  }

  static func whole(_ description: String) -> JSONValue {
    ["description": .string(description), "type": "integer", "minimum": 0]
  }

  /// One of the words of a type.
  static func words<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) -> JSONValue
  where Word.RawValue == String {
    ["type": "string", "enum": .array(type.allCases.map { .string($0.rawValue) })]
  }

  static func nullable(_ schema: JSONValue) -> JSONValue { ["anyOf": [schema, ["type": "null"]]] }

  static var number: JSONValue { ["type": "number"] }
  static var flag: JSONValue { ["type": "boolean"] }
  static var page: JSONValue { ["type": "integer", "minimum": 1] }
  static var offset: JSONValue { ["description": "Unicode scalars of the text", "type": "integer", "minimum": 0] }
  static var currency: JSONValue { ["description": "ISO 4217", "type": "string", "pattern": "^[A-Z]{3}$"] }
  static var date: JSONValue {
    ["description": "YYYY-MM-DD", "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
  }
}
