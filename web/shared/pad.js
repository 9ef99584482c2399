/** The drawing pad: its side is the unit of its strokes, its pen as wide as MNIST's on 20-pixel digits. */
export const PAD = { width: 1, height: 1, pen: 0.075 };
