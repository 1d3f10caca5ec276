// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import InventoryModel

extension InventorySchema {
  static var entitlement: JSONValue {
    object(
      "Something the customer may use up or call upon because a document grants it",
      [
        ("id", text("Of this entitlement")), ("document", text("The id of the document that grants it")),
        ("kind", text("A word of the taxonomy", pattern: "^[a-z][a-z0-9_]*$")), ("name", nullable(text("As written"))),
        ("tier", nullable(words(Tier.self))), ("quantity", nullable(quantity)), ("value", nullable(value)),
        ("fee", nullable(fee)), ("validity", validity), ("recurrence", nullable(recurrence)),
        ("purpose", nullable(text("What it is for"))), ("conditions", conditions),
        ("owner", nullable(text("Who looks after it"))),
        ("superseded_by", nullable(text("The id of the document that ended or replaced it"))),
        ("gaps", array(words(Gap.self))), ("certainty", words(Certainty.self)),
        ("rule", array(text("`pack/rule`, or `pack/kinds.KIND` where a name in a table's row was enough"))),
        ("evidence", array(evidence)),
      ])
  }

  private static var quantity: JSONValue {
    object(
      "How much",
      [
        ("amount", number), ("unit", nullable(text("A singular noun"))),
        ("per", nullable(["type": "string", "enum": ["day", "month", "year"]])),
      ])
  }

  private static var value: JSONValue {
    let formula = object("A share", [("percent", number), ("of", nullable(text("Such as `annual_fees`")))])
    return object(
      "What it is worth to the customer",
      [
        ("amount", nullable(number)), ("currency", nullable(currency)), ("basis", words(EntitlementValue.Basis.self)),
        ("formula", nullable(formula)),
      ])
  }

  private static var fee: JSONValue {
    object(
      "What the customer pays for it; an amount of 0 is free",
      [
        ("amount", nullable(number)), ("currency", nullable(currency)), ("percent", nullable(number)),
        ("of", nullable(text("Such as `annual_fees`"))),
      ])
  }

  private static var validity: JSONValue {
    object(
      "From when until when, both days included",
      [
        ("start", nullable(date)), ("end", nullable(date)), ("redeem_by", nullable(date)),
        ("basis", words(Validity.Basis.self)), ("text", nullable(text("The words that say so"))),
      ])
  }

  private static var recurrence: JSONValue {
    object(
      "Granted anew every period",
      [
        ("every", words(Recurrence.Every.self)),
        ("periods", array(object("One period", [("start", date), ("end", date)]))),
      ])
  }

  private static var conditions: JSONValue {
    object(
      "What restricts it; null where the text is silent",
      [
        ("unused", nullable(words(UnusedHandling.self))), ("swappable", nullable(flag)),
        ("transferable", nullable(flag)), ("text", array(text("A clause, as written"))),
      ])
  }

  private static var evidence: JSONValue {
    let box: JSONValue = [
      "description": "Left, top, right, bottom in points from the page's top left corner",
      "type": "array", "items": number, "minItems": 4, "maxItems": 4,
    ]
    return object(
      "The words that prove it",
      [
        ("role", words(Evidence.Role.self)), ("page", page), ("start", offset), ("end", offset),
        ("quote", text("Verbatim")), ("boxes", array(box)),
      ])
  }
}
