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

const FONT = '13px system-ui';
/** What a character of it takes, and what is left free between two numbers below the axis, in CSS pixels. */
const [CHARACTER, FREE] = [8, 8];
/** Smallest distance between the lines that mark epochs, in CSS pixels. */
const EPOCH_GAP = 8;

/** Plots a measure of the test and training records against the number of records learned. */
class LearningCurve extends HTMLElement {
  /** @type {uPlot | null} */
  #plot = null;
  /** @type {Curve | null} */
  #curve = null;
  #observer = new ResizeObserver(() => this.#plot?.setSize(this.#size()));
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

  #size() {
    return { width: this.clientWidth, height: this.clientHeight };
  }

  /** Rebuilds the plot, because uPlot cannot change the colours and the words of its axes. */
  #build() {
    this.#plot?.destroy();
    this.#plot = null;
    if (!this.#curve) return;
    const { min, max, ticks, write, position } = this.#curve.measure;
    const [ink, line, positive] = colours('--ink', '--line', '--positive');
    /** @type {uPlot.Axis} */
    const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { show: false }, font: FONT };
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
            labelFont: FONT,
            labelSize: 20,
            size: 28,
            // uPlot’s own distance is too small for 100 mil, 125 mil.
            space: Math.max(50, compact(888_888).length * CHARACTER + FREE),
            values: (_, splits) => splits.map(compact),
          },
          {
            ...axis,
            size: 58,
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
