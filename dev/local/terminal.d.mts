/** The first words that are said when the library is open. */
export const OPEN: string;

/** What becomes of each line that comes from the system, on an output such as `process.stdout`; nothing for a silent one. */
export function reader(output: { isTTY?: boolean; hasColors?: () => boolean }): (line: string) => string | undefined;
