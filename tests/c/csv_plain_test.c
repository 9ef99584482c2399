/* The fast path reads a row as the slow one would, or leaves it to that; csv_test.c compares them.
 */
#include "csv_plain.h"

#include "csv_expect.h"

/* What comes of a row of label 7 with a field of another kind in a column; bytes are cut at the
 * end. */
static bool is_read(int column, const char *field, const char *end, int cut) {
    text text = {0};
    uint8_t record[CSV_COLUMNS];
    add_row_with(&text, 7, column, field);
    size_t size = text.size;
    add(&text, end);
    add(&text, "1,2,3,4"); /* the next row */
    const uint8_t *row = (const uint8_t *)text.bytes;
    const uint8_t *next = csv_read_plain_row(row, row + text.size - cut, record);
    CHECK(!next || next == row + size + 1, "the next row is %d bytes on", (int)(next - row));
    for (int i = 2; next && i < CSV_PIXELS; i++)
        CHECK(record[1 + i] == pixel(7, i), "pixel %d is %d", i, record[1 + i]);
    CHECK(!next || record[0] == 7, "the label is %d", record[0]);
    free(text.bytes);
    return next != NULL;
}

int main(void) {
    check_case("a row as MNIST's is read, whichever byte ends it");
    CHECK(is_read(2, "0", "\n", 0), "not before LF");
    CHECK(is_read(2, "255", "\r", 0), "not before CR");
    check_case("a row that is written in another way is not");
    static const char *const FIELDS[] = {"256", "1.0", "", "-1", " 1", "0012", "x"};
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
        CHECK(!is_read(2, FIELDS[i], "\n", 0), "%s is read", FIELDS[i]);
    CHECK(!is_read(1, "10", "\n", 0), "the label 10 is read");
    CHECK(!is_read(2, "0", ",", 0), "a longer row is read");
    check_case("nor is one that is not all there");
    CHECK(!is_read(2, "0", "\n", 9), "it is");
    return check_end();
}
