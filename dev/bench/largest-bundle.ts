/** Bytes that the bundle of a function may have at most: what it weighs is what every cold start reads. */
export const LARGEST_BUNDLE = 300_000;
