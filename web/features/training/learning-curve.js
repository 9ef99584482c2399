import './fallback-locale.js';
import 'uplot/dist/uPlot.min.css';
import { msg } from '@lit/localize';
import uPlot from 'uplot';
import { colours } from '../../ui/canvas.js';
import { compact } from '../../ui/format.js';

/**
 * @typedef {object} Curve
 * @property {Measure} measure the value of the points that is drawn
 * @property {Point[]} test
 * @property {Point[]} train
 * @property {number} most records at the right end of the axis
 * @property {number} epoch records in an epoch; 0 if not known yet
 * @property {number | null} viewedStep the step that is marked
 * @property {string} language of the axes
 *
 * @typedef {{ step: number, accuracy: number, error: number }} Point
 *
 * @typedef {object} Measure with an axis that does not depend on the values
 * @property {'accuracy' | 'error'} name
 * @property {number} min
 * @property {number} max
 * @property {number[]} ticks
 * @property {(tick: number) => string} write how a tick is labelled
 * @property {number} full the value on this axis for 1
 * @property {(value: number) => number} position of a value on the axis
 */

/** In the size of the font: what a character takes, and what is left free between two numbers below the axis. */
const [CHARACTER, FREE] = [0.62, 0.62];
/** Likewise, the room for the numbers below and beside the plot, and for the word below. */
const [BELOW, BESIDE, WORD] = [2.1, 4.5, 1.55];
/** Smallest distance between the lines that mark epochs, in CSS pixels. */
const EPOCH_GAP = 8;

/** Plots a measure of the test and training records against the number of records learned. */
class LearningCurve extends HTMLElement {
  /** @type {uPlot | null} */
  #plot = null;
  /** @type {Curve | null} */
  #curve = null;
  #observer = new ResizeObserver(() => this.#fit());
  /** Of the font, in CSS pixels, for which the plot was built. */
  #fontSize = 0;
  #rebuild = () => this.#build();

  connectedCallback() {
    this.setAttribute('role', 'img');
    this.#observer.observe(this);
    document.addEventListener('scheme', this.#rebuild);
    this.#build();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    document.removeEventListener('scheme', this.#rebuild);
    this.#plot?.destroy();
    this.#plot = null;
  }

  set curve(/** @type {Curve} */ curve) {
    const names = /** @type {(keyof Curve)[]} */ (Object.keys(curve));
    if (names.every((name) => curve[name] === this.#curve?.[name])) return;
    const isAlike = curve.language === this.#curve?.language;
    this.#curve = curve;
    if (this.#plot && isAlike) this.#show();
    else if (this.isConnected) this.#build();
  }

  #fit() {
    if (fontSizeOf(this) === this.#fontSize) this.#plot?.setSize(this.#size());
    else this.#build();
  }

  #size() {
    return { width: this.clientWidth, height: this.clientHeight };
  }

  /** Rebuilds the plot, because uPlot cannot change the colours, the words and the font of its axes. */
  #build() {
    this.#plot?.destroy();
    this.#plot = null;
    if (!this.#curve) return;
    const { min, max, ticks, write, position } = this.#curve.measure;
    const [ink, line, positive] = colours('--ink', '--line', '--positive');
    this.#fontSize = fontSizeOf(this);
    const font = `${this.#fontSize}px system-ui`;
    const ems = (/** @type {number} */ count) => Math.round(count * this.#fontSize);
    /** @type {uPlot.Axis} */
    const axis = {
      stroke: ink,
      grid: { stroke: line, width: 1 },
      ticks: { show: false },
      font,
      gap: ems(0.4),
    };
    /** @param {string} stroke @param {number} width @returns {uPlot.Series} */
    const series = (stroke, width) => ({
      stroke,
      width,
      spanGaps: true,
      points: { show: true, size: width + 3, fill: stroke },
    });
    this.#plot = new uPlot(
      {
        ...this.#size(),
        legend: { show: false },
        cursor: { show: false },
        scales: {
          x: { time: false, range: () => [0, this.#curve?.most ?? 1] },
          y: { range: () => [position(min), position(max)] },
        },
        axes: [
          {
            ...axis,
            label: msg('records shown'),
            labelFont: font,
            labelSize: ems(WORD),
            size: ems(BELOW),
            // uPlot’s own distance is too small for 100 mil, 125 mil.
            space: Math.max(50, ems(compact(888_888).length * CHARACTER + FREE)),
            values: (_, splits) => splits.map(compact),
          },
          {
            ...axis,
            size: ems(BESIDE),
            splits: ticks.map(position),
            values: ticks.map(write),
          },
        ],
        series: [{}, series(ink, 1), series(positive, 3)],
        hooks: {
          drawAxes: [(plot) => this.#drawEpochs(plot, line)],
          draw: [(plot) => this.#drawViewedStep(plot, ink)],
        },
      },
      [[], [], []],
      this,
    );
    this.#show();
  }

  #show() {
    if (!this.#curve) return;
    const { test, train, measure } = this.#curve;
    const { name, full, min, max, position } = measure;
    /** @param {Point[]} points @returns {uPlot.AlignedData} */
    const columns = (points) => [
      points.map(({ step }) => step),
      points.map((point) => position(Math.min(Math.max(point[name] * full, min), max))),
    ];
    this.#plot?.setData(uPlot.join([columns(train), columns(test)]));
  }

  /** @param {uPlot} plot @param {string} colour */
  #drawEpochs(plot, colour) {
    if (!this.#curve?.epoch) return;
    const { epoch, most } = this.#curve;
    const gap = plot.valToPos(epoch, 'x') - plot.valToPos(0, 'x');
    const every = Math.ceil(EPOCH_GAP / gap);
    for (let i = every; i * epoch <= most; i += every) drawLine(plot, i * epoch, colour, []);
  }

  /** @param {uPlot} plot @param {string} colour */
  #drawViewedStep(plot, colour) {
    const viewedStep = this.#curve?.viewedStep ?? null;
    if (viewedStep !== null) drawLine(plot, viewedStep, colour, [4, 3]);
  }
}

/** @param {Element} element @returns {number} in CSS pixels */
const fontSizeOf = (element) => Number.parseFloat(getComputedStyle(element).fontSize);

/**
 * Draws a vertical line.
 *
 * @param {uPlot} plot
 * @param {number} step
 * @param {string} colour
 * @param {number[]} dash
 */
function drawLine(plot, step, colour, dash) {
  const { ctx, bbox } = plot;
  const x = plot.valToPos(step, 'x', true);
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.setLineDash(dash.map((length) => length * devicePixelRatio));
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

customElements.define('learning-curve', LearningCurve);
