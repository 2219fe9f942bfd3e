import { command } from '../../lib/entry/command.ts';
import { writeClaims } from '../../lib/identity/claims.ts';
import { TokenAnswer, TokenRequest } from '../../lib/identity/schema.ts';

export const handler = command(TokenRequest, TokenAnswer, writeClaims);
