import { endpoint, ok } from '../../lib/entry/http/endpoint.ts';
import { codes } from '../../lib/loans/codes.ts';
import { returnScanned } from '../../lib/loans/scan.ts';
import { Return } from '../../lib/loans/schema.ts';
import { ScannedCopy } from '../../lib/loans/schema-requests.ts';

export const handler = endpoint({
  access: 'bibliothecaire',
  body: ScannedCopy,
  replies: { 200: Return },
  refuses: [codes.copyNotFound],
  serve: async ({ body, attempt, refuse }) => ok(await returnScanned(body, attempt, refuse)),
});
