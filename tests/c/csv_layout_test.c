/* Numbers, ends of lines and encodings as spreadsheets, pandas, R, numpy, Kaggle and OpenML write
 * them. */
#include "csv_styles.h"

static void numbers(void) {
    style style = MNIST;
    style.number = "\"%d\"";
    expect_read("quoted fields are read", "", style, 0);
    style.number = "'%d'";
    expect_read("fields in single quotes, as in OpenML's files, are read", "", style, 0);
    style.number = "%d.0";
    expect_read("floats are read", "", style, 0);
    style.number = "%d.000000000000000000e+00";
    expect_read("numbers as numpy writes them are read", "", style, 0);
    style.number = "%d.4";
    check_case("a label with decimals is none");
    expect_error(rows("", &style, 0), "", CSV_LABEL_RANGE, 1, 1, 0);
    style.number = "%3d";
    expect_read("spaces before numbers are read over", "", style, 0);
    style.number = " %d ";
    expect_read("spaces around numbers are read over", "", style, 0);
    style.number = "+%d";
    expect_read("plus signs are read over", "", style, 0);
    style = MNIST;
    style.separator = ", ";
    expect_read("spaces after commas are read over", "", style, 0);
}

static void line_ends(void) {
    static const char *const ENDS[] = {"\r\n", "\r", "\r\r\n", "\n\n", "\r\n\r\n"};
    check_case("lines end with CRLF, CR or CR CR LF, and blank lines are none");
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        text text = {0};
        for (int label = 0; label < 3; label++) {
            add_row(&text, label);
            add(&text, ENDS[i]);
        }
        expect_records(text, "012");
    }
    check_case("rows are counted the same with all line ends");
    for (size_t i = 0; i < 3; i++) {
        text text = {0};
        for (int label = 0; label < 3; label++) {
            if (label == 2)
                add_row_with(&text, label, 9, "x");
            else
                add_row(&text, label);
            add(&text, ENDS[i]);
        }
        expect_error(text, "01", CSV_NOT_A_NUMBER, 3, 9, 'x');
    }
}

static void wide(text *text, const char *ascii, bool big) {
    for (; *ascii; ascii++) add_bytes(text, (const char[]){big ? 0 : *ascii, big ? *ascii : 0}, 2);
}

/* Texts of two bytes a character: here not `expect`, which adds a newline of one. */
static void utf16(void) {
    static const char *const SENTENCES[] = {
        "UTF-16, little end first, is read", "UTF-16, big end first, is read",
        "UTF-16 without its mark is read, little end first", "so it is, big end first"};
    for (int way = 0; way < 4; way++) {
        bool big = way % 2;
        check_case(SENTENCES[way]);
        text text = {0}, plain = {0};
        if (way < 2) add_bytes(&text, big ? "\xfe\xff" : "\xff\xfe", 2);
        /* The header's last letter is Cyrillic. */
        wide(&text, header("label", "pixel%d", 1, 783, ",x"), big);
        text.size -= 2;
        add_bytes(&text, big ? "\x04\x36" : "\x36\x04", 2);
        wide(&text, "\r\n", big);
        add_row(&plain, 8);
        add(&plain, "\r\n");
        wide(&text, plain.bytes, big);
        /* The mark again, as in files put together. */
        if (way < 2) add_bytes(&text, big ? "\xfe\xff" : "\xff\xfe", 2);
        plain.size = 0;
        add_row(&plain, 9);
        wide(&text, plain.bytes, big);
        outcome wanted = {2, true, "89", CSV_MORE, .reason = CSV_OK};
        try_cuts(&text, &wanted, 0);
        free(text.bytes);
        free(plain.bytes);
    }
}

int main(void) {
    numbers();
    line_ends();
    utf16();
    return check_end();
}
