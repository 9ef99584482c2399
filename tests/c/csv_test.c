/* The parser: every input, cut at every place and into pieces of many sizes, with and without its
 * last newline, gives what is written beside it here.
 */
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

static void add_bytes(text *text, const char *bytes, size_t size) {
    if (text->size + size >= text->room) {
        text->room = 2 * (text->size + size) + 1;
        text->bytes = realloc(text->bytes, text->room);
        if (!text->bytes) abort();
    }
    memcpy(text->bytes + text->size, bytes, size);
    text->size += size;
}

static void add(text *text, const char *string) {
    add_bytes(text, string, strlen(string));
}

/* The pixels of every row here: zeros in runs of many lengths, and numbers of 1 to 3 digits. */
static int pixel(int label, int i) {
    return i % 50 < 3 + label || i % 97 == 0 ? (i * 37 + label) % 256 : 0;
}

/* From pixel `from` on, each with a comma before it. */
static void add_pixels(text *text, int label, int from, int to) {
    char number[8];
    for (int i = from; i < to; i++) {
        snprintf(number, sizeof number, ",%d", pixel(label, i));
        add(text, number);
    }
}

/* A row of the CSV, without its newline. */
static void add_row(text *text, int label) {
    char number[8];
    snprintf(number, sizeof number, "%d", label);
    add(text, number);
    add_pixels(text, label, 0, 784);
}

/* A row whose column `column` holds `field` instead. */
static void add_row_with(text *text, int label, int column, const char *field) {
    char number[8];
    snprintf(number, sizeof number, "%d", label);
    add(text, column == 1 ? field : number);
    if (column == 1) {
        add_pixels(text, label, 0, 784);
        return;
    }
    add_pixels(text, label, 0, column - 2);
    add(text, ",");
    add(text, field);
    add_pixels(text, label, column - 1, 784);
}

static void add_header(text *text, const char *first, int columns, const char *format) {
    char name[16];
    add(text, first);
    for (int c = 2; c <= columns; c++) {
        snprintf(name, sizeof name, format, c - 1);
        add(text, ",");
        add(text, name);
    }
}

/* What came of a text. */
typedef struct {
    int records;
    bool right; /* each record was the row of its label */
    char labels[16];
    csv_status end;
    csv_reason reason;
    int row, column, found;
} outcome;

static void take(outcome *outcome, const csv *csv) {
    int label = csv->record[0];
    for (int i = 0; i < 784; i++)
        if (csv->record[1 + i] != pixel(label, i)) outcome->right = false;
    if (outcome->records < 15) outcome->labels[outcome->records] = (char)('0' + label);
    outcome->records++;
}

/* Feeds `size` bytes; returns whether to go on. */
static bool feed(csv *csv, outcome *outcome, const char *bytes, size_t size) {
    const uint8_t *at = (const uint8_t *)bytes, *end = at + size;
    csv_status status;
    while ((status = csv_read(csv, &at, end)) == CSV_RECORD) take(outcome, csv);
    outcome->end = status;
    return status == CSV_MORE;
}

static void finish(csv *csv, outcome *outcome) {
    if (outcome->end != CSV_BAD) {
        outcome->end = csv_end(csv);
        if (outcome->end == CSV_RECORD) {
            take(outcome, csv);
            outcome->end = CSV_MORE;
        }
    }
    if (outcome->end != CSV_BAD) return;
    outcome->reason = csv->reason;
    outcome->row = csv->row;
    outcome->column = csv->column;
    outcome->found = csv->found;
}

