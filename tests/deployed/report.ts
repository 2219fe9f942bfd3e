import WholeRun from '../support/whole-run.ts';
import { FILES, namePattern, TESTS } from './in-process-only.ts';

/**
 * A jest reporter: on the stand-in no function was denied anything. That each right is needed by some test is seen by the
 * run in one process, where more can be brought about; those that were not used here are told.
 */
export default class DeployedRun extends WholeRun {
  protected override get allNames(): string {
    return namePattern;
  }

  protected override missing(seen: Set<string>): string[] {
    const of = (kind: string) =>
      [...seen].filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));
    const used = new Set(of('used'));
    const granted = of('granted').filter((right) => /^\S+: \S+ arn:/.test(right));
    const lost = granted.filter((right) => !used.has(right));
    console.log(
      `${granted.length - lost.length} of ${granted.length} rights were used, ${of('denied').length} denied.`,
    );
    for (const [what, why] of Object.entries({ ...FILES, ...TESTS })) console.log(`Only in process: ${what} (${why})`);
    for (const right of lost) console.log(`Needed in one process only: ${right}`);
    return of('denied').map((right) => `A function was denied: ${right}`);
  }
}
