/* Which columns of a file are the label and the pixels, and which are neither. */
#include "csv_styles.h"

/* Columns that are neither label, pixels, nor an index before both. */
static void other_columns(void) {
    style style = MNIST;
    style.index = "%d,L";
    expect_read("columns before the pixels are read over, as their names tell",
                header("id,letter,digit", "%d", 0, 783, ""), style, 3);
    style.index = "%d,L,12";
    style.label = LABEL_LAST;
    expect_read("so they are before pixels with the label last",
                header("id,letter,fold", "%dx1", 1, 784, ",class"), style, 3);
    style = MNIST;
    style.end = ",Training";
    expect_read("columns behind the pixels are read over, as their names tell",
                header("label", "pixel%d", 1, 784, ",Usage"), style, 3);
    style.end = ",";
    check_case("they may be empty, in the first row as well");
    text text = rows(header("label", "pixel%d", 1, 784, ",Usage"), &style, 3);
    add(&text, "Test\n");
    expect_records(text, "74");
    style.end = ",12";
    expect_read("they may have no name", header("label", "%d", 0, 783, ","), style, 3);
    style.end = "";
    style.index = "%d.5";
    expect_read("a column of decimals is none for labels", header("w,Ziffer", "p%d", 1, 784, ""),
                style, 3);
    style.index = "3";
    check_case("a column of digits that come again may be");
    expect_error(rows(header("cv,Ziffer", "p%d", 1, 784, ""), &style, 1), "7", CSV_TOO_MANY_COLUMNS,
                 2, 786, 0);
    style.index = NULL;
    style.end = ",12";
    style.label = LABEL_LAST;
    expect_read("columns behind the label are none for an index",
                header("p0", "p%d", 1, 783, ",label,fold"), style, 3);
    style.label = LABEL_FIRST;
    check_case("they are not where more than one could be the label");
    style.end = ",0";
    expect_error(rows(header("label 0", "pixel%d", 1, 784, ",label 1"), &style, 1), "",
                 CSV_TOO_MANY_COLUMNS, 2, 786, 0);
    check_case("they are not where the pixels are more than 784");
    expect_error(rows(header("label", "pixel%d", 1, 785, ""), &style, 1), "", CSV_TOO_MANY_COLUMNS,
                 2, 786, 0);
}

/* A row of pixels behind labels in several columns, or before them. */
static void add_one_hot(text *text, const char *labels, bool first) {
    add(text, first ? labels : "0");
    add_pixels(text, 0, first ? 0 : 1, 784);
    if (first) return;
    add(text, ",");
    add(text, labels);
}

static void label_columns(void) {
    static const struct {
        const char *sentence, *labels;
    } DIGITS[] = {{"ten columns that seem to be a label are told", "0,0,0,0,0,0,0,1,0,0"},
                  {"nine are, where one digit is not there", "0,0,0,0,0,0,1,0,0"},
                  {"three are, as the targets of a network", "0.01,0.99,0.01"},
                  {"four are, as pandas writes them", "False,False,True,False"}};
    for (size_t i = 0; i < sizeof DIGITS / sizeof *DIGITS; i++) {
        check_case(DIGITS[i].sentence);
        for (int last = 0; last <= 1; last++) {
            text text = {0};
            add_one_hot(&text, DIGITS[i].labels, !last);
            expect_error(text, "", CSV_LABEL_COLUMNS, 1, last ? 785 : 1, 0);
        }
    }
    check_case("of two columns, none is taken for a label, and no pixel for an index");
    text text = {0};
    add(&text, header("", "p%d", 1, 784, ",label_0,label_1"));
    add_one_hot(&text, "0,1", false);
    expect_error(text, "", CSV_LABEL_COLUMNS, 2, 785, 0);
    check_case("a light pixel before all others is no index");
    memset(&text, 0, sizeof text);
    for (int row = 0; row < 2; row++) {
        add(&text, "255,7");
        add_pixels(&text, 7, 0, 784);
        add(&text, row ? "" : "\n");
    }
    expect_error(text, "7", CSV_TOO_MANY_COLUMNS, 1, 786, 0);
}

