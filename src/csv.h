/* A push parser for labelled pictures as CSV. Each line is a record: a label 0..9 and 784 pixels
 * 0..255, as in MNIST's files, or in the other ways in which spreadsheets, pandas, R and numpy
 * write them (csv_layout.h, csv_row.h). Blank lines are read over; lines end with LF, CR, CRLF or
 * CR CR LF; text is in ASCII, UTF-8 or UTF-16.
 *
 * The bytes may come in pieces of any size. Anything that is not a record is an error, reported
 * with its row and column; the parser stops there.
 *
 *   csv_start(&csv);
 *   while ((status = csv_read(&csv, &bytes, end)) == CSV_RECORD) use(csv.record);
 *   ... again with more bytes while it returns CSV_MORE; then, once, csv_end(&csv).
 */
#ifndef GLASSBOX_CSV_H
#define GLASSBOX_CSV_H

#include <stddef.h>
#include <stdint.h>

#include "csv_layout.h"

/* The longest line, in bytes; 785 numbers as numpy writes them by default take 19,624. */
enum { CSV_LINE = 1 << 16 };

typedef enum {
    CSV_MORE,   /* all bytes have been read */
    CSV_RECORD, /* `record` holds the next record; bytes may be left */
    CSV_BAD     /* see `error` */
} csv_status;

typedef struct csv {
    uint8_t record[CSV_COLUMNS]; /* label, pixels */
    csv_error error;             /* `row` is the current row all the time */
    /* From here on: private to the parser. */
    int encoding; /* how bytes become characters; 0 before the first byte */
    int half;     /* the first byte of a character of two, -1: none */
    int returns;  /* carriage returns that have ended the line */
    int records;  /* returned so far */
    int titles;   /* lines read over before the header or the first row */
    bool has_header, has_layout;
    char separator; /* 0: not known yet */
    csv_header header;
    uint64_t header_digest; /* of its line */
    csv_layout layout;
    uint32_t layout_row; /* the row that has shown the layout */
    double next_index;   /* that a guessed index would have if it counts rows */
    bool index_counts;   /* it has done so from 0 or 1 on */
    unsigned digits;     /* the numbers below 10 that it has had, as bits */
    bool labels_count;   /* each has been one more than the one before, from 0 or 1 */
    csv_scale scale;
    int length;                 /* of the line so far */
    uint8_t line[CSV_LINE + 9]; /* and a line end, and what the fast path may look at behind it */
} csv;

void csv_start(csv *csv);

/* Reads from *bytes up to `end`, and moves *bytes to the first byte not read. */
csv_status csv_read(csv *csv, const uint8_t **bytes, const uint8_t *end);

/* To be called at the end of the file. CSV_RECORD: the last line had no line end; this is its
 * record. CSV_MORE: no record is left. Or CSV_BAD. */
csv_status csv_end(csv *csv);

#endif