static void compare(const outcome *got, const outcome *wanted, const char *how, size_t where) {
    CHECK(got->right, "%s %zu: another record", how, where);
    CHECK(got->records == wanted->records, "%s %zu: %d records, not %d", how, where, got->records,
          wanted->records);
    CHECK(strcmp(got->labels, wanted->labels) == 0, "%s %zu: labels %s", how, where, got->labels);
    CHECK(got->end == wanted->end, "%s %zu: status %d", how, where, (int)got->end);
    CHECK(got->reason == wanted->reason, "%s %zu: reason %d", how, where, (int)got->reason);
    CHECK(got->row == wanted->row && got->column == wanted->column,
          "%s %zu: row %d, column %d, not row %d, column %d", how, where, got->row, got->column,
          wanted->row, wanted->column);
    CHECK(got->found == wanted->found, "%s %zu: found %d", how, where, got->found);
}

/* In two pieces, cut after each byte. */
static void cut_once(const text *text, const outcome *wanted) {
    csv so_far;
    outcome before = {.right = true};
    csv_start(&so_far);
    bool open = true;
    for (size_t cut = 0; cut <= text->size && open; cut++) {
        csv csv = so_far;
        outcome got = before;
        feed(&csv, &got, text->bytes + cut, text->size - cut);
        finish(&csv, &got);
        compare(&got, wanted, "cut at", cut);
        if (cut < text->size) open = feed(&so_far, &before, text->bytes + cut, 1);
    }
}

/* In pieces of one size, each in memory of its own, so that a sanitizer sees a read beyond it. */
static void cut_evenly(const text *text, const outcome *wanted, size_t piece) {
    csv csv;
    outcome got = {.right = true};
    csv_start(&csv);
    bool open = true;
    for (size_t start = 0; start < text->size && open; start += piece) {
        size_t size = piece < text->size - start ? piece : text->size - start;
        char *copy = malloc(size);
        memcpy(copy, text->bytes + start, size);
        open = feed(&csv, &got, copy, size);
        free(copy);
    }
    finish(&csv, &got);
    compare(&got, wanted, "pieces of", piece);
}

static void try_all_cuts(const text *text, const outcome *wanted) {
    cut_once(text, wanted);
    for (size_t piece = 1; piece <= 40; piece++) cut_evenly(text, wanted, piece);
    for (size_t piece = 64; piece < text->size; piece += piece / 2) cut_evenly(text, wanted, piece);
    if (text->size > 0) cut_evenly(text, wanted, text->size);
}

/* Checks a text as it is and with a newline after it, and releases it. */
static void expect(text text, outcome wanted) {
    add(&text, ""); /* so that even an empty text has bytes */
    wanted.right = true;
    wanted.records = (int)strlen(wanted.labels);
    try_all_cuts(&text, &wanted);
    add(&text, "\n");
    try_all_cuts(&text, &wanted);
    free(text.bytes);
}

static void expect_records(text text, const char *labels) {
    outcome wanted = {.end = CSV_MORE};
    snprintf(wanted.labels, sizeof wanted.labels, "%s", labels);
    expect(text, wanted);
}

static void expect_error(text text, const char *labels, csv_reason reason, int row, int column,
                         int found) {
    outcome wanted = {
        .end = CSV_BAD, .reason = reason, .row = row, .column = column, .found = found};
    snprintf(wanted.labels, sizeof wanted.labels, "%s", labels);
    expect(text, wanted);
}

