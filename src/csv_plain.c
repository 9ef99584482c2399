#include "csv_plain.h"

#include <string.h>

const uint8_t *csv_read_plain_row(const uint8_t *row, const uint8_t *end,
                                  uint8_t record[CSV_COLUMNS]) {
    const uint8_t *p = row;
    uint8_t *to = record, *last = record + CSV_COLUMNS - 1;
    while (end - p >= 8) {
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
        if (digits == 0 || value > 255) return NULL;
        p += digits + 1;
        *to = (uint8_t)value;
        if (to == last) return (p[-1] == '\n' || p[-1] == '\r') && record[0] <= 9 ? p : NULL;
        if (p[-1] != ',') return NULL;
        to++;
    }
    return NULL;
}
