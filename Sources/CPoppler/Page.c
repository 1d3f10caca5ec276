// SPDX-License-Identifier: GPL-3.0-or-later
#include "CPoppler.h"
#include "Complaints.h"
#include "Document.h"
#include "Notes.h"
#include <cairo.h>
#include <stdlib.h>
#include <string.h>

struct iw_pdf_page {
  double width, height;
  char *text;
  size_t length;
  PopplerRectangle *boxes;
  guint box_count;
  iw_pdf_type_run *runs;
  size_t run_count;
  iw_notes notes;
};

// The boxes are handed out as they are.
_Static_assert(sizeof(iw_pdf_box) == sizeof(PopplerRectangle), "a box is a rectangle");
_Static_assert(offsetof(iw_pdf_box, y1) == offsetof(PopplerRectangle, y2), "a box is a rectangle");

static PopplerPage *open_page(iw_pdf *pdf, int32_t index) {
  if (pdf->document == NULL || index < 0 || index >= pdf->page_count) return NULL;
  return poppler_document_get_page(pdf->document, index);
}

/// By the font's name, the only thing that tells: `Arial-BoldMT`, `ABCDEF+Helvetica-Black`, `Arial,Bold`.
static bool is_bold(const char *name) {
  static const char *const words[] = {"bold", "Bold", "BOLD", "Black", "Heavy", "-Demi", "Semibold", "SemiBd"};
  if (name == NULL) return false;
  for (size_t index = 0; index < sizeof words / sizeof words[0]; index++)
    if (strstr(name, words[index]) != NULL) return true;
  return false;
}

static void read_type(PopplerPage *source, iw_pdf_page *page) {
  GList *list = poppler_page_get_text_attributes(source);
  size_t count = g_list_length(list);
  page->runs = count > 0 ? calloc(count, sizeof *page->runs) : NULL;
  for (GList *item = list; item != NULL && page->runs != NULL; item = item->next) {
    const PopplerTextAttributes *attributes = item->data;
    page->runs[page->run_count++] = (iw_pdf_type_run){
      .first = attributes->start_index,
      .last = attributes->end_index,
      .size = (float)attributes->font_size,
      .is_bold = is_bold(attributes->font_name),
    };
  }
  poppler_page_free_text_attributes(list);
}

iw_pdf_page *iw_pdf_read_page(iw_pdf *pdf, int32_t index, bool wants_type) {
  iw_complaints *before = iw_complaints_enter(&pdf->complaints, index);
  iw_pdf_page *page = NULL;
  PopplerPage *source = open_page(pdf, index);
  if (source != NULL && (page = calloc(1, sizeof *page)) != NULL) {
    poppler_page_get_size(source, &page->width, &page->height);
    page->text = poppler_page_get_text(source);
    page->length = page->text == NULL ? 0 : strlen(page->text);
    if (page->length > 0) {
      poppler_page_get_text_layout(source, &page->boxes, &page->box_count);
      if (wants_type) read_type(source, page);
    }
    iw_notes_read(&page->notes, source, page->height);
  }
  g_clear_object(&source);
  iw_complaints_leave(before);
  return page;
}

void iw_pdf_page_free(iw_pdf_page *page) {
  if (page == NULL) return;
  g_free(page->text);
  g_free(page->boxes);
  free(page->runs);
  iw_notes_free(&page->notes);
  free(page);
}

double iw_pdf_page_width(const iw_pdf_page *page) { return page->width; }
double iw_pdf_page_height(const iw_pdf_page *page) { return page->height; }

const uint8_t *iw_pdf_page_text(const iw_pdf_page *page, size_t *length) {
  *length = page->length;
  return (const uint8_t *)page->text;
}

const iw_pdf_box *iw_pdf_page_boxes(const iw_pdf_page *page, size_t *count) {
  *count = page->boxes == NULL ? 0 : page->box_count;
  return (const iw_pdf_box *)page->boxes;
}

const iw_pdf_type_run *iw_pdf_page_type_runs(const iw_pdf_page *page, size_t *count) {
  *count = page->run_count;
  return page->runs;
}

const iw_pdf_note *iw_pdf_page_notes(const iw_pdf_page *page, size_t *count) {
  *count = page->notes.count;
  return page->notes.list;
}

double iw_pdf_image_share(iw_pdf *pdf, int32_t index) {
  iw_complaints *before = iw_complaints_enter(&pdf->complaints, index);
  double share = 0;
  PopplerPage *source = open_page(pdf, index);
  if (source != NULL) {
    double width = 0, height = 0;
    poppler_page_get_size(source, &width, &height);
    GList *images = poppler_page_get_image_mapping(source);
    for (GList *item = images; item != NULL && width * height > 0; item = item->next) {
      const PopplerRectangle *area = &((const PopplerImageMapping *)item->data)->area;
      double covered = (MIN(area->x2, width) - MAX(area->x1, 0)) * (MIN(area->y2, height) - MAX(area->y1, 0));
      share = MAX(share, covered / (width * height));
    }
    poppler_page_free_image_mapping(images);
  }
  g_clear_object(&source);
  iw_complaints_leave(before);
  return share;
}

/// Draws the page small, on white.
static bool is_drawn_white(PopplerPage *source, double width, double height) {
  enum { side = 128 };
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
  cairo_t *canvas = cairo_create(surface);
  cairo_set_source_rgb(canvas, 1, 1, 1);
  cairo_paint(canvas);
  cairo_scale(canvas, side / width, side / height);
  poppler_page_render(source, canvas);
  cairo_surface_flush(surface);
  bool white = cairo_status(canvas) == CAIRO_STATUS_SUCCESS && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
  const unsigned char *pixels = cairo_image_surface_get_data(surface);
  int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < side && white && pixels != NULL; y++) {
    const uint32_t *row = (const uint32_t *)(const void *)(pixels + (size_t)y * (size_t)stride);
    for (int x = 0; x < side && white; x++) white = (row[x] & 0xFFFFFF) == 0xFFFFFF;
  }
  cairo_destroy(canvas);
  cairo_surface_destroy(surface);
  return white;
}

bool iw_pdf_is_blank(iw_pdf *pdf, int32_t index) {
  iw_complaints *before = iw_complaints_enter(&pdf->complaints, index);
  bool blank = false;
  PopplerPage *source = open_page(pdf, index);
  double width = 0, height = 0;
  if (source != NULL) poppler_page_get_size(source, &width, &height);
  if (width > 0 && height > 0) {
    PopplerRectangle area;
    // What stands there may be white on white: only drawing it tells.
    blank = !poppler_page_get_bounding_box(source, &area) || is_drawn_white(source, width, height);
  }
  g_clear_object(&source);
  iw_complaints_leave(before);
  return blank;
}
