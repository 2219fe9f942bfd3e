import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { system } from './system.ts';

test('npm run smoke says that the running system works', async () => {
  const { stdout, stderr } = await promisify(execFile)('npm', ['run', '--silent', 'smoke'], {
    cwd: system.folder,
    env: system.env,
  });
  expect(stderr).toBe('');
  const lines = stdout.trim().split('\n');
  expect(lines.filter((line) => !line.startsWith('✓'))).toEqual(['La bibliothèque fonctionne.']);
  expect(lines).toHaveLength(7);
}, 60_000);
