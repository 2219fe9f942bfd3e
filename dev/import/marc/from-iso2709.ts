import { isControl, parsed, pieces, type RawField, type RawRecord, slices } from './iso2709.ts';
import { count, type Findings, type MarcField, type MarcRecord, refused } from './model.ts';
import { type Decoder, decoderOf, type Said } from './text/decode.ts';

/** Reads the records of an ISO 2709 file as text. */

const SUBFIELD = 0x1f;

/** Cuts a field into its indicators and, for each subfield, its code with its value. */
const parts = (bytes: Uint8Array): Uint8Array[] => pieces(bytes, SUBFIELD);

const ascii = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** What stands in UNIMARC's field of general data, which also tells that the record is UNIMARC. */
function generalData({ fields }: RawRecord): string | undefined {
  if (!fields.some(({ tag }) => tag === '200')) return undefined;
  const field = fields.find(({ tag }) => tag === '100');
  const values = field ? parts(field.bytes).slice(1).map(ascii) : [];
  return values.find((value) => value.startsWith('a') && value.length >= 31)?.slice(1);
}

/** The sets of UNIMARC's general data, positions 26 to 29, and the name of the encoding that each makes. */
const SETS: Record<string, readonly [set: string, encoding: Said['encoding']]> = {
  '01': ['B', 'ISO 5426'],
  '02': ['N', 'ISO 5427'],
  '03': ['P', 'ISO 5426'],
  '04': ['Q', 'ISO 5427'],
  '05': ['S', 'ISO 5428'],
};

const WESTERN = /^(fre|fra|eng|ger|spa|ita|por|dut|lat|und|mul|oci|bre|baq|cat| {3}|\|{3})?$/;

function said(record: RawRecord): Said {
  const general = generalData(record);
  const control = record.fields.find(({ tag }) => tag === '008');
  const language = general === undefined && control ? ascii(control.bytes).slice(35, 38) : unimarcLanguage(record);
  const isWestern = WESTERN.test(language);
  const low = SETS[general?.slice(26, 28) ?? ''] ?? (['B', 'ISO 5426'] as const);
  const high = SETS[general?.slice(28, 30) ?? ''] ?? (['P', low[1]] as const);
  // ASCII that was said to be Cyrillic is believed to be so in no record in French.
  const sets = { low: isWestern || low[0] === 'P' ? 'B' : low[0], high: high[0] === 'B' ? 'P' : high[0] };
  if (record.leader[9] === 'a' || general?.slice(26, 28) === '50') return { encoding: 'UTF-8', sets, isWestern };
  return { encoding: general === undefined ? 'MARC-8' : high[1], sets, isWestern };
}

function unimarcLanguage({ fields }: RawRecord): string {
  const field = fields.find(({ tag }) => tag === '101');
  return field ? ascii(field.bytes).slice(4, 7) : '';
}

function fieldOf({ tag, bytes }: RawField, { decode }: Decoder): MarcField {
  if (isControl(tag)) return { tag, indicators: '', value: decode(bytes), subfields: [] };
  const [indicators = bytes, ...subfields] = parts(bytes);
  return {
    tag,
    indicators: ascii(indicators),
    value: '',
    subfields: subfields
      .filter((piece) => piece.length > 0)
      .map((piece) => [ascii(piece.subarray(0, 1)), decode(piece.subarray(1))] as const),
  };
}

/** The bytes of a record that are text. */
const valuesIn = ({ fields }: RawRecord): Uint8Array[] =>
  fields.flatMap(({ tag, bytes }) =>
    isControl(tag)
      ? [bytes]
      : parts(bytes)
          .slice(1)
          .map((piece) => piece.subarray(1)),
  );

function decoded(record: RawRecord, findings: Findings): MarcRecord {
  const decoder = decoderOf(valuesIn(record), said(record));
  count(findings, decoder.encoding);
  return { leader: record.leader, fields: record.fields.map((field) => fieldOf(field, decoder)), faults: [] };
}

/** A record that cannot be read keeps its place, with its fault. */
export async function* fromIso2709(stream: AsyncIterable<Uint8Array>, findings: Findings): AsyncGenerator<MarcRecord> {
  for await (const slice of slices(stream)) {
    const record = 'bytes' in slice ? parsed(slice.bytes) : slice.reason;
    yield typeof record === 'string' ? refused(record) : decoded(record, findings);
  }
}
