/* Fields and numbers, one by one, and how pixels are scaled; whole rows are tested in csv_test.c
 * and csv_layout_test.c. */
#include "csv_row.h"

#include <string.h>

#include "csv_expect.h"

static void check_fields(const char *line, char separator, int count, const char *const *wanted) {
    csv_cursor cursor = csv_cursor_start((const uint8_t *)line, (int)strlen(line), separator);
    csv_field field;
    for (int i = 0; i < count; i++) {
        CHECK(csv_next_field(&cursor, &field), "%s: %d fields", line, i);
        CHECK(field.length == (int)strlen(wanted[i]) &&
                  memcmp(field.text, wanted[i], strlen(wanted[i])) == 0,
              "%s: field %d is '%.*s'", line, i, field.length, (const char *)field.text);
    }
    CHECK(!csv_next_field(&cursor, &field), "%s: another field", line);
}

#define FIELDS(line, separator, ...)                                                               \
    check_fields(line, separator, sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *),          \
                 (const char *const[]){__VA_ARGS__})

static void check_number(const char *text, char separator, double wanted) {
    double value = -1;
    uint8_t found;
    csv_field field = {(const uint8_t *)text, (int)strlen(text), false};
    CHECK(csv_number(field, separator, &value, &found), "%s is none", text);
    CHECK(value == wanted, "%s is %.17g", text, value);
}

static void check_no_number(const char *text, char separator, char wanted) {
    double value;
    uint8_t found = 1;
    csv_field field = {(const uint8_t *)text, (int)strlen(text), false};
    CHECK(!csv_number(field, separator, &value, &found), "%s is a number", text);
    CHECK(found == (uint8_t)wanted, "%s: found %d", text, found);
}

static void scale(void) {
    static csv csv;
    text text = {0};
    char number[32];
    check_case("pixels from 0 to 1 become 0 to 255");
    add(&text, "3.0");
    for (int i = 0; i < 784; i++) add(&text, ",0.0");
    add(&text, "\n5.0");
    for (int i = 0; i < 784; i++) {
        snprintf(number, sizeof number, ",%.17g", i % 256 / 255.0);
        add(&text, number);
    }
    add(&text, "\n6,1");
    for (int i = 1; i < 784; i++) add(&text, ",0");
    add(&text, "\n");
    csv_start(&csv);
    const uint8_t *at = (const uint8_t *)text.bytes, *end = at + text.size;
    CHECK(csv_read(&csv, &at, end) == CSV_RECORD && csv.record[0] == 3, "no first record");
    CHECK(csv_read(&csv, &at, end) == CSV_RECORD && csv.record[0] == 5, "no second record");
    for (int i = 0; i < 784; i++)
        CHECK(csv.record[1 + i] == i % 256, "pixel %d is %d", i, csv.record[1 + i]);
    CHECK(csv_read(&csv, &at, end) == CSV_RECORD && csv.record[1] == 255, "white is %d",
          csv.record[1]);

    check_case("where pixels go from 0 to 1, one above is an error");
    add_row(&text, 2);
    add(&text, "\n");
    at = (const uint8_t *)text.bytes;
    end = at + text.size;
    csv_start(&csv);
    for (int i = 0; i < 3; i++) CHECK(csv_read(&csv, &at, end) == CSV_RECORD, "record %d", i);
    CHECK(csv_read(&csv, &at, end) == CSV_BAD, "it is read");
    CHECK(csv.error.reason == CSV_PIXEL_RANGE && csv.error.row == 4, "reason %d, row %u",
          (int)csv.error.reason, csv.error.row);
    free(text.bytes);

    check_case("other decimals are rounded");
    memset(&text, 0, sizeof text);
    add(&text, "4,254.6,0.4,0.5,12.5,1.2e1,255.0,255.4,-1e-17");
    for (int i = 8; i < 784; i++) add(&text, ",0");
    add(&text, "\n");
    csv_start(&csv);
    at = (const uint8_t *)text.bytes;
    CHECK(csv_read(&csv, &at, at + text.size) == CSV_RECORD, "no record");
    static const uint8_t WANTED[] = {4, 255, 0, 1, 13, 12, 255, 255, 0};
    CHECK(memcmp(csv.record, WANTED, sizeof WANTED) == 0, "other pixels");
    free(text.bytes);
}

static int any_grey(int i) {
    return i % 256;
}

static int grey_on_light_ground(int i) {
    return i % 3 ? 255 : 40 + i % 200;
}

/* Ends a row, and checks the pixels that are read from it. */
static void expect_greys(text *text, int (*grey)(int i)) {
    static csv csv;
    add(text, "\n");
    csv_start(&csv);
    const uint8_t *at = (const uint8_t *)text->bytes;
    CHECK(csv_read(&csv, &at, at + text->size) == CSV_RECORD, "no record");
    for (int i = 0; i < 784; i++)
        CHECK(csv.record[1 + i] == grey(i), "pixel %d is %d", i, csv.record[1 + i]);
}

