// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler rebuilds a colour transform on every page of a file with an output intent, most of all its time. Text needs no
// colours, so the entry is renamed before poppler sees it. In an object stream it is compressed and stays.
#define _GNU_SOURCE
#include "OutputIntents.h"
#include <stdbool.h>
#include <string.h>

static const char name[] = "/OutputIntents";
static const size_t name_length = sizeof name - 1;

static bool is_space(uint8_t byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r') || byte == 0; }
static bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }

static const uint8_t *skip_spaces(const uint8_t *at, const uint8_t *end) {
  while (at < end && is_space(*at)) at++;
  return at;
}

/// An array, or a reference such as `12 0 R`.
static bool is_value(const uint8_t *at, const uint8_t *end) {
  const uint8_t *limit = (size_t)(end - at) > 64 ? at + 64 : end;
  at = skip_spaces(at, limit);
  if (at < limit && *at == '[') return true;
  for (int part = 0; part < 2; part++) {
    const uint8_t *start = at;
    while (at < limit && is_digit(*at)) at++;
    if (at == start) return false;
    at = skip_spaces(at, limit);
  }
  return at < limit && *at == 'R';
}

static bool matches(const uint8_t *at, const uint8_t *end, const char *word) {
  size_t length = strlen(word);
  return (size_t)(end - at) >= length && memcmp(at, word, length) == 0;
}

/// Whether `at` lies in a stream's data; looks no further back than `start`, where the answer was `before`.
static bool is_in_stream(const uint8_t *start, const uint8_t *at, const uint8_t *end, bool before) {
  for (const uint8_t *near = at; near > start; near--) {
    if (*near == 'e' && (matches(near, end, "endstream") || matches(near, end, "endobj"))) return false;
    if (*near == 's' && matches(near, end, "stream")) {
      bool is_end = near - start >= 3 && memcmp(near - 3, "end", 3) == 0;
      return !is_end && near + 6 < end && (near[6] == '\n' || near[6] == '\r');
    }
  }
  return before;
}

void iw_rename_output_intents(uint8_t *bytes, size_t length) {
  uint8_t *end = bytes + length, *from = bytes;
  bool in_stream = false;
  for (;;) {
    uint8_t *found = memmem(from, (size_t)(end - from), name, name_length);
    if (found == NULL) return;
    in_stream = is_in_stream(from, found, end, in_stream);
    from = found + name_length;
    if (!in_stream && is_value(from, end)) found[1] = 'X';
  }
}
