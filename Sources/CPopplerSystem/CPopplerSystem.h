// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler's GLib interface, for CPoppler alone: no Swift target imports this module.
#pragma once
#include <poppler.h>
