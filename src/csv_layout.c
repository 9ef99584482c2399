#include "csv_layout.h"

#include <math.h>

/* Labels are no further on, unless a header says so. */
enum { MOST_LOOKED = CSV_PIXELS + 11 };

/* The first pixel of a picture on a light ground is this or more, as a byte. */
enum { LIGHT = 128 };

/* Less is a label that rounding has left a little beside 0 or 1. */
static const double LEAST = 0.005;

/* Sums of ten numbers as they are written differ by less. */
static const double ONE_HOT_TOLERANCE = 1e-6;

/* The row that shows the layout. */
typedef struct {
    int columns, fields;         /* with and without empty ones at the end */
    csv_error wrong;             /* with the first of them that is not a number */
    double numbers[MOST_LOOKED]; /* in the first fields, NAN where there is none */
} first_row;

static void look_at_row(first_row *row, const uint8_t *line, int length, char separator) {
    csv_cursor cursor = csv_cursor_start(line, length, separator);
    csv_field field;
    double number;
    for (int column = 1; csv_next_field(&cursor, &field); column++) {
        uint8_t found = 0;
        bool is_number = csv_number(field, separator, &number, &found);
        if (column <= MOST_LOOKED) row->numbers[column - 1] = is_number ? number : NAN;
        if (!is_number && row->wrong.reason == CSV_OK) {
            row->wrong.found = found;
            csv_wrong(&row->wrong, found ? CSV_NOT_A_NUMBER : CSV_EMPTY_FIELD, column);
        }
        row->columns = column;
        if (field.length > 0) row->fields = column;
    }
}

/* Whether names tell the label and the pixels from all other columns. */
static bool tells_pixels(const csv_header *header) {
    int first = header->pixels, label = header->label;
    return first >= 0 && header->labels == 1 && (label < first || label >= first + CSV_PIXELS);
}

/* Whether a row shows that its label is its last field: what stands for it is the light ground of
 * a picture, or a part of 1, and no label. */
static bool shows_label_last(const first_row *row, const csv_layout *layout) {
    if (layout->columns > MOST_LOOKED) return false;
    double first = row->numbers[layout->label], last = row->numbers[layout->columns - 1];
    bool is_light = first >= LIGHT && first <= 255, is_part = first >= LEAST && first <= 1 - LEAST;
    return (is_light || is_part) && last >= 0 && last <= 9 && last == (int)last;
}

/* Whether one of some columns has a number up to 1, and all others have another one, below it. */
static bool is_one_hot(const first_row *row, int from, int count) {
    double lowest = 1, highest = -1, sum = 0;
    for (int column = from; column < from + count; column++) {
        double number = row->numbers[column];
        if (number < lowest) lowest = number;
        if (number > highest) highest = number;
        sum += number;
    }
    return highest <= 1 && lowest < highest &&
           fabs(highest + (count - 1) * lowest - sum) < ONE_HOT_TOLERANCE;
}

/* The first of up to ten columns that seem to be labels, one for each digit that occurs, before or
 * behind the pixels and behind an index, if there is one; -1: there are none. */
static int find_one_hot(const first_row *row) {
    for (int index = 0; index <= 1; index++) {
        int count = row->fields - index - CSV_PIXELS;
        if (count < 2 || count > 10) continue;
        if (is_one_hot(row, index, count)) return index;
        if (is_one_hot(row, row->fields - count, count)) return row->fields - count;
    }
    return -1;
}

bool csv_find_layout(const uint8_t *line, int length, char separator, const csv_header *header,
                     csv_layout *layout, csv_error *error) {
    first_row row = {.fields = 0};
    look_at_row(&row, line, length, separator);
    int columns = row.fields;
    *layout = (csv_layout){.separator = separator, .columns = columns};
    /* R names rows without a name for that column. A record alone has no room for it: then the name
     * of a pixel is missing. */
    bool is_shifted = header && columns == header->named + 1 && row.columns > header->columns &&
                      (columns > CSV_COLUMNS || header->label != 0);
    int indices = header ? header->indices + is_shifted : 0;
    int label = header && header->label >= 0 ? header->label + is_shifted : -1;
    /* The last cells of this row may be empty, and those of others not. */
    int named = header && tells_pixels(header) ? header->named + is_shifted : 0;
    int more = (columns > named ? columns : named) - CSV_COLUMNS;
    layout->label_is_guess = label < 0;
    layout->end = columns;
    /* Another separator behind the label makes one field of it and the first pixel. */
    bool are_numbers = row.wrong.reason == CSV_OK || row.wrong.column <= indices;
    if (columns == CSV_PIXELS + (label < 0 ? indices : 0) && are_numbers)
        return csv_wrong(error, CSV_NO_LABELS, columns);
    if (columns < CSV_COLUMNS) {
        if (row.wrong.reason == CSV_OK) return csv_wrong(error, CSV_TOO_FEW_COLUMNS, columns);
        error->found = row.wrong.found;
        return csv_wrong(error, row.wrong.reason, row.wrong.column);
    }
    if (more > 0 && named > 0) {
        layout->indices = header->pixels + is_shifted;
        layout->end = layout->indices + CSV_PIXELS;
        layout->columns = columns > named ? columns : named;
    } else {
        /* A column more than a record has is an index, whatever its name, unless it is a pixel. */
        bool is_pixel = header && header->pixels == 0;
        int most = indices == 0 && label != 0 && !is_pixel ? 1 : indices;
        layout->indices = more < most ? more : most;
        layout->index_is_guess = layout->indices > indices;
    }
    if (more > layout->indices && named == 0) {
        int labels = find_one_hot(&row);
        if (labels >= 0) return csv_wrong(error, CSV_LABEL_COLUMNS, labels + 1);
        return csv_wrong(error, CSV_TOO_MANY_COLUMNS, CSV_COLUMNS + indices + 1);
    }
    layout->label = label >= 0 ? label : layout->indices;
    /* The header has a column for labels that the row does not reach. */
    if (layout->label >= columns) return csv_wrong(error, CSV_NO_LABELS, columns);
    if (layout->label_is_guess && shows_label_last(&row, layout)) {
        layout->label = columns - 1;
        layout->label_is_guess = false;
    }
    return true;
}
