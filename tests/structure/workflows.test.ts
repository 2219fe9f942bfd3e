import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readYaml } from '../../dev/yaml.ts';
import packageJson from '../../package.json' with { type: 'json' };

/** What GitHub runs, and with which rights. */

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job extends Step {
  env?: Record<string, string>;
  permissions?: Record<string, string>;
  steps?: Step[];
}

interface Workflow {
  env?: Record<string, string>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

const folder = new URL('../../.github/workflows/', import.meta.url);
const names = readdirSync(folder);
const all = names.map((name) => {
  const workflow = readYaml<Workflow>(new URL(name, folder));
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => [job, ...(job.steps ?? [])]);
  return { name, text: readFileSync(new URL(name, folder), 'utf8'), workflow, jobs, steps };
});

test('there is one for each push, one for the night and one for a tag', () => {
  expect(names.sort()).toEqual(['deployer.yml', 'nuit.yml', 'verifier.yml']);
});

describe.each(all)('$name', ({ text, workflow, jobs, steps }) => {
  const runs = steps.flatMap(({ run }) => run ?? []);

  test('uses actions by their digest alone, with their version beside it', () => {
    const used = Array.from(text.matchAll(/uses: (.*)$/gm), ([, one = '']) => one);
    const pinned = /^(\.\/\.github\/workflows\/\w+\.yml|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/;
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((one) => !pinned.test(one))).toEqual([]);
  });

  test('knows no secret, and may read the repository; a deploy may ask for a token besides', () => {
    expect(text).not.toMatch(/secrets\b|github\.token|aws-access-key|AWS_ACCESS_KEY/);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const { permissions, steps: own = [] } of jobs) {
      const isDeploy = own.some(({ uses }) => uses?.startsWith('aws-actions/'));
      expect(permissions).toEqual(isDeploy ? { contents: 'read', 'id-token': 'write' } : undefined);
    }
    for (const { uses, with: given } of steps)
      if (uses?.startsWith('actions/checkout@')) expect(given).toMatchObject({ 'persist-credentials': false });
  });

  test('runs commands that exist, into which nothing is written from outside', () => {
    const scripts = Object.keys(packageJson.scripts);
    const isKnown = (run: string): boolean => {
      // What the runner's machine brings, or is told to install.
      if (/^(sudo apt-get|pipx|mapfile) /.test(run)) return true;
      const [, script] = /^npm (?:run )?([\w:]+)( |$)/.exec(run) ?? [];
      if (run.startsWith('.ci/')) return existsSync(new URL(`../../${run}`, import.meta.url));
      return script === 'ci' || scripts.includes(script ?? '');
    };
    const commands = runs.flatMap((run) => run.trim().split(/\n| && /));
    expect(commands.filter((command) => !isKnown(command.trim()) || command.includes('${{'))).toEqual([]);
  });
});

test('wherever tests of a browser run, the browser of the runner is named', () => {
  const runs = ({ steps = [] }: Job) => steps.map(({ run = '' }) => run);
  const testing = all.flatMap(({ workflow, jobs }) =>
    jobs
      .filter((job) => runs(job).some((run) => /^npm test|test:deployed|\.ci\//.test(run)))
      .map((job) => ({ ...workflow.env, ...job.env })),
  );
  expect(testing.map(({ CHROMIUM }) => CHROMIUM)).toEqual(Array(3).fill('/usr/bin/google-chrome'));
});

test('a push runs what a submission has to pass, and beside it the suite on what is deployed', () => {
  const submitted = readFileSync(new URL('../../.ci/run', import.meta.url), 'utf8');
  const checks = /for check in (.*); do/.exec(submitted)?.[1]?.split(' ') ?? [];
  const jobs = all.find(({ name }) => name === 'verifier.yml')?.jobs ?? [];
  const install = 'npm ci --no-audit --no-fund';
  expect(jobs.map(({ steps = [] }) => steps.flatMap(({ run }) => run ?? []))).toEqual([
    [install, ...checks.map((check) => `npm run ${check}`), 'npm test'],
    [install, 'npm run test:deployed'],
  ]);
});
