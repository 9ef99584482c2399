/* Memory for JavaScript, and the table of settings. */
#include <stdlib.h>

#include "settings.h"
#include "wasm.h"

EXPORT void *glassbox_alloc(size_t bytes) {
    return malloc(bytes);
}

EXPORT void glassbox_free(void *memory) {
    free(memory);
}

/* SETTINGS_TABLE, for the check that web/shared/settings.js has the same. */
EXPORT const char *glassbox_settings_table(void) {
    return SETTINGS_TABLE;
}
