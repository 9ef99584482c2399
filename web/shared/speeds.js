/** Records a second that the page offers; Infinity: as fast as can be. */
export const SPEEDS = [1, 2, 5, 10, 30, 100, 300, 1000, 3000, 10_000, Number.POSITIVE_INFINITY];

/** Up to this speed the page shows each record that is learnt. */
export const WATCHABLE = 30;
