#include "csv.h"

#include <string.h>

enum state {
    MARK,        /* 0 to 3 bytes into the byte-order mark, counted in `digits` */
    FIRST_FIELD, /* of the file: a label or the word `label` */
    HEADER,      /* the rest of a header line; `digits` counts the letters of `label` read */
    FIELD,       /* in a number, or before its first digit */
    CARRIAGE,    /* after CR at the end of a row */
    HEADER_CARRIAGE
};

static const uint8_t BYTE_ORDER_MARK[3] = {0xef, 0xbb, 0xbf};
static const char HEADER_WORD[] = "label";

void csv_start(csv *csv) {
    memset(csv, 0, sizeof *csv);
    csv->state = MARK;
    csv->row = csv->column = 1;
}

static csv_status bad(csv *csv, csv_reason reason, uint8_t found) {
    csv->reason = reason;
    csv->found = found;
    return CSV_BAD;
}

static csv_status out_of_range(csv *csv) {
    return bad(csv, csv->column == 1 ? CSV_LABEL_RANGE : CSV_PIXEL_RANGE, 0);
}

static void next_row(csv *csv) {
    csv->row++;
    csv->column = 1;
    csv->value = csv->digits = 0;
    csv->state = FIELD;
}

/* A field has ended: stores it. CSV_MORE: it is valid. */
static csv_status store_field(csv *csv) {
    if (csv->digits == 0) return bad(csv, CSV_EMPTY_FIELD, 0);
    if (csv->column > CSV_COLUMNS) return bad(csv, CSV_TOO_MANY_COLUMNS, 0);
    csv->record[csv->column - 1] = (uint8_t)csv->value;
    csv->value = csv->digits = 0;
    return CSV_MORE;
}

/* A row has ended: a record, or a blank row that is wrong only if others follow. */
static csv_status end_row(csv *csv) {
    if (csv->column == 1 && csv->digits == 0) {
        if (!csv->blank_row) csv->blank_row = csv->row;
        next_row(csv);
        return CSV_MORE;
    }
    if (store_field(csv) == CSV_BAD) return CSV_BAD;
    if (csv->column < CSV_COLUMNS) return bad(csv, CSV_TOO_FEW_COLUMNS, 0);
    csv->records++;
    next_row(csv);
    return CSV_RECORD;
}

static csv_status end_header(csv *csv) {
    if (csv->column < CSV_COLUMNS) return bad(csv, CSV_TOO_FEW_COLUMNS, 0);
    next_row(csv);
    return CSV_MORE;
}

/* The fast path through most of a valid file: pixels of one to three digits, each followed by a
 * comma; zeros are read four at a time. Stops before anything else, and before the last column.
 * Returns how many bytes it has read. */
static size_t read_pixels(csv *csv, const uint8_t *bytes, const uint8_t *end) {
    const uint8_t *p = bytes;
    uint8_t *to = csv->record + (csv->column - 1), *last = csv->record + (CSV_COLUMNS - 1);
    while (end - p >= 8 && to < last) {
        if (last - to >= 4 && memcmp(p, "0,0,0,0,", 8) == 0) {
            memset(to, 0, 4);
            to += 4;
            p += 8;
            continue;
        }
        unsigned value = 0;
        int digits = 0;
        while (digits < 3 && p[digits] >= '0' && p[digits] <= '9')
            value = value * 10 + p[digits++] - '0';
        if (digits == 0 || value > 255 || p[digits] != ',') break;
        *to++ = (uint8_t)value;
        p += digits + 1;
    }
    csv->column = (int)(to - csv->record) + 1;
    return (size_t)(p - bytes);
}

