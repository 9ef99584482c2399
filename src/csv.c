#include "csv.h"

#include <math.h>
#include <string.h>

#include "csv_plain.h"
#include "digest.h"

enum { MOST_TITLES = 20 }; /* so that a long text is refused at once */

enum encoding { NOT_KNOWN, BYTES, UTF16_LITTLE, UTF16_BIG };

static const uint8_t UTF8_MARK[3] = {0xef, 0xbb, 0xbf};

void csv_start(csv *csv) {
    *csv = (struct csv){.half = -1};
    csv->error.row = 1;
}

static csv_status bad(csv *csv, csv_reason reason, int column) {
    csv_wrong(&csv->error, reason, column);
    return CSV_BAD;
}

/* Whether the fast path may be tried. */
static bool is_plain(const csv *csv) {
    const csv_layout *layout = &csv->layout;
    return csv->has_layout && layout->separator == ',' && layout->label == 0 &&
           layout->columns == CSV_COLUMNS && csv->scale <= CSV_SCALE_BYTES;
}

/* A record has been read. */
static csv_status found_record(csv *csv) {
    csv_layout *layout = &csv->layout;
    uint8_t label = csv->record[0];
    layout->label_is_guess = layout->label_is_guess && label <= 1;
    if (csv->labels_count) {
        csv->labels_count = csv->records == 0 ? label <= 1 : label == csv->next_index;
        csv->next_index = label + 1;
    }
    csv->records++;
    return CSV_RECORD;
}

/* The same by the fast path. */
static csv_status found_plain_record(csv *csv) {
    int pixels_end = CSV_COLUMNS - (csv->layout.label_is_guess ? 1 : 0);
    for (int i = 1; i < pixels_end && csv->scale == CSV_SCALE_UNKNOWN; i++)
        if (csv->record[i] > 1) csv->scale = CSV_SCALE_BYTES;
    return found_record(csv);
}

/* False: the first field of a row is not a number. */
static bool first_number(const csv *csv, const uint8_t *line, int length, double *number) {
    csv_cursor cursor = csv_cursor_start(line, length, csv->layout.separator);
    csv_field field;
    uint8_t found;
    return csv_next_field(&cursor, &field) &&
           csv_number(field, csv->layout.separator, number, &found);
}

/* Whether the first field of a row is what a guessed index has to be: other than in all rows
 * before, as labels can't be for long. */
static bool confirms_index(csv *csv, const uint8_t *line, int length) {
    csv_layout *layout = &csv->layout;
    double index;
    if (!first_number(csv, line, length, &index)) {
        layout->index_is_guess = csv->records > 0;
        return csv->records == 0;
    }
    if (index < 0 || index != floor(index)) {
        /* No label, but it may be a pixel if no header tells these. */
        layout->index_is_guess = false;
        return csv->has_header;
    }
    /* Above 9 it is no label, so that it can be in any order. */
    bool is_high = index > 9, is_again = csv->records > 0 && index == csv->next_index - 1;
    csv->index_counts =
        csv->records == 0 ? index <= 1 || is_high : csv->index_counts && index == csv->next_index;
    csv->next_index = index + 1;
    if (is_high) {
        layout->index_is_guess = csv->records == 0;
        return !is_again;
    }
    unsigned digit = 1U << (int)index;
    bool is_new = !(csv->digits & digit);
    csv->digits |= digit;
    return is_new;
}

/* The first row has shown another layout than the rows after it. */
static csv_status bad_layout(csv *csv, csv_reason reason, int column) {
    csv->error.row = csv->layout_row;
    return bad(csv, reason, column);
}

/* There is no index, but a column too many from the first row on. */
static csv_status no_index(csv *csv) {
    return bad_layout(csv, CSV_TOO_MANY_COLUMNS, CSV_COLUMNS + 1);
}

/* Whether the first field of a row, which is no label, goes on counting where the labels did. */
static bool is_index(const csv *csv, const uint8_t *line, int length) {
    double value;
    return csv->labels_count && first_number(csv, line, length, &value) && value == csv->next_index;
}