static void good_files(void) {
    text text = {0};
    check_case("one record is read");
    add_row(&text, 7);
    expect_records(text, "7");

    check_case("records are read in order");
    memset(&text, 0, sizeof text);
    add_row(&text, 5);
    add(&text, "\n");
    add_row(&text, 0);
    add(&text, "\n");
    add_row(&text, 9);
    expect_records(text, "509");

    check_case("carriage returns before newlines are read over");
    memset(&text, 0, sizeof text);
    add_row(&text, 4);
    add(&text, "\r\n");
    add_row(&text, 1);
    add(&text, "\r");
    expect_records(text, "41");

    check_case("a header line is read over");
    memset(&text, 0, sizeof text);
    add_header(&text, "label", 785, "pixel%d");
    add(&text, "\n");
    add_row(&text, 3);
    expect_records(text, "3");

    check_case("a header line in capitals with a carriage return is read over");
    memset(&text, 0, sizeof text);
    add_header(&text, "LABEL", 785, "%dx1");
    add(&text, "\r\n");
    add_row(&text, 3);
    expect_records(text, "3");

    check_case("a byte-order mark is read over");
    memset(&text, 0, sizeof text);
    add(&text, "\xef\xbb\xbf");
    add_row(&text, 8);
    expect_records(text, "8");

    check_case("a byte-order mark and a header line are read over");
    memset(&text, 0, sizeof text);
    add(&text, "\xef\xbb\xbf");
    add_header(&text, "Label", 785, "\"%d\"");
    add(&text, "\n");
    add_row(&text, 8);
    expect_records(text, "8");

    check_case("blank lines at the end are read over");
    memset(&text, 0, sizeof text);
    add_row(&text, 2);
    add(&text, "\n\n\r\n\n");
    expect_records(text, "2");

    check_case("zeros before a number are read over");
    memset(&text, 0, sizeof text);
    add_row_with(&text, 6, 12, "0000000000000000");
    expect_records(text, "6");
}

static void empty_files(void) {
    text text = {0};
    check_case("an empty file has no records");
    expect_error(text, "", CSV_NO_RECORDS, 1, 1, 0);

    check_case("a file of blank lines has no records");
    memset(&text, 0, sizeof text);
    add(&text, "\n\r\n\n");
    expect_error(text, "", CSV_NO_RECORDS, 1, 1, 0);

    check_case("a file with a header line alone has no records");
    memset(&text, 0, sizeof text);
    add_header(&text, "label", 785, "p%d");
    expect_error(text, "", CSV_NO_RECORDS, 1, 1, 0);

    check_case("a file with a byte-order mark alone has no records");
    memset(&text, 0, sizeof text);
    add(&text, "\xef\xbb\xbf");
    expect_error(text, "", CSV_NO_RECORDS, 1, 1, 0);
}

/* A good row, then one whose `column` holds `field`: the error is in row 2. */
static void bad_field(const char *sentence, int column, const char *field, csv_reason reason,
                      int found) {
    text text = {0};
    check_case(sentence);
    add_row(&text, 1);
    add(&text, "\n");
    add_row_with(&text, 2, column, field);
    expect_error(text, "1", reason, 2, column, found);
}

static void bad_fields(void) {
    bad_field("text is no label", 1, "seven", CSV_NOT_A_NUMBER, 's');
    bad_field("text is no pixel", 300, "x", CSV_NOT_A_NUMBER, 'x');
    bad_field("text after a number is no pixel", 300, "12x", CSV_NOT_A_NUMBER, 'x');
    bad_field("a decimal is no pixel", 44, "0.5", CSV_NOT_A_NUMBER, '.');
    bad_field("a space is no pixel", 785, " 5", CSV_NOT_A_NUMBER, ' ');
    bad_field("quotes make no pixel", 2, "\"5\"", CSV_NOT_A_NUMBER, '"');
    bad_field("a plus sign makes no pixel", 5, "+5", CSV_NOT_A_NUMBER, '+');
    bad_field("a minus sign after a digit makes no pixel", 5, "5-", CSV_NOT_A_NUMBER, '-');
    bad_field("a second header line is no record", 1, "label", CSV_NOT_A_NUMBER, 'l');
    bad_field("a byte-order mark in the middle is no label", 1, "\xef\xbb\xbf\x31",
              CSV_NOT_A_NUMBER, 0xef);
    bad_field("a carriage return alone does not end a row", 100, "5\r5", CSV_NOT_A_NUMBER, '\r');
    bad_field("two carriage returns do not end a row", 785, "5\r\r", CSV_NOT_A_NUMBER, '\r');
    bad_field("an empty label is an error", 1, "", CSV_EMPTY_FIELD, 0);
    bad_field("an empty pixel is an error", 2, "", CSV_EMPTY_FIELD, 0);
    bad_field("an empty last pixel is an error", 785, "", CSV_EMPTY_FIELD, 0);
    bad_field("an empty last pixel before a carriage return is an error", 785, "\r",
              CSV_EMPTY_FIELD, 0);
    bad_field("the label 10 is out of range", 1, "10", CSV_LABEL_RANGE, 0);
    bad_field("a negative label is out of range", 1, "-1", CSV_LABEL_RANGE, 0);
    bad_field("the pixel 256 is out of range", 785, "256", CSV_PIXEL_RANGE, 0);
    bad_field("a negative pixel is out of range", 17, "-1", CSV_PIXEL_RANGE, 0);
    bad_field("a huge label is out of range", 1, "99999999999999999999", CSV_LABEL_RANGE, 0);
    bad_field("a huge pixel is out of range", 400, "4294967296", CSV_PIXEL_RANGE, 0);
}

