/**
 * How many hidden nodes the network that comes with the page has, to make room for them before it is there.
 * tests/core/pretrained.test.js compares.
 */
export const BUNDLED_HIDDEN_NODES = 800;
