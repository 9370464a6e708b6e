// The one place that includes SQLite's header: through the table of routines in the loadable extension, directly where
// the extension is linked into an application (SQLITE_CORE).
#pragma once

#include <sqlite3ext.h>

#ifndef SQLITE_CORE
extern "C" {
extern const sqlite3_api_routines* sqlite3_api;
}
#endif
