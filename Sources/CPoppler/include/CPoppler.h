// SPDX-License-Identifier: GPL-3.0-or-later
// The text of PDF pages. Nothing of poppler or GLib shows here.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if !__has_feature(nullability)
#define _Nonnull
#define _Nullable
#endif

typedef enum {
  IW_PDF_OPENED = 0,
  /// A password is needed that is not the empty one.
  IW_PDF_ENCRYPTED = 1,
  IW_PDF_MALFORMED = 2,
  IW_PDF_OUT_OF_MEMORY = 3
} iw_pdf_outcome;

/// An open document. One thread at a time may use it; different documents are independent of each other.
typedef struct iw_pdf iw_pdf;

/// Opens a copy of the bytes. The handle is there whatever the outcome, for its complaints; null only where there is no
/// memory for it. Freed by `iw_pdf_close`.
iw_pdf *_Nullable iw_pdf_open(const uint8_t *_Nonnull bytes, size_t length);
void iw_pdf_close(iw_pdf *_Nullable pdf);
iw_pdf_outcome iw_pdf_result(const iw_pdf *_Nonnull pdf);
/// 0 where the document could not be opened.
int32_t iw_pdf_page_count(const iw_pdf *_Nonnull pdf);

/// In points from the upright page's top left corner.
typedef struct {
  double x0, y0, x1, y1;
} iw_pdf_box;

/// The type of the characters `first` to `last`, both included, counted as the boxes are.
typedef struct {
  int32_t first, last;
  float size;
  bool is_bold;
} iw_pdf_type_run;

typedef enum {
  /// Text typed over the page, or the value of a field.
  IW_PDF_NOTE_TEXT = 0,
  /// A check box or radio button.
  IW_PDF_NOTE_CHECKED = 1,
  IW_PDF_NOTE_UNCHECKED = 2
} iw_pdf_note_kind;

/// What a person sees on a page besides its contents: values of a form's fields, typed comments. Hidden ones are left out.
typedef struct {
  iw_pdf_box box;
  iw_pdf_note_kind kind;
  /// In points; 0 where it fits itself to the box.
  float size;
  /// UTF-8; null where there is none. Lives as long as the page.
  const char *_Nullable text;
} iw_pdf_note;

/// What stands on a page. Freed by `iw_pdf_page_free`; its arrays live as long as it does.
typedef struct iw_pdf_page iw_pdf_page;

/// Interprets the page of this zero-based index; null where the document has no such page or it cannot be read.
iw_pdf_page *_Nullable iw_pdf_read_page(iw_pdf *_Nonnull pdf, int32_t index, bool wants_type);
void iw_pdf_page_free(iw_pdf_page *_Nullable page);

double iw_pdf_page_width(const iw_pdf_page *_Nonnull page);
double iw_pdf_page_height(const iw_pdf_page *_Nonnull page);
/// UTF-8, lines separated by line feeds.
const uint8_t *_Nullable iw_pdf_page_text(const iw_pdf_page *_Nonnull page, size_t *_Nonnull length);
/// One box a Unicode scalar of the text, but none for U+202A to U+202E.
const iw_pdf_box *_Nullable iw_pdf_page_boxes(const iw_pdf_page *_Nonnull page, size_t *_Nonnull count);
/// In order; empty where the type was not asked for.
const iw_pdf_type_run *_Nullable iw_pdf_page_type_runs(const iw_pdf_page *_Nonnull page, size_t *_Nonnull count);

const iw_pdf_note *_Nullable iw_pdf_page_notes(const iw_pdf_page *_Nonnull page, size_t *_Nonnull count);

/// The share of the page that its largest image covers, 0 to 1. Interprets the page once more.
double iw_pdf_image_share(iw_pdf *_Nonnull pdf, int32_t index);
/// Whether the page, drawn, shows nothing at all.
bool iw_pdf_is_blank(iw_pdf *_Nonnull pdf, int32_t index);

/// A signature field of the document's form.
typedef struct {
  /// UTF-8; null where the field has none. Lives as long as the document.
  const char *_Nullable name;
  const char *_Nullable signer;
  bool is_signed;
  /// Whether the library could read the signature, valid or not.
  bool is_read;
  /// Seconds since 1970 in universal time; 0 where the signature gives none.
  int64_t time;
  /// Zero-based; -1 where the field stands on no page.
  int32_t page;
} iw_pdf_signature;

/// In the form's order. Computed once.
const iw_pdf_signature *_Nullable iw_pdf_signatures(iw_pdf *_Nonnull pdf, size_t *_Nonnull count);

/// What the library complained of while the document was read.
typedef struct {
  /// UTF-8; lives as long as the document.
  const char *_Nonnull message;
  /// Zero-based page that was being read; -1 where none was.
  int32_t page;
} iw_pdf_complaint;

/// The first few different complaints, in order; `total` counts all.
const iw_pdf_complaint *_Nullable iw_pdf_complaints(
  const iw_pdf *_Nonnull pdf, size_t *_Nonnull count, uint64_t *_Nonnull total);
