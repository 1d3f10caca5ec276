// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import InventoryModel

/// The JSON Schema (draft 2020-12) of an inventory, made from the same types that write it.
public enum InventorySchema {
  /// The text of `schema/inventory.schema.json`, with a line break at its end.
  public static var utf8: [UInt8] { tree.utf8() + [0x0A] }

  /// The schema itself.
  public static var tree: JSONValue {
    object(
      "An inventory of what documents grant. Every field is there; what is not known is null.",
      [
        ("schema", ["const": .string(Inventory.schema)]),
        ("documents", array(document)),
        ("entitlements", array(entitlement)),
      ],
      head: [
        .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
        .init("$id", "inventory.schema.json"), .init("title", "InWriting inventory"),
      ])
  }

  private static var document: JSONValue {
    object(
      "One file that was read.",
      [
        ("id", text("`sha256:` and the digest of the file's bytes", pattern: "^(sha256:[0-9a-f]{64}|unread:.*)$")),
        ("path", text("As it was given, or below the folder that was given")),
        ("format", words(DocumentFormat.self)), ("pages", whole("0 where none was read")),
        ("status", words(ReadingStatus.self)), ("problems", array(problem)),
        ("type", nullable(words(DocumentType.self))), ("vendor", nullable(text("Who supplies"))),
        ("customer", nullable(text("Who buys"))), ("parties", array(text("A contracting party, by its full name"))),
        ("governing_law", nullable(text("A state, province or country"))),
        ("order_number", nullable(text("The document's own"))), ("amends", array(text("An order number"))),
        ("agreement_date", nullable(date)), ("effective_date", nullable(date)), ("term", term),
        ("currency", nullable(currency)),
        ("fees", object("Net recurring fees", [("annual", nullable(number)), ("total", nullable(number))])),
        ("integration_clause", nullable(flag)), ("signature", signature), ("line_items", array(lineItem)),
        ("leads", array(lead)),
      ])
  }

  private static var term: JSONValue {
    object(
      "The document's term and renewal",
      [
        ("start", nullable(date)), ("end", nullable(date)), ("months", nullable(number)),
        ("auto_renews", nullable(flag)), ("renewal_months", nullable(number)), ("notice_days", nullable(number)),
      ])
  }

  private static var signature: JSONValue {
    let signer = object(
      "One who signs",
      [
        ("party", words(Signer.Party.self)), ("name", nullable(text("A person"))),
        ("title", nullable(text("A post"))), ("date", nullable(date)),
      ])
    return object(
      "Who signed",
      [
        ("status", words(Signature.Status.self)), ("envelope", nullable(text("Of electronic signing"))),
        ("signers", array(signer)),
      ])
  }

  private static var problem: JSONValue {
    object(
      "What could not be read, resolved or decided",
      [
        ("code", text("Stable; programs may test for it", pattern: "^[a-z][a-z0-9_]*$")),
        ("message", text("One sentence")), ("page", nullable(page)),
      ])
  }

  private static var lineItem: JSONValue {
    object(
      "One line of an order",
      [
        ("product", text("As written")), ("quantity", nullable(number)), ("unit_price", nullable(number)),
        ("total", nullable(number)), ("start", nullable(date)), ("end", nullable(date)), ("page", page),
      ])
  }

  private static var lead: JSONValue {
    object(
      "A clause that looks like a grant and gave none",
      [
        ("page", page), ("start", offset), ("end", offset), ("quote", text("Its words")),
        ("reason", words(Lead.Reason.self)),
      ])
  }
}
