// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import FoundationSubset
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
  /// Of the contract's own fields, which only JSON has: how often, which plan, that it is free.
  var recurrence: String?
  var tier: String?
  var isFree = false
  var source: String?
  var line: Int?
  var others: [Promise.Other] = []
  /// What the file calls a column.
  var names: [PromiseColumn: String] = [:]

  /// Words to be read, or an amount that is settled.
  enum Given {
    case words(String)
    case quantity(Quantity)
    case value(EntitlementValue)
  }

  func name(of column: PromiseColumn) -> String { names[column] ?? column.name }

  /// For a row without a text: what its columns promise. Empty where they promise nothing.
  var wording: String {
    let parts = amounts
    guard !parts.isEmpty || kind != nil else { return "" }
    guard let kind else { return parts.joined(separator: ", ") }
    let name = String(kind.map { $0 == "_" ? " " : $0 })
    return parts.isEmpty ? name : "\(name): \(parts.joined(separator: ", "))"
  }

  /// How much, and until when, by columns of their own.
  var amounts: [String] {
    var parts: [String] = []
    for given in [quantity, value] {
      switch given {
      case .words(let words)?: parts.append(words)
      case .quantity(let quantity)?:
        parts.append(
          "\(quantity.amount)" + (quantity.unit.map { " \($0)" } ?? "") + (quantity.per.map { "/\($0)" } ?? ""))
      case .value(let value)?:
        if let amount = value.amount { parts.append((value.currency.map { "\($0) " } ?? "") + "\(amount)") }
        if let formula = value.formula { parts.append("\(formula.percent)%" + (formula.of.map { " of \($0)" } ?? "")) }
      case nil: continue
      }
    }
    if let validUntil { parts.append("until \(validUntil)") }
    return parts
  }
}

extension PromiseFile {
  /// A promise of a row or object. `number` counts from one, for its id.
  func promise(_ fields: PromiseFields, number: Int) -> Promise {
    let reading = extractor.readPromise(SourceText(line: fields.text))
    var promise = Promise(
      id: fields.id ?? "P\(number)", text: fields.text, grants: reading.promised, source: fields.source,
      line: fields.line,
      others: fields.others)
    if fields.text != fields.wording { promise.columns = fields.amounts }
    apply(fields, to: &promise)
    promise.doubt = doubt(promise, reading)
    return promise
  }

  private func apply(_ fields: PromiseFields, to promise: inout Promise) {
    if let kind = fields.kind {
      if let known = extractor.kind(named: SourceText(line: kind)) {
        settle(known, fields.text, &promise)
      } else {
        // Where the words name a kind themselves they are read by that.
        promise.note(fields.name(of: .kind), kind, "a kind that is known", isDecisive: promise.grants.isEmpty)
      }
    }
    applyOwn(fields, to: &promise)
    guard fields.quantity != nil || fields.value != nil || fields.validUntil != nil else { return }
    var grant = promise.grants.first ?? PromisedGrant()
    let cells = CellReader(extractor: extractor)
    applyQuantity(fields, cells, &grant, &promise)
    applyValue(fields, cells, &grant, &promise)
    applyTime(fields, cells, &grant, &promise)
    if grant.hasAmount, grant.unused == nil { grant.subject = .grant }
    if !promise.grants.isEmpty { promise.grants[0] = grant }
  }

  /// Fields by the contract's own names and words.
  private func applyOwn(_ fields: PromiseFields, to promise: inout Promise) {
    if let words = fields.recurrence {
      if let every = Recurrence.Every(rawValue: words) {
        for index in promise.grants.indices { promise.grants[index].recurrence = every }
      } else {
        promise.note("recurrence", words, "one of \(Recurrence.Every.allCases.map(\.rawValue).joined(separator: ", "))")
      }
    }
    if let words = fields.tier {
      if let tier = Tier(rawValue: words) {
        for index in promise.grants.indices where promise.grants[index].kind == "support_plan" {
          promise.grants[index].tier = tier
        }
      } else {
        promise.note("tier", words, "one of \(Tier.allCases.map(\.rawValue).joined(separator: ", "))")
      }
    }
    if fields.isFree { for index in promise.grants.indices { promise.grants[index].isFree = true } }
  }

  private func applyQuantity(
    _ fields: PromiseFields, _ cells: CellReader, _ grant: inout PromisedGrant, _ promise: inout Promise
  ) {
    switch fields.quantity {
    case .quantity(let quantity)?:
      grant.quantity = quantity
      grant.unread = nil
    case .words(let words)?:
      switch cells.count(words, kind: grant.kind, unit: grant.quantity?.unit ?? grant.unit) {
      case .value(let count):
        grant.quantity = count.quantity
        grant.isUnlimited = count.isUnlimited
        grant.recurrence = count.recurrence ?? (count.quantity?.per == nil ? grant.recurrence : nil)
        grant.unread = nil
      case .nothing: break
      case .unread:
        // A sum in the wrong column is a sum all the same.
        if fields.value == nil, case .value(let sum) = cells.sum(words), sum.value.currency != nil {
          grant.value = sum.value
        } else {
          promise.note(fields.name(of: .quantity), words, "one number")
        }
      }
    default: break
    }
  }

  private func applyValue(
    _ fields: PromiseFields, _ cells: CellReader, _ grant: inout PromisedGrant, _ promise: inout Promise
  ) {
    switch fields.value {
    case .value(let value)?:
      grant.value = value
      grant.unread = nil
    case .words(let words)?:
      switch cells.sum(words) {
      case .value(let sum):
        grant.value = sum.value
        grant.recurrence = sum.recurrence ?? grant.recurrence
        grant.unread = nil
      case .nothing: break
      case .unread: promise.note(fields.name(of: .value), words, "a sum of money or a share of fees")
      }
    default: break
    }
  }

  private func applyTime(
    _ fields: PromiseFields, _ cells: CellReader, _ grant: inout PromisedGrant, _ promise: inout Promise
  ) {
    guard let words = fields.validUntil else { return }
    switch cells.until(words) {
    case .value(let until) where until.neverExpires:
      grant.unused = .never_expires
      grant.unreadTime = nil
    case .value(let until):
      grant.unreadTime = nil
      let wording = until.timing.wording ?? grant.timing.wording
      grant.timing = until.timing
      grant.timing.wording = wording
    case .nothing: break
    case .unread:
      promise.note(fields.name(of: .validUntil), words, "a day, month, year or period that reads one way only")
    }
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
    if !reading.cues.isDisjoint(with: [.vague, .gift]), !promise.grants.contains(where: \.hasAmount) { return .vague }
    if promise.unread.contains(where: \.isDecisive) { return .unread_field }
    if promise.grants.isEmpty { return .no_entitlement }
    if promise.grants.contains(where: { $0.unread != nil }) { return .unread_amount }
    return promise.grants.allSatisfy(saysNothing) ? .vague : nil
  }

  /// A thing that is named in part only, without number, price, time or handling.
  private func saysNothing(_ grant: PromisedGrant) -> Bool {
    grant.isKindVague && grant.subject == .grant && !grant.hasAmount && !grant.isFree && grant.timing.isEmpty
  }
}

extension Promise {
  fileprivate mutating func note(_ column: String, _ words: String, _ expected: String, isDecisive: Bool = true) {
    unread.append(UnreadField(column: column, words: words, expected: expected, isDecisive: isDecisive))
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