static void scale_of_inputs(void) {
    text text = {0};
    char number[32];
    check_case("pixels from 0.01 to 1, as the network's inputs are, become 0 to 255, too");
    for (int decimals = 4; decimals <= 17; decimals += 13) {
        text.size = 0;
        add(&text, decimals == 4 ? "7" : "0");
        for (int i = 0; i < 784; i++) {
            snprintf(number, sizeof number, ",%.*f", decimals, any_grey(i) / 255.0 * 0.99 + 0.01);
            add(&text, number);
        }
        expect_greys(&text, any_grey);
    }
    check_case(
        "so do those on light ground, of which none is black, and pixels that only look alike");
    for (int ink = 0; ink <= 1; ink++) {
        text.size = 0;
        add(&text, "7");
        for (int i = 0; i < 784; i++) {
            double share = grey_on_light_ground(i) / 255.0;
            snprintf(number, sizeof number, ",%.3f", ink ? share * 0.99 + 0.01 : share);
            add(&text, number);
        }
        expect_greys(&text, grey_on_light_ground);
    }
    free(text.bytes);
}

static void scale_before_labels(void) {
    static csv csv;
    text text = {0};
    char number[32];
    check_case("they do, too, where the labels may be last");
    for (int label = 1; label <= 7; label += 6) {
        for (int i = 0; i < 784; i++) {
            snprintf(number, sizeof number, "%.17g,", i % 256 / 255.0);
            add(&text, number);
        }
        snprintf(number, sizeof number, "%d\n", label);
        add(&text, number);
    }
    csv_start(&csv);
    const uint8_t *at = (const uint8_t *)text.bytes, *end = at + text.size;
    for (int label = 1; label <= 7; label += 6) {
        CHECK(csv_read(&csv, &at, end) == CSV_RECORD, "no record for %d", label);
        /* 1 may be a pixel as well, and is scaled as one. */
        CHECK(csv.record[0] == 0 && csv.record[784] == (label == 1 ? 255 : label),
              "the last column is %d", csv.record[784]);
        for (int i = 1; i < 784; i++)
            CHECK(csv.record[i] == i % 256, "pixel %d is %d", i, csv.record[i]);
    }
    check_case("behind a label that is not 0, the last column is a pixel from the first row on");
    text.size = 0;
    add(&text, "7");
    for (int i = 0; i < 784; i++) add(&text, i > 0 ? ",1" : ",0.5");
    add(&text, "\n");
    csv_start(&csv);
    at = (const uint8_t *)text.bytes;
    CHECK(csv_read(&csv, &at, at + text.size) == CSV_RECORD, "no record");
    CHECK(csv.record[0] == 7 && csv.record[784] == 255, "the last pixel is %d", csv.record[784]);
    free(text.bytes);
}

int main(void) {
    check_case("a line has one field more than separators");
    FIELDS("5,0,12", ',', "5", "0", "12");
    FIELDS("", ',', "");
    FIELDS(",", ',', "", "");
    FIELDS("a;b,c", ';', "a", "b,c");
    check_case("spaces around fields, and tabs that separate nothing, are not part of them");
    FIELDS(" 5 ,\t0, ", ',', "5", "0", "");
    FIELDS("5\t 0\t", '\t', "5", "0", "");
    check_case("spaces that separate count once");
    FIELDS("  5   0 ", ' ', "5", "0");
    check_case("quotes are not part of a field, and separators between them separate nothing");
    FIELDS("\"5\",\" 0 \",\"a,b\"", ',', "5", "0", "a,b");
    FIELDS("\"a\"\"b\" , \"c", ',', "a\"\"b", "c");
    FIELDS("=\"5\",=5", ',', "5", "=5");
    FIELDS("'5', 'it''s \"',\"it's\"", ',', "5", "it''s \"", "it's");
    FIELDS("\"a\"b,c\"d\"", ',', "\"a\"b", "c\"d\"");

    check_case("numbers may have signs, decimals and exponents");
    check_number("0", ',', 0);
    check_number("255", ',', 255);
    check_number("00012", ',', 12);
    check_number("+7", ',', 7);
    check_number("-7", ',', -7);
    check_number("5.", ',', 5);
    check_number(".5", ',', 0.5);
    check_number("127.5", ',', 127.5);
    check_number("5.000000000000000000e+00", ',', 5);
    check_number("2.53E2", ',', 253);
    check_number("12750e-2", ',', 127.5);
    check_number("0.00000000000000000000000000000001e34", ',', 100);
    check_number("0e-999999999999", ',', 0);
    check_case("TRUE is 1, FALSE is 0");
    check_number("TRUE", ',', 1);
    check_number("False", ',', 0);
    check_no_number("tru", ',', 't');
    check_no_number("falsey", ',', 'f');
    check_case("decimal commas are read where commas do not separate");
    check_number("12,5", ';', 12.5);
    check_no_number("12,5", ',', ',');
    check_case("what is not a number says which byte is wrong");
    check_no_number("", ',', 0);
    check_no_number("x", ',', 'x');
    check_no_number("12x", ',', 'x');
    check_no_number("-", ',', '-');
    check_no_number(".", ',', '.');
    check_no_number("1e", ',', 'e');
    check_no_number("1e+", ',', 'e');
    check_no_number("1.2.3", ',', '.');
    check_no_number("0x10", ',', 'x');
    check_no_number("nan", ',', 'n');
    scale();
    scale_of_inputs();
    scale_before_labels();
    return check_end();
}
