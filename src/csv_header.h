/* What the first lines of a CSV file tell of its rows: the separator, titles, comments, the header.
 */
#ifndef GLASSBOX_CSV_HEADER_H
#define GLASSBOX_CSV_HEADER_H

#include "csv_row.h"

/* What a header tells. */
typedef struct {
    int columns;
    int named;   /* without empty names at the end */
    int label;   /* column, from 0; -1: not told */
    int labels;  /* how many columns are named so */
    int pixels;  /* the first of 784 columns with names of one kind; -1: there are none */
    int indices; /* how many of the first names are empty, or ones for an index */
    int sorted; /* a column, from 1, that shows that they are in alphabetical order; 0: none does */
    bool counts; /* they are the numbers of the columns */
} csv_header;

/* The separator that Excel's line `sep=;` announces; 0: it is not such a line. */
char csv_announced_separator(const uint8_t *line, int length);

/* The most likely separator: comma, semicolon, tab, bar or space. */
char csv_guess_separator(const uint8_t *line, int length);

/* Whether a line has nothing but separators, quotes and spaces, or the sign with which DOS ended
 * files. */
bool csv_is_blank(const uint8_t *line, int length, char separator);

/* Whether a line is a comment, as numpy writes them: a # and a space before the text. */
bool csv_is_comment(const uint8_t *line, int length);

/* Whether a line above the table tells of it: a few fields, most of them words, or half of them if
 * the first one is. */
bool csv_is_title(const uint8_t *line, int length, char separator);

/* Whether the first line is a header: as many fields as pixels or more, and most are words, or one
 * is a name for labels, or they are the numbers of the columns. It may stand in a comment. */
bool csv_read_header(const uint8_t *line, int length, char separator, csv_header *header);

#endif