/* Without a header, what can be no label leaves it to the last column. */
static void label_last(void) {
    static const struct {
        const char *sentence, *pixel;
        int read;
    } FIRST[] = {{"a light pixel before all others shows that the label is last", "255", 255},
                 {"so does a part of 1", "0.01", 0}};
    static csv csv;
    for (int i = 0; i < 2; i++) {
        check_case(FIRST[i].sentence);
        text text = {0};
        add(&text, FIRST[i].pixel);
        for (int pixel = 1; pixel < CSV_PIXELS; pixel++) add(&text, i ? ",0.01" : ",254");
        add(&text, ",0\n");
        csv_start(&csv);
        const uint8_t *at = (const uint8_t *)text.bytes;
        CHECK(csv_read(&csv, &at, at + text.size) == CSV_RECORD, "no record");
        CHECK(csv.record[0] == 0 && csv.record[1] == FIRST[i].read &&
                  csv.record[784] == (i ? 0 : 254),
              "label %d, pixels %d to %d", csv.record[0], csv.record[1], csv.record[784]);
        free(text.bytes);
    }
    check_case("a number above 9 on a dark ground does not");
    text text = {0};
    add_row_with(&text, 0, 1, "100");
    expect_error(text, "", CSV_LABEL_RANGE, 1, 1, 0);
}

static void indices(void) {
    style style = MNIST;
    expect_read("where a pixel's name is missing, the label is no name of a row",
                header("label", "pixel%d", 1, 783, ""), MNIST, 0);
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
    expect_read("R's label may have no name behind these",
                header("\"\",\"\"", "\"p%d\"", 1, 784, ""), style, 1);
    style.label = LABEL_LAST;
    expect_read("or behind all pixels", header("\"\"", "\"p%d\"", 1, 784, ",\"\""), style, 1);
    style.label = LABEL_FIRST;
    style.index = "%d";
    check_case("a column more that does not count rows is a column too many");
    text text = rows("", &style, 1);
    text.bytes[strchr(text.bytes, '\n') - text.bytes + 1] = '3';
    add(&text, "\n");
    expect_error(text, "74", CSV_TOO_MANY_COLUMNS, 1, 786, 0);
    check_case("a column more that has a number again is a column too many");
    text = rows("", &style, 1);
    text.bytes[strchr(text.bytes, '\n') - text.bytes + 1] = '1';
    expect_error(text, "7", CSV_TOO_MANY_COLUMNS, 1, 786, 0);
    check_case("an index may have gaps, as pandas and R leave them, without a header");
    memset(&text, 0, sizeof text);
    for (int row = 2; row <= 11; row += 3) {
        add_styled_row(&text, &style, row, row % 10);
        add(&text, "\n");
    }
    expect_records(text, "2581");
    check_case("a name for labels is none for an index");
    expect_error(rows(header("unnamed label", "p%d", 1, 785, ""), &style, 1), "",
                 CSV_TOO_MANY_COLUMNS, 2, 786, 0);
    check_case("a column more in a single row is a column too many");
    memset(&text, 0, sizeof text);
    add_styled_row(&text, &style, 1, 7);
    add(&text, "\n"); /* without which it would not be returned */
    expect_error(text, "7", CSV_TOO_MANY_COLUMNS, 1, 786, 0);
}

/* Under this header, 785 numbers have no label. */
static void expect_unlabelled(const char *sentence, const char *header) {
    text text = {0};
    check_case(sentence);
    add(&text, header);
    add_row(&text, 1);
    expect_error(text, "", CSV_NO_LABELS, 2, 785, 0);
}

static void without_labels(void) {
    text text = {0};
    check_case("rows of pixels alone have no labels");
    add(&text, "0");
    add_pixels(&text, 0, 1, 784);
    expect_error(text, "", CSV_NO_LABELS, 1, 784, 0);
    check_case("where the label is not a field of its own, it is said why");
    memset(&text, 0, sizeof text);
    add(&text, "5;0");
    add_pixels(&text, 0, 1, 784);
    expect_error(text, "", CSV_NOT_A_NUMBER, 1, 1, ';');
    check_case("rows of pixels under a header, as Kaggle's test file has, have no labels");
    memset(&text, 0, sizeof text);
    add(&text, header("", "pixel%d", 0, 783, ""));
    add(&text, "0");
    add_pixels(&text, 0, 1, 784);
    expect_error(text, "", CSV_NO_LABELS, 2, 784, 0);
    expect_unlabelled("an index is not a label", header("id", "pixel%d", 0, 783, ""));
    check_case("so have rows behind names of files");
    memset(&text, 0, sizeof text);
    add(&text, header("id", "pixel%d", 0, 783, ""));
    add(&text, "a.png");
    add_pixels(&text, 1, 0, 784);
    expect_error(text, "", CSV_NO_LABELS, 2, 785, 0);
    expect_unlabelled("an index is no label, whatever the pixels' names",
                      header("id", "%dx1", 1, 784, ""));
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
    expect_unlabelled("R's names of rows are no labels", header("\"p0\"", "\"p%d\"", 1, 783, ""));
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

int main(void) {
    other_columns();
    label_columns();
    label_last();
    indices();
    without_labels();
    return check_end();
}