static csv_status read_field_byte(csv *csv, uint8_t byte) {
    unsigned digit = byte - (unsigned)'0';
    if (digit < 10) {
        if (csv->blank_row) {
            csv->row = csv->blank_row;
            return bad(csv, CSV_BLANK_ROW, 0);
        }
        csv->value = csv->value * 10 + (int)digit;
        csv->digits = 1;
        if (csv->value > (csv->column == 1 ? 9 : 255)) return out_of_range(csv);
        return CSV_MORE;
    }
    switch (byte) {
    case ',':
        if (store_field(csv) == CSV_BAD) return CSV_BAD;
        csv->column++;
        return CSV_MORE;
    case '\n':
        return end_row(csv);
    case '\r':
        csv->state = CARRIAGE;
        return CSV_MORE;
    case '-':
        return csv->digits == 0 ? out_of_range(csv) : bad(csv, CSV_NOT_A_NUMBER, byte);
    default:
        return bad(csv, CSV_NOT_A_NUMBER, byte);
    }
}

/* Bytes outside of rows of numbers: before the first record and after CR. */
static csv_status read_rare_byte(csv *csv, uint8_t byte) {
    switch (csv->state) {
    case MARK:
        if (byte == BYTE_ORDER_MARK[csv->digits]) {
            if (++csv->digits == 3) {
                csv->digits = 0;
                csv->state = FIRST_FIELD;
            }
            return CSV_MORE;
        }
        if (csv->digits > 0) return bad(csv, CSV_NOT_A_NUMBER, BYTE_ORDER_MARK[0]);
        csv->state = FIRST_FIELD;
        /* fall through */
    case FIRST_FIELD:
        if ((byte | 0x20) == HEADER_WORD[0]) {
            csv->found = byte;
            csv->digits = 1;
            csv->state = HEADER;
            return CSV_MORE;
        }
        csv->state = FIELD;
        return read_field_byte(csv, byte);
    case HEADER:
        if (csv->column == 1 && csv->digits < 5) {
            if ((byte | 0x20) != HEADER_WORD[csv->digits])
                return bad(csv, CSV_NOT_A_NUMBER, csv->found);
            csv->digits++;
            return CSV_MORE;
        }
        if (byte == '\n') return end_header(csv);
        if (byte == '\r')
            csv->state = HEADER_CARRIAGE;
        else if (byte == ',' && ++csv->column > CSV_COLUMNS)
            return bad(csv, CSV_TOO_MANY_COLUMNS, 0);
        else if (csv->column == 1)
            return bad(csv, CSV_NOT_A_NUMBER, csv->found);
        return CSV_MORE;
    default: /* CARRIAGE, HEADER_CARRIAGE */
        if (byte != '\n') return bad(csv, CSV_NOT_A_NUMBER, '\r');
        return csv->state == CARRIAGE ? end_row(csv) : end_header(csv);
    }
}

csv_status csv_read(csv *csv, const uint8_t **bytes, const uint8_t *end) {
    if (csv->reason != CSV_OK) return CSV_BAD;
    const uint8_t *p = *bytes;
    csv_status status = CSV_MORE;
    while (p < end && status == CSV_MORE) {
        if (csv->state == FIELD) {
            if (csv->digits == 0 && csv->column > 1) {
                p += read_pixels(csv, p, end);
                if (p == end) break;
            }
            status = read_field_byte(csv, *p++);
        } else {
            status = read_rare_byte(csv, *p++);
        }
    }
    *bytes = p;
    return status;
}

csv_status csv_end(csv *csv) {
    if (csv->reason != CSV_OK) return CSV_BAD;
    csv_status status = CSV_MORE;
    if (csv->state == HEADER && csv->digits < 5)
        status = bad(csv, CSV_NOT_A_NUMBER, csv->found);
    else if (csv->state == HEADER || csv->state == HEADER_CARRIAGE)
        status = end_header(csv);
    else if (csv->state == MARK && csv->digits > 0)
        status = bad(csv, CSV_NOT_A_NUMBER, BYTE_ORDER_MARK[0]);
    else if (csv->column > 1 || csv->digits > 0)
        status = end_row(csv);
    if (status == CSV_MORE && csv->records == 0) {
        csv->row = csv->column = 1;
        return bad(csv, CSV_NO_RECORDS, 0);
    }
    return status;
}
