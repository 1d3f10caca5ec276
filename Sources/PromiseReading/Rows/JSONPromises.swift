// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationEssentials
import InventoryModel

/// Promises of a JSON file: a list, or an object that holds one; plain strings, or objects of the contract's fields.
struct JSONPromises {
  let file: PromiseFile

  func read(_ text: String) throws(PromiseFileError) -> PromiseList {
    let root: JSONValue
    do { root = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) } catch { throw .malformedJSON }
    guard let elements = Self.list(root) else { throw .noList }
    guard !elements.isEmpty else { throw .empty }
    var list = PromiseList(format: .json, promises: [])
    for (index, element) in elements.enumerated() {
      let fields = fields(element)
      guard !fields.text.isEmpty else {
        list.problems.append(.init(.noText, "Promise \(index + 1) of the file has no `text`; it was left out."))
        continue
      }
      list.promises.append(file.promise(fields, number: index + 1))
    }
    if list.promises.isEmpty { throw .noTextColumn(elements.first?.members?.map(\.key) ?? []) }
    return list
  }

  /// The list itself, that under `promises`, or the first that an object holds.
  private static func list(_ root: JSONValue) -> [JSONValue]? {
    if let elements = root.elements { return elements }
    if let elements = root["promises"]?.elements { return elements }
    return root.members?.lazy.compactMap { $0.value.elements }.first
  }

  private func fields(_ element: JSONValue) -> PromiseFields {
    var fields = PromiseFields()
    if let text = element.text { fields.text = text.tidied }
    for member in element.members ?? [] where !member.value.isNull {
      guard let column = PromiseColumn.named(member.key) else {
        fields.others.append(.init(name: member.key, value: plain(member.value)))
        continue
      }
      switch column {
      case .quantity: fields.quantity = quantity(member.value)
      case .value: fields.value = value(member.value)
      default: column.set(plain(member.value).tidied, &fields)
      }
    }
    if fields.validUntil == nil, let end = element["validity"]?["end"]?.text { fields.validUntil = end }
    return fields
  }

  private func plain(_ value: JSONValue) -> String { value.text ?? value.text(.line) }

  private func quantity(_ value: JSONValue) -> PromiseFields.Given {
    guard let amount = value["amount"]?.decimal else { return .words(plain(value)) }
    return .quantity(Quantity(amount: amount, unit: value["unit"]?.text, per: value["per"]?.text))
  }

  private func value(_ value: JSONValue) -> PromiseFields.Given {
    if let amount = value["amount"]?.decimal {
      return .value(EntitlementValue(amount: amount, currency: value["currency"]?.text))
    }
    if let amount = value.decimal { return .value(EntitlementValue(amount: amount, currency: nil)) }
    return .words(plain(value))
  }
}
