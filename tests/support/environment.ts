import { randomUUID } from 'node:crypto';

/** Every test file has tables of its own, so that files may run side by side. */
const run = randomUUID();
process.env.UTILISATEURS_TABLE = `${run}-utilisateurs`;
