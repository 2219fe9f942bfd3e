import type { BookFields } from '../record.ts';
import type { MarcField } from './model.ts';
import { recordOf } from './own.ts';

/** Writes books as XML: UNIMARC in marcxchange (ISO 25577), which has no limits of length. */

export const marcXmlStart =
  '<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="info:lc/xmlns/marcxchange-v2">\n';

export const marcXmlEnd = '</collection>\n';

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML cannot have the two code points that are no characters; nothing is lost that anybody could see. */
const escaped = (text: string): string =>
  text.replace(/[\ufffe\uffff]/g, '').replace(/[&<>]/g, (sign) => ESCAPED[sign] as string);

const fieldXml = ({ tag, indicators, subfields }: MarcField): string =>
  [
    `    <datafield tag="${tag}" ind1="${indicators[0]}" ind2="${indicators[1]}">`,
    ...subfields.map(([code, value]) => `      <subfield code="${code}">${escaped(value)}</subfield>`),
    '    </datafield>\n',
  ].join('\n');

/** One record, to stand between the start and the end. */
export function marcXmlRecord(book: BookFields): string {
  const { leader, fields } = recordOf(book);
  return `  <record format="UNIMARC" type="Bibliographic">\n    <leader>${leader}</leader>\n${fields.map(fieldXml).join('')}  </record>\n`;
}
