/* How the rows of a CSV file are laid out, as the header and the first of them show: which column
 * holds what. MNIST's own files have no header, and the label first; what spreadsheets, pandas, R
 * and numpy write differs.
 */
#ifndef GLASSBOX_CSV_LAYOUT_H
#define GLASSBOX_CSV_LAYOUT_H

#include "csv_header.h"

/* The layout by the first row of numbers and the header; NULL: there is none. False: the row
 * is not a record, as `error` tells. */
bool csv_find_layout(const uint8_t *line, int length, char separator, const csv_header *header,
                     csv_layout *layout, csv_error *error);

#endif
