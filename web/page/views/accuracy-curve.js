import './locale.js';
import 'uplot/dist/uPlot.min.css';
import uPlot from 'uplot';

/**
 * Draws `scores`, accuracy on the test records against the records learnt; `steps` is how many those
 * will be, so that the curve grows to the right and its scale stays.
 */
class AccuracyCurve extends HTMLElement {
  /** @type {uPlot | null} */
  #plot = null;
  /** @type {import('../state.js').State['scores']} */
  #scores = [];
  #steps = 0;

  connectedCallback() {
    this.setAttribute('role', 'img');
    new ResizeObserver(() => this.#plot?.setSize(this.#size())).observe(this);
    document.addEventListener('scheme', () => this.#build());
    this.#build();
  }

  set steps(/** @type {number} */ steps) {
    if (steps === this.#steps) return;
    this.#steps = steps;
    this.#show();
  }

  set scores(/** @type {import('../state.js').State['scores']} */ scores) {
    if (scores === this.#scores) return;
    this.#scores = scores;
    this.#show();
  }

  #size() {
    return { width: this.clientWidth, height: this.clientHeight };
  }

  /** Axes take their colours when they are made. */
  #build() {
    const style = getComputedStyle(this);
    const [ink, line, positive] = ['--ink', '--line', '--positive'].map((name) =>
      style.getPropertyValue(name),
    );
    /** @type {uPlot.Axis} */
    const axis = {
      stroke: ink,
      grid: { stroke: line, width: 1 },
      ticks: { show: false },
      font: '13px system-ui',
    };
    this.#plot?.destroy();
    this.#plot = new uPlot(
      {
        ...this.#size(),
        legend: { show: false },
        cursor: { show: false },
        scales: {
          x: { time: false, range: (_, _min, max) => [0, Math.max(max ?? 0, this.#steps, 1000)] },
          // What comes before 80 % is over in a moment, and what matters is above.
          y: { range: (_, _min, max) => [(max ?? 100) >= 80 ? 80 : 0, 100] },
        },
        axes: [
          {
            ...axis,
            label: 'records shown',
            labelFont: '13px system-ui',
            labelSize: 20,
            size: 28,
            values: (_, ticks) => ticks.map(short),
          },
          { ...axis, size: 52, values: (_, ticks) => ticks.map((tick) => `${tick} %`) },
        ],
        series: [{}, { stroke: positive, width: 3, points: { show: true, size: 6, fill: positive } }],
      },
      [[], []],
      this,
    );
    this.#show();
  }

  #show() {
    const last = this.#scores.at(-1);
    this.setAttribute(
      'aria-label',
      last
        ? `Accuracy on the test records: ${(100 * last.accuracy).toFixed(1)} % after ${last.step} records`
        : 'Accuracy on the test records: no measurement yet',
    );
    this.#plot?.setData([
      this.#scores.map(({ step }) => step),
      this.#scores.map(({ accuracy }) => 100 * accuracy),
    ]);
  }
}

/** @param {number} records */
function short(records) {
  if (records >= 1e6) return `${records / 1e6} M`;
  return records >= 1000 ? `${records / 1000} k` : String(records);
}

customElements.define('accuracy-curve', AccuracyCurve);
