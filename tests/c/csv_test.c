/* The parser on files as MNIST's are, and on files that are wrong. */
#include "csv_expect.h"

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

    check_case("it is read over before any row, as in files put together");
    memset(&text, 0, sizeof text);
    for (int label = 7; label <= 9; label++) {
        add(&text, label < 9 ? "\xef\xbb\xbf" : "\xef\xbb\xbf\xef\xbb\xbf");
        add_header(&text, "Label", 785, "\"%d\"");
        add(&text, "\n\xef\xbb\xbf");
        add_row(&text, label);
        add(&text, "\r\n");
    }
    expect_records(text, "789");

    check_case("blank lines and lines of empty fields are read over anywhere");
    memset(&text, 0, sizeof text);
    add(&text, "\n  \r\n,,,\n");
    add_header(&text, "label", 785, "p%d");
    add(&text, "\n\n");
    add_row(&text, 2);
    add(&text, "\n\r\n, ,\"\",\n\n");
    add_row(&text, 3);
    add(&text, "\n\n\r\n\n\x1a");
    expect_records(text, "23");

    check_case("a label may be off by a little, as rounding leaves it");
    memset(&text, 0, sizeof text);
    add_row_with(&text, 0, 1, "-1e-9");
    add(&text, "\n");
    add_row_with(&text, 7, 1, "6.999999999");
    expect_records(text, "07");

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
    bad_field("a word is not a label", 1, "seven", CSV_LABEL_WORD, 's');
    bad_field("a label with decimals is none", 1, "5.5", CSV_LABEL_RANGE, 0);
    bad_field("text is not a pixel", 300, "x", CSV_NOT_A_NUMBER, 'x');
    bad_field("text after a number is not a pixel", 300, "12x", CSV_NOT_A_NUMBER, 'x');
    bad_field("a minus sign after a digit makes no pixel", 5, "5-", CSV_NOT_A_NUMBER, '-');
    bad_field("another sign is not a label", 1, "?", CSV_NOT_A_NUMBER, '?');
    bad_field("a byte-order mark within a row is not a pixel", 2, "\xef\xbb\xbf\x31",
              CSV_NOT_A_NUMBER, 0xef);
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

    check_case("a row that goes on is an error at column 786");
    memset(&text, 0, sizeof text);
    add_row(&text, 1);
    add(&text, "\n");
    add_row(&text, 2);
    add_pixels(&text, 2, 0, 20);
    expect_error(text, "1", CSV_TOO_MANY_COLUMNS, 2, 786, 0);

    check_case("a row without its last pixel is an error where it ends");
    memset(&text, 0, sizeof text);
    add_row(&text, 1);
    add(&text, "\n\n\r");
    add(&text, "2");
    add_pixels(&text, 2, 0, 783);
    add(&text, "\r5");
    expect_error(text, "1", CSV_TOO_FEW_COLUMNS, 4, 784, 0);
}

static void bad_starts(void) {
    text text = {0};
    check_case("twenty lines of words are read over, and no more");
    for (int line = 0; line < 21; line++) add(&text, "Dear class,\r\n");
    add_row(&text, 1);
    expect_error(text, "", CSV_NOT_A_NUMBER, 21, 1, 'D');

    check_case("a short first row says first what is not a number");
    memset(&text, 0, sizeof text);
    add(&text, "5,0,zero,0");
    expect_error(text, "", CSV_NOT_A_NUMBER, 1, 3, 'z');

    check_case("a first row that lacks more than its label is an error where it ends");
    memset(&text, 0, sizeof text);
    add(&text, "1");
    add_pixels(&text, 1, 0, 782);
    expect_error(text, "", CSV_TOO_FEW_COLUMNS, 1, 783, 0);

    check_case("half a byte-order mark before a record is an error at its first byte");
    memset(&text, 0, sizeof text);
    add(&text, "\xef\xbb");
    add_row(&text, 1);
    expect_error(text, "", CSV_NOT_A_NUMBER, 1, 1, 0xef);

    check_case("a byte of zero is an error");
    memset(&text, 0, sizeof text);
    add_row(&text, 3);
    add(&text, "\n5,");
    add_bytes(&text, "\0", 1);
    add_pixels(&text, 5, 1, 784);
    expect_error(text, "3", CSV_NOT_A_NUMBER, 2, 2, 0);

    check_case("65,536 bytes without a line end are too long a line, whatever follows");
    memset(&text, 0, sizeof text);
    add_row(&text, 3);
    add(&text, "\n");
    size_t first = text.size;
    while (text.size < first + CSV_LINE) add(&text, "0,");
    static csv csv;
    outcome got = {.right = true};
    csv_start(&csv);
    CHECK(feed(&csv, &got, text.bytes, first + CSV_LINE), "refused too early");
    CHECK(!feed(&csv, &got, "0", 1), "a longer line is taken");
    finish(&csv, &got);
    outcome wanted = {1, true, "3", CSV_BAD, .reason = CSV_LINE_TOO_LONG, .row = 2, .column = 1};
    compare(&got, &wanted, "byte", text.size);
    free(text.bytes);
}

static void stays_bad(void) {
    check_case("after an error the parser takes nothing more and keeps its place");
    text text = {0};
    add_row_with(&text, 1, 30, "x");
    add(&text, "\n");
    size_t first = text.size;
    add_row(&text, 2);
    static csv csv;
    outcome outcome = {.right = true};
    csv_start(&csv);
    CHECK(!feed(&csv, &outcome, text.bytes, first), "no error");
    CHECK(!feed(&csv, &outcome, text.bytes + first, text.size - first), "it went on");
    CHECK(csv_end(&csv) == CSV_BAD, "csv_end went on");
    CHECK(outcome.records == 0, "%d records", outcome.records);
    CHECK(csv.error.row == 1 && csv.error.column == 30, "row %u, column %d", csv.error.row,
          csv.error.column);
    CHECK(csv.error.reason == CSV_NOT_A_NUMBER && csv.error.found == 'x', "reason %d",
          (int)csv.error.reason);
    free(text.bytes);
}

static void starts_anew(void) {
    check_case("csv_start forgets the file before");
    text text = {0};
    add(&text, "\n\n5,x\n");
    static csv csv;
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
