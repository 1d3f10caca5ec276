// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "CPoppler.h"
#include "Complaints.h"
#include <poppler.h>

struct iw_pdf {
  PopplerDocument *document;
  iw_pdf_outcome outcome;
  int32_t page_count;
  iw_pdf_signature *signatures;
  size_t signature_count;
  bool has_signatures;
  iw_complaints complaints;
};

void iw_pdf_signatures_free(iw_pdf *pdf);
