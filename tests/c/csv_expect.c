#include "csv_expect.h"

void add_bytes(text *text, const char *bytes, size_t size) {
    if (text->size + size >= text->room) {
        text->room = 2 * (text->size + size) + 1;
        text->bytes = realloc(text->bytes, text->room);
        if (!text->bytes) abort();
    }
    memcpy(text->bytes + text->size, bytes, size);
    text->size += size;
    text->bytes[text->size] = 0;
}

void add(text *text, const char *string) {
    add_bytes(text, string, strlen(string));
}

int pixel(int label, int i) {
    return i % 50 < 3 + label || i % 97 == 0 ? (i * 37 + label) % 256 : 0;
}

void add_pixels(text *text, int label, int from, int to) {
    char number[16];
    for (int i = from; i < to; i++) {
        snprintf(number, sizeof number, ",%d", pixel(label, i));
        add(text, number);
    }
}

void add_row(text *text, int label) {
    char number[16];
    snprintf(number, sizeof number, "%d", label);
    add(text, number);
    add_pixels(text, label, 0, 784);
}

void add_row_with(text *text, int label, int column, const char *field) {
    char number[16];
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

void add_header(text *text, const char *first, int columns, const char *format) {
    char name[16];
    add(text, first);
    for (int c = 2; c <= columns; c++) {
        snprintf(name, sizeof name, format, c - 1);
        add(text, ",");
        add(text, name);
    }
}

static void take(outcome *outcome, const csv *csv) {
    int label = csv->record[0];
    for (int i = 0; i < 784; i++)
        if (csv->record[1 + i] != pixel(label, i)) outcome->right = false;
    if (outcome->records < 15) outcome->labels[outcome->records] = (char)('0' + label);
    outcome->records++;
}

bool feed(csv *csv, outcome *outcome, const char *bytes, size_t size) {
    const uint8_t *at = (const uint8_t *)bytes, *end = at + size;
    csv_status status;
    while ((status = csv_read(csv, &at, end)) == CSV_RECORD) take(outcome, csv);
    outcome->end = status;
    return status == CSV_MORE;
}

void finish(csv *csv, outcome *outcome) {
    if (outcome->end != CSV_BAD) {
        outcome->end = csv_end(csv);
        if (outcome->end == CSV_RECORD) {
            take(outcome, csv);
            outcome->end = CSV_MORE;
        }
    }
    if (outcome->end != CSV_BAD) return;
    outcome->reason = csv->error.reason;
    outcome->row = (int)csv->error.row;
    outcome->column = csv->error.column;
    outcome->found = csv->error.found;
}

void compare(const outcome *got, const outcome *wanted, const char *how, size_t where) {
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

/* In two pieces, the second from `from` on: cut near the ends of lines after each byte, elsewhere
 * here and there. */
static void cut_once(const text *text, const outcome *wanted, size_t from) {
    static csv so_far, csv;
    outcome before = {.right = true};
    csv_start(&so_far);
    csv_start(&csv);
    bool open = true;
    size_t line = 0; /* where the current one starts */
    size_t stride = 13 + text->size / 100;
    for (size_t cut = 0; cut <= text->size && open; cut++) {
        const char *end = memchr(text->bytes + cut, '\n', text->size - cut);
        size_t left = (end ? (size_t)(end - text->bytes) : text->size) - cut;
        if (cut >= from && (cut - line < 16 || left < 16 || cut % stride == 0)) {
            /* Not all of the 64 KB that a line may take. */
            memcpy(&csv, &so_far, offsetof(struct csv, line) + (size_t)so_far.length);
            outcome got = before;
            feed(&csv, &got, text->bytes + cut, text->size - cut);
            finish(&csv, &got);
            compare(&got, wanted, "cut at", cut);
        }
        if (cut == text->size) break;
        if (text->bytes[cut] == '\n') line = cut + 1;
        open = feed(&so_far, &before, text->bytes + cut, 1);
    }
}

/* In pieces of one size, each in memory of its own, so that a sanitizer sees a read beyond it. */
static void cut_evenly(const text *text, const outcome *wanted, size_t piece) {
    static csv csv;
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

void try_cuts(const text *text, const outcome *wanted, size_t from) {
    cut_once(text, wanted, from);
    for (size_t piece = 1; piece <= 8; piece++) cut_evenly(text, wanted, piece);
    for (size_t piece = 13; piece < text->size; piece += piece / 2) cut_evenly(text, wanted, piece);
    if (text->size > 0) cut_evenly(text, wanted, text->size);
}

/* Where the last line starts that is not blank. */
static size_t last_line(const text *text) {
    size_t start = text->size;
    while (start > 0 && strchr("\r\n", text->bytes[start - 1])) start--;
    while (start > 0 && text->bytes[start - 1] != '\n') start--;
    return start;
}

/* Checks a text as it is and with a newline after it, and releases it. A newline more makes no
 * difference to what a cut before the last line does. */
static void expect(text text, outcome wanted) {
    add(&text, ""); /* so that even an empty text has bytes */
    wanted.right = true;
    wanted.records = (int)strlen(wanted.labels);
    try_cuts(&text, &wanted, 0);
    size_t from = last_line(&text);
    add(&text, "\n");
    try_cuts(&text, &wanted, from);
    free(text.bytes);
}

void expect_records(text text, const char *labels) {
    outcome wanted = {.end = CSV_MORE};
    snprintf(wanted.labels, sizeof wanted.labels, "%s", labels);
    expect(text, wanted);
}

void expect_error(text text, const char *labels, csv_reason reason, int row, int column,
                  int found) {
    outcome wanted = {
        .end = CSV_BAD, .reason = reason, .row = row, .column = column, .found = found};
    snprintf(wanted.labels, sizeof wanted.labels, "%s", labels);
    expect(text, wanted);
}
