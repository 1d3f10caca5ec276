// SPDX-License-Identifier: GPL-3.0-or-later
#include "CLibXML.h"
#include "HTMLNames.h"
#include <stdlib.h>
#include <string.h>
#include <libxml/xmlversion.h>
// Its header pulls in ICU's, which need not be installed.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// Open elements looked at in vain for end tags without a start: libxml2 looks at all of them each time.
static const uint64_t most_lookups = 400000000;

struct iw_html {
  iw_html_event *events;
  size_t event_count, event_capacity;
  iw_html_attribute *attributes;
  size_t attribute_count, attribute_capacity;
  uint8_t *pool;
  size_t pool_count, pool_capacity;
  uint64_t lookups;
  iw_html_outcome outcome;
  htmlParserCtxtPtr context;
};

/// Notes the first reason for leaving something out.
static void give_up(iw_html *html, iw_html_outcome outcome) {
  if (html->outcome == IW_HTML_COMPLETE) html->outcome = outcome;
}

static void stop(iw_html *html, iw_html_outcome outcome) {
  give_up(html, outcome);
  if (html->context != NULL) xmlStopParser(html->context);
}

/// Makes room for `more` items in an array of items of `size` bytes.
static bool reserve(iw_html *html, void **array, size_t count, size_t *capacity, size_t more, size_t size) {
  if (count + more <= *capacity) return true;
  size_t wanted = *capacity * 2 > count + more ? *capacity * 2 : count + more;
  if (wanted < 256) wanted = 256;
  void *grown = wanted > UINT32_MAX ? NULL : realloc(*array, wanted * size);
  if (grown == NULL) {
    stop(html, IW_HTML_OUT_OF_MEMORY);
    return false;
  }
  *array = grown;
  *capacity = wanted;
  return true;
}

static bool add_bytes(iw_html *html, const uint8_t *bytes, size_t count) {
  if (!reserve(html, (void **)&html->pool, html->pool_count, &html->pool_capacity, count, 1)) return false;
  if (count > 0) memcpy(html->pool + html->pool_count, bytes, count);
  html->pool_count += count;
  return true;
}

static iw_html_event *add_event(iw_html *html, iw_html_event_kind kind, uint8_t tag) {
  if (!reserve(html, (void **)&html->events, html->event_count, &html->event_capacity, 1, sizeof *html->events))
    return NULL;
  iw_html_event *event = &html->events[html->event_count++];
  *event = (iw_html_event){.kind = (uint8_t)kind, .tag = tag, .first = 0, .count = 0};
  return event;
}

static void on_open(void *data, const xmlChar *name, const xmlChar **pairs) {
  iw_html *html = data;
  size_t first = html->attribute_count;
  for (; pairs != NULL && pairs[0] != NULL; pairs += 2) {
    uint8_t number = iw_html_attribute_number((const char *)pairs[0]);
    if (number == 0) continue;
    if (!reserve(
          html, (void **)&html->attributes, html->attribute_count, &html->attribute_capacity, 1,
          sizeof *html->attributes))
      return;
    size_t start = html->pool_count, length = pairs[1] == NULL ? 0 : strlen((const char *)pairs[1]);
    if (!add_bytes(html, pairs[1], length)) return;
    html->attributes[html->attribute_count++] =
      (iw_html_attribute){.name = number, .first = (uint32_t)start, .count = (uint32_t)length};
  }
  iw_html_event *event = add_event(html, IW_HTML_OPEN, iw_html_tag((const char *)name));
  if (event == NULL) return;
  event->first = (uint32_t)first;
  event->count = (uint32_t)(html->attribute_count - first);
}

static void on_close(void *data, const xmlChar *name) {
  add_event(data, IW_HTML_CLOSE, iw_html_tag((const char *)name));
}

