/** A number with its French word, which has an `s` from two on: `0 livre`, `1 livre`, `2 livres`. */
export const plural = (count: number, word: string): string => `${count} ${word}${count > 1 ? 's' : ''}`;
