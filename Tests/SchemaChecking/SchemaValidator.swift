// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationSubset

/// Checks a tree against the part of JSON Schema that the inventory's schema uses. A keyword that it does not know is a
/// fault, so that the schema cannot say what nobody checks.
public struct SchemaValidator {
  private var faults: [String] = []

  /// What of the value the schema forbids; empty where it fits.
  public static func faults(_ value: JSONValue, _ schema: JSONValue) -> [String] {
    var validator = SchemaValidator()
    validator.check(value, schema, "$")
    return validator.faults
  }

  private mutating func check(_ value: JSONValue, _ schema: JSONValue, _ path: String) {
    for member in schema.members ?? [] {
      switch member.key {
      case "$schema", "$id", "title", "description", "format": break
      case "type": if !isOf(value, member.value.text ?? "") { fault(path, "is no \(member.value.text ?? "?")") }
      case "const": if member.value != value { fault(path, "is not the constant") }
      case "enum": if member.value.elements?.contains(value) != true { fault(path, "is none of the words") }
      case "anyOf":
        if !(member.value.elements ?? []).contains(where: { Self.faults(value, $0).isEmpty }) {
          let inner = Self.faults(value, member.value.elements?.first ?? .null)
          fault(path, "fits no alternative: \(inner.joined(separator: "; "))")
        }
      case "required":
        let keys = Set((value.members ?? []).map(\.key))
        for key in member.value.elements ?? [] where !keys.contains(key.text ?? "") {
          fault(path, "lacks \(key.text ?? "?")")
        }
      case "properties":
        for part in value.members ?? [] {
          if let inner = member.value[part.key] { check(part.value, inner, "\(path).\(part.key)") }
        }
      case "additionalProperties":
        for part in value.members ?? [] where schema["properties"]?[part.key] == nil {
          fault(path, "has a member \(part.key) that the schema does not know")
        }
      case "items":
        for (index, element) in (value.elements ?? []).enumerated() {
          check(element, member.value, "\(path)[\(index)]")
        }
      case "minItems":
        if let least = member.value.decimal, Decimal(value.elements?.count ?? 0) < least { fault(path, "is too short") }
      case "maxItems":
        if let most = member.value.decimal, Decimal(value.elements?.count ?? 0) > most { fault(path, "is too long") }
      case "minimum":
        if let least = member.value.decimal, let number = value.decimal, number < least { fault(path, "is too small") }
      case "pattern":
        // Patterns of the schema are known by their text: no engine is needed here.
        if !Self.matches(value.text ?? "", member.value.text ?? "") { fault(path, "does not match") }
      default: fault(path, "the schema's keyword \(member.key) is not checked")
      }
    }
  }

  private func isOf(_ value: JSONValue, _ type: String) -> Bool {
    switch value {
    case .null: type == "null"
    case .bool: type == "boolean"
    case .number(let number): type == "number" || type == "integer" && !number.description.contains(".")
    case .string: type == "string"
    case .array: type == "array"
    case .object: type == "object"
    }
  }

  private static func matches(_ text: String, _ pattern: String) -> Bool {
    let bytes = Array(text.utf8)
    func isWord(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
    switch pattern {
    case "^[A-Z]{3}$": return bytes.count == 3 && bytes.allSatisfy { (0x41...0x5A).contains($0) }
    case "^[a-z][a-z0-9_]*$": return (0x61...0x7A).contains(bytes.first ?? 0) && bytes.allSatisfy(isWord)
    case "^[0-9]{4}-[0-9]{2}-[0-9]{2}$":
      return bytes.count == 10
        && bytes.enumerated().allSatisfy { [4, 7].contains($0) ? $1 == 0x2D : (0x30...0x39).contains($1) }
    case "^(sha256:[0-9a-f]{64}|unread:.*)$":
      if text.hasPrefix("unread:") { return true }
      return text.hasPrefix("sha256:") && bytes.count == 71
        && bytes.dropFirst(7).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    default: return false
    }
  }

  private mutating func fault(_ path: String, _ text: String) { faults.append("\(path) \(text)") }
}
