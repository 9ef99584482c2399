#include "csv_header.h"

#include <limits.h>
#include <math.h>
#include <string.h>

/* Separators in the order in which they are preferred: a decimal comma stands between others, a
 * space after a comma. */
static const char SEPARATORS[] = ";\t|, ";

static bool is_digit(uint8_t byte) {
    return byte >= '0' && byte <= '9';
}

static bool holds_word(csv_field field, const char *word) {
    for (; field.length > 0; field.text++, field.length--)
        if (!word[csv_same_as(field, word)]) return true;
    return false;
}

static bool names_label(csv_field field) {
    return holds_word(field, "label") ||
           csv_is_one_of(field, "class classes target targets digit digits number y ");
}

static bool names_index(csv_field field) {
    return field.length == 0 || holds_word(field, "unnamed") ||
           csv_is_one_of(field, "index id idx row no imageid rownames row.names x x.1 ");
}

/* Whether two names differ in their numbers alone, as pixel1 and pixel12, 1x1 and 28x28, 0 and 1.
 */
static bool is_same_kind(csv_field a, csv_field b) {
    if ((a.length == 0) != (b.length == 0)) return false;
    int i = 0, j = 0;
    for (;; i++, j++) {
        while (i < a.length && is_digit(a.text[i])) i++;
        while (j < b.length && is_digit(b.text[j])) j++;
        if (i == a.length || j == b.length) return i == a.length && j == b.length;
        if (a.text[i] != b.text[j]) return false;
    }
}

char csv_announced_separator(const uint8_t *line, int length) {
    csv_field field = {line, length, false};
    if (field.length != 5 || !holds_word(field, "sep=")) return 0;
    char separator = (char)field.text[4];
    return strchr(SEPARATORS, separator) ? separator : 0;
}

char csv_guess_separator(const uint8_t *line, int length) {
    int counts[256] = {0};
    bool quoted = false, has_decimal_commas = true;
    for (int i = 0; i < length; i++) {
        if (line[i] == '"') quoted = !quoted;
        if (!quoted) counts[line[i]]++;
        bool is_between_digits =
            i > 0 && i + 1 < length && is_digit(line[i - 1]) && is_digit(line[i + 1]);
        if (line[i] == ',' && !is_between_digits) has_decimal_commas = false;
    }
    if (counts[' '] >= CSV_PIXELS - 1 && has_decimal_commas) counts[','] = 0;
    /* The first that makes as many fields as a record has, or else any at all. */
    for (const char *s = SEPARATORS; *s; s++)
        if (counts[(uint8_t)*s] >= CSV_PIXELS - 1) return *s;
    for (const char *s = SEPARATORS; *s; s++)
        if (counts[(uint8_t)*s] > 0) return *s;
    return ',';
}

bool csv_is_blank(const uint8_t *line, int length, char separator) {
    static const uint8_t BLANK[] = {' ', '\t', '"', '\'', 0x1a};
    for (int i = 0; i < length; i++)
        if (line[i] != (uint8_t)separator && !memchr(BLANK, line[i], sizeof BLANK)) return false;
    return true;
}

bool csv_is_comment(const uint8_t *line, int length) {
    return length > 0 && line[0] == '#' && (length == 1 || line[1] == ' ' || line[1] == '\t');
}

/* What can be seen of a first line. */
typedef struct {
    csv_header header; /* if it is one */
    int filled, words;
    int run;               /* names of one kind up to here */
    int jumps;             /* numbers that neither rise nor count on from the one before */
    csv_field first, last; /* names, the first without those of an index */
    bool starts_alike;     /* the first two are of one kind */
    bool ends_alike;       /* so are the last two */
    csv_field name;        /* of the column before */
    double previous;       /* number, and the one that it ends with */
    unsigned number;
} first_line;

/* The number that a field ends with: 12 in 12 and 0.12. */
static unsigned last_number(csv_field field) {
    unsigned number = 0;
    for (int i = 0; i < field.length; i++)
        number = is_digit(field.text[i]) ? 10 * number + field.text[i] - '0' : 0;
    return number;
}

