// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Ingestion

@Suite struct FurnitureFormTests {
  @Test(arguments: [
    ("Page 3 of 12", "page"), ("- 3 -", "page"), ("DocuSign Envelope ID: 3B1F77C0", "envelope"),
    ("Signed under envelope id 77", "envelope"), ("Acme – Confidential", "confidential"),
    ("© Acme. All Rights Reserved", "confidential"), ("By: ______", "signature"), ("Signature: x", "signature"),
    ("/s/ Ada Quill", "signature"), ("Signed by /s/ Ada Quill, Confidential", "confidential signature"),
    ("-----", "rule"), ("By the way: no", ""), ("Confident all rights are reserved", ""), ("", ""),
  ])
  func saysWhatALineIs(line: String, forms: String) {
    let form = FurnitureForm(Array(line.utf8))
    let found = [
      (form.isPageNumber, "page"), (form.isEnvelope, "envelope"), (form.isConfidential, "confidential"),
      (form.isSignature, "signature"), (form.isRule, "rule"),
    ]
    #expect(found.filter(\.0).map(\.1).joined(separator: " ") == forms)
  }
}
