/* What spreadsheets, pandas, R, numpy, Kaggle and OpenML write above the rows, and between fields.
 */
#include "csv_styles.h"

static void separators(void) {
    style style = MNIST;
    style.separator = ";";
    expect_read("semicolons are separators", "", style, 0);
    expect_read("Excel's announcement of the separator is read over", "sep=;\r\n", style, 0);
    expect_read("a quoted announcement is read over", "\"sep=;\"\n", style, 0);
    check_case("a line in quotes is read as it is without them");
    text text = {0};
    for (int label = 3; label <= 4; label++) {
        add(&text, "\"");
        add_row(&text, label);
        add(&text, "\"\r\n");
    }
    expect_records(text, "34");
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
    expect_read("so it is under any word, where they count", header("Ziffer", "0.%d", 0, 783, ""),
                MNIST, 0);
    expect_read("or rise", header("Ziffer", "%d.5", 0, 783, ""), MNIST, 0);
    check_case(
        "a header of two lines, as pandas writes it, is read over, with the label in either");
    for (int line = 0; line < 2; line++) {
        text text = {0};
        add(&text, header(line ? "x" : "label", "pixel", 1, 784, ""));
        add(&text, header(line ? "label" : "", "%d", 0, 783, ""));
        add_row(&text, 7);
        expect_records(text, "7");
    }
    check_case("the header is read over wherever it comes again, as in files put together");
    text text = rows(header("label", "%d", 0, 783, ""), &MNIST, 0);
    add(&text, "\nsep=,\n");
    add(&text, header("label", "%d", 0, 783, ""));
    add_row(&text, 3);
    expect_records(text, "743");
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
    check_case("so may the header come again between an index and a label under any words");
    memset(&text, 0, sizeof text);
    for (int row = 0; row < 2; row++) {
        add(&text, header("Zeile", "p%d", 1, 784, ",Ziffer"));
        add_styled_row(&text, &style, row, row + 3);
        add(&text, "\n");
    }
    expect_records(text, "34");
    style.label = LABEL_FIRST;
    expect_read("the label may be first behind an index, under any word",
                header("id,Ziffer", "p%d", 1, 784, ""), style, 0);
}

static void letters(void) {
    check_case("where letters name the columns, y is no label");
    for (int first = 'A'; first <= 'a'; first += 'a' - 'A') {
        text text = {0};
        for (int i = 0; i < CSV_COLUMNS; i++) {
            char name[] = {(char)(first + i / 26 % 26), (char)(first + i % 26), ',', 0};
            add(&text, i < 26 ? name + 1 : name);
        }
        add(&text, "\n");
        add_row(&text, 7);
        expect_records(text, "7");
    }
}

static void sorted(void) {
    check_case("columns in alphabetical order are told");
    text text = {0};
    add(&text, header("label,p0,p1,p10", "p%d", 100, 880, ""));
    add_row(&text, 7);
    expect_error(text, "", CSV_SORTED_COLUMNS, 1, 4, 0);
}

static void comments(void) {
    style style = MNIST;
    expect_read("a header may have another separator, as numpy's if it is told none",
                spaced_header("# label"), style, 0);
    style.separator = " ";
    expect_read("a header in numpy's comment has no column for its sign", spaced_header("# label"),
                style, 0);
    expect_read("comments are read over", "# MNIST, as numpy writes it\n#\n", style, 0);
    check_case("a comment may be last; an error of a spreadsheet is none");
    text text = rows("", &style, 0);
    add(&text, "\n# the end\n#REF! 0");
    expect_error(text, "74", CSV_NOT_A_NUMBER, 4, 1, '#');
}

static void titles(void) {
    static const char *const TITLES[] = {
        "MNIST, as class 8b wrote it\n\n", "#MNIST\n",  "% MNIST\n", "Table 1\n", "id\n",
        "\"Labels and\npixels\"\n",        "sep=;;;;\n"};
    for (size_t i = 0; i < sizeof TITLES / sizeof *TITLES; i++)
        expect_read("a title above the rows is read over", TITLES[i], MNIST, 0);
    text text = {0};
    check_case("a title above the header is read over, also as wide as a row");
    for (int label = 0; label <= 1; label++) {
        memset(&text, 0, sizeof text);
        add(&text, label ? "Labels" : "Digits");
        for (int i = 0; i < CSV_PIXELS; i++) add(&text, ",");
        add(&text, "\n");
        style style = {",", "%d", NULL, "", LABEL_LAST};
        add(&text, header("", "pixel%d", 1, 784, ",class"));
        add_styled_row(&text, &style, 0, 7);
        expect_records(text, "7");
    }
    check_case("a row with another separator is none");
    memset(&text, 0, sizeof text);
    add_row(&text, 7);
    for (char *at = text.bytes; *at; at++)
        if (*at == ',') *at = ':';
    expect_error(text, "", CSV_NOT_A_NUMBER, 1, 1, ':');
    check_case("a table of other columns is told where its rows end");
    memset(&text, 0, sizeof text);
    add(&text, "ImageId,Label\n1,0\n2,0");
    expect_error(text, "", CSV_TOO_FEW_COLUMNS, 2, 2, 0);
}

int main(void) {
    separators();
    headers();
    letters();
    sorted();
    comments();
    titles();
    return check_end();
}
