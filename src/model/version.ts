/** Changes whenever the same scenario and seed give other numbers. */
export const MODEL_VERSION = '1.1.0';
