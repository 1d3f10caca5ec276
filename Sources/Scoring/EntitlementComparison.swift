// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON

/// Compares one entitlement with one of the gold, field by field. A field that the gold leaves out is not compared;
/// null in the gold states that there is none.
enum EntitlementComparison {
  static func results(_ gold: JSONValue, _ read: JSONValue) -> [FieldResult] {
    quantity(gold, read) + worth(gold, read) + time(gold, read) + terms(gold, read)
  }

  /// The members to compare: all of them where the gold says that there is none at all.
  private static func stated(_ gold: JSONValue, _ field: String, _ keys: [String]) -> [String] {
    guard let value = gold[field] else { return [] }
    return value.isNull ? keys : keys.filter { value.states($0) }
  }

  private static func isSame(_ gold: JSONValue, _ read: JSONValue, _ field: String, _ keys: [String]) -> Bool {
    keys.allSatisfy { gold.at(field, $0).isSame(read.at(field, $0)) }
  }

  private static func quantity(_ gold: JSONValue, _ read: JSONValue) -> [FieldResult] {
    var results: [FieldResult] = []
    let (wanted, got) = (gold.at("quantity"), read.at("quantity"))
    let keys = stated(gold, "quantity", ["amount"])
    if !keys.isEmpty {
      results.append(FieldResult("quantity", isSame(gold, read, "quantity", keys), wanted: wanted, got: got))
    }
    for key in ["unit", "per"] where !wanted.at(key).isNull {
      results.append(FieldResult(key, wanted.at(key) == got.at(key), wanted: wanted.at(key), got: got.at(key)))
    }
    return results
  }

  private static func worth(_ gold: JSONValue, _ read: JSONValue) -> [FieldResult] {
    var results: [FieldResult] = []
    let (value, readValue) = (gold.at("value"), read.at("value"))
    let keys = stated(gold, "value", ["amount"])
    if !keys.isEmpty {
      let isCurrencyRight = value.at("currency").isNull || value.at("currency") == readValue.at("currency")
      let isRight = isSame(gold, read, "value", keys) && isCurrencyRight
      results.append(FieldResult("value", isRight, wanted: value, got: readValue))
    }
    let feeKeys = stated(gold, "fee", ["amount", "percent"])
    if !feeKeys.isEmpty {
      let isRight = isSame(gold, read, "fee", feeKeys)
      results.append(FieldResult("fee", isRight, wanted: gold.at("fee"), got: read.at("fee")))
    }
    return results
  }

  private static func time(_ gold: JSONValue, _ read: JSONValue) -> [FieldResult] {
    var results = stated(gold, "validity", ["start", "end", "redeem_by"]).map { key in
      let (wanted, got) = (gold.at("validity", key), read.at("validity", key))
      return FieldResult("validity_\(key)", wanted.isSameDay(got), wanted: wanted, got: got)
    }
    // That there is no day to order by need not be said of a grant without any validity.
    if gold.at("validity").isNull { results.removeAll { $0.name == "validity_redeem_by" } }
    if let wanted = gold["recurrence"] {
      let got = read.at("recurrence")
      let isRight: Bool
      if wanted.isNull || got.isNull {
        isRight = wanted.isNull && got.isNull
      } else {
        let count = wanted.at("periods").elements?.count
        isRight =
          wanted.at("every") == got.at("every")
          && (count == nil || count == got.at("periods").elements?.count ?? 0)
      }
      results.append(FieldResult("recurrence", isRight, wanted: wanted, got: got))
    }
    return results
  }

  private static func terms(_ gold: JSONValue, _ read: JSONValue) -> [FieldResult] {
    var results: [FieldResult] = []
    if let wanted = gold["tier"] {
      results.append(FieldResult("tier", wanted == read.at("tier"), wanted: wanted, got: read.at("tier")))
    }
    for key in ["unused", "transferable", "swappable"] where gold.at("conditions").states(key) {
      let (wanted, got) = (gold.at("conditions", key), read.at("conditions", key))
      results.append(FieldResult(key, wanted == got, wanted: wanted, got: got))
    }
    if let wanted = gold["gaps"] {
      let got = read.at("gaps")
      let isRight = Set(wanted.elements ?? []) == Set(got.elements ?? [])
      results.append(FieldResult("gaps", isRight, wanted: wanted, got: got))
    }
    if gold.at("superseded") == true {
      let got = read.at("superseded_by")
      results.append(FieldResult("superseded", !got.isNull, wanted: true, got: got))
    }
    return results
  }
}
