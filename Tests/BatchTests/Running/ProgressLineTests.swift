// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Batch

@Suite struct ProgressLineTests {
  @Test(arguments: [
    ("acme/order.pdf", 80, "3/12 acme/order.pdf"), ("acme/order.pdf", 12, "3/12 …r.pdf"),
    ("a\u{1B}[2Jb\n", 80, "3/12 a?[2Jb?"), ("order.pdf", 0, "3/12 …"),
  ])
  func `Fits the terminal and cannot command it`(path: String, width: Int, line: String) {
    #expect(ProgressLine.text(BatchProgress(done: 3, total: 12, path: path), width: width) == line)
  }
}
