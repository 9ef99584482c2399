import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { decimal } from '../../ui/format.js';

/** The page in one file (single/build.js), in sizes that a test compares with the files'. */
export const DOWNLOADS = [
  { name: 'glassbox.html', words: () => msg('Without MNIST'), megabytes: 2.4 },
  { name: 'glassbox-mnist.html', words: () => msg('With MNIST'), megabytes: 20.4 },
];

/** The page to take away. */
export const takeAway = () => html`
  <section class="card take-away" aria-labelledby="take-away-title">
    <h2 id="take-away-title" .textContent=${msg('Take it with you')}></h2>
    <p .textContent=${msg('The whole page as one file, for a memory stick or a machine without internet: save it, and open it by a double click. With MNIST, it can train at once; without, it reads digits, and trains on files of your own.')}></p>
    <ul>
      ${DOWNLOADS.map(
        ({ name, words, megabytes }) => html`
          <li><a href="downloads/${name}" download .textContent=${msg(str`${words()}: ${name}, ${decimal(megabytes, 1)} MB`)}></a></li>
        `,
      )}
    </ul>
  </section>
`;