static void on_text(void *data, const xmlChar *bytes, int length) {
  iw_html *html = data;
  if (length <= 0) return;
  size_t start = html->pool_count;
  if (!add_bytes(html, bytes, (size_t)length)) return;
  if (html->event_count > 0) {
    // The parser hands out one text in pieces.
    iw_html_event *last = &html->events[html->event_count - 1];
    if (last->kind == IW_HTML_TEXT && (size_t)last->first + last->count == start) {
      last->count += (uint32_t)length;
      return;
    }
  }
  iw_html_event *event = add_event(html, IW_HTML_TEXT, 0);
  if (event == NULL) return;
  event->first = (uint32_t)start;
  event->count = (uint32_t)length;
}

/// Sloppy markup is no finding; what keeps text from being read is.
#if LIBXML_VERSION >= 21200
static void on_error(void *data, const xmlError *error) {
#else
static void on_error(void *data, xmlErrorPtr error) {
#endif
  iw_html *html = data;
  if (html == NULL || error == NULL) return;
  switch (error->code) {
  case XML_ERR_NO_MEMORY: stop(html, IW_HTML_OUT_OF_MEMORY); break;
  case XML_ERR_INTERNAL_ERROR:
  case XML_ERR_NAME_TOO_LONG:
  case XML_ERR_USER_STOP: give_up(html, IW_HTML_STOPPED); break;
  case XML_ERR_COMMENT_NOT_FINISHED:
  case XML_ERR_GT_REQUIRED:
  case XML_ERR_ATTRIBUTE_NOT_FINISHED: give_up(html, IW_HTML_STOPPED); break;
  case XML_ERR_TAG_NAME_MISMATCH:
    html->lookups += html->context == NULL ? 0 : (uint64_t)html->context->nameNr;
    if (html->lookups > most_lookups) stop(html, IW_HTML_TOO_COSTLY);
    break;
  default: break;
  }
}

static void parse(iw_html *html, const uint8_t *bytes, size_t length) {
  xmlInitParser();
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt((const char *)bytes, (int)length);
  if (context == NULL || context->sax == NULL) {
    if (context != NULL) htmlFreeParserCtxt(context);
    give_up(html, IW_HTML_OUT_OF_MEMORY);
    return;
  }
  html->context = context;
  xmlSAXHandler *sax = context->sax;
  memset(sax, 0, sizeof *sax);
  sax->initialized = XML_SAX2_MAGIC;
  sax->startElement = on_open;
  sax->endElement = on_close;
  sax->characters = on_text;
  sax->ignorableWhitespace = on_text;
  sax->cdataBlock = on_text;
  sax->serror = on_error;
  context->userData = html;
  htmlCtxtUseOptions(
    context, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
  // No limit on size or depth: what they would cut is read here.
  context->options |= XML_PARSE_HUGE;
  xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(context);
  bool is_unread = context->input != NULL && context->input->cur < context->input->end;
  if (context->disableSAX != 0 || is_unread) give_up(html, IW_HTML_STOPPED);
  html->context = NULL;
  if (context->myDoc != NULL) {
    xmlFreeDoc(context->myDoc);
    context->myDoc = NULL;
  }
  htmlFreeParserCtxt(context);
}

iw_html *iw_html_parse(const uint8_t *bytes, size_t length) {
  iw_html *html = calloc(1, sizeof *html);
  if (html == NULL) return NULL;
  if (length > INT32_MAX - 64) {
    html->outcome = IW_HTML_OUT_OF_MEMORY;
  } else if (length > 0) {
    parse(html, bytes, length);
  }
  return html;
}

void iw_html_free(iw_html *html) {
  if (html == NULL) return;
  free(html->events);
  free(html->attributes);
  free(html->pool);
  free(html);
}

const iw_html_event *iw_html_events(const iw_html *html, size_t *count) {
  *count = html->event_count;
  return html->events;
}

const iw_html_attribute *iw_html_attributes(const iw_html *html, size_t *count) {
  *count = html->attribute_count;
  return html->attributes;
}

const uint8_t *iw_html_pool(const iw_html *html, size_t *count) {
  *count = html->pool_count;
  return html->pool;
}

iw_html_outcome iw_html_result(const iw_html *html) { return html->outcome; }
