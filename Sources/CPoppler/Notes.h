// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "CPoppler.h"
#include <poppler.h>

typedef struct {
  iw_pdf_note *list;
  size_t count, capacity;
} iw_notes;

/// Reads what stands over a page of this height.
void iw_notes_read(iw_notes *notes, PopplerPage *page, double height);
void iw_notes_free(iw_notes *notes);
