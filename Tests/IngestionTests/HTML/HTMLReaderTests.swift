// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Testing

@testable import Ingestion

/// The text of a page as it is printed.
func html(_ source: String) -> String { TextPrinting.plain(HTMLReader.read(Array(source.utf8), charset: nil)) }

@Suite("HTML: what is shown")
struct HTMLReaderTests {
  @Test(
    "lines and blocks",
    arguments: [
      ("<p>One <b>and</b>\n  two<p>Three", "One and two\n\nThree"),
      ("One<br>Two lines of a<br><br>Three", "One\n\nTwo lines of a\n\nThree"),
      ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
      ("<P ALIGN=center>Upper<HR>lower</P>", "Upper\n\nlower"),
      ("ends here<br>goes on", "ends here\ngoes on"),
      ("<span>a</span><span>b</span> <i> c</i>", "ab c"),
      ("<p>x</p>\n\n\n<p> </p><p>y", "x\n\ny"),
      ("<q>Said</q>", "“Said”"),
      (
        "<span style='display:inline-block'>a<br>b</span><span style='display:inline-block'>c<br>d</span>",
        "a\nb\n\nc\nd"
      ),
      ("per Year<sup>a</sup>, 1<sup>e</sup>", "per Year (a), 1e"), ("<sup>b</sup>from May", "(b) from May"),
      ("m<sup>2</sup> and 40<sup>1</sup> hours, 1<sup>st</sup>", "m² and 40¹ hours, 1st"),
      ("<pre>a  b\n  c</pre>", "a b\n\nc"),
      ("<p style='white-space:pre-line'>One day\nlong  gone", "One day\nlong gone"),
      ("<figure>Picture<figcaption>Lamp</figcaption></figure>", "Picture\n\nLamp"),
    ])
  func blocks(_ source: String, _ text: String) { #expect(html(source).replacingTabs == text.replacingTabs) }

  @Test(
    "characters",
    arguments: [
      ("a&nbsp;b", "a\u{A0}b"), ("a &nbsp; b", "a\tb"), ("a&nbsp; b", "a b"), ("Or&shy;der", "Order"),
      ("of&#8203;fer &#xFB01;le ﬄ", "offer file ffl"), ("&#147;x&#148; &#128;5", "“x” €5"),
      ("&amp;lt; &lt &AMP; &copy", "&lt; < & ©"), ("&dollar;5 &percnt;", "$5 %"),
      ("&bogus; &", "&bogus; &"), ("fees <$500, a < b, <5%", "fees <$500, a < b, <5%"),
      ("a\u{0}b\u{1}c", "abc"), ("(i)&ensp;Lamp", "(i) Lamp"),
    ])
  func characters(_ source: String, _ text: String) { #expect(html("<p>" + source) == text) }

  @Test(
    "what nobody reads is not there",
    arguments: [
      "<script>'x</p>'</script>", "<script>a<b</script>", "<style>p{x:y}</style>", "<template><p>x</template>",
      "<noscript>x</noscript>", "<!-- x -->", "<!-->", "<!-- x --!>", "<![if mso]>", "<?php x ?>", "<!x>",
      "<title>x</title>", "<p hidden>x</p>", "<p style='display: none'>x</p>", "<p style=visibility:hidden>x</p>",
      "<p style='font-size:0'>x</p>", "<p style='opacity: 0'>x</p>", "<s>x</s>", "<strike>x</strike>", "<del>x</del>",
      "<span style='text-decoration:line-through'>x</span>", "<p class='a b'>x</p>", "<p id=i>x</p>",
      "<aside>x</aside>",
      "<div class=box><p>x</p></div>", "<p class=late style='display:block'>x</p>", "<input type=hidden value=x>",
      "<p style='position:absolute;left:-9999px'>x</p>", "<p style='mso-hide:all'>x</p>",
      "<p style='height:0;overflow:hidden'>x</p>", "<dialog>x</dialog>", "<iframe>x</iframe>",
      "<svg><title>x</title><desc>x</desc></svg>", "<ul><li hidden>x</ul>", "<table hidden><tr><td>x</table>",
      "<datalist><option>x</datalist>",
    ])
  func hidden(_ source: String) {
    let style = """
      <style><!-- .b, #i { display:none } aside{display:none} .box > p { display:none } /* } */
      .late{display:none !important} @media print { .shown { display:none } } @media (max-width:5px){.shown{display:none}}
      .none .shown{display:none} --></style>
      """
    #expect(html(style + "<p>A</p>" + source + "<p>B</p>") == "A\n\nB")
  }

  @Test(
    "what everybody reads is there",
    arguments: [
      "<p class=shown>x</p>", "<p aria-hidden=true>x</p>", "<ins>x</ins>", "<p style='opacity:.5'>x</p>",
      "<div style='visibility:hidden'><p style='visibility:visible'>x</p></div>",
      "<p hidden style='display:block'>x</p>",
      "<div style='font-size:0'><p style='font-size:10pt'>x</p></div>", "<del style='text-decoration:none'>x</del>",
      "<details><summary>x</summary></details>", "<dialog open>x</dialog>", "<custom-tag>x</custom-tag>",
      "<svg><text>x</text></svg>", "<![if !mso]>x<![endif]>", "<xmp>x</xmp>", "<textarea>x</textarea>",
      "<input value=x>", "<select><option>w<option selected>x</select>", "<select><option>x<option>y</select>",
      "<a href=\"y>x</a>",
    ])
  func shown(_ source: String) {
    let style = "<style>.shown{display:none}.shown{display:block}</style>"
    #expect(html(style + "<p>A</p>" + source + "<p>B</p>") == "A\n\nx\n\nB")
  }

  @Test("boxes are ticked or not")
  func boxes() {
    #expect(
      html("<input type=checkbox checked>Yes <input type=CHECKBOX>No <input type=radio checked=''>Both")
        == "[X] Yes [ ] No [X] Both")
  }

  @Test(
    "what swallows text is a problem",
    arguments: [
      ("<p>A<!-- no end <p>B", Problem.Code.damaged), ("<p>A<script>no end <p>B", .damaged),
      ("<p>A<b class='x", .damaged), ("<p>A<a href=\"y>B</a>", .damaged), ("<p>A</b", .damaged),
      ("<p>A<style>no end", .damaged), ("", .empty), ("<p> </p>", .empty), ("<p hidden>A", .empty),
    ])
  func problems(_ source: String, _ code: Problem.Code) {
    let text = HTMLReader.read(Array(source.utf8), charset: nil)
    #expect(text.problems.map(\.code) == [code])
    #expect(source.contains("A") && !source.contains("hidden") ? text.string(0..<1) == "A" : text.lines.isEmpty)
  }

  @Test("headings, lists and their labels")
  func roles() {
    let text = HTMLReader.read(
      Array(
        """
        <h2>Terms</h2><ol><li>First<ol type=a><li>Inner</ol><li value=7><p>Seventh<p>More</ol>
        <ol type=I start=3><li>Third</ol><ol reversed><li>Two<li>One</ol><ul><li>Point<li>(c) Own</ul>
        <ul style="list-style:none"><li>Bare</ul><p><b>4.2 Support</b><p><b>Scope</b><p>(b) Plain text of an item.
        <p>12 months are agreed.<p>A.&nbsp; &nbsp;The order stands.
        """.utf8), charset: nil)
    #expect(
      text.blockTexts == [
        "Terms", "1. First", "a. Inner", "7. Seventh", "More", "III. Third", "2. Two", "1. One", "• Point", "(c) Own",
        "Bare", "4.2 Support", "Scope", "(b) Plain text of an item.", "12 months are agreed.", "A. The order stands.",
      ])
    #expect(
      text.blocks.map(\.role) == [
        .heading(level: 2), .listItem(level: 1), .listItem(level: 2), .listItem(level: 1), .paragraph,
        .listItem(level: 1), .listItem(level: 1), .listItem(level: 1), .listItem(level: 1), .listItem(level: 1),
        .listItem(level: 1), .heading(level: 2), .heading(level: 2), .listItem(level: 1), .paragraph,
        .listItem(level: 2),
      ])
    #expect(
      text.blocks.map { $0.label.map(text.string) } == [
        nil, "1.", "a.", "7.", nil, "III.", "2.", "1.", "•", "(c)", nil, "4.2", nil, "(b)", nil, "A.",
      ])
  }

  @Test("page marks and envelope ids are furniture")
  func furniture() {
    let text = HTMLReader.read(
      Array("<p>Docusign Envelope ID: 0A-1<p>Text<p>Page 1 of 2<p>3<p>Seite 2 / 2".utf8), charset: nil)
    #expect(text.furniture == ["Docusign Envelope ID: 0A-1", "Page 1 of 2", "Seite 2 / 2"])
    #expect(text.blockTexts == ["Text", "3"])
    #expect(text.pages.count == 1)
  }
}

extension String {
  /// Wide gaps and single spaces are not told apart by every test.
  fileprivate var replacingTabs: String { String(decoding: utf8.map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self) }
}
