// What mice, pens and fingers do to the pad.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { FINGER, HELD, line, MAIN, MOUSE, OTHER, PEN, stroke, tell } from './pointer-events.js';
import { browserForTests, siteForTests } from './setup.js';
import { draw, drawn, inked, ONE, prediction, reads, ready, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */
/** @typedef {import('./pointer-events.js').Told} Told */

const site = siteForTests();

for (const engine of engines) {
  describe(`drawing by pointer in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;

    test('no other finger breaks or steals a stroke, and a pen takes over from the palm', async () => {
      page = await browser.openPage(site.url);
      await ready(page);
      // Moved on the page, the pad must not hear each pointer twice.
      await page.evaluate(() => {
        const pad = /** @type {Element} */ (document.querySelector('drawing-pad'));
        pad.parentNode?.insertBefore(pad, pad.nextSibling);
      });
      const others = [...stroke(OTHER, 0.7), ['pointerup', 0.4, 0.7, { ...OTHER, button: 0 }]];
      const on = ['pointermove', 0.6, 0.3, { ...FINGER, ...HELD }];
      assert.deepEqual(await tell(page, /** @type {Told[]} */ ([...stroke(FINGER, 0.3), ...others, on])), [
        [...line(0.3), [0.6, 0.3]],
      ]);
      const penOn = ['pointermove', 0.6, 0.5, { ...PEN, ...HELD }];
      const palm = [...stroke(FINGER, 0.9), ...stroke(PEN, 0.5), on, ...others, penOn];
      assert.deepEqual(await tell(page, /** @type {Told[]} */ (palm)), [[...line(0.5), [0.6, 0.5]]]);
      assert.deepEqual(await tell(page, [...stroke(PEN, 0.5), ...stroke(FINGER, 0.9)]), [line(0.5)]);
      const unreleased = [...stroke(MOUSE, 0.3), ...stroke(PEN, 0.5)];
      assert.deepEqual(
        await tell(page, unreleased),
        [line(0.3), line(0.5)],
        'a pen is not kept out by a mouse',
      );
    });

    test('a palm that is put down after a pen does not draw or end the pause, a finger later does', async () => {
      /** @type {Told[]} */
      const written = [...stroke(PEN, 0.5), ['pointerup', 0.4, 0.5, PEN]];
      /** @param {number} later @returns {Told[]} */
      const touch = (later) => [
        ...stroke({ ...FINGER, later }, 0.9),
        ['pointerup', 0.4, 0.9, { ...FINGER, button: 0 }],
      ];
      await tell(page, []);
      await page.evaluate(() => {
        const heard = /** @type {string[]} */ ([]);
        for (const type of ['pendown', 'penup']) {
          document.querySelector('drawing-pad')?.addEventListener(type, () => heard.push(type));
        }
        Object.assign(window, { heard });
      });
      assert.deepEqual(await tell(page, [...written, ...touch(2000)]), [line(0.5)]);
      assert.deepEqual(await tell(page, [...written, ...touch(4000)]), [line(0.5), line(0.9)]);
      assert.deepEqual(
        await page.evaluate(() => /** @type {any} */ (window).heard.join(' ')),
        'pendown penup '.repeat(3).trim(),
      );
    });

    test('a stroke ends where its pointer does, also if nobody tells of it', async () => {
      for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
        const after = ['pointermove', 0.6, 0.3, { ...PEN, ...HELD }];
        const ended = [...stroke(PEN, 0.3), [end, 0.4, 0.3, PEN], after];
        assert.deepEqual(await tell(page, /** @type {Told[]} */ (ended)), [line(0.3)], end);
      }
      /** @type {Told[]} */
      const missed = [
        ...stroke(PEN, 0.3),
        ['pointermove', 0.6, 0.3, { ...PEN, buttons: 0 }],
        ['pointermove', 0.8, 0.3, { ...PEN, buttons: 1 }],
      ];
      assert.deepEqual(await tell(page, missed), [line(0.3)]);
    });

    test('points that the network could not tell apart are left out, so that a slow pen is answered at once', async () => {
      const moves = Array.from({ length: 2000 }, (_, i) => 0.2 + (0.6 * (i + 1)) / 2000);
      /** @type {Told[]} */
      const slow = [
        ['pointerdown', 0.2, 0.3, { ...PEN, ...MAIN }],
        ...moves.map((x) => /** @type {Told} */ (['pointermove', x, 0.3, { ...PEN, ...HELD }])),
      ];
      const [points] = await tell(page, slow);
      assert.ok(points.length > 150 && points.length < 350, `${points.length} points`);
      assert.deepEqual([points[0], points[points.length - 1]], line(0.3, 0.8));
    });

    test('other buttons do not draw; a pen’s other end and its button erase what they touch', async () => {
      for (const [button, buttons] of [
        [1, 4],
        [2, 2],
      ]) {
        /** @type {Told[]} */
        const events = [
          ['pointerdown', 0.2, 0.3, { ...MOUSE, button, buttons }],
          ['pointermove', 0.4, 0.3, { ...MOUSE, button: -1, buttons }],
        ];
        assert.deepEqual(await tell(page, events), []);
      }
      assert.deepEqual(
        await tell(page, stroke({ ...MOUSE, ctrlKey: true }, 0.3)),
        [],
        'the other one of a Mac',
      );
      for (const [button, buttons] of [
        [5, 32],
        [2, 2],
      ]) {
        /** @type {Told[]} */
        const events = [
          ...stroke(PEN, 0.3),
          ['pointerup', 0.4, 0.3, PEN],
          ...stroke(PEN, 0.6),
          ['pointerup', 0.4, 0.6, PEN],
          ['pointerdown', 0.3, 0.9, { ...PEN, button, buttons }],
          ['pointermove', 0.3, 0.62, { ...PEN, button: -1, buttons }],
        ];
        assert.deepEqual(await tell(page, events), [line(0.3)]);
      }
    });

    test('one pass of the eraser is one change to undo', async () => {
      const eraser = { ...PEN, button: 5, buttons: 32 };
      /** @type {Told[]} */
      const written = [
        ...stroke(PEN, 0.3),
        ['pointerup', 0.4, 0.3, PEN],
        ...stroke(PEN, 0.6),
        ['pointerup', 0.4, 0.6, PEN],
      ];
      await tell(page, written);
      await drawn(page);
      const both = await inked(page);
      await tell(page, [
        ...written,
        ['pointerdown', 0.3, 0.1, eraser],
        ['pointermove', 0.3, 0.3, eraser],
        ['pointermove', 0.3, 0.6, eraser],
        ['pointerup', 0.3, 0.6, eraser],
      ]);
      await drawn(page);
      assert.equal(await inked(page), 0);
      await page.click('button', 'Undo');
      await drawn(page);
      assert.equal(await inked(page), both);
    });

    test('a long press opens no menu, and a finger’s moves are the pad’s', async () => {
      const prevented = await page.evaluate(() => {
        const canvas = /** @type {HTMLElement} */ (document.querySelector('drawing-pad canvas'));
        return ['contextmenu', 'touchmove'].map(
          (type) => !canvas.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })),
        );
      });
      assert.deepEqual(prevented, [true, true]);
      assert.deepEqual(await page.problems(), []);
    });

    test('a finger that draws leaves no field to write in', async () => {
      const focused = () => page.evaluate(() => document.activeElement?.id);
      await page.evaluate(() => {
        const field = /** @type {HTMLElement} */ (document.querySelector('#setting-epochs'));
        /** @type {HTMLDetailsElement} */ (field.closest('details')).open = true;
        field.focus();
      });
      assert.equal(await focused(), 'setting-epochs');
      await tell(page, stroke({ ...FINGER, later: 4000 }, 0.3));
      assert.equal(await focused(), '');
    });

    test('a stroke passes through all places of a frame, along the edge where they are outside', async () => {
      const [down, move] = stroke(MOUSE, 0.5);
      // biome-ignore format: a short list
      const places = [[0.3, 0.6], [0.3, 0.6], [0.35, 1.2], [-0.1, 0.7], [0.4, 0.5]];
      const strokes = await tell(page, [down, [move[0], 0.4, 0.5, { ...MOUSE, ...HELD, places }]]);
      // biome-ignore format: a short list
      assert.deepEqual(strokes, [[[0.2, 0.5], [0.3, 0.6], [0.35, 1], [0, 0.7], [0.4, 0.5]]]);
    });

    test('nothing gets selected by drawing past the edge, from either side', async () => {
      await page.resize(1000, 800);
      for (const [from, to] of [
        [0.5, 1.5],
        [-0.09, 0.5],
        [-0.09, 1.5],
      ]) {
        await draw(page, [
          [
            [0.3, from],
            [0.5, (from + to) / 2],
            [0.6, to],
          ],
        ]);
        assert.equal(await page.evaluate(() => String(getSelection())), '', `from ${from} to ${to}`);
      }
    });

    test('a stroke of 20,000 points that come at once is painted to its end', async () => {
      const held = { ...MOUSE, ...HELD };
      const moves = Array.from({ length: 20_000 }, (_, i) => {
        return /** @type {Told} */ (['pointermove', 0.5 + 0.3 * Math.sin(i / 90), 0.4, held]);
      });
      await tell(page, [
        ['pointerdown', 0.5, 0.4, { ...MOUSE, ...MAIN }],
        ...moves,
        ['pointermove', 0.5, 0.9, held],
      ]);
      await page.until(
        () => {
          const pad = /** @type {HTMLCanvasElement} */ (document.querySelector('drawing-pad canvas'));
          const copy = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
          const context = /** @type {CanvasRenderingContext2D} */ (copy.getContext('2d'));
          context.drawImage(pad, 0.5 * pad.width, 0.9 * pad.height, 1, 1, 0, 0, 1, 1);
          return context.getImageData(0, 0, 1, 1).data[3] === 255;
        },
        { what: 'ink at the end of the stroke' },
      );
    });

    test('the last stroke, Clear and examples can be undone, by button and by key', async () => {
      await page.click('button', 'Clear');
      await draw(page, SEVEN);
      await reads(page, '7');
      await drawn(page);
      const seven = await inked(page);
      await draw(page, ONE);
      await drawn(page);
      assert.notEqual(await inked(page), seven);
      await page.click('button', 'Undo');
      await drawn(page);
      assert.equal(await inked(page), seven);
      await page.click('button', 'Clear');
      await shows(page, 'nothing to read yet');
      await page.press('u');
      await reads(page, '7');
      await drawn(page);
      assert.equal(await inked(page), seven);
      await page.click('button', 'Example');
      await reads(page, '3');
      await page.press('u');
      await reads(page, '7');
      await page.press('u');
      await shows(page, 'nothing to read yet');
      assert.equal(await prediction(page), 'nothing to read yet');
      assert.deepEqual(await page.problems(), []);
    });
  });
}
