import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { services } from '../support/services.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Schedule {
  schedule: { rate: [string] };
}
const [daily] = services.flatMap(({ functions }) => functions['loans-notify-daily']?.events ?? []);

/** As serverless-offline hands it to its scheduler: without the year. */
const cron = (daily as Schedule).schedule.rate[0].replace(/^cron\((.*) \S+\)$/, '$1');

/** The instant of the next run, in a process with the local plugin on a machine of another time zone. */
function nextRun(zone: string, machine: string): Date {
  const script = `
    import { scheduleJob } from 'node-schedule';
    import Plugin from './dev/local/plugin.ts';
    const provider = { stage: 'local', environment: { FUSEAU_HORAIRE: '${zone}' } };
    new Plugin({ service: { provider }, processedInput: { commands: [] } });
    console.log(scheduleJob('${cron}', () => {}).nextInvocation().getTime());
    process.exit();`;
  const args = ['--no-warnings', '--input-type=module', '--eval', script];
  const env = { PATH: process.env.PATH, TZ: machine } as unknown as NodeJS.ProcessEnv;
  return new Date(Number(execFileSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })));
}

test('the notices run at seven o’clock where the library is, though the machine is elsewhere', () => {
  const zone = 'America/Montreal';
  const hour = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', timeZone: zone }).format(nextRun(zone, 'UTC'));
  expect(hour).toBe('07');
});
