#include "csv_row.h"

#include <math.h>
#include <stdlib.h>

#include "minmax.h"

/* Powers of ten beyond which every number is 0 or out of range. */
enum { MOST_POWER = 100 };

/* Sums of binary fractions may be a little below 0, or above 1. */
static const double TOLERANCE = 1e-6;

/* The input for paper. No byte divided by 255 is as near to it as this. */
static const double PAPER = 0.01, PAPER_TOLERANCE = 1e-4;

/* Pixels with three decimals or more fit their own scale so many times better than another. */
enum { MISFIT_RATIO = 3 };

csv_cursor csv_cursor_start(const uint8_t *line, int length, char separator) {
    return (csv_cursor){line, line + length, separator, false};
}

static bool is_blank(uint8_t byte, char separator) {
    return byte == ' ' || (byte == '\t' && separator != '\t');
}

static csv_field trimmed(const uint8_t *from, const uint8_t *to, char separator) {
    while (from < to && is_blank(*from, separator)) from++;
    while (to > from && is_blank(to[-1], separator)) to--;
    return (csv_field){from, (int)(to - from), false};
}

/* The end of a quoted text that starts behind `quote`, before its closing quote; two quotes are
 * one. */
static const uint8_t *quoted_end(const uint8_t *quote, const uint8_t *end) {
    for (const uint8_t *at = quote + 1; at < end; at++) {
        if (*at != *quote) continue;
        if (at + 1 == end || at[1] != *quote) return at;
        at++;
    }
    return end;
}

bool csv_next_field(csv_cursor *cursor, csv_field *field) {
    char separator = cursor->separator;
    const uint8_t *at = cursor->at, *end = cursor->end;
    while (at < end && is_blank(*at, separator)) at++;
    if (cursor->ended || (separator == ' ' && at == end)) return false;

    /* Excel's way to keep a number as text: ="7" */
    if (end - at > 1 && at[0] == '=' && at[1] == '"') at++;
    const uint8_t *start = at;
    bool quoted = at < end && (*at == '"' || *at == '\'');
    if (quoted) {
        const uint8_t *close = quoted_end(at, end);
        *field = trimmed(at + 1, close, separator);
        field->quoted = true;
        at = close < end ? close + 1 : end;
    }
    const uint8_t *closed = at;
    while (at < end && *at != (uint8_t)separator) at++;
    /* Text behind the closing quote: the quotes are part of the field. */
    if (!quoted || trimmed(closed, at, separator).length > 0)
        *field = trimmed(start, at, separator);
    cursor->ended = at == end;
    cursor->at = at < end ? at + 1 : end;
    return true;
}

/* Digits from *at on. Adds them to *value up to a precision that is plenty, and returns the power
 * of ten by which *value has to be multiplied to make up for those left out. */
static int read_digits(const uint8_t **at, const uint8_t *end, double *value, int *count) {
    int left_out = 0;
    for (; *at < end && **at >= '0' && **at <= '9'; (*at)++, (*count)++) {
        if (*value < 1e15)
            *value = *value * 10 + (**at - '0');
        else
            left_out++;
    }
    return left_out;
}

int csv_same_as(csv_field field, const char *text) {
    int i = 0;
    while (i < field.length && text[i] && (field.text[i] | 0x20) == text[i]) i++;
    return i;
}

bool csv_is_one_of(csv_field field, const char *words) {
    while (*words) {
        int same = csv_same_as(field, words);
        if (same == field.length && words[same] == ' ') return true;
        while (*words++ != ' ') continue;
    }
    return false;
}

bool csv_number(csv_field field, char separator, double *value, uint8_t *found) {
    const uint8_t *at = field.text, *end = at + field.length;
    bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+')) at++;
    double number = 0;
    int digits = 0;
    int exponent = read_digits(&at, end, &number, &digits);
    if (at < end && (*at == '.' || (*at == ',' && (field.quoted || separator != ',')))) {
        at++;
        int before = digits;
        exponent += read_digits(&at, end, &number, &digits);
        exponent -= digits - before;
    }
    if (digits > 0 && at + 1 < end && (*at == 'e' || *at == 'E')) {
        const uint8_t *mantissa_end = at++;
        bool small = *at == '-';
        if (*at == '-' || *at == '+') at++;
        double power = 0;
        int count = 0;
        read_digits(&at, end, &power, &count);
        if (count == 0) at = mantissa_end;
        exponent += small ? -(int)min(power, MOST_POWER) : (int)min(power, MOST_POWER);
    }
    /* Pixels of two levels, as pandas and R write them. */
    if (csv_is_one_of(field, "true false ")) {
        *value = field.length == 4;
        return true;
    }
    if (digits == 0 || at < end) {
        *found = at < end ? *at : field.length > 0 ? end[-1] : 0;
        return false;
    }
    double power = 1;
    for (int i = 0; i < abs(exponent) && i < MOST_POWER; i++) power *= 10;
    number = exponent < 0 ? number / power : number * power;
    *value = negative ? -number : number;
    return true;
}

