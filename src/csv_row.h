/* One line of a CSV file: its fields, and the record that they hold.
 *
 * Fields may have single or double quotes, and spaces, around them. Numbers may have a sign,
 * decimals and an exponent; TRUE is 1, FALSE 0; where the separator is not a comma, and in quotes,
 * a comma may stand for the decimal point.
 */
#ifndef GLASSBOX_CSV_ROW_H
#define GLASSBOX_CSV_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "csv_error.h"

enum { CSV_PIXELS = 784, CSV_COLUMNS = 1 + CSV_PIXELS };

/* Part of a line, without the quotes and spaces around it. */
typedef struct {
    const uint8_t *text;
    int length;
    bool quoted;
} csv_field;

/* A place in a line, from which fields are read. */
typedef struct {
    const uint8_t *at, *end;
    char separator; /* a space stands for any number of them */
    bool ended;     /* the last field has been read */
} csv_cursor;

/* Where a row has its label and its pixels. Columns count from 0. */
typedef struct {
    char separator;
    int columns; /* those behind them have to be empty */
    int label;
    int indices;         /* how many columns, from the first on, number or name the rows */
    int end;             /* of the pixels: columns from this one on tell something else */
    bool index_is_guess; /* no name says so: then it has to be words, or numbers that differ */
    bool label_is_guess; /* no header says so: while all are 0 or 1, they may be in the last column
                          */
} csv_layout;

/* How pixels are written: 0 to 255, 0 to 1, or 0.01 to 1 as the network's inputs are (ink.h). It
 * shows as soon as a pixel is above 1, or has decimals below. */
typedef enum { CSV_SCALE_UNKNOWN, CSV_SCALE_BYTES, CSV_SCALE_UNIT, CSV_SCALE_INPUT } csv_scale;

csv_cursor csv_cursor_start(const uint8_t *line, int length, char separator);

/* False: there is no field left. */
bool csv_next_field(csv_cursor *cursor, csv_field *field);

/* How many of the first characters of a field are those of a text of small letters, in any case. */
int csv_same_as(csv_field field, const char *text);

/* Whether a field is one of several words, of which each ends with a space. */
bool csv_is_one_of(csv_field field, const char *words);

/* Whether a field is a number, and which. `found` is the first byte that does not belong there; 0:
 * the field is empty. */
bool csv_number(csv_field field, char separator, double *value, uint8_t *found);

/* Reads a line of at least one field that is not empty. Decimals are rounded; pixels from 0 or
 * 0.01 to 1 become 0 to 255 where the file is written so. Learns the scale. On an error, which
 * `error` tells, `record` holds anything. */
bool csv_read_row(const csv_layout *layout, csv_scale *scale, const uint8_t *line, int length,
                  uint8_t record[CSV_COLUMNS], csv_error *error);

#endif
