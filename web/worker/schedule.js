/**
 * The step at which a run is scored next: at the end of each epoch, and before at distances that grow, so
 * that scoring takes a small share of any run. At full speed the epochs after the first end soon enough:
 * there is nothing in between.
 *
 * @param {number} step
 * @param {number} speed records per second; Infinity: as fast as possible
 * @param {number} epochSteps in an epoch; 0: not known while its records arrive
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
