// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Signature fields of a PDF form.
enum SignatureFields {
  static func fields(_ signatures: [PDFDocument.Signature], in bytes: [UInt8]) -> [SignatureField] {
    guard !signatures.isEmpty else { return [] }
    return signatures.map { signature in
      SignatureField(
        name: signature.name, isSigned: signature.isSigned, signer: signature.signer, date: nil,
        page: (signature.page ?? 0) + 1)
    }
  }
}
