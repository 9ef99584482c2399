/* What the tests of the CSV parser share: every text, cut at every place and into pieces of many
 * sizes, with and without its last newline, gives what is written beside it.
 *
 * Its functions are in a file of their own: clang-tidy would follow each call into them.
 */
#ifndef GLASSBOX_CSV_EXPECT_H
#define GLASSBOX_CSV_EXPECT_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "csv.h"

/* A text that is being put together. */
typedef struct {
    char *bytes;
    size_t size, room;
} text;

void add_bytes(text *text, const char *bytes, size_t size);
void add(text *text, const char *string);

/* The pixels of every row here: zeros in runs of many lengths, and numbers of 1 to 3 digits. */
int pixel(int label, int i);

/* From pixel `from` on, each with a comma before it. */
void add_pixels(text *text, int label, int from, int to);

/* A row of the CSV, without its newline. */
void add_row(text *text, int label);

/* A row whose column `column` holds `field` instead. */
void add_row_with(text *text, int label, int column, const char *field);

void add_header(text *text, const char *first, int columns, const char *format);

/* What came of a text. */
typedef struct {
    int records;
    bool right; /* each record was the row of its label */
    char labels[16];
    csv_status end;
    csv_reason reason;
    int row, column, found;
} outcome;

/* Feeds `size` bytes; returns whether to go on. */
bool feed(csv *csv, outcome *outcome, const char *bytes, size_t size);

void finish(csv *csv, outcome *outcome);

void compare(const outcome *got, const outcome *wanted, const char *how, size_t where);

/* Cut in two and into pieces of many sizes, a text gives what is wanted; in two from `from` on. */
void try_cuts(const text *text, const outcome *wanted, size_t from);

/* Check a text as it is and with a newline after it, and release it. */
void expect_records(text text, const char *labels);
void expect_error(text text, const char *labels, csv_reason reason, int row, int column, int found);

#endif
