import { type Dialect, fieldsOf, type MarcRecord, valuesOf } from './model.ts';

/** Tells UNIMARC and MARC 21 apart by the fields that only one of them has. */

const GENERAL_DATA = 36;

const isUnimarc = (record: MarcRecord): boolean =>
  fieldsOf(record, '200').some((field) => valuesOf(field, 'a').length > 0) &&
  (fieldsOf(record, '245').length === 0 ||
    fieldsOf(record, '100').some((field) => valuesOf(field, 'a').some(({ length }) => length === GENERAL_DATA)));

const isMarc21 = (record: MarcRecord): boolean =>
  fieldsOf(record, '245').length > 0 || (fieldsOf(record, '008').length > 0 && fieldsOf(record, '200').length === 0);

const voteOf = (record: MarcRecord): number => {
  if (isUnimarc(record)) return 1;
  return isMarc21(record) ? -1 : 0;
};

/** The dialect of most records. Without any sign it is that of French libraries. */
export const dialectOf = (records: MarcRecord[]): Dialect =>
  records.reduce((sum, record) => sum + voteOf(record), 0) >= 0 ? 'UNIMARC' : 'MARC 21';