static void bad_rows(void) {
    text text = {0};
    check_case("a row that lacks its last pixel is an error where it ends");
    add_row(&text, 1);
    add(&text, "\n5");
    add_pixels(&text, 5, 0, 783);
    expect_error(text, "1", CSV_TOO_FEW_COLUMNS, 2, 784, 0);

    check_case("a row of a label alone is an error where it ends");
    memset(&text, 0, sizeof text);
    add(&text, "5");
    expect_error(text, "", CSV_TOO_FEW_COLUMNS, 1, 1, 0);

    check_case("a row with one pixel more is an error at column 786");
    memset(&text, 0, sizeof text);
    add_row(&text, 1);
    add(&text, ",0");
    expect_error(text, "", CSV_TOO_MANY_COLUMNS, 1, 786, 0);

    check_case("a row that goes on is an error at column 786");
    memset(&text, 0, sizeof text);
    add_row(&text, 1);
    add(&text, "\n");
    add_row(&text, 2);
    add_pixels(&text, 2, 0, 20);
    expect_error(text, "1", CSV_TOO_MANY_COLUMNS, 2, 786, 0);

    check_case("a blank row with a record after it is an error at the first blank row");
    memset(&text, 0, sizeof text);
    add_row(&text, 1);
    add(&text, "\n\n\r\n");
    add_row(&text, 2);
    expect_error(text, "1", CSV_BLANK_ROW, 2, 1, 0);

    check_case("a blank row at the start is an error once a record follows");
    memset(&text, 0, sizeof text);
    add(&text, "\n");
    add_row(&text, 2);
    expect_error(text, "", CSV_BLANK_ROW, 1, 1, 0);

    check_case("a blank row after the header line is an error once a record follows");
    memset(&text, 0, sizeof text);
    add_header(&text, "label", 785, "p%d");
    add(&text, "\n\n");
    add_row(&text, 2);
    expect_error(text, "", CSV_BLANK_ROW, 2, 1, 0);
}

