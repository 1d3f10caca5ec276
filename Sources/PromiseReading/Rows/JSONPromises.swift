// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import ExactJSON
import FoundationSubset
import Ingestion
import InventoryModel

/// Promises of a JSON file: a list, or an object that holds one; plain strings, or objects of the contract's fields.
struct JSONPromises {
  let file: PromiseFile

  func read(_ text: String) throws(PromiseFileError) -> PromiseList {
    let root: JSONValue
    do {
      root = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    } catch {
      let fault = JSONFault.first(in: Array(text.utf8))
      throw .malformedJSON(line: fault.line, column: fault.column)
    }
    guard let elements = Self.list(root) else { throw .noList }
    guard !elements.isEmpty else { throw .empty }
    var list = PromiseList(format: .json, promises: [])
    for (index, element) in elements.enumerated() {
      list.append(fields(element), place: "promise \(index + 1)", file: file)
    }
    guard !list.promises.isEmpty else {
      guard let keys = elements.first(where: { $0.members != nil })?.members?.map(\.key) else { throw .noTexts }
      throw .noTextColumn(keys)
    }
    return list
  }

  /// The list itself, that under `promises`, what an inventory grants, or all lists that an object holds; lists within
  /// lists are one.
  private static func list(_ root: JSONValue) -> [JSONValue]? {
    if let elements = root.elements { return flat(elements) }
    for key in ["promises", "entitlements"] {
      if let elements = root[key]?.elements { return flat(elements) }
    }
    let lists = (root.members ?? []).compactMap { $0.value.elements }.filter { !$0.isEmpty }
    return lists.isEmpty ? root.members?.lazy.compactMap { $0.value.elements }.first : flat(lists.flatMap { $0 })
  }

  private static func flat(_ elements: [JSONValue]) -> [JSONValue] {
    elements.flatMap { element in element.elements ?? [element] }
  }

  private func fields(_ element: JSONValue) -> PromiseFields {
    var fields = PromiseFields()
    if let text = element.text { fields.text = text.tidied }
    var members = element.members ?? []
    // As `verify` itself writes it: what was understood stands in an object of its own.
    if let promised = element["promised"]?.members {
      members.removeAll { $0.key == "promised" }
      members += promised.filter { inner in !members.contains { $0.key == inner.key && !$0.value.isNull } }
    }
    let columns = PromiseColumns(members.map(\.key))
    for (member, column) in zip(members, columns.fields) where !member.value.isNull {
      guard let column else {
        if member.key == "validity", let end = member.value["end"]?.text {
          fields.validUntil = fields.validUntil ?? end
          fields.names[.validUntil] = fields.names[.validUntil] ?? "validity.end"
        } else if member.key == "recurrence" {
          fields.recurrence = plain(member.value["every"] ?? member.value)
        } else if member.key == "tier" {
          fields.tier = plain(member.value)
        } else if member.key == "fee", member.value["amount"]?.decimal == 0 {
          fields.isFree = true
        } else {
          fields.others.append(.init(name: member.key, value: plain(member.value)))
        }
        continue
      }
      fields.names[column] = member.key
      switch column {
      case .quantity: fields.quantity = quantity(member.value)
      case .value: fields.value = value(member.value)
      // As an inventory has it; without a last day it settles nothing.
      case .validUntil where member.value.members != nil: fields.validUntil = member.value["end"]?.text
      default: column.set(plain(member.value).tidied, &fields)
      }
    }
    if fields.text.isEmpty, fields.kind == nil, let other = fields.others.firstIndex(where: { isPromise($0.value) }) {
      fields.text = fields.others.remove(at: other).value.tidied
    }
    return fields
  }

  /// A member by another name that says what contracts grant.
  private func isPromise(_ words: String) -> Bool {
    file.extractor.readPromise(SourceText(line: words.tidied)).grants.contains { !$0.isKindVague || $0.hasAmount }
  }

  private func plain(_ value: JSONValue) -> String { value.text ?? value.text(.line) }

  private func quantity(_ value: JSONValue) -> PromiseFields.Given {
    guard let amount = value["amount"]?.decimal else { return .words(plain(value)) }
    return .quantity(Quantity(amount: amount, unit: value["unit"]?.text, per: value["per"]?.text))
  }

  private func value(_ value: JSONValue) -> PromiseFields.Given {
    if value["amount"]?.decimal == nil, let formula = value["formula"] ?? value["percent"].map({ _ in value }),
      let percent = formula["percent"]?.decimal
    {
      return .value(
        EntitlementValue(
          amount: nil, currency: nil, basis: .computed,
          formula: Formula(percent: percent, of: formula["of"]?.text ?? "annual_fees")))
    }
    if let amount = value["amount"]?.decimal {
      return .value(EntitlementValue(amount: amount, currency: value["currency"]?.text))
    }
    if let amount = value.decimal { return .value(EntitlementValue(amount: amount, currency: nil)) }
    return .words(plain(value))
  }
}
