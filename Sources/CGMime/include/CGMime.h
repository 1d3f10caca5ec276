// SPDX-License-Identifier: GPL-3.0-or-later
// A mail message as a flat list of texts. Nothing of GMime or GLib shows here.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if !__has_feature(nullability)
#define _Nonnull
#define _Nullable
#endif

/// Owned by whoever parsed; freed by `iw_mail_free`. Its strings live as long as it does.
typedef struct iw_mail iw_mail;

/// One readable body: plain text or HTML, decoded to UTF-8. Of alternatives only the one that says most to a reader
/// of text is there: plain before HTML.
typedef struct {
  bool is_html;
  /// Zero is the message itself; each message that is attached inside another counts one more.
  int32_t depth;
  const char *_Nonnull text;
  size_t length;
} iw_mail_body;

/// A header of the message at a depth, encoded words decoded; empty where it has none.
typedef enum {
  IW_MAIL_FROM = 0,
  IW_MAIL_TO = 1,
  IW_MAIL_SUBJECT = 2,
  IW_MAIL_DATE = 3
} iw_mail_header;

/// Parses a message as RFC 5322 has it. Null where the bytes are no message or memory is short.
iw_mail *_Nullable iw_mail_parse(const uint8_t *_Nonnull bytes, size_t length);
void iw_mail_free(iw_mail *_Nullable mail);

int32_t iw_mail_body_count(const iw_mail *_Nonnull mail);
iw_mail_body iw_mail_body_at(const iw_mail *_Nonnull mail, int32_t index);
/// Messages: one, and one more for each that is attached.
int32_t iw_mail_message_count(const iw_mail *_Nonnull mail);
const char *_Nonnull iw_mail_header_of(const iw_mail *_Nonnull mail, int32_t message, iw_mail_header header);
/// Parts that were not read: attachments of other types, what could not be decoded, what was nested too deeply.
int32_t iw_mail_skipped(const iw_mail *_Nonnull mail);
