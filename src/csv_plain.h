/* The fast path for rows as MNIST's files have them. */
#ifndef GLASSBOX_CSV_PLAIN_H
#define GLASSBOX_CSV_PLAIN_H

#include <string.h>

#include "csv_row.h"

/* Reads a label of one digit, then pixels of one to three; zeros four at a time. Returns the place
 * behind the row's line end; NULL: the row is written in another way, or less than 8 bytes more
 * than it are there. */
static inline const uint8_t *csv_read_plain_row(const uint8_t *row, const uint8_t *end,
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

#endif
