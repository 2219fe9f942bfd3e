// Plain JavaScript without dependencies: it must be able to say what is missing before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const STOP_PATIENCE_MS = 5_000;
const PARENT_MS = 500;
const root = new URL('../../', import.meta.url);
const inModules = (path) => fileURLToPath(new URL(`node_modules/${path}`, root));
// The version the functions run on, brought by the installation: whatever runs this file may be older.
const node = inModules(process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node');

function checkInstall() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    return `Node ${OLDEST_NODE} ou plus récent est nécessaire, celui-ci est le ${process.versions.node}.`;
  }
  const { dependencies, devDependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const packages = Object.keys({ ...dependencies, ...devDependencies });
  const missing = packages.filter((name) => !existsSync(inModules(`${name}/package.json`)));
  if (missing.length === packages.length) return "Rien n'est encore installé : lancez d'abord « npm ci ».";
  if (missing.length > 0 || !existsSync(node)) {
    return `L'installation est incomplète (il manque ${missing[0] ?? 'node 24'}) : relancez « npm ci ».`;
  }
}

const obstacle = checkInstall();
if (obstacle) {
  console.error(obstacle);
  process.exit(1);
}

const offline = spawn(node, [inModules('serverless/bin/serverless.js'), 'offline', 'start'], {
  cwd: fileURLToPath(root),
  // The framework's own news is noise here; its warnings and errors are not.
  env: { SLS_LOG_LEVEL: 'warning', ...process.env },
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
  offline.kill('SIGTERM');
  setTimeout(() => offline.kill('SIGKILL'), STOP_PATIENCE_MS).unref();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

// npm killed outright passes nothing on; it shows in our parent having changed.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), PARENT_MS).unref();

offline.on('close', (code, signal) => {
  process.exitCode = code ?? 128 + constants.signals[signal];
  try {
    // It ends with the framework, unless that was killed outright.
    if (database) process.kill(database, 'SIGKILL');
  } catch {
    // No such process any more.
  }
});
