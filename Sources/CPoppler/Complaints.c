// SPDX-License-Identifier: GPL-3.0-or-later
#include "Complaints.h"
#include <glib.h>
#include <pthread.h>
#include <string.h>

static _Thread_local iw_complaints *current = NULL;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static GLogFunc previous = NULL;

/// Messages differ by position alone: digits do not make a new one.
static bool is_alike(const char *a, const char *b) {
  for (;;) {
    while (g_ascii_isdigit(*a)) a++;
    while (g_ascii_isdigit(*b)) b++;
    if (*a != *b) return false;
    if (*a == 0) return true;
    a++;
    b++;
  }
}

static void note(iw_complaints *complaints, const char *message) {
  complaints->total++;
  if (complaints->count == iw_most_complaints) return;
  char *text = complaints->texts[complaints->count];
  g_strlcpy(text, message, iw_complaint_length);
  for (size_t index = 0; index < complaints->count; index++)
    if (is_alike(complaints->texts[index], text)) return;
  complaints->list[complaints->count++] = (iw_pdf_complaint){.message = text, .page = complaints->page};
}

/// For all domains: poppler's, GLib's own, GIO's. Other threads' messages go where they went before.
static void on_message(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data) {
  if (current == NULL) {
    if (previous != NULL) previous(domain, level, message, data);
    return;
  }
  // Poppler tells of damage at the level of information.
  bool is_poppler = domain != NULL && strcmp(domain, "Poppler") == 0;
  bool is_grave = (level & (G_LOG_LEVEL_DEBUG | G_LOG_LEVEL_INFO | G_LOG_LEVEL_MESSAGE)) == 0;
  if (message != NULL && (is_poppler || is_grave)) note(current, message);
}

static void install(void) { previous = g_log_set_default_handler(on_message, NULL); }

iw_complaints *iw_complaints_enter(iw_complaints *complaints, int32_t page) {
  pthread_once(&once, install);
  iw_complaints *before = current;
  complaints->page = page;
  current = complaints;
  return before;
}

void iw_complaints_leave(iw_complaints *before) { current = before; }
