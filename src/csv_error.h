/* What may be wrong with a CSV file. */
#ifndef GLASSBOX_CSV_ERROR_H
#define GLASSBOX_CSV_ERROR_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
    CSV_OK,
    CSV_NOT_A_NUMBER,     /* `found` is the first byte that does not belong to a number */
    CSV_EMPTY_FIELD,      /* nothing between two separators */
    CSV_LABEL_RANGE,      /* a label that is not a whole number from 0 to 9 */
    CSV_LABEL_WORD,       /* a label that is a word */
    CSV_PIXEL_RANGE,      /* a pixel outside 0..255, or outside 0..1 where the others are within */
    CSV_TOO_FEW_COLUMNS,  /* the row ends at `column` */
    CSV_TOO_MANY_COLUMNS, /* `column` is the first that is too many */
    CSV_LABEL_COLUMNS,    /* from `column` on, as if each digit had one */
    CSV_SORTED_COLUMNS,   /* the columns are in alphabetical order: 1, 10, 100, 2 */
    CSV_NO_LABELS,        /* the rows have pixels, and no label */
    CSV_LINE_TOO_LONG,    /* more than CSV_LINE bytes without a line end */
    CSV_NO_RECORDS        /* the file ended without one */
} csv_reason;

typedef struct {
    csv_reason reason;
    uint32_t row;   /* of the file, from 1, header and blank lines included */
    int column;     /* from 1 */
    uint32_t found; /* a byte */
} csv_error;

/* Notes what is wrong in a column, counted from 1. Returns false, for what reads it to return. */
static inline bool csv_wrong(csv_error *error, csv_reason reason, int column) {
    error->reason = reason;
    error->column = column;
    return false;
}

#endif
