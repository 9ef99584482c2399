/**
 * The step of the next score. A run is scored at the end of each epoch, and within epochs at growing intervals, so
 * that scoring takes only a small share of its time. At full speed, later epochs are scored only at their ends.
 *
 * @param {number} step
 * @param {number} speed records per second; Infinity: as fast as possible
 * @param {number} epochSteps in an epoch; 0: not known yet
 */
export function nextScore(step, speed, epochSteps) {
  const unit = Math.min(Math.ceil(speed), 1000);
  let mark = unit;
  while (mark <= step) mark = Math.ceil((mark * 1.5) / unit) * unit;
  if (epochSteps === 0) return mark;
  const epochEnd = (Math.floor(step / epochSteps) + 1) * epochSteps;
  const soon = step >= epochSteps && speed === Number.POSITIVE_INFINITY;
  return soon ? epochEnd : Math.min(mark, epochEnd);
}
