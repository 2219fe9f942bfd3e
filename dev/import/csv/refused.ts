import type { BookFields, Fault, MemberFields } from '../record.ts';
import { EXPORTED, type Kind, REPORT_COLUMNS } from './columns.ts';

/** The rows of records that were refused, with why. Once they are mended they can be read again as they are. */

export const refusalColumns = (kind: Kind): readonly string[] => [...REPORT_COLUMNS, ...EXPORTED[kind]];

export interface Refused<Fields> {
  number: number;
  fields: Fields;
  faults: readonly Fault[];
}

type Named = Readonly<Record<string, string | undefined>>;

/** A number that could not be read must not become another when nobody mends it: no reader takes this for a number. */
const UNREAD = '?';

/** A copy of which something is said has a row; the others are a number in a row of their own, as none is. */
function copyRows({ fields, faults }: Refused<BookFields>): Named[] {
  const said = fields.exemplaires.filter((copy) => Object.keys(copy).length > 0);
  const others = fields.exemplaires.length - said.length;
  const isUnread = said.length + others === 0 && faults.some(({ champ }) => champ === 'exemplaires');
  const counted = isUnread ? UNREAD : String(others);
  return [
    ...said.map((copy): Named => ({ ...copy })),
    ...(others > 0 || said.length === 0 ? [{ exemplaires: counted }] : []),
  ];
}

function rows(kind: Kind, { number, faults }: Refused<unknown>, named: readonly Named[]): string[][] {
  const why = {
    numero: String(number),
    champ: faults.map(({ champ }) => champ).join(', '),
    raison: faults.map(({ raison }) => raison).join(' ; '),
  };
  const told = named.map((cells): Named => ({ ...cells, ...why }));
  return told.map((cells) => refusalColumns(kind).map((column) => cells[column] ?? ''));
}

export function refusedBookRows(record: Refused<BookFields>): string[][] {
  const { exemplaires, ...title } = record.fields;
  return rows(
    'livres',
    record,
    copyRows(record).map((copy) => ({ ...title, ...copy })),
  );
}

export const refusedMemberRows = (record: Refused<MemberFields>): string[][] =>
  rows('utilisateurs', record, [{ ...record.fields }]);
