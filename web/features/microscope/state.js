/**
 * @typedef {object} Microscope one training step, frozen
 * @property {Specimen | null} specimen what is under it
 * @property {number} page of it, from 0
 * @property {boolean} seeking whether a misread record is to be taken once there are test records
 *
 * @typedef {object} Specimen
 * @property {import('./questions.js').Sample} sample as it was taken
 * @property {number} label what it is, or is meant to be
 * @property {import('../../shared/settings.js').Settings} settings as they were then
 * @property {import('./training-step.js').TrainingStep} step
 * @property {import('./selection.js').Selection} selection what the worked lines follow
 */

/** @returns {Microscope} */
export const initialMicroscope = () => ({ specimen: null, page: 0, seeking: false });
