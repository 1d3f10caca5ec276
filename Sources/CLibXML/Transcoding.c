// SPDX-License-Identifier: GPL-3.0-or-later
#include "CLibXML.h"
#include <stdlib.h>
#include <string.h>
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/encoding.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#if LIBXML_VERSION >= 21200
static void ignore(void *data, const xmlError *error) {
#else
static void ignore(void *data, xmlErrorPtr error) {
#endif
  (void)data;
  (void)error;
}

/// Converts what is in `in`, putting U+FFFD for what has no meaning; false where too much has none.
static bool convert(
  xmlCharEncodingHandlerPtr handler, xmlBufferPtr out, xmlBufferPtr in, bool is_last, size_t most, size_t *invalid
) {
  while (xmlBufferLength(in) > 0) {
    int before = xmlBufferLength(in);
    int result = xmlCharEncInFunc(handler, out, in);
    int left = xmlBufferLength(in);
    if (left == 0) return true;
    // A character that goes on in the next piece.
    if (!is_last && left < 8 && result != -2) return true;
    if (left < before && result != -2) continue;
    if (++*invalid > most) return false;
    if (xmlBufferAdd(out, BAD_CAST "\xEF\xBF\xBD", 3) != 0) return false;
    if (xmlBufferShrink(in, 1) < 0) return false;
  }
  return true;
}

uint8_t *iw_html_transcode(
  const char *encoding, const uint8_t *bytes, size_t length, size_t most, size_t *written, size_t *invalid
) {
  *written = 0;
  *invalid = 0;
  xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler(encoding);
  if (handler == NULL) return NULL;
  // Both are of this thread alone.
  xmlStructuredErrorFunc before = xmlStructuredError;
  void *before_context = xmlStructuredErrorContext;
  xmlSetStructuredErrorFunc(NULL, ignore);
  xmlBufferPtr in = xmlBufferCreate(), out = xmlBufferCreate();
  bool is_good = in != NULL && out != NULL;
  uint8_t *result = NULL;
  for (size_t at = 0; is_good && at < length;) {
    // Small pieces: what is left of one is moved after each undefined byte.
    size_t piece = length - at < 4096 ? length - at : 4096;
    is_good = xmlBufferAdd(in, bytes + at, (int)piece) == 0;
    at += piece;
    is_good = is_good && convert(handler, out, in, at == length, most, invalid);
  }
  if (is_good) {
    size_t count = (size_t)xmlBufferLength(out);
    result = malloc(count + 1);
    if (result != NULL) {
      if (count > 0) memcpy(result, xmlBufferContent(out), count);
      *written = count;
    }
  }
  if (in != NULL) xmlBufferFree(in);
  if (out != NULL) xmlBufferFree(out);
  xmlCharEncCloseFunc(handler);
  xmlSetStructuredErrorFunc(before_context, before);
  return result;
}

void iw_html_transcoded_free(uint8_t *bytes) { free(bytes); }
