import { LOST } from './iso2022.ts';

/** How much a text looks like one that somebody wrote, to choose between the ways in which its bytes can be read. */

/** The letters of French by how common they are: a wrong reading makes them of rarer bytes than a right one. */
const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/é/g, 10],
  [/[èàêç]/g, 5],
  [/[âîôûïëœÉÀÈÊÇÎÔŒ]/g, 2],
  // This letter is in one word of French only.
  [/(?<=\b[oO])ù(?!\p{L})/gu, 5],
  [/(?<!\b[oO])ù/gu, -5],
  [/[äöüßñáíóúåøæ«»’“”–—…°]/g, 1],
  [/(?![\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ffŒœ])[\u00c0-\u024f\u1e00-\u1eff]|[ðþÐÞÝý]/g, -2],
  [/(?![«»°©…])[\u00a1-\u00bf\u00d7\u00f7\u2000-\u2bff]/g, -2],
  [/[^\P{S}\p{ASCII}°©]/gu, -2],
  // A capital that follows a small letter, but for names like McÉ… which are rare.
  [/\p{Ll}(?![A-Z])\p{Lu}|[à-ÿ][A-Z]/gu, -15],
  // No language has such a letter, or Unicode would have it in one piece.
  [/[\u0300-\u036f]/g, -25],
  // The halves of a ligature come together.
  [/\ufe20(?!\p{L}\p{M}*\ufe21)|(?<!\ufe20\p{L}\p{M}*)\ufe21/gu, -25],
  [/(?<=\p{L})\p{S}(?=\p{L})|[ℓ℗©♯](?=\p{L})/gu, -25],
  // French has no vowel after these: they are marks of MARC-8 that wait for their letter.
  [/[âáèåêÂÁÈÅÊ](?=[aeiouy])/g, -10],
  [new RegExp(LOST, 'g'), -40],
];

export const likelihood = (text: string): number => {
  const composed = text.normalize('NFC');
  return WEIGHTS.reduce((sum, [pattern, weight]) => sum + weight * (composed.match(pattern)?.length ?? 0), 0);
};
