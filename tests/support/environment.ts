import { randomUUID } from 'node:crypto';
import './journal.ts';
import { startLambda } from './lambda.ts';
import { freePort } from './port.ts';

/** Every test file has tables of its own, so that files may run side by side; on the stand-in, those of its stage. */
const run = randomUUID();
process.env.UTILISATEURS_TABLE ??= `${run}-utilisateurs`;
process.env.LIVRES_TABLE ??= `${run}-livres`;
process.env.EMPRUNTS_TABLE ??= `${run}-emprunts`;

process.env.LAMBDA_ENDPOINT = await startLambda();
process.env.FUNCTIONS_PREFIX = '';

/** Nobody answers there until a test starts the mail emulator (see mail.ts). */
process.env.SES_ENDPOINT ??= `http://127.0.0.1:${await freePort()}`;
process.env.EXPEDITEUR = 'bibliotheque@example.org';
process.env.COURRIELS_PAR_SECONDE = '1000';
