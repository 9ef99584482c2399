/* The CSV parser: whatever the bytes, and wherever they are cut, the same records or the same error
 * come out.
 */
#include <stdbool.h>
#include <string.h>

#include "csv.h"
#include "digest.h"
#include "fuzz.h"

const char *const fuzz_tokens[] = {",",        ";",
                                   "\t",       " ",
                                   "|",        "\"",
                                   "'",        "\n",
                                   "\r",       "\r\n",
                                   "sep=;",    "\xff\xfe",
                                   "\xfe\xff", "\xef\xbb\xbf",
                                   "1e9",      "-1",
                                   "0.5",      "1e-999999999",
                                   "label",    "class",
                                   "256",      "10",
                                   "=\"5\"",   "TRUE",
                                   "0.01",     "five",
                                   ",,,,,,,,", "0,0,0,0,0,0,0,0,",
                                   NULL};

/* Everything that came of a text. */
static uint64_t outcome(const uint8_t *bytes, size_t size, size_t piece) {
    static csv csv;
    csv_start(&csv);
    uint64_t digest = DIGEST_START;
    csv_status status = CSV_MORE;
    for (size_t start = 0; start < size && status != CSV_BAD; start += piece) {
        const uint8_t *at = bytes + start, *end = size - start < piece ? bytes + size : at + piece;
        while ((status = csv_read(&csv, &at, end)) == CSV_RECORD) {
            FUZZ_CHECK(csv.record[0] <= 9);
            digest = digest_add(digest, csv.record, sizeof csv.record);
        }
        FUZZ_CHECK(status == CSV_BAD || at == end);
    }
    if (status != CSV_BAD && (status = csv_end(&csv)) == CSV_RECORD)
        digest = digest_add(digest, csv.record, sizeof csv.record);
    FUZZ_CHECK((status == CSV_BAD) == (csv.error.reason != CSV_OK));
    if (status == CSV_BAD) {
        FUZZ_CHECK(csv.error.row >= 1 && csv.error.column >= 1);
        FUZZ_CHECK(csv_end(&csv) == CSV_BAD);
        digest = digest_add(digest, (const uint8_t *)&csv.error, sizeof csv.error);
    }
    return digest;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    uint64_t whole = outcome(bytes, size, size + 1);
    FUZZ_CHECK(outcome(bytes, size, 1) == whole);
    FUZZ_CHECK(outcome(bytes, size, size > 0 ? 2 + bytes[size / 2] : 2) == whole);
    return 0;
}

/* How the numbers of a row are written, and what stands between them. */
static const struct {
    const char *start, *separator, *number, *end;
} STYLES[] = {{"", ",", "%d", "\n"},          {"", ";", "\"%d\"", "\r\n"},
              {"sep=;\n", ";", "%d,0", "\r"}, {"", "\t", "%d.000e+00", "\n\n"},
              {"", " ", "%3d", "\r\r\n"},     {"\xef\xbb\xbf", ",", "0.%d", ",,\n"}};

/* The names of the columns, of which the last has the labels. */
static char *write_header(char *at, const char *separator, int columns) {
    at += sprintf(at, "id");
    for (int column = 1; column < columns - 1; column++)
        at += sprintf(at, "%sp%d", separator, column);
    return at + sprintf(at, "%slabel\n", separator);
}

size_t fuzz_seed(int index, uint8_t bytes[FUZZ_MOST]) {
    int styles = sizeof STYLES / sizeof *STYLES;
    if (index >= 4 * styles) return 0;
    /* Without and with an index, then the same under a header. */
    int columns = CSV_COLUMNS + index / styles % 2;
    bool has_header = index >= 2 * styles;
    const char *separator = STYLES[index % styles].separator;
    char *at = (char *)bytes;
    at += sprintf(at, "%s", STYLES[index % styles].start);
    if (has_header) at = write_header(at, separator, columns);
    for (int row = 0; row < 3; row++) {
        for (int column = 0; column < columns; column++) {
            if (column > 0) at += sprintf(at, "%s", separator);
            at +=
                sprintf(at, STYLES[index % styles].number, column < 2 ? row : column % 7 * 9 % 40);
        }
        at += sprintf(at, "%s", STYLES[index % styles].end);
    }
    return (size_t)(at - (char *)bytes);
}