static void look_at(first_line *line, csv_field field, int column, char separator) {
    double value;
    uint8_t found;
    line->header.columns = column + 1;
    /* Where columns are named by letters, y is one of them. */
    bool is_label = names_label(field) && !(column > 2 && field.length + line->name.length == 2);
    /* Where R has bound a label without a name to pixels, it comes behind the rows' names. */
    bool is_nameless = column == 1 && field.length == 0;
    bool is_index =
        !is_label && !is_nameless && column == line->header.indices && names_index(field);
    if (is_index) line->header.indices++;
    bool goes_with_name = column > 0 && is_same_kind(field, line->name);
    unsigned number = last_number(field);
    if (goes_with_name && number == 10 && last_number(line->name) == 1)
        line->header.sorted = column + 1;
    line->run = goes_with_name ? line->run + 1 : 1;
    line->name = field;
    if (line->run == CSV_PIXELS) line->header.pixels = column + 1 - CSV_PIXELS;
    if (line->run == CSV_PIXELS + 1) line->header.pixels = -1;
    if (field.length == 0) return;
    bool is_number = csv_number(field, separator, &value, &found);
    int name = column - line->header.indices;
    if (name == 0) line->first = field;
    if (name == 1) line->starts_alike = is_same_kind(field, line->first);
    bool goes_on = is_number && (value > line->previous || number == line->number + 1);
    if (name > 0 && !goes_on) line->jumps++;
    line->previous = is_number ? value : HUGE_VAL;
    line->number = is_number ? number : UINT_MAX;
    line->header.named = column + 1;
    line->filled++;
    line->ends_alike = is_same_kind(field, line->last);
    line->last = field;
    if (is_number) return;
    line->words++;
    if (is_label && line->header.labels++ == 0) line->header.label = column;
}

static first_line look_at_line(const uint8_t *line, int length, char separator) {
    first_line seen = {.header = {.label = -1, .pixels = -1}};
    csv_cursor cursor = csv_cursor_start(line, length, separator);
    csv_field field;
    for (int column = 0; csv_next_field(&cursor, &field); column++)
        look_at(&seen, field, column, separator);
    return seen;
}

bool csv_is_title(const uint8_t *line, int length, char separator) {
    first_line seen = look_at_line(line, length, separator);
    double value;
    uint8_t found;
    /* "Table 1" is one, "5,x" is not. */
    csv_field first = seen.first;
    int word_first = first.length == 0 || !csv_number(first, separator, &value, &found);
    /* A row with another separator, or in quotes as a whole, seems to be one word. */
    bool is_row = first.length > CSV_PIXELS && is_digit(*first.text);
    return !is_row && seen.header.named < CSV_PIXELS && 2 * seen.words + word_first > seen.filled;
}

/* Whether the label has the last name, by no word that is known: pixel1, pixel2, ..., species. */
static bool label_is_last(const first_line *seen) {
    if (seen->ends_alike) return false;
    bool has_unknown_index = seen->header.named - seen->header.indices > CSV_COLUMNS;
    return has_unknown_index || seen->starts_alike;
}

bool csv_read_header(const uint8_t *line, int length, char separator, csv_header *header) {
    int sign = csv_is_comment(line, length) ? 1 : 0;
    first_line seen = look_at_line(line + sign, length - sign, separator);
    *header = seen.header;
    /* The columns may be counted between an index and a label. */
    header->counts = header->named > 2 && seen.jumps <= 2;
    bool has_names =
        header->named >= CSV_PIXELS && (2 * seen.words > seen.filled || header->counts);
    if (!has_names && (header->columns < CSV_PIXELS || header->label < 0)) return false;
    if (header->label >= 0) return true;
    if (label_is_last(&seen)) header->label = header->named - 1;
    /* It may have no name behind all pixels. */
    if (header->pixels == header->indices && header->columns > header->named)
        header->label = header->named;
    return true;
}
