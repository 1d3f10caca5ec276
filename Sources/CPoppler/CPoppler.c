// SPDX-License-Identifier: GPL-3.0-or-later
#include "CPoppler.h"
#include "Complaints.h"
#include "Document.h"
#include "OutputIntents.h"
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// Poppler reads its tables of encodings anew with the first of all open documents: one stays open.
static const char smallest[] =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
  "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n"
  "trailer<</Size 3/Root 1 0 R>>\nstartxref\n101\n%%EOF\n";
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void keep_one_open(void) {
  iw_complaints unheard = {.page = -1};
  iw_complaints *before = iw_complaints_enter(&unheard, -1);
  GBytes *bytes = g_bytes_new_static(smallest, sizeof smallest - 1);
  // Never freed: it lives as long as the process.
  poppler_document_new_from_bytes(bytes, NULL, NULL);
  g_bytes_unref(bytes);
  iw_complaints_leave(before);
}

iw_pdf *iw_pdf_open(const uint8_t *bytes, size_t length) {
  pthread_once(&once, keep_one_open);
  iw_pdf *pdf = calloc(1, sizeof *pdf);
  if (pdf == NULL) return NULL;
  // Poppler counts a stream's bytes in `int` here and there.
  uint8_t *copy = length > INT_MAX ? NULL : malloc(length > 0 ? length : 1);
  if (copy == NULL) {
    pdf->outcome = IW_PDF_OUT_OF_MEMORY;
    return pdf;
  }
  memcpy(copy, bytes, length);
  iw_rename_output_intents(copy, length);
  iw_complaints *before = iw_complaints_enter(&pdf->complaints, -1);
  GBytes *owned = g_bytes_new_with_free_func(copy, length, free, copy);
  GError *error = NULL;
  pdf->document = poppler_document_new_from_bytes(owned, NULL, &error);
  g_bytes_unref(owned);
  if (pdf->document != NULL) {
    pdf->outcome = IW_PDF_OPENED;
    pdf->page_count = poppler_document_get_n_pages(pdf->document);
    if (pdf->page_count < 0) pdf->page_count = 0;
  } else {
    pdf->outcome =
      g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? IW_PDF_ENCRYPTED : IW_PDF_MALFORMED;
  }
  g_clear_error(&error);
  iw_complaints_leave(before);
  return pdf;
}

void iw_pdf_close(iw_pdf *pdf) {
  if (pdf == NULL) return;
  iw_complaints *before = iw_complaints_enter(&pdf->complaints, -1);
  iw_pdf_signatures_free(pdf);
  g_clear_object(&pdf->document);
  iw_complaints_leave(before);
  free(pdf);
}

iw_pdf_outcome iw_pdf_result(const iw_pdf *pdf) { return pdf->outcome; }
int32_t iw_pdf_page_count(const iw_pdf *pdf) { return pdf->page_count; }

const iw_pdf_complaint *iw_pdf_complaints(const iw_pdf *pdf, size_t *count, uint64_t *total) {
  *count = pdf->complaints.count;
  *total = pdf->complaints.total;
  return pdf->complaints.list;
}
