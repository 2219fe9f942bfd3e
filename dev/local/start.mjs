import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inModules, node } from './installed.mjs';
import { reader } from './terminal.mjs';

const STOP_PATIENCE_MS = 10_000;
const PARENT_MS = 500;

// The shell of `npm start`, ended while we were loading, has left us to another parent. Without `ps` we cannot know.
const parent = process.ppid;
const { npm_lifecycle_event: script } = process.env;
const command = script === 'start' && spawnSync('ps', ['-o', 'args=', '-p', `${parent}`], { encoding: 'utf8' }).stdout;
if (command && !command.includes(script)) process.exit(1);

const KEEP = '--garder';
// PowerShell takes the `--` out of `npm start -- --garder`: npm then takes the option for its own, and hands it on so.
const isKept = process.argv.includes(KEEP) || process.env.npm_config_garder === 'true';

function refusal() {
  const unknown = process.argv.slice(2).find((argument) => argument !== KEEP);
  if (unknown !== undefined)
    return `« ${unknown} » n'est pas compris : npm start n'a qu'une option, npm start -- ${KEEP} (garde les données)`;
  if (isKept && process.env.DYNAMODB_ENDPOINT)
    return `${KEEP} ne va pas avec DYNAMODB_ENDPOINT : ce DynamoDB garde ses données lui-même. Retirez l'un des deux`;
}

const refused = refusal();
if (refused) {
  console.error(refused);
  process.exit(2);
}

const offline = spawn(node, [inModules('serverless/bin/serverless.js'), 'offline', 'start'], {
  cwd: fileURLToPath(new URL('../../', import.meta.url)),
  // The framework's own news is noise here; its warnings and errors are not.
  // A path in the environment is relative to the folder in which the command was typed; npm says which.
  env: {
    SLS_LOG_LEVEL: 'warning',
    INIT_CWD: process.cwd(),
    ...process.env,
    ...(isKept && { npm_config_garder: 'true' }),
  },
  // The last one is for the process id of what would outlive a framework killed outright.
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});

const read = reader(process.stdout);
createInterface({ input: offline.stdout }).on('line', (line) => {
  const shown = read(line);
  if (shown !== undefined) console.log(shown);
});

let database;
offline.on('message', (message) => {
  database = message.dynamodb;
});

let isStopping = false;
function stop() {
  if (isStopping) return;
  isStopping = true;
  // Windows knows no signal that a program could answer to.
  if (process.platform === 'win32') offline.disconnect();
  else offline.kill('SIGTERM');
  setTimeout(() => offline.kill('SIGKILL'), STOP_PATIENCE_MS).unref();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

// npm's shell passes no signal on; that it is gone shows in our parent having changed.
if (script) setInterval(() => process.ppid !== parent && stop(), PARENT_MS).unref();

offline.on('close', (code, signal) => {
  process.exitCode = code ?? 128 + constants.signals[signal];
  try {
    // It ends with the framework, unless that was killed outright.
    if (database) process.kill(database, 'SIGKILL');
  } catch {
    // No such process any more.
  }
});
