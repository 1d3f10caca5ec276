// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler's text of a page is that of its contents alone: what was typed into a form or over the page is read here.
#include "Notes.h"
#include <math.h>
#include <stdlib.h>

/// Takes `text`, which GLib allocated.
static void add(iw_notes *notes, PopplerRectangle area, double height, iw_pdf_note_kind kind, double size, char *text) {
  if (notes->count == notes->capacity) {
    size_t capacity = notes->capacity == 0 ? 16 : notes->capacity * 2;
    iw_pdf_note *list = realloc(notes->list, capacity * sizeof *list);
    if (list == NULL) {
      g_free(text);
      return;
    }
    notes->list = list;
    notes->capacity = capacity;
  }
  notes->list[notes->count++] = (iw_pdf_note){
    .box = {.x0 = area.x1, .y0 = height - area.y2, .x1 = area.x2, .y1 = height - area.y1},
    .kind = kind,
    .size = (float)size,
    .text = text,
  };
}

static char *chosen(PopplerFormField *field) {
  char *typed = poppler_form_field_choice_is_editable(field) ? poppler_form_field_choice_get_text(field) : NULL;
  if (typed != NULL && typed[0] != 0) return typed;
  g_free(typed);
  GString *all = g_string_new(NULL);
  int count = poppler_form_field_choice_get_n_items(field);
  for (int index = 0; index < count; index++) {
    if (!poppler_form_field_choice_is_item_selected(field, index)) continue;
    char *item = poppler_form_field_choice_get_item(field, index);
    if (all->len > 0) g_string_append_c(all, '\n');
    if (item != NULL) g_string_append(all, item);
    g_free(item);
  }
  return g_string_free(all, FALSE);
}

static void add_field(iw_notes *notes, PopplerFormField *field, PopplerRectangle area, double height) {
  double size = poppler_form_field_get_font_size(field);
  switch (poppler_form_field_get_field_type(field)) {
  case POPPLER_FORM_FIELD_TEXT:
    if (poppler_form_field_text_is_password(field)) return;
    add(notes, area, height, IW_PDF_NOTE_TEXT, size, poppler_form_field_text_get_text(field));
    break;
  case POPPLER_FORM_FIELD_CHOICE: add(notes, area, height, IW_PDF_NOTE_TEXT, size, chosen(field)); break;
  case POPPLER_FORM_FIELD_BUTTON:
    if (poppler_form_field_button_get_button_type(field) == POPPLER_FORM_BUTTON_PUSH) return;
    bool is_on = poppler_form_field_button_get_state(field);
    add(notes, area, height, is_on ? IW_PDF_NOTE_CHECKED : IW_PDF_NOTE_UNCHECKED, 0, NULL);
    break;
  default: break;
  }
}

static bool is_near(PopplerRectangle a, PopplerRectangle b) {
  return fabs(a.x1 - b.x1) < 0.5 && fabs(a.y1 - b.y1) < 0.5 && fabs(a.x2 - b.x2) < 0.5 && fabs(a.y2 - b.y2) < 0.5;
}

/// The field of a widget: that in the same place, or that of the same number where the page is turned.
static PopplerFormField *field_of(GList *fields, PopplerRectangle area, unsigned number, bool has_numbers) {
  for (GList *item = fields; item != NULL; item = item->next) {
    PopplerFormFieldMapping *mapping = item->data;
    if (is_near(mapping->area, area)) return mapping->field;
  }
  PopplerFormFieldMapping *mapping = has_numbers ? g_list_nth_data(fields, number) : NULL;
  return mapping == NULL ? NULL : mapping->field;
}

static bool is_hidden(PopplerAnnot *annotation) {
  return (poppler_annot_get_flags(annotation) & (POPPLER_ANNOT_FLAG_HIDDEN | POPPLER_ANNOT_FLAG_NO_VIEW)) != 0;
}

static unsigned count_widgets(GList *annotations) {
  unsigned count = 0;
  for (GList *item = annotations; item != NULL; item = item->next)
    if (poppler_annot_get_annot_type(((PopplerAnnotMapping *)item->data)->annot) == POPPLER_ANNOT_WIDGET) count++;
  return count;
}

void iw_notes_read(iw_notes *notes, PopplerPage *page, double height) {
  enum { most_widgets = 2000 };
  GList *annotations = poppler_page_get_annot_mapping(page);
  if (annotations == NULL) return;
  unsigned widgets = count_widgets(annotations), number = 0;
  // Widgets are sought among the fields one by one.
  GList *fields = widgets > 0 && widgets <= most_widgets ? poppler_page_get_form_field_mapping(page) : NULL;
  bool has_numbers = g_list_length(fields) == widgets;
  for (GList *item = annotations; item != NULL; item = item->next) {
    PopplerAnnotMapping *mapping = item->data;
    switch (poppler_annot_get_annot_type(mapping->annot)) {
    case POPPLER_ANNOT_WIDGET: {
      PopplerFormField *field = field_of(fields, mapping->area, number++, has_numbers);
      if (field != NULL && !is_hidden(mapping->annot)) add_field(notes, field, mapping->area, height);
      break;
    }
    case POPPLER_ANNOT_FREE_TEXT:
      if (!is_hidden(mapping->annot))
        add(notes, mapping->area, height, IW_PDF_NOTE_TEXT, 0, poppler_annot_get_contents(mapping->annot));
      break;
    default: break;
    }
  }
  poppler_page_free_annot_mapping(annotations);
  if (fields != NULL) poppler_page_free_form_field_mapping(fields);
}

void iw_notes_free(iw_notes *notes) {
  for (size_t index = 0; index < notes->count; index++) g_free((char *)notes->list[index].text);
  free(notes->list);
}
