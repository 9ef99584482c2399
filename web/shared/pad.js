/** The drawing pad. Its side is the unit of strokes. The pen is as wide as MNIST's on digits of 20 pixels. */
export const PAD = { width: 1, height: 1, pen: 0.075 };
