// SPDX-License-Identifier: GPL-3.0-or-later
// The HTML parser of libxml2, for CLibXML alone: its headers pull in ICU, whose names clash with Foundation's.
#pragma once
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
