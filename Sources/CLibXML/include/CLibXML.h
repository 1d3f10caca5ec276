// SPDX-License-Identifier: GPL-3.0-or-later
// HTML as a flat list of events. Nothing of libxml2 shows here.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if !__has_feature(nullability)
#define _Nonnull
#define _Nullable
#endif

typedef enum {
  IW_HTML_OPEN = 0,
  IW_HTML_CLOSE = 1,
  IW_HTML_TEXT = 2
} iw_html_event_kind;

/// One event. `tag` indexes `iw_html_tag_name`; 0 is any other element.
/// Open: `count` attributes from `first`. Text: `count` bytes of the pool from `first`.
typedef struct {
  uint8_t kind;
  uint8_t tag;
  uint32_t first;
  uint32_t count;
} iw_html_event;

/// A known attribute; others are left out. Its value is `count` bytes of the pool from `first`.
typedef struct {
  uint8_t name;
  uint32_t first;
  uint32_t count;
} iw_html_attribute;

/// Why a part of the input is not among the events.
typedef enum {
  IW_HTML_COMPLETE = 0,
  IW_HTML_OUT_OF_MEMORY = 1,
  /// The parser stopped of itself (depth, size, an error of its own), or found markup without an end.
  IW_HTML_STOPPED = 2,
  /// So many end tags without a start, at such a depth, that going on would take too long.
  IW_HTML_TOO_COSTLY = 3
} iw_html_outcome;

/// Owned by whoever parsed; freed by `iw_html_free`. Its arrays live as long as it does.
typedef struct iw_html iw_html;

/// Parses UTF-8 without zero bytes, comments and tags that never end. Null only where there is no memory for the handle itself.
iw_html *_Nullable iw_html_parse(const uint8_t *_Nonnull bytes, size_t length);
void iw_html_free(iw_html *_Nullable html);

const iw_html_event *_Nullable iw_html_events(const iw_html *_Nonnull html, size_t *_Nonnull count);
const iw_html_attribute *_Nullable iw_html_attributes(const iw_html *_Nonnull html, size_t *_Nonnull count);
const uint8_t *_Nullable iw_html_pool(const iw_html *_Nonnull html, size_t *_Nonnull count);
iw_html_outcome iw_html_result(const iw_html *_Nonnull html);

/// The names of elements and attributes by number, in lower case; null past the last.
const char *_Nullable iw_html_tag_name(size_t index);
const char *_Nullable iw_html_attribute_name(size_t index);

/// The bytes of a text in a named encoding as UTF-8, undefined ones as U+FFFD and counted in `invalid`. Null where the
/// encoding is not known, where more than `most` bytes are undefined, or where memory is short. Freed by
/// `iw_html_transcoded_free`.
uint8_t *_Nullable iw_html_transcode(
  const char *_Nonnull encoding, const uint8_t *_Nonnull bytes, size_t length, size_t most,
  size_t *_Nonnull written, size_t *_Nonnull invalid);
void iw_html_transcoded_free(uint8_t *_Nullable bytes);
