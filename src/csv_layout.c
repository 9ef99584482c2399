#include "csv_layout.h"

#include <string.h>

/* Separators in the order in which they are preferred: a decimal comma stands between semicolons or
 * tabs, a space after a comma. */
static const char SEPARATORS[] = ";\t,| ";

static bool is_digit(uint8_t byte) {
    return byte >= '0' && byte <= '9';
}

static uint8_t lower_case(uint8_t byte) {
    return byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte;
}

static bool is_word(csv_field field, const char *word) {
    if ((int)strlen(word) != field.length) return false;
    for (int i = 0; i < field.length; i++)
        if (lower_case(field.text[i]) != (uint8_t)word[i]) return false;
    return true;
}

static bool is_one_of(csv_field field, const char *const words[]) {
    for (; *words; words++)
        if (is_word(field, *words)) return true;
    return false;
}

static bool holds_word(csv_field field, const char *word) {
    int length = (int)strlen(word);
    for (; field.length >= length; field.text++, field.length--)
        if (is_word((csv_field){field.text, length, false}, word)) return true;
    return false;
}

static bool names_label(csv_field field) {
    static const char *const WORDS[] = {"class",  "classes", "target", "targets", "digit",
                                        "digits", "number",  "y",      NULL};
    return holds_word(field, "label") || is_one_of(field, WORDS);
}

static bool names_index(csv_field field) {
    static const char *const WORDS[] = {"",        "index",    "id",        "idx", "row", "no",
                                        "imageid", "rownames", "row.names", "x",   NULL};
    return is_one_of(field, WORDS) || holds_word(field, "unnamed");
}

/* A name without the number at its end: `pixel` of `pixel12`, `` of `12`. */
static csv_field stem_of(csv_field name) {
    while (name.length > 0 && is_digit(name.text[name.length - 1])) name.length--;
    return name;
}

static bool is_same(csv_field a, csv_field b) {
    return a.length == b.length && memcmp(a.text, b.text, (size_t)a.length) == 0;
}

char csv_announced_separator(const uint8_t *line, int length) {
    csv_field field = {line, length, false};
    if (length > 2 && line[0] == '"' && line[length - 1] == '"')
        field = (csv_field){line + 1, length - 2, true};
    if (field.length != 5 || !holds_word(field, "sep=")) return 0;
    char separator = (char)field.text[4];
    return strchr(SEPARATORS, separator) ? separator : 0;
}

char csv_guess_separator(const uint8_t *line, int length) {
    int counts[256] = {0};
    bool quoted = false;
    for (int i = 0; i < length; i++) {
        if (line[i] == '"') quoted = !quoted;
        if (!quoted) counts[line[i]]++;
    }
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

/* What can be seen of a first line. */
typedef struct {
    int fields; /* without empty ones at the end */
    int filled, words;
    int label;           /* the column that is named so; -1: none */
    bool first_is_index; /* by its name */
    bool counts_columns; /* each field is 1 more than the one before, but for the first */
    csv_field names[3];  /* the first, the second, the last */
    double previous;
} first_line;

static void look_at(first_line *line, csv_field field, int column, char separator) {
    double value;
    uint8_t found;
    bool is_number = csv_number(field, separator, &value, &found);
    if (column < 2) line->names[column] = field;
    if (field.length == 0) return;
    if (column > 1 && !(is_number && value == line->previous + 1)) line->counts_columns = false;
    line->previous = is_number ? value : -1;
    line->fields = column + 1;
    line->filled++;
    line->names[2] = field;
    if (is_number) return;
    line->words++;
    if (line->label < 0 && names_label(field)) line->label = column;
}

static first_line look_at_line(const uint8_t *line, int length, char separator) {
    first_line seen = {.label = -1, .counts_columns = true};
    csv_cursor cursor = csv_cursor_start(line, length, separator);
    csv_field field;
    for (int column = 0; csv_next_field(&cursor, &field); column++)
        look_at(&seen, field, column, separator);
    seen.counts_columns = seen.counts_columns && seen.fields > 2;
    seen.first_is_index = names_index(seen.names[0]);
    return seen;
}

bool csv_read_header(const uint8_t *line, int length, char separator, csv_header *header) {
    first_line seen = look_at_line(line, length, separator);
    bool is_header = seen.label >= 0 || 2 * seen.words > seen.filled || seen.counts_columns;
    if (!is_header || seen.fields < CSV_PIXELS) return false;
    *header = (csv_header){seen.fields, seen.label, seen.first_is_index};
    /* pixel1, pixel2, ..., species: the last name is of another kind, whatever the word. */
    csv_field stem = stem_of(seen.names[1]);
    bool label_is_last = seen.label < 0 && seen.words > 2 &&
                         (header->has_index || is_same(stem_of(seen.names[0]), stem)) &&
                         !is_same(stem_of(seen.names[2]), stem);
    if (label_is_last) header->label = seen.fields - 1;
    return true;
}

static bool bad(csv_error *error, csv_reason reason, int column) {
    error->reason = reason;
    error->column = column;
    return false;
}

/* A row that is too short says first which of its fields is not a number. */
static bool bad_short_row(const uint8_t *line, int length, char separator, int columns,
                          csv_error *error) {
    csv_cursor cursor = csv_cursor_start(line, length, separator);
    csv_field field;
    double value;
    uint8_t found;
    for (int column = 1; csv_next_field(&cursor, &field); column++) {
        if (field.length == 0) return bad(error, CSV_EMPTY_FIELD, column);
        if (csv_number(field, separator, &value, &found)) continue;
        error->found = found;
        return bad(error, CSV_NOT_A_NUMBER, column);
    }
    return bad(error, CSV_TOO_FEW_COLUMNS, columns);
}

bool csv_find_layout(const uint8_t *line, int length, char separator, const csv_header *header,
                     csv_layout *layout, csv_error *error) {
    int columns = look_at_line(line, length, separator).fields;
    *layout = (csv_layout){.separator = separator, .columns = columns};
    /* R names rows without a name for that column. */
    bool is_shifted = header && columns == header->columns + 1;
    bool one_more = columns == CSV_COLUMNS + 1;
    layout->has_index = one_more && (!header || is_shifted || header->label != 0);
    layout->index_is_guess = layout->has_index && !header;
    layout->label = layout->has_index;
    if (header && header->label >= 0) layout->label = header->label + is_shifted;
    bool is_numbered = header && header->has_index && header->label < 0;
    if (columns == CSV_PIXELS || (columns == CSV_COLUMNS && is_numbered))
        return bad(error, CSV_NO_LABELS, columns);
    if (columns < CSV_COLUMNS) return bad_short_row(line, length, separator, columns, error);
    if (columns > CSV_COLUMNS + layout->has_index)
        return bad(error, CSV_TOO_MANY_COLUMNS, CSV_COLUMNS + layout->has_index + 1);
    /* The header has a column for labels that the row does not reach. */
    if (layout->label >= columns) return bad(error, CSV_NO_LABELS, columns);
    return true;
}