/* A row while it is read. */
typedef struct {
    const csv_layout *layout;
    double pixels[CSV_PIXELS]; /* as they are written */
    int count;
    double lowest, highest; /* without what may be a label */
    int highest_column;
    bool has_decimals;
    csv_error *error;
} row;

static bool read_field(row *row, csv_field field, int column, uint8_t *label) {
    double value;
    uint8_t found;
    if (field.length == 0) return csv_wrong(row->error, CSV_EMPTY_FIELD, column + 1);
    if (!csv_number(field, row->layout->separator, &value, &found)) {
        row->error->found = found;
        bool is_word = column == row->layout->label && (*field.text | 0x20) >= 'a' &&
                       (*field.text | 0x20) <= 'z';
        return csv_wrong(row->error, is_word ? CSV_LABEL_WORD : CSV_NOT_A_NUMBER, column + 1);
    }
    double whole = floor(value + 0.5);
    if (column == row->layout->label) {
        /* Decimals are a sign of something else than a label; rounding may be off by a little. */
        bool is_label = whole >= 0 && whole <= 9 && fabs(value - whole) < 1e-3;
        *label = is_label ? (uint8_t)whole : 0;
        return is_label || csv_wrong(row->error, CSV_LABEL_RANGE, column + 1);
    }
    if (value < -TOLERANCE || whole > 255)
        return csv_wrong(row->error, CSV_PIXEL_RANGE, column + 1);
    row->pixels[row->count++] = value;
    bool may_be_label =
        row->layout->label_is_guess && *label <= 1 && column == row->layout->columns - 1;
    if (may_be_label && value == whole && value <= 9) return true;
    if (value < row->lowest) row->lowest = value;
    if (value > row->highest) {
        row->highest = value;
        row->highest_column = column;
    }
    row->has_decimals = row->has_decimals || value != whole;
    return true;
}

/* Reads the fields of the row's columns. */
static bool read_columns(row *row, csv_cursor *cursor, uint8_t *label) {
    const csv_layout *layout = row->layout;
    csv_field field;
    for (int column = 0; column < layout->columns; column++) {
        if (!csv_next_field(cursor, &field))
            return csv_wrong(row->error, CSV_TOO_FEW_COLUMNS, column > 0 ? column : 1);
        if (column != layout->label && (column < layout->indices || column >= layout->end))
            continue;
        if (!read_field(row, field, column, label)) return false;
    }
    while (csv_next_field(cursor, &field))
        if (field.length > 0)
            return csv_wrong(row->error, CSV_TOO_MANY_COLUMNS, layout->columns + 1);
    return true;
}

static double level(double pixel, double paper) {
    return 255 * (pixel - paper) / (1 - paper);
}

/* How far from whole levels the pixels are, where the lowest is written as `paper`. */
static double misfit(const row *row, double paper) {
    double sum = 0;
    for (int i = 0; i < CSV_PIXELS; i++) {
        double pixel = level(row->pixels[i], paper);
        /* A higher one may be a label. */
        if (pixel <= 255) sum += fabs(pixel - floor(pixel + 0.5));
    }
    return sum;
}

static csv_scale scale_of(const row *row) {
    if (row->highest > 1 + TOLERANCE) return CSV_SCALE_BYTES;
    if (!row->has_decimals) return CSV_SCALE_UNKNOWN;
    /* A picture on light ground may have no pixel as low as paper. */
    bool is_input = fabs(row->lowest - PAPER) < PAPER_TOLERANCE ||
                    MISFIT_RATIO * misfit(row, PAPER) < misfit(row, 0);
    return is_input ? CSV_SCALE_INPUT : CSV_SCALE_UNIT;
}

static uint8_t scaled(double pixel, csv_scale scale) {
    /* Among pixels up to 1, a higher one may be a label. */
    bool is_share = (scale == CSV_SCALE_UNIT || scale == CSV_SCALE_INPUT) && pixel < 2;
    if (is_share) pixel = max(0, min(255, level(pixel, scale == CSV_SCALE_INPUT ? PAPER : 0)));
    return (uint8_t)floor(pixel + 0.5);
}

bool csv_read_row(const csv_layout *layout, csv_scale *scale, const uint8_t *line, int length,
                  uint8_t record[CSV_COLUMNS], csv_error *error) {
    row row = {.layout = layout, .lowest = 255, .error = error};
    csv_cursor cursor = csv_cursor_start(line, length, layout->separator);
    if (!read_columns(&row, &cursor, record)) return false;
    bool is_share = *scale == CSV_SCALE_UNIT || *scale == CSV_SCALE_INPUT;
    if (is_share && row.highest > 1 + TOLERANCE)
        return csv_wrong(error, CSV_PIXEL_RANGE, row.highest_column + 1);
    if (*scale == CSV_SCALE_UNKNOWN) *scale = scale_of(&row);
    for (int i = 0; i < CSV_PIXELS; i++) record[1 + i] = scaled(row.pixels[i], *scale);
    return true;
}
