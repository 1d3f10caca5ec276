// SPDX-License-Identifier: GPL-3.0-or-later
#include "Complaints.h"
#include "Document.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// The cryptographic library behind a signature's certificate has one state a process.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void read_signature(PopplerFormField *field, iw_pdf_signature *signature) {
  pthread_mutex_lock(&lock);
  // No check of the certificate: that would ask the network.
  PopplerSignatureInfo *info = poppler_form_field_signature_validate_sync(field, 0, NULL, NULL);
  pthread_mutex_unlock(&lock);
  if (info == NULL) return;
  GDateTime *time = poppler_signature_info_get_local_signing_time(info);
  if (time != NULL) signature->time = g_date_time_to_unix(time);
  switch (poppler_signature_info_get_signature_status(info)) {
  case POPPLER_SIGNATURE_NOT_FOUND:
  case POPPLER_SIGNATURE_NOT_VERIFIED: break;
  default: signature->is_read = true;
  }
  signature->is_signed = signature->is_read || signature->time != 0;
  const char *signer = poppler_signature_info_get_signer_name(info);
  if (signature->is_read && signer != NULL && signer[0] != 0) signature->signer = strdup(signer);
  poppler_signature_info_free(info);
}

/// Fields know their page only the other way round.
static void find_pages(iw_pdf *pdf, GList *fields) {
  size_t missing = pdf->signature_count;
  for (int32_t index = 0; index < pdf->page_count && missing > 0; index++) {
    PopplerPage *page = poppler_document_get_page(pdf->document, index);
    if (page == NULL) continue;
    GList *mapping = poppler_page_get_form_field_mapping(page);
    for (GList *item = mapping; item != NULL; item = item->next) {
      int id = poppler_form_field_get_id(((PopplerFormFieldMapping *)item->data)->field);
      size_t number = 0;
      for (GList *field = fields; field != NULL; field = field->next, number++) {
        if (poppler_form_field_get_id(field->data) != id || pdf->signatures[number].page >= 0) continue;
        pdf->signatures[number].page = index;
        missing--;
      }
    }
    poppler_page_free_form_field_mapping(mapping);
    g_object_unref(page);
  }
}

static void read_signatures(iw_pdf *pdf) {
  GList *fields = poppler_document_get_signature_fields(pdf->document);
  size_t count = g_list_length(fields);
  pdf->signatures = count > 0 ? calloc(count, sizeof *pdf->signatures) : NULL;
  if (pdf->signatures != NULL) {
    for (GList *item = fields; item != NULL; item = item->next) {
      iw_pdf_signature *signature = &pdf->signatures[pdf->signature_count++];
      signature->page = -1;
      char *name = poppler_form_field_get_name(item->data);
      signature->name = name == NULL ? NULL : strdup(name);
      g_free(name);
      read_signature(item->data, signature);
    }
    find_pages(pdf, fields);
  }
  g_list_free_full(fields, g_object_unref);
}

const iw_pdf_signature *iw_pdf_signatures(iw_pdf *pdf, size_t *count) {
  if (!pdf->has_signatures && pdf->document != NULL) {
    pdf->has_signatures = true;
    // An unsigned field is a complaint to the library, no damage to the reader.
    iw_complaints unheard = {.page = -1};
    iw_complaints *before = iw_complaints_enter(&unheard, -1);
    read_signatures(pdf);
    iw_complaints_leave(before);
  }
  *count = pdf->signature_count;
  return pdf->signatures;
}

void iw_pdf_signatures_free(iw_pdf *pdf) {
  for (size_t index = 0; index < pdf->signature_count; index++) {
    free((char *)pdf->signatures[index].name);
    free((char *)pdf->signatures[index].signer);
  }
  free(pdf->signatures);
}
