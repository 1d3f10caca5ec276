// SPDX-License-Identifier: GPL-3.0-or-later
#include "CGMime.h"
#include <gmime/gmime.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { most_depth = 16, most_parts = 512, header_count = 4 };

struct iw_mail {
  iw_mail_body *bodies;
  int32_t body_count, body_capacity;
  char **headers;
  int32_t message_count, message_capacity;
  int32_t parts, skipped;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void start(void) { g_mime_init(); }

/// A copy that is valid UTF-8, without zero bytes.
static char *copy(const char *text, size_t length, size_t *written) {
  gchar *valid = g_utf8_make_valid(text == NULL ? "" : text, text == NULL ? 0 : (gssize)length);
  size_t count = strlen(valid);
  char *result = malloc(count + 1);
  if (result != NULL) memcpy(result, valid, count + 1);
  g_free(valid);
  if (written != NULL) *written = result == NULL ? 0 : count;
  return result;
}

static void add_body(iw_mail *mail, bool is_html, int32_t depth, const char *text, size_t length) {
  if (mail->body_count == mail->body_capacity) {
    int32_t capacity = mail->body_capacity * 2 + 4;
    iw_mail_body *grown = realloc(mail->bodies, (size_t)capacity * sizeof *grown);
    if (grown == NULL) {
      mail->skipped++;
      return;
    }
    mail->bodies = grown;
    mail->body_capacity = capacity;
  }
  iw_mail_body body = {.is_html = is_html, .depth = depth};
  body.text = copy(text, length, &body.length);
  if (body.text == NULL) {
    mail->skipped++;
    return;
  }
  mail->bodies[mail->body_count++] = body;
}

static bool add_message(iw_mail *mail, GMimeMessage *message) {
  if (mail->message_count == mail->message_capacity) {
    int32_t capacity = mail->message_capacity * 2 + 2;
    char **grown = realloc(mail->headers, (size_t)capacity * header_count * sizeof *grown);
    if (grown == NULL) return false;
    mail->headers = grown;
    mail->message_capacity = capacity;
  }
  static const char *const names[header_count] = {"From", "To", "Subject", "Date"};
  for (int index = 0; index < header_count; index++) {
    GMimeHeader *header = g_mime_header_list_get_header(g_mime_object_get_header_list(GMIME_OBJECT(message)), names[index]);
    const char *value = header == NULL ? NULL : g_mime_header_get_value(header);
    mail->headers[mail->message_count * header_count + index] = copy(value, value == NULL ? 0 : strlen(value), NULL);
  }
  mail->message_count++;
  return true;
}

static bool is_text(GMimeObject *part, const char *subtype) {
  GMimeContentType *type = g_mime_object_get_content_type(part);
  return type != NULL && g_mime_content_type_is_type(type, "text", subtype);
}

static bool is_attached(GMimeObject *part) {
  const char *disposition = g_mime_object_get_disposition(part);
  return disposition != NULL && g_ascii_strcasecmp(disposition, "attachment") == 0;
}

static void read_part(iw_mail *mail, GMimeObject *part, int32_t depth, int32_t level);

static void read_text(iw_mail *mail, GMimeObject *part, int32_t depth) {
  gchar *text = GMIME_IS_TEXT_PART(part) ? g_mime_text_part_get_text(GMIME_TEXT_PART(part)) : NULL;
  if (text == NULL) {
    mail->skipped++;
    return;
  }
  add_body(mail, is_text(part, "html"), depth, text, strlen(text));
  g_free(text);
}

/// Whether a part, or one inside it, is a text of that subtype.
static bool holds(GMimeObject *part, const char *subtype, int32_t level) {
  if (level > most_depth) return false;
  if (!GMIME_IS_MULTIPART(part)) return is_text(part, subtype);
  for (int index = 0; index < g_mime_multipart_get_count(GMIME_MULTIPART(part)); index++) {
    if (holds(g_mime_multipart_get_part(GMIME_MULTIPART(part), index), subtype, level + 1)) return true;
  }
  return false;
}

/// Blank, or only the remark that the HTML is to be read: "Your viewer does not show HTML."
static bool is_stub(const char *text, size_t length) {
  enum { longest_remark = 400 };
  bool has_letter = false, has_digit = false;
  for (size_t at = 0; at < length; at++) {
    has_letter = has_letter || (unsigned char)text[at] > 0x20;
    has_digit = has_digit || g_ascii_isdigit(text[at]);
  }
  if (!has_letter) return true;
  if (length > longest_remark || has_digit) return false;
  gchar *lower = g_ascii_strdown(text, (gssize)length);
  bool names_html = strstr(lower, "html") != NULL || strstr(lower, "browser") != NULL;
  g_free(lower);
  return names_html;
}

/// Takes out the bodies from `first` to before `end`.
static void drop_bodies(iw_mail *mail, int32_t first, int32_t end) {
  for (int32_t index = first; index < end; index++) free((void *)mail->bodies[index].text);
  memmove(mail->bodies + first, mail->bodies + end, (size_t)(mail->body_count - end) * sizeof *mail->bodies);
  mail->body_count -= end - first;
}

/// Of alternatives the plain text, else the HTML, else the last, which its sender holds for the best.
static void read_alternatives(iw_mail *mail, GMimeMultipart *parts, int32_t depth, int32_t level) {
  static const char *const wanted[] = {"plain", "html"};
  const int32_t start = mail->body_count;
  for (int choice = 0; choice < 2; choice++) {
    for (int index = 0; index < g_mime_multipart_get_count(parts); index++) {
      GMimeObject *part = g_mime_multipart_get_part(parts, index);
      if (!holds(part, wanted[choice], level)) continue;
      int32_t before = mail->body_count;
      read_part(mail, part, depth, level + 1);
      if (mail->body_count == before) continue;
      if (choice == 0) {
        bool says_nothing = true;
        for (int32_t body = before; body < mail->body_count; body++) {
          says_nothing = says_nothing && is_stub(mail->bodies[body].text, mail->bodies[body].length);
        }
        if (says_nothing) break;
      } else if (before > start) {
        drop_bodies(mail, start, before);
      }
      return;
    }
  }
  if (mail->body_count > start) return;
  int count = g_mime_multipart_get_count(parts);
  if (count > 0) read_part(mail, g_mime_multipart_get_part(parts, count - 1), depth, level + 1);
}

static void read_message(iw_mail *mail, GMimeMessage *message, int32_t depth, int32_t level) {
  if (message == NULL || !add_message(mail, message)) {
    mail->skipped++;
    return;
  }
  GMimeObject *content = g_mime_message_get_mime_part(message);
  if (content != NULL) read_part(mail, content, depth, level + 1);
}

static void read_part(iw_mail *mail, GMimeObject *part, int32_t depth, int32_t level) {
  if (part == NULL || level > most_depth || ++mail->parts > most_parts) {
    mail->skipped++;
  } else if (GMIME_IS_MULTIPART(part)) {
    GMimeMultipart *parts = GMIME_MULTIPART(part);
    GMimeContentType *type = g_mime_object_get_content_type(part);
    if (type != NULL && g_mime_content_type_is_type(type, "multipart", "alternative")) {
      read_alternatives(mail, parts, depth, level);
      return;
    }
    for (int index = 0; index < g_mime_multipart_get_count(parts); index++) {
      read_part(mail, g_mime_multipart_get_part(parts, index), depth, level + 1);
    }
  } else if (GMIME_IS_MESSAGE_PART(part)) {
    read_message(mail, g_mime_message_part_get_message(GMIME_MESSAGE_PART(part)), mail->message_count, level + 1);
  } else if (!is_attached(part) && (is_text(part, "plain") || is_text(part, "html"))) {
    read_text(mail, part, depth);
  } else {
    mail->skipped++;
  }
}

iw_mail *iw_mail_parse(const uint8_t *bytes, size_t length) {
  pthread_once(&once, start);
  iw_mail *mail = calloc(1, sizeof *mail);
  if (mail == NULL) return NULL;
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, length);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
  if (message != NULL) {
    read_message(mail, message, 0, 0);
    g_object_unref(message);
  }
  g_object_unref(parser);
  g_object_unref(stream);
  if (message != NULL && mail->message_count > 0) return mail;
  iw_mail_free(mail);
  return NULL;
}

void iw_mail_free(iw_mail *mail) {
  if (mail == NULL) return;
  for (int32_t index = 0; index < mail->body_count; index++) free((void *)mail->bodies[index].text);
  for (int32_t index = 0; index < mail->message_count * header_count; index++) free(mail->headers[index]);
  free(mail->bodies);
  free(mail->headers);
  free(mail);
}

int32_t iw_mail_body_count(const iw_mail *mail) { return mail->body_count; }

iw_mail_body iw_mail_body_at(const iw_mail *mail, int32_t index) {
  if (index >= 0 && index < mail->body_count) return mail->bodies[index];
  return (iw_mail_body){.text = ""};
}

int32_t iw_mail_message_count(const iw_mail *mail) { return mail->message_count; }

const char *iw_mail_header_of(const iw_mail *mail, int32_t message, iw_mail_header header) {
  if (message < 0 || message >= mail->message_count || (int)header < 0 || (int)header >= header_count) return "";
  const char *value = mail->headers[message * header_count + header];
  return value == NULL ? "" : value;
}

int32_t iw_mail_skipped(const iw_mail *mail) { return mail->skipped; }