static csv_status read_row(csv *csv, const uint8_t *line, int length) {
    if (csv_is_blank(line, length, csv->separator) || csv_is_comment(line, length)) return CSV_MORE;
    if (is_plain(csv) &&
        csv_read_plain_row(line, csv->line + sizeof csv->line, csv->record) == line + length + 1)
        return found_plain_record(csv);
    bool has_index = !csv->layout.index_is_guess || confirms_index(csv, line, length);
    if (has_index &&
        csv_read_row(&csv->layout, &csv->scale, line, length, csv->record, &csv->error))
        return found_record(csv);
    /* The header once more, where files were put together, or what Excel writes above it. */
    bool is_header =
        csv->has_header && digest_add(DIGEST_START, line, (size_t)length) == csv->header_digest;
    if (is_header || csv_announced_separator(line, length) == csv->separator) {
        csv->error.reason = CSV_OK;
        return CSV_MORE;
    }
    if (!has_index) return no_index(csv);
    /* What seemed to be labels is an index. */
    if (csv->error.reason == CSV_LABEL_RANGE && is_index(csv, line, length))
        return bad_layout(csv, CSV_NO_LABELS, csv->layout.columns);
    return CSV_BAD;
}

/* A line before the layout is known: blank, a comment, one that announces the separator, a title,
 * the header, or the first row. */
static csv_status read_head(csv *csv, const uint8_t *line, int length) {
    char announced = csv->separator ? 0 : csv_announced_separator(line, length);
    if (announced) {
        csv->separator = announced;
        return CSV_MORE;
    }
    char separator = csv->separator ? csv->separator : csv_guess_separator(line, length);
    if (csv_is_blank(line, length, separator)) return CSV_MORE;
    csv_header header;
    bool is_header = csv_read_header(line, length, separator, &header);
    /* A title may hold a name for labels. */
    bool is_second = csv->has_header && csv->header.named >= CSV_PIXELS;
    /* pandas' header of two lines has the label and numbers in either. Rows may be all words. */
    if (is_second) is_header = is_header && (header.labels > 0 || header.counts);
    if (is_header && header.sorted) return bad(csv, CSV_SORTED_COLUMNS, header.sorted);
    if (is_header && (!is_second || csv->header.label < 0)) {
        csv->has_header = true;
        csv->header = header;
        csv->header_digest = digest_add(DIGEST_START, line, (size_t)length);
    }
    if (is_header || csv_is_comment(line, length)) return CSV_MORE;
    if (csv_is_title(line, length, separator) && csv->titles++ < MOST_TITLES) return CSV_MORE;
    csv->separator = separator;
    if (!csv_find_layout(line, length, separator, csv->has_header ? &csv->header : NULL,
                         &csv->layout, &csv->error))
        return CSV_BAD;
    csv->has_layout = true;
    csv->labels_count = csv->layout.label_is_guess && csv->layout.indices == 0;
    csv->layout_row = csv->error.row;
    return read_row(csv, line, length);
}

static csv_status end_line(csv *csv) {
    uint8_t *line = csv->line;
    int length = csv->length, mark = sizeof UTF8_MARK;
    line[length] = '\n'; /* where the fast path looks for it */
    csv->length = 0;
    /* Where files were put together, it stands before rows, too. */
    for (; length >= mark && memcmp(line, UTF8_MARK, sizeof UTF8_MARK) == 0; length -= mark)
        line += mark;
    /* Quotes around a whole line, as of a table that was pasted into one column. */
    if (length > 1 && *line == '"' && memchr(line + 1, '"', length - 1) == line + length - 1) {
        line++;
        length -= 2;
    }
    return csv->has_layout ? read_row(csv, line, length) : read_head(csv, line, length);
}

/* The end of a line has been read: LF, or a carriage return, of which the line may have several. */
static void count_line_end(csv *csv, uint8_t end) {
    if (end == '\r') {
        csv->returns++;
    } else {
        csv->error.row++;
        csv->returns = 0;
    }
}

/* The first character after carriage returns that no LF followed: each of them ended a line. */
static void begin_line(csv *csv) {
    csv->error.row += csv->returns;
    csv->returns = 0;
}

static csv_status read_character(csv *csv, uint8_t character) {
    if (character == '\n' || character == '\r') {
        csv_status status = csv->returns > 0 ? CSV_MORE : end_line(csv);
        if (status != CSV_BAD) count_line_end(csv, character);
        return status;
    }
    begin_line(csv);
    if (csv->length == CSV_LINE) return bad(csv, CSV_LINE_TOO_LONG, 1);
    csv->line[csv->length++] = character;
    return CSV_MORE;
}

