import type { Fault } from '../record.ts';

/** A MARC record once it is text, whatever file it came in and whichever dialect it speaks. */

export type Dialect = 'UNIMARC' | 'MARC 21';

export type Encoding = 'UTF-8' | 'MARC-8' | 'ISO 5426' | 'ISO 5427' | 'ISO 5428' | 'Windows-1252';

export type Subfield = readonly [code: string, value: string];

/** A control field has a value and no subfields; any other has subfields, and its value is empty. */
export interface MarcField {
  tag: string;
  indicators: string;
  value: string;
  subfields: Subfield[];
}

/** With faults, the rest is not to be trusted. */
export interface MarcRecord {
  leader: string;
  fields: MarcField[];
  faults: Fault[];
}

/** The fault of a record as a whole. */
export const refused = (raison: string): MarcRecord => ({
  leader: '',
  fields: [],
  faults: [{ champ: 'notice', raison }],
});

/** The values of a field's subfields of one code, in their order. */
export const valuesOf = (field: MarcField, code: string): string[] =>
  field.subfields.flatMap(([one, value]) => (one === code ? [value] : []));

export const fieldsOf = (record: MarcRecord, tag: string): MarcField[] =>
  record.fields.filter((field) => field.tag === tag);

/** What was found about a file while it was read, to be told with the result. */
export interface Findings {
  container?: 'ISO 2709' | 'XML';
  dialect?: Dialect;
  /** How many records were in each encoding. */
  encodings: Map<string, number>;
}

export const newFindings = (): Findings => ({ encodings: new Map() });

export const count = (findings: Findings, encoding: string): void =>
  void findings.encodings.set(encoding, (findings.encodings.get(encoding) ?? 0) + 1);
