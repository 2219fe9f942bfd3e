/** Puts the spaces of French typography that stay on their line: before `:`, in « … », before a unit, in `1 024`. */
export const typeset = (text: string): string =>
  text
    .replace(/ (?=[:;?!»€$])/g, '\u00a0')
    .replace(/« /g, '«\u00a0')
    .replace(/(?<=\d) (?=\d{3}|Mo\b|ms\b|min\b|s\b)/g, '\u00a0');
