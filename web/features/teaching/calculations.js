import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { PIXELS } from '../../shared/shape.js';
import { decimal, pixelName, plural, significant, whole } from '../../ui/format.js';
import { span } from '../../ui/span.js';
import { WEIGHT_PLACES } from './by-hand.js';
import { sumTable, table, weight } from './worksheet-parts.js';

/**
 * The seven calculations of the worksheet.
 *
 * @typedef {import('./state.js').MadeWorksheet} Sheet
 * @typedef {import('./worksheet-parts.js').Blank} Blank
 */

/** The names of the two inputs, and of the two hidden nodes. */
const INPUTS = ['P', 'Q'];
const NODES = ['A', 'B'];

/** @param {number} count */
const otherInputs = (count) => plural(count, { one: msg('# other input'), other: msg('# other inputs') });
/** @param {number} count */
const otherNodes = (count) => plural(count, { one: msg('# other node'), other: msg('# other nodes') });
/** @param {number} count */
const otherOutputs = (count) => plural(count, { one: msg('# other output'), other: msg('# other outputs') });

/** @param {number} digit */
const outputName = (digit) => msg(str`Output ${digit}`);

/**
 * @param {string} number
 * @param {string} words
 * @param {string | import('lit').TemplateResult} formula
 * @param {import('lit').TemplateResult[]} tables
 */
const calculation = (number, words, formula, tables) => html`
  <section class="calculation">
    <p><b .textContent=${number}></b> ${span(words)}</p>
    <p class="formula">${span(formula)}</p>
    <div class="tables">${tables}</div>
  </section>
`;

/** From the picture to the outputs. @param {Sheet} sheet @param {Blank} blank */
export function forward(sheet, blank) {
  const { inputs, nodes, outputs, hiddenNodes } = sheet;
  const sigmoid = msg(html`value = 1 ÷ (1 + e<sup>−sum</sup>)`);
  return [
    calculation(
      '1.',
      msg('The inputs. A pixel has a grey value, from 0 (paper) to 255 (full ink).'),
      msg('input = grey ÷ 255 × 0.99 + 0.01'),
      [
        table(
          msg('Inputs'),
          [msg('Input'), msg('Pixel'), msg('Grey'), msg('Value')],
          inputs.map(({ pixel, grey, value }, i) => ({
            name: INPUTS[i],
            cells: [span(pixelName(pixel)), span(whole(grey)), blank(value)],
          })),
        ),
      ],
    ),
    calculation(
      '2.',
      msg(
        'The hidden nodes. Each multiplies the inputs by its weights and adds up. Then it squashes the sum.',
      ),
      sigmoid,
      nodes.map(({ node, forward, value }, i) =>
        sumTable(
          {
            caption: msg(str`Node ${NODES[i]} (number ${whole(node + 1)} on the stage)`),
            columns: [msg('From'), msg('Weight'), msg('× input'), msg('= product')],
            names: INPUTS,
            others: otherInputs(PIXELS - 2),
            total: msg('Sum'),
          },
          forward,
          inputs.map((input) => input.value),
          blank,
          { name: msg(str`Value of ${NODES[i]}`), value },
        ),
      ),
    ),
    calculation(
      '3.',
      msg('The outputs. They do the same with the values of the hidden nodes.'),
      sigmoid,
      outputs.map(({ digit, forward, value }) =>
        sumTable(
          {
            caption: outputName(digit),
            columns: [msg('From'), msg('Weight'), msg('× value'), msg('= product')],
            names: NODES,
            others: otherNodes(hiddenNodes - 2),
            total: msg('Sum'),
          },
          forward,
          nodes.map((node) => node.value),
          blank,
          { name: outputName(digit), value },
        ),
      ),
    ),
  ];
}

/** From the outputs to the weights. @param {Sheet} sheet @param {Blank} blank */
export function backward(sheet, blank) {
  const { nodes, outputs } = sheet;
  return [
    calculation('4.', msg('The errors of the outputs.'), msg('error = target − output'), [
      table(
        msg('Errors of the outputs'),
        [msg('Output'), msg('Target'), msg('− output'), msg('= error')],
        outputs.map(({ digit, target, value, error }) => ({
          name: String(digit),
          cells: [span(decimal(target)), blank(value), blank(error)],
        })),
      ),
    ]),
    calculation(
      '5.',
      msg(
        'The errors of the hidden nodes. They have no targets. Each gets a share of every output’s error, by its weight to that output. These are the weights of calculation 3.',
      ),
      msg('share = weight × error of the output'),
      nodes.map(({ backward }, i) =>
        sumTable(
          {
            caption: msg(str`Error of node ${NODES[i]}`),
            columns: [msg('From'), msg('Weight'), msg('× error'), msg('= share')],
            names: outputs.map(({ digit }) => outputName(digit)),
            others: otherOutputs(8),
            total: msg(str`Error of ${NODES[i]}`),
          },
          backward,
          outputs.map(({ error }) => error),
          blank,
          null,
        ),
      ),
    ),
    ...changes(sheet, blank),
  ];
}

/** @param {Sheet} sheet @param {Blank} blank */
function changes({ nodes, outputs: [label], learningRate }, blank) {
  const rate = significant(learningRate);
  /** @param {string} caption @param {{ name: string, of: import('./by-hand.js').Change }[]} rows */
  const changeTable = (caption, rows) =>
    table(
      caption,
      [msg('From'), msg('Weight'), msg('+ change'), msg('= new weight')],
      rows.map(({ name, of: { before, change, after } }) => ({
        name,
        cells: [weight(before), blank(change, WEIGHT_PLACES), blank(after, WEIGHT_PLACES)],
      })),
    );
  return [
    calculation(
      '6.',
      msg(
        str`The weights to output ${label.digit}. Each changes a little. The learning rate, ${rate}, says how little.`,
      ),
      msg(str`change = ${rate} × error of the output × output × (1 − output) × value of the node`),
      [
        changeTable(
          msg(str`Weights to output ${label.digit}`),
          nodes.map(({ toOutput }, i) => ({ name: NODES[i], of: toOutput })),
        ),
      ],
    ),
    calculation(
      '7.',
      msg('The weights from input P. They change by the same rule, one layer further back.'),
      msg(str`change = ${rate} × error of the node × value × (1 − value) × input`),
      [
        changeTable(
          msg('Weights from input P'),
          nodes.map(({ fromInput }, i) => ({ name: msg(str`P to ${NODES[i]}`), of: fromInput })),
        ),
      ],
    ),
  ];
}
