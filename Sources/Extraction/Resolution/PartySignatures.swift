// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Days on which a party, or the last of them, signs: `the date of Quill's signature below`, `the day on which Quill
/// signs`, `when the last party has signed`.
extension TimeParser {
  private static let signingOpeners: WordChoice =
    "date|day|last|second|later|latter|both|signature|countersignature|signing"

  func partySignature(at token: Int) -> Parsed<TimePoint>? {
    let at = skipArticle(token)
    // Most days are told in other words: names are compared only where a signature can follow.
    guard passage.isOne(at, of: Self.signingOpeners) || (1...3).contains(where: { passage.isOne(at + $0, of: "'s|’s") })
    else { return nil }
    if let end = lastSigned(at: at) { return (.anchor("signature_date"), end) }
    if let signature = signature(ofParty: at) { return signature }
    guard passage.isOne(at, of: "date|day") else { return nil }
    if passage.word(at + 1) == "of", let signature = signature(ofParty: skipArticle(at + 2)) { return signature }
    let clause =
      passage.has(["on|when", "which"], at: at + 1) ? at + 3 : passage.isOne(at + 1, of: "that|when") ? at + 2 : 0
    guard clause > 0 else { return nil }
    if let end = lastSigned(at: skipArticle(clause)) { return (.anchor("signature_date"), end) }
    guard let party = party(at: clause), let end = pastSigning(party.end) else { return nil }
    return (.anchor(party.key), end)
  }

  /// "Quill's signature below", "signature of Quill".
  private func signature(ofParty token: Int) -> Parsed<TimePoint>? {
    func past(_ token: Int) -> Int { passage.isOne(token, of: "below|hereto|hereunder") ? token + 1 : token }
    if passage.isOne(token, of: "signature|countersignature|signing"), passage.isOne(token + 1, of: "of|by"),
      let party = party(at: token + 2)
    {
      return (.anchor(party.key), past(party.end))
    }
    guard let party = party(at: token), passage.isOne(party.end, of: "'s|’s"),
      passage.isOne(party.end + 1, of: "signature|countersignature|signing")
    else { return nil }
    return (.anchor(party.key), past(party.end + 2))
  }

  /// "the last party has signed", "both parties have signed", "the second of them signs".
  private func lastSigned(at token: Int) -> Int? {
    var at = token
    if passage.has(["both", "parties|of"], at: at) {
      at += 2
      if passage.word(at - 1) == "of" { while passage.isOne(at, of: "the|them|parties|us"), at < token + 5 { at += 1 } }
    } else if passage.isOne(at, of: "last|second|later|latter") {
      at += 1
      if passage.word(at) == "of" {
        at += 1
        while passage.isOne(at, of: "the|two|them|parties|signatories"), at < token + 6 { at += 1 }
      } else if passage.isOne(at, of: "party|signatory|side") {
        at += 1
      } else {
        return nil
      }
    } else {
      return nil
    }
    return pastSigning(at)
  }

  private func pastSigning(_ token: Int) -> Int? {
    var at = token
    while passage.isOne(at, of: "has|have|also|countersigned"), at < token + 3, passage.word(at) != "countersigned" {
      at += 1
    }
    return passage.isOne(at, of: "signs|signed|sign|countersigns|countersigned|executes|executed") ? at + 1 : nil
  }

  private func party(at token: Int) -> (key: String, end: Int)? {
    let at = passage.word(token) == "the" ? token + 1 : token
    func end(_ names: [String]) -> Int? {
      var best: Int?
      for name in names {
        let words = name.split(separator: " ")
        let isHere = words.indices.allSatisfy { passage.word(at + $0) == words[$0] }
        if isHere, !words.isEmpty { best = max(best ?? 0, at + words.count) }
      }
      return best
    }
    let vendor = end(knowledge.vendorNames + ["vendor", "supplier", "provider"])
    let customer = end(knowledge.customerNames + ["customer", "client"])
    // "Quill Works" may buy from "Quill": the longer name is meant.
    if let customer, customer > vendor ?? 0 { return ("customer_signature", customer) }
    return vendor.map { ("vendor_signature", $0) }
  }
}
