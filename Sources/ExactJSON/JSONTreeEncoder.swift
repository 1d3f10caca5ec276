// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

extension JSONValue {
  /// The tree of any encodable value: members in the order in which the value encodes them, `Decimal` as an exact
  /// number, an absent optional as `null`. Throws what the value's own `encode(to:)` throws.
  public init(encoding value: some Encodable) throws {
    let slot = Slot()
    try slot.fill(with: value, path: [])
    self = slot.value
  }
}

/// A place of the tree that is being filled. Containers are handed out before their content is known, so that it is a
/// reference; one encoding owns it and stays on one thread.
private final class Slot {
  private enum Content {
    case scalar(JSONValue)
    case array([Slot])
    case object([(key: String, slot: Slot)])
  }
  private var content = Content.scalar(.null)

  var value: JSONValue {
    switch content {
    case .scalar(let value): value
    case .array(let slots): .array(slots.map(\.value))
    case .object(let members): .object(members.map { .init($0.key, $0.slot.value) })
    }
  }

  var count: Int {
    guard case .array(let slots) = content else { return 0 }
    return slots.count
  }

  func set(_ value: JSONValue) { content = .scalar(value) }
  func becomeArray() { if case .array = content {} else { content = .array([]) } }
  func becomeObject() { if case .object = content {} else { content = .object([]) } }

  func appendElement() -> Slot {
    let slot = Slot()
    guard case .array(var slots) = content else { return slot }
    content = .scalar(.null)  // Gives the array up, so that it grows in place.
    slots.append(slot)
    content = .array(slots)
    return slot
  }

  func appendMember(_ key: String) -> Slot {
    let slot = Slot()
    guard case .object(var members) = content else { return slot }
    content = .scalar(.null)
    members.append((key, slot))
    content = .object(members)
    return slot
  }

  /// Told by the type's identity where it can be: to ask of each value what it conforms to takes far longer.
  func fill<Value: Encodable>(with value: Value, path: [any CodingKey]) throws {
    let type: Any.Type = Value.self
    let isPlain =
      type == String.self || type == Decimal.self || type == Int.self || type == Bool.self || type == Double.self
      || type == JSONValue.self
    if isPlain, fillPlain(with: value) { return }
    try value.encode(to: TreeEncoder(slot: self, codingPath: path))
  }

  /// Numbers of all types, texts, flags and trees; false for others, which encode themselves.
  func fillPlain(with value: some Encodable) -> Bool {
    switch value {
    case let text as String: set(.string(text))
    case let number as Decimal: set(.number(number))
    case let number as Int: set(.number(Decimal(number)))
    case let flag as Bool: set(.bool(flag))
    case let number as any BinaryInteger: set(Self.number(String(describing: number)))
    case let number as any BinaryFloatingPoint: set(Self.number(String(describing: number)))
    case let tree as JSONValue: set(tree)
    default: return false
    }
    return true
  }

  private static func number(_ text: String) -> JSONValue { Decimal(string: text).map(JSONValue.number) ?? .null }
}

private struct TreeEncoder: Encoder {
  let slot: Slot
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    slot.becomeObject()
    return KeyedEncodingContainer(Members<Key>(slot: slot, codingPath: codingPath))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    slot.becomeArray()
    return Elements(slot: slot, codingPath: codingPath)
  }
  func singleValueContainer() -> any SingleValueEncodingContainer { Single(slot: slot, codingPath: codingPath) }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let slot: Slot
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) { slot.appendMember(key.stringValue).set(.null) }
  func encode(_ value: String, forKey key: Key) { slot.appendMember(key.stringValue).set(.string(value)) }
  func encode(_ value: Int, forKey key: Key) { slot.appendMember(key.stringValue).set(.number(Decimal(value))) }
  func encode(_ value: Bool, forKey key: Key) { slot.appendMember(key.stringValue).set(.bool(value)) }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try slot.appendMember(key.stringValue).fill(with: value, path: codingPath + [key])
  }
  func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  // Synthesised conformances call these by name for the common types; the protocol's own leave the member out.
  func encodeIfPresent(_ value: String?, forKey key: Key) {
    if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ value: Int?, forKey key: Key) {
    if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ value: Bool?, forKey key: Key) {
    if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ value: Double?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested>
  {
    TreeEncoder(slot: slot.appendMember(key.stringValue), codingPath: codingPath + [key]).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    TreeEncoder(slot: slot.appendMember(key.stringValue), codingPath: codingPath + [key]).unkeyedContainer()
  }
  func superEncoder() -> any Encoder { TreeEncoder(slot: slot.appendMember("super"), codingPath: codingPath) }
  func superEncoder(forKey key: Key) -> any Encoder {
    TreeEncoder(slot: slot.appendMember(key.stringValue), codingPath: codingPath + [key])
  }
}

private struct Elements: UnkeyedEncodingContainer {
  let slot: Slot
  let codingPath: [any CodingKey]
  var count: Int { slot.count }

  func encodeNil() { slot.appendElement().set(.null) }
  func encode<Value: Encodable>(_ value: Value) throws { try slot.appendElement().fill(with: value, path: codingPath) }
  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    TreeEncoder(slot: slot.appendElement(), codingPath: codingPath).container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    TreeEncoder(slot: slot.appendElement(), codingPath: codingPath).unkeyedContainer()
  }
  func superEncoder() -> any Encoder { TreeEncoder(slot: slot.appendElement(), codingPath: codingPath) }
}

private struct Single: SingleValueEncodingContainer {
  let slot: Slot
  let codingPath: [any CodingKey]

  func encodeNil() { slot.set(.null) }
  func encode<Value: Encodable>(_ value: Value) throws {
    // A number of any type comes here to be encoded.
    if !slot.fillPlain(with: value) { try slot.fill(with: value, path: codingPath) }
  }
}
