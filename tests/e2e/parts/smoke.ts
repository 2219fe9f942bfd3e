import { expect, test } from '@jest/globals';
import { ran } from './script.ts';

test('npm run smoke says that the running system works', async () => {
  const { stdout, stderr } = await ran('smoke');
  expect(stderr).toBe('');
  const lines = stdout.trim().split('\n');
  expect(lines.filter((line) => !line.startsWith('✓'))).toEqual(['La bibliothèque fonctionne.']);
  expect(lines).toHaveLength(7);
}, 60_000);
