// SPDX-License-Identifier: GPL-3.0-or-later
#include "HTMLNames.h"
#include "CLibXML.h"
#include <string.h>

// Sorted, for the search halves them; number 0 stands for all others.
static const char *const tags[] = {
  "", "a", "abbr", "address", "article", "aside", "audio", "b", "blockquote", "body", "br", "button", "canvas",
  "caption", "center", "code", "datalist", "dd", "del", "details", "dialog", "dir", "div", "dl", "dt", "em",
  "fieldset", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
  "hgroup", "hr", "html", "i", "iframe", "img", "input", "ins", "label", "legend", "li", "listing", "main", "map", "mark", "menu",
  "meta", "nav", "noembed", "noframes", "noscript", "object", "ol", "optgroup", "option", "p", "plaintext", "pre", "q",
  "rp", "rt", "s", "script", "section", "select", "small", "span", "strike", "strong", "style", "sub", "summary", "sup",
  "svg", "table", "tbody", "td", "template", "text", "textarea", "tfoot", "th", "thead", "title", "tr", "u", "ul", "video",
  "xmp",
};

static const char *const attributes[] = {
  "", "align", "bgcolor", "checked", "class", "color", "colspan", "hidden", "id", "media", "multiple", "open",
  "reversed", "role", "rowspan", "scope", "selected", "size", "start", "style", "text", "type", "value",
};

static const size_t tag_count = sizeof tags / sizeof tags[0];
static const size_t attribute_count = sizeof attributes / sizeof attributes[0];

const char *iw_html_tag_name(size_t index) { return index < tag_count ? tags[index] : NULL; }
const char *iw_html_attribute_name(size_t index) { return index < attribute_count ? attributes[index] : NULL; }

static uint8_t find(const char *name, const char *const *names, size_t count) {
  char lower[16];
  size_t length = 0;
  for (; name[length] != 0; length++) {
    if (length == sizeof lower - 1) return 0;
    char c = name[length];
    lower[length] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
  }
  lower[length] = 0;
  size_t low = 1, high = count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    int order = strcmp(lower, names[middle]);
    if (order == 0) return (uint8_t)middle;
    if (order < 0) high = middle; else low = middle + 1;
  }
  return 0;
}

uint8_t iw_html_tag(const char *name) { return find(name, tags, tag_count); }
uint8_t iw_html_attribute_number(const char *name) { return find(name, attributes, attribute_count); }
