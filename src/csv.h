/* A push parser for MNIST as CSV. Each line is a record: the label 0..9, then 784 pixels 0..255.
 *
 * The bytes may come in pieces of any size. A file may have a byte-order mark, a header line whose
 * first field is `label`, LF or CRLF, a last line without a newline, and blank lines at its end.
 * Anything else is an error, reported with its row and column; the parser stops there.
 *
 *   csv_start(&csv);
 *   while ((status = csv_read(&csv, &bytes, end)) == CSV_RECORD) use(csv.record);
 *   ... again with more bytes while it returns CSV_MORE; then, once, csv_end(&csv).
 */
#ifndef GLASSBOX_CSV_H
#define GLASSBOX_CSV_H

#include <stddef.h>
#include <stdint.h>

enum { CSV_COLUMNS = 785 };

typedef enum {
    CSV_MORE,   /* all bytes have been read */
    CSV_RECORD, /* `record` holds the next record; bytes may be left */
    CSV_BAD     /* error: see `reason`, `row`, `column` and `found` */
} csv_status;

typedef enum {
    CSV_OK,
    CSV_NOT_A_NUMBER,     /* `found` is the byte where a digit, comma or newline belongs */
    CSV_EMPTY_FIELD,      /* nothing between two separators */
    CSV_LABEL_RANGE,      /* a label above 9 or below 0 */
    CSV_PIXEL_RANGE,      /* a pixel above 255 or below 0 */
    CSV_TOO_FEW_COLUMNS,  /* the row ends at `column` */
    CSV_TOO_MANY_COLUMNS, /* `column` is 786 */
    CSV_BLANK_ROW,        /* an empty row with others after it */
    CSV_NO_RECORDS        /* the file ended without one */
} csv_reason;

typedef struct {
    uint8_t record[CSV_COLUMNS]; /* label, pixels */
    uint32_t row;                /* of the file, from 1, header and blank lines included */
    int column;                  /* from 1, the label's */
    csv_reason reason;
    uint8_t found;
    int state;   /* from here on: private to the parser */
    int digits;  /* whether the number has a digit; before that, bytes of mark or header matched */
    int value;   /* of the number so far */
    int records; /* returned so far */
    uint32_t blank_row; /* the first blank row, 0 if none */
} csv;

void csv_start(csv *csv);

/* Reads from *bytes up to `end`, and moves *bytes to the first byte not read. */
csv_status csv_read(csv *csv, const uint8_t **bytes, const uint8_t *end);

/* To be called at the end of the file. CSV_RECORD: the last line had no newline; this is its
 * record. CSV_MORE: no record is left. Or CSV_BAD. */
csv_status csv_end(csv *csv);

#endif
