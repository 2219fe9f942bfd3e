import { createReadStream } from 'node:fs';
import { plural } from '../../lib/values/plural.ts';
import type { Client } from './client.ts';
import { type Measured, measured } from './counted.ts';
import { type Heading, Journal } from './journal.ts';
import type { Kind } from './kind.ts';
import { lock } from './lock.ts';
import { Members } from './members.ts';
import type { Options } from './options.ts';
import type { Progress } from './progress.ts';
import type { SourceRecord } from './record.ts';
import { Refusal } from './refusal.ts';
import { Report } from './report.ts';
import { type Counts, Run } from './run.ts';
import { openSource } from './source.ts';
import { Titles } from './titles.ts';

/** Brings a library's own file in, through the API. */

export interface Desk {
  client: Client;
  address: string;
  progress: Progress;
  say: (line: string) => void;
  /** Stops it: what is in hand is brought to its end, and the next import goes on from there. */
  signal: AbortSignal;
}

export interface Brought {
  counts: Counts;
  /** Whether all records were taken. */
  isWhole: boolean;
  /** Where the refused records are, if there are any. */
  report: string | undefined;
}

/** @throws Refusal, UnreadableFile and Halted, with what to do in their messages */
export async function bringIn(options: Options, desk: Desk): Promise<Brought> {
  const { file, isSimulation } = options;
  const contents = await measured(file);
  const letGo = isSimulation ? () => {} : lock(`${file}.verrou`);
  try {
    return await brought(options, desk, contents);
  } finally {
    letGo();
  }
}

async function brought(options: Options, desk: Desk, { digest, records: expected }: Measured): Promise<Brought> {
  const { file, isSimulation, mode } = options;
  const { client, address, say } = desk;
  const source = await openSource(createReadStream(file), options);
  if (source.genre === 'utilisateurs' && mode === 'exemplaires') throw new Refusal(NO_COPIES);
  say(`${isSimulation ? 'Simulation de l’import' : 'Import'} de ${file} dans ${address}`);
  const lecture = await saidOfReading(options);
  const { genre } = source;
  const heading = { fichier: digest, adresse: address, genre, existants: mode, lecture, compte: client.account };
  const journal = new Journal(`${file}.reprise`, heading, isSimulation);
  if (journal.isOthers) say(GIVEN_UP);
  if (journal.isResumed) say('Un import de ce fichier a été interrompu : il reprend où il s’est arrêté.');

  async function take<Fields>(kind: Kind<Fields>, records: AsyncIterable<SourceRecord<Fields>>): Promise<Brought> {
    const report = new Report(file, kind.columns);
    const { progress } = desk;
    const hands = { client, kind, journal, isSimulation, counted: progress.counted };
    const run = new Run({ ...hands, report: (rows) => report.add(rows) });
    let isWhole = false;
    desk.signal.addEventListener('abort', () => run.stop());
    await kind.load();
    if (desk.signal.aborted) run.stop();
    progress.start(expected);
    try {
      isWhole = await run.all(records);
      if (isWhole) journal.remove();
      return { counts: run.counts, isWhole, report: report.path };
    } finally {
      progress.stop(isWhole);
      const { counts } = run;
      for (const line of source.told()) say(line);
      if (report.path !== undefined) say(mendable(report.path));
      if (counts.ignores > 0 && mode === 'ignorer') say(LEFT_AS_IT_IS[source.genre]);
      for (const line of saidOf(counts, isSimulation)) say(line);
    }
  }

  return source.genre === 'livres'
    ? take(new Titles(client, mode, isSimulation), source.records)
    : take(new Members(client, mode), source.records);
}

const saidOfReading = async ({ format, dialect, columns }: Options): Promise<Heading['lecture']> => ({
  format: format ?? null,
  dialecte: dialect ?? null,
  colonnes: columns === undefined ? null : (await measured(columns)).digest,
});

const GIVEN_UP =
  'Un import interrompu avait ici un autre contenu ou d’autres options : il est abandonné, et tout est jugé de nouveau.';

const LEFT_AS_IT_IS = {
  livres:
    'Ce qui est déjà là reste comme il est. Pour y ajouter les exemplaires du fichier : --existants exemplaires ; et ce qui manque aux notices : --existants completer.',
  utilisateurs: 'Ce qui est déjà là reste comme il est. Pour y ajouter ce qui manque : --existants completer.',
};

const mendable = (report: string): string =>
  `Ce qui est refusé est dans ${report}, avec la raison : corrigez-le là, puis importez ce fichier.`;

const NO_COPIES = '--existants exemplaires ne vaut que pour des livres ; pour des utilisateurs : ignorer ou completer.';

const saidOf = ({ lus, crees, mis_a_jour, ignores, refuses }: Counts, isSimulation: boolean): string[] => [
  ...(isSimulation ? ['Rien n’a été écrit. L’import ferait :'] : []),
  `${plural(lus, 'lu')} = ${plural(crees, 'créé')} + ${mis_a_jour} mis à jour + ${plural(ignores, 'ignoré')} (déjà là) + ${plural(refuses, 'refusé')}`,
];
