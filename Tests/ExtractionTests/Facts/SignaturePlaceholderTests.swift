// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

/// What signing services and drafts leave on a line to sign is no signature, and a blank day is nobody's.
@Suite struct SignaturePlaceholderTests {
  private static let head = """
    ORDER FORM Q-5520

    Vendor: Pellucid Software LLC
    Customer: Nettle Bay Ferries Ltd
    Order Start Date: 1 May 2028
    Order End Date: 30 April 2031

    Pellucid grants Customer 40 training credits.


    """

  private static func block(_ first: String, _ second: String, date: String = "") -> String {
    """
    PELLUCID SOFTWARE LLC
    By: \(first)
    Name: Ada Quill
    Date: \(date)

    NETTLE BAY FERRIES LTD
    By: \(second)
    Name: Ben Orrin
    Date: \(date)
    """
  }

  @Test(arguments: [
    "{{Sig_es_:signer1:signature}}", "{{!Sig1_es_:signer2}}", #"\s1\"#, #"\sig1\"#, "/sn1/", "/s2/", "[signature]",
    "[sig|req|signer1]", "<<Signature>>", "«Sign_Here»", "[[s|0]]", "{signature:Client}", "%%signature%%", "#sig1#",
    "${signature}", "**signature_1**", "NOT FOR SIGNATURE", "SIGN HERE", "SignHere1", "Sign here", "(signature)",
    "[Signature Block]", "DRAFT - NOT FOR EXECUTION", "Awaiting signature", "To be signed", "[to be signed]", "TBD",
    "X", "X____________", "____________ (Seal)", "Customer Signature", "Authorised Signatory", "n/a",
    "Electronic signature required", "Click to sign", "[Unterschrift]", "Bitte hier unterschreiben", "Signez ici",
    "Firmar aquí", "See attached signature page",
  ])
  func isNoSignature(mark: String) {
    let facts = FactSample.facts(Self.head + Self.block(mark, mark, date: "{{Dte_es_:signer1:date}}"))
    #expect(facts.signature.status == .unsigned)
    #expect(facts.signature.signers.isEmpty && facts.agreementDate == nil)
    #expect(FactSample.facts(Self.head + Self.block("/s/ Ada Quill", mark)).signature.status == .partial)
  }

  @Test(arguments: [
    "/s/ Ada Quill", "Ada Quill", "/Ada Quill/", "/AQ/", "**Ada Quill**", "A. Mark Sign", "Will Page", "Ada X. Quill",
    "[signed] Ada Quill", "Ada Quill (Seal)", "“Ada Quill”", "Electronically signed", "Signature on file",
    #"\s\ Ada Quill"#, "[SIG]",
  ])
  func isASignature(mark: String) {
    #expect(FactSample.facts(Self.head + Self.block(mark, mark)).signature.status == .executed)
  }

  /// On a line of its own, without a key.
  @Test func aTagAloneIsAPlaceToSign() {
    let facts = FactSample.facts(
      Self.head + """
        PELLUCID SOFTWARE LLC
        By: /s/ Ada Quill

        NETTLE BAY FERRIES LTD
        {{Sig_es_:signer2:signature}}
        {{Dte_es_:signer2:date}}
        """)
    #expect(facts.signature.status == .partial)
    #expect(facts.signature.signers.map(\.name) == ["Ada Quill"])
  }

  @Test func aNoteOfTheSignaturePageIsNoPlaceToSign() {
    let facts = FactSample.facts(
      Self.head
        + "PELLUCID SOFTWARE LLC\nBy: /s/ Ada Quill\n[Signature Page]\n\nNETTLE BAY FERRIES LTD\nBy: /s/ Ben Orrin\n")
    #expect(facts.signature.status == .executed)
  }

  @Test func fieldsForNamesAreNoNames() {
    let facts = FactSample.facts(
      Self.head + """
        PELLUCID SOFTWARE LLC
        By: /s/ Ada Quill
        Title: {{Ttl_es_:signer1:title}}

        NETTLE BAY FERRIES LTD
        By: /s/ Ben Orrin
        Title: [title]
        """)
    #expect(facts.signature.signers.map(\.title) == [nil, nil])
  }

  /// Whatever the order says of its own days above, between or below.
  @Test(arguments: [
    head, head.replacing("Order End Date: 30 April 2031", with: "Expiration Date\n30 April 2031"),
    head.replacing("Order End Date: 30 April 2031", with: "Order End Date:\n30 April 2031"),
    head.replacing("Order End Date: 30 April 2031", with: "Order End Date 30 April 2031"),
    "ORDER FORM Q-5520\n\nPellucid Software LLC and Nettle Bay Ferries Ltd\nDate: 3 April 2028\n\n",
  ])
  func aBlankDateStaysBlank(head: String) {
    let signed = Self.block("/s/ Ada Quill", "/s/ Ben Orrin")
    for text in [head + signed, head + signed + "\n\nOrder Start Date: 1 May 2028\nEnds on 30 April 2031\n"] {
      let signature = FactSample.facts(text).signature
      #expect(signature.status == .executed && signature.signers.map(\.date) == [nil, nil], "\(text)")
    }
  }

  @Test(arguments: [
    "By: DocuSigned by: NAME\nName: NAME\nTitle: Head\nDate: 1/24/2028",
    "By: DocuSigned by:\nNAME\n8F3A2B1C9D4E4F5...\nName: NAME\nTitle: Head\nDate: 1/24/2028",
    "By: Signed by:\nNAME\n8F3A2B1C9D4E4F5...\nName: NAME\nTitle: Head\nDate: 1/24/2028",
    "DocuSigned by:\nNAME\n8F3A2B1C9D4E4F5...\nSignature\nName: NAME\nTitle: Head\nDate: 1/24/2028",
    "/s/ NAME\n______________________\nAuthorized Signature\nName: NAME\nTitle: Head\nDate: 1/24/2028",
    "Signature: Electronically signed by: NAME\nName: NAME\nTitle: Head\nDate: 1/24/2028",
  ])
  func twoKeysForOneSignatureAreOnePlace(block: String) {
    let facts = FactSample.facts(
      Self.head + "PELLUCID SOFTWARE LLC\n" + block.replacing("NAME", with: "Ada Quill")
        + "\n\nNETTLE BAY FERRIES LTD\n" + block.replacing("NAME", with: "Ben Orrin").replacing("24", with: "25") + "\n"
    )
    #expect(facts.signature.status == .executed)
    #expect(facts.signature.signers.map(\.name) == ["Ada Quill", "Ben Orrin"])
    #expect(facts.signature.signers.map(\.title) == ["Head", "Head"])
    #expect(facts.agreementDate == FactSample.day("2028-01-25"))
  }

  @Test func aSecondLineToSignIsNoCaption() {
    let text =
      Self.head + """
        PELLUCID SOFTWARE LLC
        Signature: /s/ Ada Quill
        Signature: ______________

        NETTLE BAY FERRIES LTD
        DocuSigned by: Ben Orrin
        """
    #expect(FactSample.facts(text).signature.status == .partial)
  }
}
