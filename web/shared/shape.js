/** Sizes that the C core fixes (src/ink.h, src/image.h, src/network.h, src/dataset.h,
 * src/csv_row.h, src/inspection.h). */
export const SIDE = 28;
export const PIXELS = SIDE * SIDE;
/** The box to which a drawing is fitted. */
export const BOX_SIDE = 20;
export const BOX_PIXELS = BOX_SIDE * BOX_SIDE;
export const DIGITS = 10;
/** In place of a label: the record shows no digit. */
export const NO_DIGIT = DIGITS;
export const HIDDEN_MAX = 1024;
export const RECORDS_MAX = 1024 * 1024;
export const RECORD_COLUMNS = 1 + PIXELS;
/** Ways to turn and mirror a picture. */
export const ORIENTATIONS = 8;

/** 0.01 in single precision, which is a little less than 0.01. */
export const INPUT_MIN = Math.fround(0.01);
