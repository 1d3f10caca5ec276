// SPDX-License-Identifier: GPL-3.0-or-later
import CLibXML

/// Elements that reading tells apart; `text` is a text, `other` any other element.
enum HTMLTag: String {
  case text = "#text"
  case other = ""
  case a, address, article, aside, audio, b, blockquote, body, br, button, canvas, caption, center, datalist, dd, del
  case details, dialog, dir, div, dl, dt, em, fieldset, figcaption, figure, font, footer, form
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, iframe, img, input, ins, label, legend, li, listing, main
  case map, menu, nav, noembed, noframes, noscript, object, ol, optgroup, option, p, plaintext, pre, q, rp, s, script
  case section, select, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot
  case th, thead, title, tr, ul, video, xmp
  case svgText = "text"

  private static let byNumber: [HTMLTag] = {
    var tags: [HTMLTag] = []
    while let name = iw_html_tag_name(tags.count) { tags.append(HTMLTag(rawValue: String(cString: name)) ?? .other) }
    return tags
  }()

  /// The element of the shim's number.
  static func numbered(_ number: UInt8) -> HTMLTag {
    Int(number) < byNumber.count ? byNumber[Int(number)] : .other
  }

  /// The element of a name in lower case; nil for one that reading does not tell apart.
  static func named(_ name: String) -> HTMLTag? {
    guard let tag = HTMLTag(rawValue: name), tag != .text, tag != .other else { return nil }
    return tag
  }

  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether it stands on lines of its own where no style says otherwise.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .dir, .div, .dl,
      .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .html,
      .legend, .li, .listing, .main, .menu, .nav, .ol, .p, .plaintext, .pre, .section, .summary, .table, .tbody, .td,
      .tfoot, .th, .thead, .tr, .ul, .xmp, .optgroup:
      true
    default: false
    }
  }

  /// Whether what stands in it is never read by a person.
  var isNeverShown: Bool {
    switch self {
    // A browser shows `noscript` only to those who forbid scripts, and fallbacks only where it knows no better.
    case .script, .style, .template, .noscript, .noframes, .noembed, .iframe, .object, .video, .audio, .canvas,
      .datalist, .title, .rp:
      true
    default: false
    }
  }
}

/// Attributes that reading looks at.
enum HTMLAttribute: String, CaseIterable {
  case bgcolor, checked, `class`, colspan, hidden, id, media, multiple, open, reversed, role, rowspan, scope, selected
  case size, start, style, type, value

  private static let numbers: [HTMLAttribute: UInt8] = {
    var numbers: [HTMLAttribute: UInt8] = [:]
    var index = 0
    while let name = iw_html_attribute_name(index) {
      if let attribute = HTMLAttribute(rawValue: String(cString: name)) { numbers[attribute] = UInt8(index) }
      index += 1
    }
    return numbers
  }()

  /// The shim's number; 0, which no attribute has, where it does not know the name.
  var number: UInt8 { Self.numbers[self] ?? 0 }
}
