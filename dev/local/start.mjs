import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inModules, node } from './installed.mjs';

const STOP_PATIENCE_MS = 10_000;
const PARENT_MS = 500;

// The shell of `npm start`, ended while we were loading, has left us to another parent. Without `ps` we cannot know.
const parent = process.ppid;
const { npm_lifecycle_event: script } = process.env;
const command = script === 'start' && spawnSync('ps', ['-o', 'args=', '-p', `${parent}`], { encoding: 'utf8' }).stdout;
if (command && !command.includes(script)) process.exit(1);

const offline = spawn(node, [inModules('serverless/bin/serverless.js'), 'offline', 'start'], {
  cwd: fileURLToPath(new URL('../../', import.meta.url)),
  // The framework's own news is noise here; its warnings and errors are not.
  // A path in the environment is relative to the folder in which the command was typed; npm says which.
  env: { SLS_LOG_LEVEL: 'warning', INIT_CWD: process.cwd(), ...process.env },
  // The last one is for the process id of what would outlive a framework killed outright.
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});

const isRouteBox = /^\s*([┌│└].*)?$/;
createInterface({ input: offline.stdout }).on('line', (line) => {
  if (!isRouteBox.test(line)) console.log(line);
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