/* The first two bytes of a file tell its encoding: a mark, or ASCII in two bytes. Where they are
 * two characters, the first can't end a line that is a record. */
static csv_status read_first_byte(csv *csv, uint8_t byte) {
    if (csv->half < 0) {
        csv->half = byte;
        return CSV_MORE;
    }
    uint8_t first = (uint8_t)csv->half;
    csv->half = -1;
    bool little_mark = first == 0xff && byte == 0xfe, big_mark = first == 0xfe && byte == 0xff;
    bool is_little = little_mark || byte == 0, is_big = big_mark || first == 0;
    csv->encoding = is_little ? UTF16_LITTLE : is_big ? UTF16_BIG : BYTES;
    if (little_mark || big_mark) return CSV_MORE;
    if (!is_big) read_character(csv, first);
    return is_little ? CSV_MORE : read_character(csv, byte);
}

static csv_status read_half(csv *csv, uint8_t byte) {
    if (csv->half < 0) {
        csv->half = byte;
        return CSV_MORE;
    }
    int low = csv->encoding == UTF16_LITTLE ? csv->half : byte;
    int high = csv->encoding == UTF16_LITTLE ? byte : csv->half;
    csv->half = -1;
    /* The mark again, where files were put together. */
    if (high == 0xfe && low == 0xff) return CSV_MORE;
    /* Numbers are ASCII; anything else may stand in a header only. */
    return read_character(csv, high == 0 && low < 0x80 ? (uint8_t)low : 0xff);
}

static csv_status read_byte(csv *csv, uint8_t byte) {
    if (csv->encoding == BYTES) return read_character(csv, byte);
    return csv->encoding == NOT_KNOWN ? read_first_byte(csv, byte) : read_half(csv, byte);
}

/* Bytes up to the end of a line, or of what is there. */
static size_t run_length(const uint8_t *bytes, const uint8_t *end) {
    const uint8_t *newline = memchr(bytes, '\n', (size_t)(end - bytes));
    size_t length = (size_t)((newline ? newline : end) - bytes);
    const uint8_t *carriage_return = memchr(bytes, '\r', length);
    return carriage_return ? (size_t)(carriage_return - bytes) : length;
}

/* Takes the rest of a line at once, without its end; `read_character` for many. */
static csv_status read_run(csv *csv, const uint8_t **bytes, const uint8_t *end) {
    size_t length = run_length(*bytes, end);
    if (length > 0) begin_line(csv);
    if (length > (size_t)(CSV_LINE - csv->length)) return bad(csv, CSV_LINE_TOO_LONG, 1);
    memcpy(csv->line + csv->length, *bytes, length);
    csv->length += (int)length;
    *bytes += length;
    return CSV_MORE;
}

csv_status csv_read(csv *csv, const uint8_t **bytes, const uint8_t *end) {
    if (csv->error.reason != CSV_OK) return CSV_BAD;
    const uint8_t *p = *bytes;
    csv_status status = CSV_MORE;
    while (p < end && status == CSV_MORE) {
        bool may_be_plain = csv->length == 0 && csv->encoding == BYTES && is_plain(csv);
        const uint8_t *next = may_be_plain ? csv_read_plain_row(p, end, csv->record) : NULL;
        if (next) {
            begin_line(csv);
            count_line_end(csv, next[-1]);
            p = next;
            status = found_plain_record(csv);
        } else {
            if (csv->encoding == BYTES) status = read_run(csv, &p, end);
            if (p < end && status == CSV_MORE) status = read_byte(csv, *p++);
        }
    }
    *bytes = p;
    return status;
}

csv_status csv_end(csv *csv) {
    if (csv->error.reason != CSV_OK) return CSV_BAD;
    csv_status status = csv->half >= 0 ? read_character(csv, (uint8_t)csv->half) : CSV_MORE;
    csv->half = -1;
    if (status == CSV_MORE && csv->length > 0) status = end_line(csv);
    if (status == CSV_BAD) return CSV_BAD;
    /* A few rows may differ in their labels by chance. */
    bool is_single_label = csv->records == 1 && csv->next_index <= 10;
    if (csv->layout.index_is_guess && !csv->has_header && (is_single_label || !csv->index_counts))
        return no_index(csv);
    if (csv->records > 0) return status;
    csv->error.row = 1;
    return bad(csv, CSV_NO_RECORDS, 1);
}
