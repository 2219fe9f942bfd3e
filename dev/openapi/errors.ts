import { type Code, KINDS, type Kind } from '../../lib/values/failure.ts';
import { kindOf, refusals } from './schemas.ts';

/** Says each code and each motif once, as Markdown. A list, because a table is too wide for a telephone. */

/** Where two services use the same name, they mean the same by it. */
const unique = (lines: string[]): string => [...new Set(lines)].join('\n');

const line = ({ code, status, title }: Kind): string => `- \`${code}\` (${status}) : ${title}`;

const words = refusals.flatMap((refusal) => Object.entries<string>(refusal.words));

export const listOfErrors = `
### De toute opération

${unique((Object.keys(KINDS) as Code[]).map((code) => line(kindOf(code))))}

### De certaines opérations

${unique(refusals.map(line))}

### Motifs

Un refus qui a des \`motifs\` les dit tous.

${unique(words.map(([motif, meaning]) => `- \`${motif}\` : ${meaning}`))}
`;
