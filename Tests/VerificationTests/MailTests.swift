// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import PromiseReading
import Testing

/// Promises of mails, through GMime.
@Suite struct MailTests {
  private static let head = """
    From: Ines Kolb <ines@quillmark.example>
    To: Meg <meg@dunmore.example>
    Subject: =?utf-8?b?QW5nZWJvdCDigJMgb2ZmZXI=?=
    Date: Tue, 8 Feb 2028 10:00:00 +0100
    MIME-Version: 1.0

    """

  private func texts(_ mail: String) throws -> [String] {
    try Support.promises(mail, file: "m.eml", vendor: "Quillmark Systems Inc.", customer: "Dunmore Timber Limited")
      .promises.map(\.text)
  }

  @Test func quotedPrintable() throws {
    let mail =
      Self.head
      + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nYou get a =E2=82=AC9,000 adop=\ntion fund.\n"
    #expect(try texts(mail) == ["You get a €9,000 adoption fund."])
  }

  @Test func base64InAnotherEncoding() throws {
    let body = Data(
      [0x57, 0x65, 0x20, 0x67, 0x69, 0x76, 0x65, 0x20, 0x79, 0x6F, 0x75, 0x20, 0x61, 0x20, 0x80]
        + Array("7,500 adoption fund.".utf8)
    ).base64EncodedString()
    let mail =
      Self.head + "Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: base64\n\n\(body)\n"
    #expect(try texts(mail) == ["We give you a €7,500 adoption fund."])
  }

  @Test func htmlOnly() throws {
    let mail =
      Self.head + """
        Content-Type: text/html; charset=utf-8

        <html><body><p>Hello Meg,<br>this comes with the order:</p><ul><li>30 exam vouchers</li></ul>
        <table><tr><td>Training credits</td><td>120</td></tr></table>
        <blockquote>On 7 Feb 2028, Meg &lt;meg@dunmore.example&gt; wrote:<br>We get 400 exam vouchers elsewhere.</blockquote></body></html>
        """
    #expect(try texts(mail) == ["30 exam vouchers", "Training credits: 120"])
  }

  @Test func alternativesAreReadOnce() throws {
    let mail =
      Self.head + """
        Content-Type: multipart/mixed; boundary=outer

        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain

        You get 30 exam vouchers.
        --inner
        Content-Type: text/html

        <p>You get 30 exam vouchers.</p>
        --inner--
        --outer
        Content-Type: application/pdf
        Content-Disposition: attachment; filename=a.pdf

        x
        --outer--
        """
    let list = try Support.promises(mail, file: "m.eml")
    #expect(list.promises.map(\.text) == ["You get 30 exam vouchers."])
    #expect(list.problems.map(\.code.rawValue) == ["parts_skipped"])
  }

  @Test func earlierMailsCountUntilRevised() throws {
    let mail =
      Self.head + """
        Content-Type: text/plain

        Hello Meg,

        sorry, we can give you 50 training credits only.

        Kind regards
        Ines
        Free training credits for everybody: 3 at our user day!

        On Mon, 7 Feb 2028 at 09:00, Meg <meg@dunmore.example>
        wrote:

        > We want 200 training credits and 5 sandboxes.
        >
        > On Fri, 4 Feb 2028 Ines Kolb <ines@quillmark.example> wrote:
        >
        >> You get 80 training credits.
        >> We also give you two test sandboxes.
        """
    #expect(
      Set(try texts(mail)) == [
        "sorry, we can give you 50 training credits only.", "We also give you two test sandboxes.",
      ])
  }

  @Test func headersOfOtherPrograms() throws {
    let mail =
      Self.head + """
        Content-Type: text/plain

        We give you 60 consulting hours.

        From: Meg <meg@dunmore.example>
        Sent: Monday, 7 February 2028 09:00
        To: Ines Kolb
        Subject: offer

        We will give you 90 consulting hours of our own.
        """
    #expect(try texts(mail) == ["We give you 60 consulting hours."])
  }

  @Test func aCustomerMayWriteItDown() throws {
    let mail = """
      From: Meg <meg@dunmore.example>
      To: Ines Kolb <ines@quillmark.example>
      Subject: our call
      Date: Tue, 8 Feb 2028 10:00:00 +0100
      Content-Type: text/plain

      You offered 45 training credits. We need 70 exam vouchers.
      """
    #expect(try texts(mail) == ["You offered 45 training credits."])
  }

  @Test func noMail() {
    #expect(throws: PromiseFileError.self) { try Support.promises("\n\n\u{7}", file: "m.eml") }
  }

  @Test(.timeLimit(.minutes(1)))
  func hostileMails() throws {
    var nested = Self.head
    for level in 0..<3000 { nested += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n" }
    nested += "Content-Type: text/plain\n\nYou get 30 exam vouchers.\n"
    // Deeper than parts are followed: the text is read as it stands.
    #expect(try texts(nested) == ["You get 30 exam vouchers."])
    let quoted =
      Self.head + "Content-Type: text/plain\n\nYou get 30 exam vouchers.\n"
      + String(repeating: String(repeating: ">", count: 400) + " On a\n", count: 2000)
    #expect(try texts(quoted) == ["You get 30 exam vouchers."])
  }

  @Test func headersThatHTMLSetsApart() throws {
    let mail = """
      From: Ines Falk <ines@quillmark.example>
      To: Meg <meg@dunmore.example>
      Subject: offer
      MIME-Version: 1.0
      Content-Type: text/html; charset=utf-8

      <html><body><div>Correction: the exam vouchers are 16, not 24.</div><hr><div><b>From:</b> Ines Falk<br>\
      <b>Sent:</b> Monday, 1 May 2028 09:00<br><b>To:</b> Meg<br><b>Subject:</b> offer</div>\
      <div><p>We include:</p><table><tr><th>Item</th><th>Amount</th></tr><tr><td>Exam vouchers</td><td>24</td></tr>\
      <tr><td>Sandboxes</td><td>3</td></tr></table></div></body></html>
      """
    let list = try Support.promises(mail, file: "m.eml", vendor: "Quillmark Systems Inc.")
    #expect(list.promises.compactMap { $0.grants.first?.quantity?.amount } == [16, 3])
    #expect(list.leftOut.map(\.reason) == [.revised])
  }
}
