import { signToken } from './keys.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const [role, userId, ...rest] = process.argv.slice(2);

if (role === 'bibliothecaire' && userId === undefined) {
  console.log(await signToken(role));
} else if (role === 'adherent' && UUID.test(userId ?? '') && rest.length === 0) {
  console.log(await signToken(role, userId));
} else {
  console.error('Usage : npm run --silent token -- bibliothecaire | adherent <utilisateur_id>');
  process.exitCode = 2;
}
