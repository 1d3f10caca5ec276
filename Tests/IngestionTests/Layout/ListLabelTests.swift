// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Ingestion

@Suite("Labels of items")
struct ListLabelTests {
  @Test(
    "what a label is",
    arguments: [
      ("1. Training", "1."), ("4.2 Data", "4.2"), ("(a) two hundred", "(a)"), ("(iv) any", "(iv)"), ("a) one", "a)"),
      ("• place", "•"), ("– place", "–"), ("§ 3 Training", "§ 3"), ("Article IV. Fees", "Article IV."),
      ("C.7a Credits", "C.7a"), ("R 1 Items", "R 1"), ("R1 Items", "R1"), ("IV. Terms", "IV."), ("12) last", "12)"),
    ] as [(String, String)])
  func labels(_ text: String, _ label: String) {
    let bytes = Array(text.utf8)
    #expect(ListLabel.scan(bytes[...]).map { String(decoding: bytes[..<$0.length], as: UTF8.self) } == label)
  }

  @Test(
    "what is none",
    arguments: [
      "(the Fund)", "2025 was", "1,000 users", "$5.00 each", "vendor", "Customer", "in time", "I", "99.9% up",
    ])
  func words(_ text: String) {
    #expect(ListLabel.scan(Array(text.utf8)[...]) == nil)
  }
}
