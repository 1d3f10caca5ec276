// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import FoundationEssentials
import Ingestion
import InventoryModel

/// The fields of a promise as a row or an object gives them, before they are understood.
struct PromiseFields {
  var id: String?
  var text = ""
  var kind: String?
  var quantity: Given?
  var value: Given?
  var validUntil: String?
  var source: String?
  var line: Int?
  var others: [Promise.Other] = []

  /// Words to be read, or an amount that is settled.
  enum Given {
    case words(String)
    case quantity(Quantity)
    case value(EntitlementValue)
  }
}

extension PromiseFile {
  /// A promise of a row or object. `number` counts from one, for its id.
  func promise(_ fields: PromiseFields, number: Int) -> Promise {
    let reading = extractor.readPromise(SourceText(line: fields.text))
    var promise = Promise(
      id: fields.id ?? "P\(number)", text: fields.text, grants: reading.grants, source: fields.source,
      line: fields.line,
      others: fields.others)
    apply(fields, to: &promise)
    promise.doubt = doubt(promise, reading)
    return promise
  }

  private func apply(_ fields: PromiseFields, to promise: inout Promise) {
    let kind = fields.kind.flatMap { extractor.kind(named: SourceText(line: $0)) }
    if let kind { settle(kind, fields.text, &promise) }
    guard fields.quantity != nil || fields.value != nil || fields.validUntil != nil else { return }
    guard let index = promise.grants.indices.first else { return }
    switch fields.quantity {
    case .quantity(let quantity)?: promise.grants[index].quantity = quantity
    case .words(let words)?:
      let unit = promise.grants[index].quantity?.unit
      if let read = extractor.promisedQuantity(SourceText(line: words), kind: promise.grants[index].kind, unit: unit) {
        promise.grants[index].quantity = read
      }
    default: break
    }
    switch fields.value {
    case .value(let value)?: promise.grants[index].value = value
    case .words(let words)?:
      if let read = extractor.promisedValue(SourceText(line: words)) { promise.grants[index].value = read }
    default: break
    }
    if let day = fields.validUntil.flatMap({ extractor.promisedDay(SourceText(line: $0)) }) {
      promise.grants[index].timing.lastDay = day
    }
    if promise.grants[index].hasAmount, promise.grants[index].unused == nil { promise.grants[index].subject = .grant }
  }

  /// The kind that a column gives stands above what the words seem to name.
  private func settle(_ kind: Kind, _ text: String, _ promise: inout Promise) {
    if let same = promise.grants.first(where: { $0.kind == kind }) {
      promise.grants = [same]
      promise.grants[0].isKindVague = false
    } else if var first = promise.grants.first {
      first.kind = kind
      first.isKindVague = false
      promise.grants = [first]
    } else {
      var grant = extractor.readTerms(SourceText(line: text))
      grant.kind = kind
      promise.grants = [grant]
    }
  }

  /// Why the words cannot be checked.
  func doubt(_ promise: Promise, _ reading: PromiseReading) -> Promise.Doubt? {
    if reading.cues.contains(.effort) { return .best_efforts }
    if reading.cues.contains(.vague), !promise.grants.contains(where: \.hasAmount) { return .vague }
    if promise.grants.isEmpty { return .no_entitlement }
    return promise.grants.allSatisfy(saysNothing) ? .vague : nil
  }

  /// A thing that is named in part only, without number, price, time or handling.
  private func saysNothing(_ grant: PromisedGrant) -> Bool {
    grant.isKindVague && grant.subject == .grant && !grant.hasAmount && !grant.isFree && grant.timing.isEmpty
  }
}
