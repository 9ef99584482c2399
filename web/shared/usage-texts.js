/**
 * The texts of errors that programmers make, or that a damaged network or run gives them. The page shows them only as
 * the detail of an unexpected error.
 *
 * @typedef {{ name: string, got: unknown }} Got an argument and its value
 * @typedef {Got & { min: number, max: number }} OutOfRange
 * @typedef {Got & { length: number }} OtherLength
 * @typedef {Got & { keys: readonly string[] }} OtherKeys
 */
export const USAGE_TEXTS = {
  // Arguments
  'takes-number': (/** @type {Got} */ { name, got }) => `${name} takes a number, not ${got}`,
  'takes-finite-number': (/** @type {Got} */ { name, got }) => `${name} takes a finite number, not ${got}`,
  'takes-number-in-range': (/** @type {OutOfRange} */ { name, min, max, got }) =>
    `${name} takes a number from ${min} to ${max}, not ${got}`,
  'takes-whole-number-in-range': (/** @type {OutOfRange} */ { name, min, max, got }) =>
    `${name} takes a whole number from ${min} to ${max}, not ${got}`,
  'takes-numbers': (/** @type {OtherLength} */ { name, length, got }) =>
    `${name} takes a Float32Array of ${length} numbers, not ${got}`,
  'takes-length': (/** @type {OtherLength} */ { name, length, got }) =>
    `${name} takes ${length} numbers, not ${got}`,
  'takes-object': (/** @type {OtherKeys} */ { name, keys, got }) =>
    `${name} takes { ${keys.join(', ')} }, not ${got}`,
  'unknown-key': (/** @type {OtherKeys} */ { name, keys, got }) =>
    `unknown '${got}' in ${name}; there are ${keys.join(', ')}`,
  'takes-strokes': (/** @type {Got} */ { name, got }) => `${name} takes an array of strokes, not ${got}`,
  'takes-points': (/** @type {Got} */ { name, got }) => `${name} takes an array of points [x, y], not ${got}`,
  'takes-point': (/** @type {Got} */ { name, got }) => `${name} takes a point [x, y], not ${got}`,
  'takes-coordinate': (/** @type {Got & { limit: number }} */ { name, limit, got }) =>
    `${name} takes a number within ±${limit}, not ${got}`,
  'takes-bytes': (/** @type {Got} */ { name, got }) => `${name} takes a Uint8Array, not ${got}`,
  'takes-source': (/** @type {Got} */ { name, got }) =>
    `${name} takes a buffer source, a Response or a URL, not ${got}`,
  'takes-whole-pictures': (/** @type {Got} */ { name, got }) =>
    `${name} takes a multiple of 784 bytes, not ${got}`,
  'takes-whole-records': (/** @type {Got} */ { name, got }) =>
    `${name} takes a multiple of 785 bytes, not ${got}`,
  'takes-kind': (/** @type {Got} */ { name, got }) => `${name} takes 'train' or 'test', not ${got}`,
  'takes-network': (/** @type {Got} */ { name, got }) => `${name} takes a Network, not ${got}`,
  'takes-packed-network': (/** @type {{ name: string }} */ { name }) =>
    `${name} takes what pack() of a network gave`,
  'takes-own-network': (/** @type {{ name: string }} */ { name }) =>
    `${name} takes one of this module, not of another`,
  'takes-records': (/** @type {Got} */ { name, got }) => `${name} takes Records, not ${got}`,
  'takes-own-records': (/** @type {{ name: string }} */ { name }) =>
    `${name} takes those of this module, not of another`,
  'unknown-setting': (/** @type {{ got: unknown, names: readonly string[] }} */ { got, names }) =>
    `unknown setting '${got}'; there are ${names.join(', ')}`,
  'unknown-recipe': (/** @type {{ got: unknown, names: readonly string[] }} */ { got, names }) =>
    `unknown recipe ${got}; there are ${names.join(', ')}`,

  // The module's objects
  'network-freed': () => 'this network was freed',
  'parser-freed': () => 'this parser was freed',
  'records-freed': () => 'these records were freed',
  'run-freed': () => 'this run was freed',
  'trainer-freed': () => 'this trainer was freed',
  'network-of-run': () => 'this network belongs to its run: free the run',
  'network-of-trainer': () => 'this network belongs to its trainer: free the trainer',
  'records-in-use': () => 'these records are used by a run: free the run first',
  'no-records': (/** @type {{ kind: string }} */ { kind }) =>
    `index takes one of the ${kind} records, and there are none`,
  'no-test-records': () => "there are no test records: write('test', bytes), then end('test')",

  // Saved runs
  'saved-run-too-short': () => 'the saved run is cut off',
  'saved-run-damaged': () => 'this is not a saved run, or it is damaged',
  'saved-run-other-version': () => 'the run was saved by another version of Glassbox',
  'saved-run-other-records': () => 'the run was saved on other training records',
  'run-without-records': () => 'this run cannot be saved: the records that it was trained on are gone',
  'unknown-run': (/** @type {{ got: string, names: readonly string[] }} */ { got, names }) =>
    `run takes one of ${names.join(', ')}, not ‘${got}’`,
  'run-exists': (/** @type {{ id: string }} */ { id }) => `there is a run ‘${id}’ already`,
};
