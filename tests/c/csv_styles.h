/* Rows in the ways in which other programs write them, and what they are read as. */
#ifndef GLASSBOX_CSV_STYLES_H
#define GLASSBOX_CSV_STYLES_H

#include "csv_expect.h"

enum { LABEL_FIRST, LABEL_LAST };

/* How a row is written. */
typedef struct {
    const char *separator;
    const char *number; /* the format of a number */
    const char *index;  /* the format of the row's number before all else, or NULL */
    const char *end;    /* behind the last number */
    int label;
} style;

static const style MNIST = {",", "%d", NULL, "", LABEL_FIRST};

static inline void add_field(text *text, const style *style, int number) {
    char field[64];
    snprintf(field, sizeof field, style->number, number);
    add(text, field);
}

static inline void add_styled_row(text *text, const style *style, int row, int label) {
    char field[64];
    if (style->index) {
        snprintf(field, sizeof field, style->index, row);
        add(text, field);
        add(text, style->separator);
    }
    if (style->label == LABEL_FIRST) {
        add_field(text, style, label);
        add(text, style->separator);
    }
    for (int i = 0; i < 784; i++) {
        if (i > 0) add(text, style->separator);
        add_field(text, style, pixel(label, i));
    }
    if (style->label == LABEL_LAST) {
        add(text, style->separator);
        add_field(text, style, label);
    }
    add(text, style->end);
}

/* Two rows, for 7 and 4, behind a header, which may be "". */
static inline text rows(const char *header, const style *style, int first_row) {
    text text = {0};
    add(&text, header);
    add_styled_row(&text, style, first_row, 7);
    add(&text, "\n");
    add_styled_row(&text, style, first_row + 1, 4);
    return text;
}

static inline void expect_read(const char *sentence, const char *header, style style,
                               int first_row) {
    check_case(sentence);
    expect_records(rows(header, &style, first_row), "74");
}

/* Names of columns: first, then the others by their numbers from `from` to `to`, then last. */
static inline const char *header(const char *first, const char *format, int from, int to,
                                 const char *last) {
    static char line[16384];
    char *at = line + sprintf(line, "%s", first);
    for (int i = from; i <= to; i++) {
        if (at > line) *at++ = ',';
        at += sprintf(at, format, i);
    }
    sprintf(at, "%s\n", last);
    return line;
}

/* The same with spaces between them, of a label and pixels. */
static inline const char *spaced_header(const char *first) {
    static char line[16384];
    char *at = line + sprintf(line, "%s", first);
    for (int i = 1; i <= CSV_PIXELS; i++) at += sprintf(at, " p%d", i);
    sprintf(at, "\n");
    return line;
}

#endif
