/**
 * @typedef {object} Microscope
 * @property {Specimen | null} specimen null: none taken yet
 * @property {number} page the open page, from 0
 * @property {boolean} seeking whether to take a misread record as soon as there are test records
 *
 * @typedef {object} Specimen one training step, frozen
 * @property {import('./questions.js').Sample} sample
 * @property {number} label the digit that it shows, or is meant to show
 * @property {import('../../shared/settings.js').Settings} settings of the run when the sample was taken
 * @property {import('../../shared/training-step.js').TrainingStep} step
 * @property {import('./selection.js').Selection} selection what the worked lines follow
 */

/** @returns {Microscope} */
export const initialMicroscope = () => ({ specimen: null, page: 0, seeking: false });
