import { SaxesParser } from 'saxes';
import { UnreadableFile } from '../unreadable.ts';
import { count, type Findings, type MarcField, type MarcRecord, refused } from './model.ts';
import { textReader } from './xml-text.ts';

/**
 * Reads the records of an XML file: MARCXML or marcxchange, alone or in the answer of a server. Elements are known by
 * their names without a prefix; a record is the innermost `record` around fields.
 */

const LONGEST = 4_000_000;
/** More than this without a tag, or tags within tags within tags, is made to fill the memory. */
const LONGEST_TEXT = 16_000_000;
const DEEPEST = 200;

const TOO_LONG = 'dépasse 4 Mo : retirez cette notice du fichier, ou allégez-la';

type Attributes = Record<string, string>;

/** A record while it is being read. */
interface Open extends MarcRecord {
  start: number;
}

/** Collects records out of what a parser sees. */
class Collector {
  readonly done: MarcRecord[] = [];
  /** Where the last tag was. */
  lastTag = 0;
  private record: Open | undefined;
  private field: MarcField | undefined;
  private code = '';
  private text: string | undefined;

  opens(name: string, attributes: Attributes, position: number): void {
    if (name === 'record') this.record = { leader: '', fields: [], faults: [], start: position };
    if (name === 'leader' || name === 'controlfield' || name === 'subfield') this.text = '';
    if (name === 'controlfield' || name === 'datafield') this.field = fieldOf(attributes);
    if (name === 'subfield') this.code = attributes.code ?? '';
  }

  reads(text: string): void {
    if (this.text !== undefined) this.text += text;
  }

  closes(name: string, position: number): void {
    const { record } = this;
    if (record) this.keeps(name, record, position);
    if (name === 'record') this.record = undefined;
    if (name === 'leader' || name === 'controlfield' || name === 'subfield') this.text = undefined;
  }

  private keeps(name: string, record: Open, position: number): void {
    const { field, text = '' } = this;
    if (position - record.start > LONGEST) Object.assign(record, refused(TOO_LONG));
    else if (name === 'leader') record.leader = text;
    else if (name === 'subfield') field?.subfields.push([this.code, text]);
    else if (name === 'controlfield' && field) record.fields.push({ ...field, value: text });
    else if (name === 'datafield' && field) record.fields.push(field);
    const { leader, fields, faults } = record;
    if (name === 'record' && fields.length + faults.length > 0) this.done.push({ leader, fields, faults });
  }
}

const fieldOf = ({ tag = '', ind1 = ' ', ind2 = ' ' }: Attributes): MarcField => ({
  tag,
  indicators: ind1 + ind2,
  value: '',
  subfields: [],
});

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A parser that fills a collector, and keeps the first fault that it meets. */
function parserOf(collector: Collector) {
  const parser = new SaxesParser({ xmlns: false });
  let [fault, depth, isBegun] = ['', 0, false];
  const fail = (reason: string): void => {
    fault ||= `ligne ${parser.line} : ${reason}`;
  };
  const see = (what: () => void): void => {
    collector.lastTag = parser.position;
    if (!fault) what();
  };
  parser.on('error', () => fail("le XML n'y est pas bien formé, ou le fichier est coupé"));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) fail('trop de balises y sont imbriquées');
    see(() => collector.opens(withoutPrefix(name), attributes, parser.position));
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    see(() => collector.closes(withoutPrefix(name), parser.position));
  });
  for (const event of ['text', 'cdata'] as const)
    parser.on(event, (text) => {
      if (!fault) collector.reads(text);
    });
  return {
    write(text: string): string {
      // Blank lines before the declaration are no reason to refuse a file.
      const begun = isBegun ? text : text.trimStart();
      isBegun ||= begun !== '';
      parser.write(begun);
      if (parser.position - collector.lastTag > LONGEST_TEXT) fail('un texte y dépasse 16 Mo');
      return fault;
    },
    close(): string {
      parser.close();
      return fault;
    },
  };
}

const stopped = (fault: string): UnreadableFile =>
  new UnreadableFile(
    `La lecture de ce fichier XML s'est arrêtée à la ${fault}. Ce qui précède a été lu ; exportez le fichier de nouveau.`,
  );

/** @throws UnreadableFile where the file is cut or malformed, after the records before */
export async function* fromXml(
  stream: AsyncIterable<Uint8Array>,
  start: Uint8Array,
  findings: Findings,
): AsyncGenerator<MarcRecord> {
  const text = textReader(start);
  const collector = new Collector();
  const parser = parserOf(collector);
  const drained = function* () {
    for (const record of collector.done.splice(0)) {
      count(findings, text.encoding());
      yield record;
    }
  };
  for await (const bytes of stream) {
    const fault = parser.write(text.read(bytes));
    yield* drained();
    if (fault) throw stopped(fault);
  }
  const fault = parser.write(text.read()) || parser.close();
  yield* drained();
  if (fault) throw stopped(fault);
}
