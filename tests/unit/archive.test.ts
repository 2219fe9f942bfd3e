import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { archive, filesLike } from '../../dev/bundles/archive.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FILES = { 'functions/a.cjs': Buffer.from('a'), 'docs/é.yaml': Buffer.from('é') };

/** The rights of each file in an archive, as Unix writes them, from the archive's central directory. */
function rightsIn(bytes: Uint8Array): number[] {
  const view = Buffer.from(bytes);
  const starts: number[] = [];
  for (let at = view.indexOf('PK\x01\x02'); at >= 0; at = view.indexOf('PK\x01\x02', at + 1)) starts.push(at);
  const UNIX = 3;
  expect(starts.map((at) => view[at + 5])).toEqual(starts.map(() => UNIX));
  return starts.map((at) => view.readUInt16LE(at + 40));
}

describe("a function's package", () => {
  test('can be read by Lambda, which is not the owner of the files', () => {
    expect(rightsIn(archive(FILES))).toEqual([0o100644, 0o100644]);
  });

  test.each(['Asia/Tokyo', 'America/Lima'])('is the same in %s, also when the zone is told late', (zone) => {
    const program = `
      const { archive } = await import('./dev/bundles/archive.ts');
      process.env.TZ = 'Europe/Paris';
      console.log(Buffer.from(archive({ a: Buffer.from('a') })).toString('base64'));`;
    const env = { ...process.env, NODE_OPTIONS: '', TZ: zone };
    const made = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: ROOT, env });
    expect(String(made).trim()).toBe(Buffer.from(archive({ a: Buffer.from('a') })).toString('base64'));
  });

  test('is not made without a part that it wants', () => {
    expect(Object.keys(filesLike(ROOT, ['docs/openapi.yaml', 'seed/*.sql']))).toContain('seed/bibliotheque.sql');
    expect(() => filesLike(ROOT, ['docs/openapi.yaml', 'docs/no-such-*.yaml'])).toThrow('docs/no-such-*.yaml');
  });

  test('is the same for the same files, in whatever order they come', () => {
    expect(archive(Object.fromEntries(Object.entries(FILES).reverse()))).toEqual(archive(FILES));
  });
});
