/* Fields and numbers, one by one; whole rows are tested in csv_test.c and csv_layout_test.c. */
#include "csv_row.h"

#include <string.h>

#include "check.h"

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
    return check_end();
}
