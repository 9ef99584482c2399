/** Sizes that the C core fixes (src/ink.h, src/network.h, src/dataset.h, src/csv.h). */
export const SIDE = 28;
export const PIXELS = SIDE * SIDE;
export const DIGITS = 10;
export const HIDDEN_MAX = 1024;
export const RECORDS_MAX = 1024 * 1024;
export const RECORD_COLUMNS = 1 + PIXELS;
