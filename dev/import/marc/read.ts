import type { BookFields, Fault, SourceRecord } from '../record.ts';
import { UnreadableFile } from '../unreadable.ts';
import { containerOf, withHead } from './container.ts';
import { dialectOf } from './dialect.ts';
import { fromIso2709 } from './from-iso2709.ts';
import { fromXml } from './from-xml.ts';
import { booked, bounded, type Mapping } from './mapping.ts';
import { MARC_21 } from './marc21.ts';
import { type Dialect, type Findings, type MarcRecord, newFindings } from './model.ts';
import { isOwn, ownBook } from './own.ts';
import { UNIMARC } from './unimarc.ts';

/** Reads a MARC file, in whatever form, dialect and encoding it is. */

export interface Options {
  /** The dialect, where the librarian knows it; it is found out otherwise. */
  dialect?: Dialect;
  /** Is told what was found, which is complete when the last record has come. */
  findings?: Findings;
}

const MAPPINGS: Record<Dialect, Mapping> = { UNIMARC, 'MARC 21': MARC_21 };

/** So many records tell the dialect of a file. */
const WITNESSES = 20;

/** @throws UnreadableFile when the file is not MARC, or ends before its time; a bad record only has faults */
export async function* readMarc(
  bytes: AsyncIterable<Uint8Array>,
  { dialect, findings = newFindings() }: Options = {},
): AsyncGenerator<SourceRecord<BookFields>> {
  const { head, whole } = await withHead(bytes);
  findings.container = containerOf(head);
  const records = findings.container === 'XML' ? fromXml(whole, head, findings) : fromIso2709(whole, findings);
  const { first, failure } = await beginning(records);
  if (first.length === 0) throw failure ?? new UnreadableFile(NO_RECORD);
  findings.dialect = dialect ?? dialectOf(first);
  const mapping = MAPPINGS[findings.dialect];
  let number = 0;
  for (const record of first) yield { number: ++number, ...told(record, mapping) };
  if (failure) throw failure;
  for await (const record of records) yield { number: ++number, ...told(record, mapping) };
}

const NO_RECORD =
  'Ce fichier ne contient aucune notice MARC : vérifiez que l’export en contient, au format UNIMARC ou MARC 21.';

/** The first records; a fault of the file among them is kept for when they have been given. */
async function beginning(records: AsyncGenerator<MarcRecord>): Promise<{ first: MarcRecord[]; failure?: unknown }> {
  const first: MarcRecord[] = [];
  try {
    while (first.length < WITNESSES) {
      const { value, done } = await records.next();
      if (done) break;
      first.push(value);
    }
    return { first };
  } catch (failure) {
    return { first, failure };
  }
}

function told(read: MarcRecord, mapping: Mapping): { fields: BookFields; faults: Fault[] } {
  const record = bounded(read);
  const kind = kindFault(record);
  if (kind) return { fields: { exemplaires: [] }, faults: [kind] };
  if (isOwn(record)) return ownBook(record);
  return booked(record, mapping);
}

/** Files may hold records of other things than documents, and of documents that are gone. */
function kindFault({ leader }: MarcRecord): Fault | undefined {
  if (leader[5] === 'd') return { champ: 'notice', raison: 'est marquée comme supprimée dans votre logiciel' };
  if (/[u-z]/.test(leader[6] ?? ''))
    return {
      champ: 'notice',
      raison: "décrit une autorité ou des exemplaires seuls, et non un document : retirez-la de l'export",
    };
  return undefined;
}
