/* Files as spreadsheets, pandas, R, numpy, Kaggle and OpenML write them. */
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

static void separators(void) {
    style style = MNIST;
    style.separator = ";";
    expect_read("semicolons are separators", "", style, 0);
    expect_read("Excel's announcement of the separator is read over", "sep=;\r\n", style, 0);
    expect_read("a quoted announcement is read over", "\"sep=;\"\n", style, 0);
    style.number = "%d,0";
    expect_read("between semicolons a comma is a decimal point", "", style, 0);
    style = MNIST;
    style.number = "\"%d,0\"";
    expect_read("in quotes, too, a comma is a decimal point", "", style, 0);
    style = MNIST;
    style.separator = "\t";
    expect_read("tabs are separators", "", style, 0);
    style.separator = " ";
    expect_read("spaces are separators", "", style, 0);
    style.number = "%3d";
    expect_read("several spaces are one separator", "", style, 0);
    style.number = "%d,0";
    expect_read("between spaces a comma is a decimal point", "", style, 0);
    style.separator = "|";
    expect_read("between bars a comma is a decimal point", "", style, 0);
    style = MNIST;
    style.separator = "|";
    expect_read("bars are separators", "", style, 0);
    style = MNIST;
    style.end = ",";
    expect_read("a comma at the end of each row is read over", "", style, 0);
    style.end = ",,,\"\", ";
    expect_read("empty fields at the end of rows are read over", "", style, 0);
}

static void headers(void) {
    expect_read("any words are a header", header("ziffer", "bild %d", 1, 784, ""), MNIST, 0);
    expect_read("quoted words are a header", header("\"a, b\"", "\"c, %d\"", 1, 784, ""), MNIST, 0);
    expect_read("0, 1, ..., 784 is a header and no record", header("", "%d", 0, 784, ""), MNIST, 0);
    expect_read("a header of label and numbers is read over", header("label", "%d", 0, 783, ""),
                MNIST, 0);
    expect_read("a header of decimals under label is read over",
                header("label", "%d.5", 0, 783, ""), MNIST, 0);
    expect_read("numpy's header is read over", header("# label", "p%d", 1, 784, ""), MNIST, 0);
    expect_read("a header with a comma at its end is read over", header("label", "%d", 0, 783, ","),
                MNIST, 0);
    style style = MNIST;
    expect_read("a header may name the label alone", header("label", "", 1, 784, ""), MNIST, 0);
    expect_read("a header may stand in numpy's comment", header("# Ziffer", "p%d", 1, 784, ""),
                MNIST, 0);
    style.label = LABEL_LAST;
    expect_read("the label is last where the header says so",
                header("", "pixel%d", 1, 784, ",class"), style, 0);
    expect_read("the label is last where the last name is of another kind",
                header("", "\"V%d\"", 1, 784, ",\"Ziffer\""), style, 0);
    expect_read("the label is last behind numbers of columns", header("", "%d", 0, 783, ",Ziffer"),
                style, 0);
    expect_read("names may have numbers anywhere", header("", "\"(%d, 0)\"", 1, 784, ",Ziffer"),
                style, 0);
    style.index = "%d";
    expect_read("the label may be last behind an index", header("\"\"", "p%d", 1, 784, ",Target"),
                style, 0);
    expect_read("the label may be last behind an index, both under any words",
                header("Zeile", "p%d", 1, 784, ",Ziffer"), style, 0);
    style.label = LABEL_FIRST;
    expect_read("the label may be first behind an index, under any word",
                header("id,Ziffer", "p%d", 1, 784, ""), style, 0);
}

static void comments(void) {
    style style = MNIST;
    style.separator = " ";
    expect_read("a header in numpy's comment has no column for its sign", spaced_header("# label"),
                style, 0);
    expect_read("comments are read over", "# MNIST, as numpy writes it\n#\n", style, 0);
    check_case("a comment may be last; an error of a spreadsheet is none");
    text text = rows("", &style, 0);
    add(&text, "\n# the end\n#REF! 0");
    expect_error(text, "74", CSV_NOT_A_NUMBER, 4, 1, '#');
}