static void bad_starts(void) {
    text text = {0};
    check_case("a header line that lacks a column is an error where it ends");
    add_header(&text, "label", 784, "p%d");
    add(&text, "\n");
    add_row(&text, 1);
    expect_error(text, "", CSV_TOO_FEW_COLUMNS, 1, 784, 0);

    check_case("a header line of one word is an error where it ends");
    memset(&text, 0, sizeof text);
    add(&text, "label\r\n");
    add_row(&text, 1);
    expect_error(text, "", CSV_TOO_FEW_COLUMNS, 1, 1, 0);

    check_case("a header line that goes on is an error at column 786");
    memset(&text, 0, sizeof text);
    add_header(&text, "label", 800, "p%d");
    add(&text, "\n");
    add_row(&text, 1);
    expect_error(text, "", CSV_TOO_MANY_COLUMNS, 1, 786, 0);

    check_case("a first line of other words is no header line");
    memset(&text, 0, sizeof text);
    add_header(&text, "digit", 785, "p%d");
    add(&text, "\n");
    add_row(&text, 1);
    expect_error(text, "", CSV_NOT_A_NUMBER, 1, 1, 'd');

    check_case("a word that starts like the header's is no header line");
    memset(&text, 0, sizeof text);
    add_header(&text, "lapel", 785, "p%d");
    expect_error(text, "", CSV_NOT_A_NUMBER, 1, 1, 'l');

    check_case("a word that goes on after the header's is no header line");
    memset(&text, 0, sizeof text);
    add_header(&text, "Labels", 785, "p%d");
    expect_error(text, "", CSV_NOT_A_NUMBER, 1, 1, 'L');

    check_case("a header word that is cut off is no header line");
    memset(&text, 0, sizeof text);
    add(&text, "lab");
    expect_error(text, "", CSV_NOT_A_NUMBER, 1, 1, 'l');

    check_case("a carriage return alone does not end a header line");
    memset(&text, 0, sizeof text);
    add_header(&text, "label", 785, "p%d");
    add(&text, "\r1");
    expect_error(text, "", CSV_NOT_A_NUMBER, 1, 785, '\r');

    check_case("half a byte-order mark is an error at its first byte");
    memset(&text, 0, sizeof text);
    add(&text, "\xef\xbb");
    expect_error(text, "", CSV_NOT_A_NUMBER, 1, 1, 0xef);

    check_case("half a byte-order mark before a record is an error at its first byte");
    memset(&text, 0, sizeof text);
    add(&text, "\xef\xbb");
    add_row(&text, 1);
    expect_error(text, "", CSV_NOT_A_NUMBER, 1, 1, 0xef);

    check_case("two byte-order marks are an error");
    memset(&text, 0, sizeof text);
    add(&text, "\xef\xbb\xbf\xef\xbb\xbf");
    add_row(&text, 1);
    expect_error(text, "", CSV_NOT_A_NUMBER, 1, 1, 0xef);

    check_case("a byte of zero is an error");
    memset(&text, 0, sizeof text);
    add_bytes(&text, "\0", 1);
    expect_error(text, "", CSV_NOT_A_NUMBER, 1, 1, 0);
}

static void stays_bad(void) {
    check_case("after an error the parser takes nothing more and keeps its place");
    text text = {0};
    add_row_with(&text, 1, 30, "x");
    add(&text, "\n");
    size_t first = text.size;
    add_row(&text, 2);
    csv csv;
    outcome outcome = {.right = true};
    csv_start(&csv);
    CHECK(!feed(&csv, &outcome, text.bytes, first), "no error");
    CHECK(!feed(&csv, &outcome, text.bytes + first, text.size - first), "it went on");
    CHECK(csv_end(&csv) == CSV_BAD, "csv_end went on");
    CHECK(outcome.records == 0, "%d records", outcome.records);
    CHECK(csv.row == 1 && csv.column == 30, "row %d, column %d", csv.row, csv.column);
    CHECK(csv.reason == CSV_NOT_A_NUMBER && csv.found == 'x', "reason %d", (int)csv.reason);
    free(text.bytes);
}

static void starts_anew(void) {
    check_case("csv_start forgets the file before");
    text text = {0};
    add(&text, "\n\n5,x");
    csv csv;
    outcome outcome = {.right = true};
    csv_start(&csv);
    CHECK(!feed(&csv, &outcome, text.bytes, text.size), "no error");
    text.size = 0;
    add(&text, "\xef\xbb\xbf");
    add_row(&text, 4);
    csv_start(&csv);
    outcome.end = CSV_MORE;
    CHECK(feed(&csv, &outcome, text.bytes, text.size), "an error");
    finish(&csv, &outcome);
    CHECK(outcome.end == CSV_MORE && outcome.records == 1, "%d records", outcome.records);
    CHECK(outcome.right, "another record");
    free(text.bytes);
}

int main(void) {
    good_files();
    empty_files();
    bad_fields();
    bad_rows();
    bad_starts();
    stays_bad();
    starts_anew();
    return check_end();
}
