import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { marked } from '../../ui/cells.js';
import { decimal, plural, whole } from '../../ui/format.js';
import { picture } from '../../ui/picture.js';
import { backward, forward } from './calculations.js';
import { origin } from './origin.js';
import { blanks } from './worksheet-parts.js';

/** @typedef {import('./state.js').MadeWorksheet} Sheet */

/**
 * The worksheet, or its solution.
 *
 * @param {Sheet} sheet
 * @param {boolean} isSolution
 */
export function worksheet(sheet, isSolution) {
  const blank = blanks(isSolution);
  return html`
    <article class="sheet">
      <h3 .textContent=${isSolution ? msg('Solution: one step of learning, by hand') : msg('Worksheet: one step of learning, by hand')}></h3>
      ${isSolution ? nothing : html`<p class="name-line" aria-hidden="true" .textContent=${msg('Name:')}></p>`} ${introduction(sheet)}
      <h4 .textContent=${msg('Forward: from the picture to the answer')}></h4>
      ${forward(sheet, blank)} ${question(whichDigit(), isSolution ? digitRead(sheet) : null)}
      <h4 class="second" .textContent=${msg('Back: from the errors to the weights')}></h4>
      ${backward(sheet, blank)} ${question(whichWay(), isSolution ? wayGone(sheet) : null)}
      ${isSolution ? remarks().map((text) => html`<p class="caption" .textContent=${text}></p>`) : nothing}
      <p class="caption" .textContent=${origin(sheet)}></p>
    </article>
  `;
}

/** @param {Sheet} sheet */
function introduction({ pixels, inputs, hiddenNodes, outputs }) {
  const [label, other] = outputs;
  const count = plural(hiddenNodes, { one: msg('# hidden node'), other: msg('# hidden nodes') });
  const image = inputs.reduce(
    (content, { pixel }) => marked(content, pixel),
    picture(msg(str`The picture: ${label.digit}`), pixels, { full: 255 }),
  );
  return html`
    <div class="introduction">
      <div>
        <p .textContent=${msg(str`The picture is labelled ${label.digit}. It was chosen because the network is unsure of it, so you may be, too. The network has 784 inputs, ${count} and 10 outputs. You work out a small part of it: the inputs P and Q, which are marked in the picture, the hidden nodes A and B, and the outputs ${label.digit} and ${other.digit}. What all the others add to a sum is given.`)}></p>
        <p .textContent=${rules(outputs)}></p>
      </div>
      ${image}
    </div>
  `;
}

/** @param {Sheet['outputs']} outputs */
const rules = ([label, other]) =>
  msg(
    str`Round each result to three decimals, weights and their changes to four, and go on with the rounded number. In pairs, one of you takes A and output ${label.digit}, the other B and output ${other.digit}. You need a calculator with the key eˣ.`,
  );

/** @param {string} asked @param {string | null} answer null: to be written */
const question = (asked, answer) => html`
  <p class="question" .textContent=${asked}></p>
  <p class=${answer ? 'reply' : 'reply open'} .textContent=${answer ?? ''}></p>
`;

const whichDigit = () =>
  msg('Which digit does the network read? The eight other outputs are smaller than these two.');

/** @param {Sheet} sheet */
function digitRead({ outputs }) {
  const [label, other] = outputs;
  const [first, second] = label.value > other.value ? [label, other] : [other, label];
  return msg(
    str`It reads ${first.digit}, because ${decimal(first.value, 3)} is more than ${decimal(second.value, 3)}.`,
  );
}

const whichWay = () =>
  msg(
    'The network changes all its weights like this, and gets the same picture again. Which way does each of the two outputs go, and why?',
  );

/** @param {Sheet} sheet */
function wayGone({ outputs, after }) {
  const [label, other] = outputs.map(({ digit, value }, i) =>
    msg(str`output ${whole(digit)} goes from ${decimal(value, 3)} to ${decimal(after[i], 3)}`),
  );
  return msg(
    str`The network says: ${label}, and ${other}. An error above 0 raises an output, an error below 0 lowers it.`,
  );
}

/** What a teacher may be asked. */
const remarks = () => [
  msg(
    'Each number follows from those before it, as printed. The network itself rounds nothing: its own numbers differ from these by no more than one in the last digit.',
  ),
  msg(
    'This is the rule of the notebook that the page follows. By the rules of calculus, an output’s error would be multiplied by output × (1 − output) before it is sent back, too. The notebook leaves that out and learns well. Recipes with cross-entropy, a falling rate, adversarial noise or weight decay change the rule a little.',
  ),
];
