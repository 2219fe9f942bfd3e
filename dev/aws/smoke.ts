import { addressOf, librarianToken } from './address.ts';
import { smoke } from './smoke-run.ts';
import { argumentsIn, asCommand } from './stage.ts';

/** npm run smoke -- --stage prod: reads, lends and takes back, with a member and a book of its own, and deletes both. */

const USAGE = 'Usage : npm run smoke -- [--stage prod] [--region eu-west-3] [--url https://…], le jeton dans JETON';

await asCommand(async () => {
  const { url, ...where } = argumentsIn(process.argv.slice(2), USAGE, { options: ['url'] });
  const token = await librarianToken(where.stage);
  return (await smoke(await addressOf(where, url), token, (line) => console.log(line))) ? 0 : 1;
});