static void indices(void) {
    style style = MNIST;
    style.index = "%d";
    expect_read("pandas' index is read over", header("\"\"", "%d", 0, 784, ""), style, 0);
    expect_read("an index under an empty name is read over",
                header(",label", "pixel%d", 0, 783, ""), style, 0);
    expect_read("an index in any order is read over", header("Unnamed: 0,label", "p%d", 0, 783, ""),
                style, 57);
    expect_read("an index from 0 without a header is read over", "", style, 0);
    expect_read("an index from 1 without a header is read over", "", style, 1);
    style.index = "%d57";
    expect_read("an index that is no label may be in any order without a header", "", style, 1);
    style.index = "%d,7";
    expect_read("pandas' index may be there twice", header(",Unnamed: 0,label", "p%d", 0, 783, ""),
                style, 0);
    style.index = "\"row %d\"";
    expect_read("names of rows are read over", "", style, 3);
    style.index = "\"%d\"";
    expect_read("R's header has no name for the names of rows",
                header("\"label\"", "\"p%d\"", 1, 784, ""), style, 1);
    style.index = "%d";
    check_case("a column more that does not count rows is a column too many");
    text text = rows("", &style, 1);
    text.bytes[strchr(text.bytes, '\n') - text.bytes + 1] = '3';
    expect_error(text, "7", CSV_TOO_MANY_COLUMNS, 1, 786, 0);
    check_case("a name for labels is none for an index");
    expect_error(rows(header("unnamed label", "p%d", 1, 785, ""), &style, 1), "",
                 CSV_TOO_MANY_COLUMNS, 2, 786, 0);
    check_case("a column more in a single row is a column too many");
    memset(&text, 0, sizeof text);
    add_styled_row(&text, &style, 1, 7);
    add(&text, "\n"); /* without which it would not be returned */
    expect_error(text, "7", CSV_TOO_MANY_COLUMNS, 1, 786, 0);
}

static void without_labels(void) {
    text text = {0};
    check_case("rows of pixels alone have no labels");
    add(&text, "0");
    add_pixels(&text, 0, 1, 784);
    expect_error(text, "", CSV_NO_LABELS, 1, 784, 0);
    check_case("rows of pixels under a header, as Kaggle's test file has, have no labels");
    memset(&text, 0, sizeof text);
    add(&text, header("", "pixel%d", 0, 783, ""));
    add(&text, "0");
    add_pixels(&text, 0, 1, 784);
    expect_error(text, "", CSV_NO_LABELS, 2, 784, 0);
    check_case("an index is not a label");
    memset(&text, 0, sizeof text);
    add(&text, header("id", "pixel%d", 0, 783, ""));
    add_row(&text, 1);
    expect_error(text, "", CSV_NO_LABELS, 2, 785, 0);
    check_case("an index is no label, whatever the pixels' names");
    memset(&text, 0, sizeof text);
    add(&text, header("id", "%dx1", 1, 784, ""));
    add_row(&text, 1);
    expect_error(text, "", CSV_NO_LABELS, 2, 785, 0);
    check_case("an index without a header is not a label");
    for (int first = 0; first <= 1; first++) {
        memset(&text, 0, sizeof text);
        for (int row = first; row <= 10; row++) {
            char index[16];
            snprintf(index, sizeof index, "%d", row);
            add(&text, index);
            add_pixels(&text, row % 10, 0, 784);
            add(&text, "\n");
        }
        expect_error(text, first ? "123456789" : "0123456789", CSV_NO_LABELS, 1, 785, 0);
    }
    check_case("R's names of rows are no labels");
    memset(&text, 0, sizeof text);
    add(&text, header("\"p0\"", "\"p%d\"", 1, 783, ""));
    add_row(&text, 1);
    expect_error(text, "", CSV_NO_LABELS, 2, 785, 0);
    check_case("rows that end before the column that the header calls label have none");
    for (int empty = 0; empty <= 1; empty++) {
        memset(&text, 0, sizeof text);
        add(&text, header("id", "pixel%d", 1, 784, ",label"));
        add_row(&text, 1);
        if (empty) add(&text, ",");
        expect_error(text, "", CSV_NO_LABELS, 2, 785, 0);
    }
    check_case("an index and pixels do not make up for a label further on");
    memset(&text, 0, sizeof text);
    add(&text, header("id", "pixel%d", 1, 790, ",label"));
    add(&text, "1,");
    add_row(&text, 1);
    expect_error(text, "", CSV_NO_LABELS, 2, 786, 0);
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
    for (int big = 0; big <= 1; big++) {
        check_case(big ? "UTF-16, big end first, is read" : "UTF-16, little end first, is read");
        text text = {0}, plain = {0};
        add_bytes(&text, big ? "\xfe\xff" : "\xff\xfe", 2);
        /* The header's last letter is Cyrillic. */
        wide(&text, header("label", "pixel%d", 1, 783, ",x"), big);
        text.size -= 2;
        add_bytes(&text, big ? "\x04\x36" : "\x36\x04", 2);
        wide(&text, "\r\n", big);
        add_row(&plain, 8);
        add(&plain, "\r\n");
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
    separators();
    headers();
    comments();
    indices();
    without_labels();
    line_ends();
    utf16();
    return check_end();
}
