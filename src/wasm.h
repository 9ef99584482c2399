/* The interface to JavaScript: only the files wasm*.c export. Their callers, web/glassbox.js and
 * web/core, check sizes and ranges. Only numbers and addresses cross. What a function creates is 0
 * where there is no memory for it. Networks and runs hold vectors of 16 bytes, and malloc aligns to
 * 8 bytes here.
 */
#ifndef GLASSBOX_WASM_H
#define GLASSBOX_WASM_H

#include <emscripten.h>

#define EXPORT EMSCRIPTEN_KEEPALIVE

#endif
