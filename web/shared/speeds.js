/** The speeds that the page offers, in records per second; Infinity: full speed. */
export const SPEEDS = [1, 2, 5, 10, 30, 100, 300, 1000, 3000, 10_000, Number.POSITIVE_INFINITY];

/** Up to this speed, the page shows each record while the network learns from it. */
export const WATCHABLE = 30;
