import { svg } from 'lit';
import { PAD } from '../../shared/pad.js';

/** A small picture of a drawing. @param {number[][][]} strokes points [x, y] in 0..1 */
export const outlined = (strokes) => svg`
  <svg viewBox="0 0 1 1" aria-hidden="true">
    ${strokes.map((stroke) => svg`<polyline points=${points(stroke)} stroke-width=${PAD.pen} />`)}
  </svg>
`;

/** A dot needs two points to be seen. @param {number[][]} stroke */
const points = (stroke) => (stroke.length > 1 ? stroke : [...stroke, ...stroke]).map(String).join(' ');
