/* The fast path for rows as MNIST's files have them: apart from what reads all others, since it is
 * built for speed and that for size (Makefile).
 */
#ifndef GLASSBOX_CSV_PLAIN_H
#define GLASSBOX_CSV_PLAIN_H

#include "csv_row.h"

/* Reads a label of one digit, then pixels of one to three; zeros four at a time. Returns the place
 * behind the row's line end; NULL: the row is written in another way, or less than 8 bytes more
 * than it are there. */
const uint8_t *csv_read_plain_row(const uint8_t *row, const uint8_t *end,
                                  uint8_t record[CSV_COLUMNS]);

#endif
