/** Up to so many units, each score comes at twice the step of the one before. */
const EARLY_UNITS = 16;
/** From then on, so many units later, or by this share later if that is more. */
const LATER_UNITS = 10;
const LATER = 1 / 8;

/**
 * The step of the next score. A run is scored at the end of each epoch, and within epochs at growing intervals, so
 * that scoring keeps the second core busy for a small share of the time only.
 *
 * @param {number} step
 * @param {number} speed records per second; Infinity: as fast as possible
 * @param {number} epochSteps in an epoch; 0: not known yet
 */
export function nextScore(step, speed, epochSteps) {
  const unit = Math.min(Math.ceil(speed), 1000);
  let mark = unit;
  while (mark <= step) {
    const distance = mark < EARLY_UNITS * unit ? mark : Math.max(LATER_UNITS * unit, mark * LATER);
    mark = Math.ceil((mark + distance) / unit) * unit;
  }
  if (epochSteps === 0) return mark;
  const epochEnd = (Math.floor(step / epochSteps) + 1) * epochSteps;
  return Math.min(mark, epochEnd);
}
