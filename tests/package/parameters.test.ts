import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, type Parameters } from '../../dev/template/parameters.ts';
import { Framework, PARAMETERS } from './parts/framework.ts';

/** What a deploy must not be given. */

const GIVEN: Parameters = {
  stage: 'prod',
  origins: ['https://bibliotheque.example'],
  sender: 'bibliotheque@bibliotheque.example',
  alarmEmail: '',
  budget: '',
  tracing: 'none',
  readUnits: '2000',
  writeUnits: '500',
};

it.each<Partial<Parameters>>([
  {},
  { stage: 'abcdefghijklmnopqrst' },
  { stage: 'essai-2' },
  { origins: ['*'] },
  { origins: ['https://a.example', 'http://localhost:5173'] },
  { alarmEmail: 'garde@bibliotheque.example', budget: '10' },
  { tracing: 'xray' },
])('%j can be deployed', (over) => {
  expect(faultsOf({ ...GIVEN, ...over })).toEqual([]);
});

it.each<[Partial<Parameters>, string]>([
  [{ stage: 'abcdefghijklmnopqrstu' }, 'abcdefghijklmnopqrstu'],
  [{ stage: 'Prod' }, 'Prod'],
  [{ stage: 'été' }, 'été'],
  [{ stage: '2026' }, '2026'],
  [{ origins: [''] }, 'cors_origins'],
  [{ origins: ['*', 'https://a.example'] }, 'cors_origins'],
  [{ origins: ['https://a.example/'] }, 'https://a.example/'],
  [{ origins: ['https://a.example', 'a.example'] }, 'a.example'],
  [{ origins: ['https://A.example'] }, 'https://A.example'],
  [{ sender: 'Bibliothèque <bibliotheque@bibliotheque.example>' }, 'sender'],
  [{ alarmEmail: 'garde' }, 'garde'],
  [{ budget: '10' }, 'alarm_email'],
  [{ alarmEmail: 'garde@bibliotheque.example', budget: '9,99' }, '9,99'],
  [{ tracing: 'yes' }, 'tracing'],
  [{ readUnits: '0' }, 'read_units'],
  [{ writeUnits: 'x' }, 'write_units'],
])('%j is refused in one line that names it', (over, named) => {
  const faults = faultsOf({ ...GIVEN, ...over });
  expect(faults).toEqual([expect.stringContaining(named)]);
  expect(faults[0]).not.toContain('\n');
});

let framework: Framework;
beforeAll(async () => {
  framework = await Framework.for('stage-that-is-too-long', { ...PARAMETERS, cors_origins: 'bibliotheque.example' });
});
afterAll(() => framework.remove());

it('sls package says each fault in a line, and nothing else, before anything is made', async () => {
  const { code, stderr } = await framework.run(['package']).then(
    () => ({ code: 0, stderr: '' }),
    (error: { code: number; stderr: string }) => error,
  );
  const lines = stderr.split('\n').filter((line) => line.includes('«'));
  expect([code, lines]).toEqual([
    1,
    [expect.stringContaining('stage-that-is-too-long'), expect.stringContaining('cors_origins')],
  ]);
});
