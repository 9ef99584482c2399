import { msg } from '@lit/localize';

/** What the sets are named that the page makes of the collection, in every language. */
export const OWN = 'glassbox-class';
export const OWN_AND_MNIST = 'mnist-and-glassbox-class';

/** @type {Record<string, () => string>} */
const TEXTS = {
  [OWN]: () => msg('Your class'),
  [OWN_AND_MNIST]: () => msg('MNIST and your class'),
};

/** What a set is called on the page. @param {string} name of its file */
export const setName = (name) => (Object.hasOwn(TEXTS, name) ? TEXTS[name]() : name);
