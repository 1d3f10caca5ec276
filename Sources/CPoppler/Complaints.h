// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "CPoppler.h"

enum { iw_most_complaints = 16, iw_complaint_length = 200 };

/// Where the log messages of one document go.
typedef struct {
  char texts[iw_most_complaints][iw_complaint_length];
  iw_pdf_complaint list[iw_most_complaints];
  size_t count;
  uint64_t total;
  /// The page that is being read; -1 for none.
  int32_t page;
} iw_complaints;

/// Sends what GLib logs on this thread to `complaints` until `iw_complaints_leave`; gives what it went to before.
iw_complaints *iw_complaints_enter(iw_complaints *complaints, int32_t page);
void iw_complaints_leave(iw_complaints *before);
