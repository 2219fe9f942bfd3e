import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from '@jest/globals';
import type { Key } from '../../../dev/audit/items.ts';
import { allItemsOf } from '../../../dev/audit/read.ts';
import { ran } from './script.ts';
import { system } from './system.ts';

/** `npm run audit`, as the person in charge of the system runs it. */

const TABLE = 'bibliotheque-local-utilisateurs';
const AWS = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', AWS_REGION: 'eu-west-3' };

const audit = (args: string[], more: Record<string, string> = {}) => ran('audit', args, { ...system.env, ...more });

describe('npm run audit', () => {
  test('says how much it has read, and that all holds', async () => {
    const { code, stdout, stderr } = await audit([]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Lu : \d+ éléments des utilisateurs, \d+ des livres, \d+ des emprunts\.\nTout tient\.\n$/m);
  }, 60_000);

  test('says in one line what does not hold, and ends with 1', async () => {
    const client = new DynamoDBClient({ endpoint: system.dynamodb, region: 'eu-west-3' });
    const db = DynamoDBDocumentClient.from(client);
    const account = (await allItemsOf<Key & { impaye?: number }>(db, TABLE)).find(({ sk }) => sk === 'UTILISATEUR');
    const put = (Item: object) => db.send(new PutCommand({ TableName: TABLE, Item: { ...account, ...Item } }));
    await put({ impaye: 123_456 });
    const { code, stdout } = await audit([]);
    await put({});
    client.destroy();
    expect(code).toBe(1);
    const lines: string[] = stdout.trim().split('\n');
    expect(lines[0]).toMatch(/^1 anomalie à la première lecture/);
    // A job may be at work meanwhile, and accounts were deleted.
    const wrong = lines.slice(1, -2).filter((line) => !/ est en cours$|^\d+ suppressions? de compte : /.test(line));
    expect(wrong).toEqual([expect.stringMatching(`^${account?.pk} doit 123456 centimes et ses pénalités \\d+$`)]);
    expect(lines.at(-1)).toMatch(/^1 anomalie : /);
  }, 60_000);

  test.each<[what: string, args: string[], env: Record<string, string>, line: RegExp]>([
    ['an option is unknown', ['--stages', 'prod'], {}, /^Usage : npm run audit/],
    ['a stage cannot be one', ['--stage', 'Prod!'], {}, /^--stage Prod! : /],
    ['nothing runs here', [], { DYNAMODB_PORT: '1' }, /http:\S+:1 : .*npm start.*DYNAMODB_PORT/],
    [
      'nobody is signed in',
      ['--stage', 'prod'],
      { AWS_EC2_METADATA_DISABLED: 'true', HOME: '/nonexistent' },
      /^Aucune identité AWS/,
    ],
    ['the stage has no tables', ['--stage', 'essai'], AWS, /^Les tables du stage « essai » n’existent pas/],
  ])(
    'says in one line that %s',
    async (_, args, env, line) => {
      const { code, stdout, stderr } = await audit(args, { AWS_ENDPOINT_URL_DYNAMODB: system.dynamodb, ...env });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(line)]);
    },
    60_000,
  );
});
