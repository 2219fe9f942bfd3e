// Plain JavaScript: the start itself is run by any Node that can read it.

export const OPEN = 'La bibliothèque est ouverte';

/** The framework draws the routes in a box, with empty lines around it. */
const BOX = /^\s*[┌│└]/;
const LOG_LINE = /^\{"(time|_aws)":/;
/** What the name of every local function begins with. */
const PREFIX = /^bibliotheque-local-/;
const [RED, YELLOW] = [31, 33];

/**
 * In a terminal people read: a request is one short line, and what did nothing or was only asked by another function
 * says nothing. Anywhere else a program reads: every line of the log stays the JSON that it is on AWS.
 */
export function reader(output) {
  const { isTTY } = output;
  const coloured = isTTY && output.hasColors?.() ? (code, text) => `\x1b[${code}m${text}\x1b[0m` : (_, text) => text;
  let isOpen = false;
  return (line) => {
    isOpen ||= line.startsWith(OPEN);
    if (BOX.test(line) || (line === '' && !isOpen)) return undefined;
    const entry = isTTY && LOG_LINE.test(line) && parsed(line);
    return entry ? told(entry, isOpen, coloured) : line;
  };
}

/** What a line holds; nothing for one that is cut off, as when the framework is killed. */
function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The line of the log for people; nothing when it is not for them. */
function told(entry, isOpen, coloured) {
  // A figure for an alarm has no level.
  if (entry.level === 'WARN') return warning(entry, coloured);
  if (entry.level === 'ERROR') return call(entry, coloured) + trace(entry);
  if (entry.level !== 'INFO') return undefined;
  // Until it is open, the start itself is who asks.
  return (isOpen && isRequest(entry)) || figuresOf(entry) ? call(entry, coloured) : undefined;
}

const isRequest = ({ route }) => route === '$default' || route.includes(' /');

const hour = ({ time }) => new Date(time).toLocaleTimeString('fr-FR');

/** A request by its method and template, which holds nobody's name, and a job by its figures. */
function call(entry, coloured) {
  const { status, route, code, ms } = entry;
  const colour = status >= 500 ? RED : YELLOW;
  const shown = status >= 400 ? coloured(colour, status) : status;
  const name = route === '$default' ? '(aucune opération)' : route.replace(PREFIX, '');
  const facts = [code, figuresOf(entry), `${Math.round(ms)} ms`].filter(Boolean);
  return `${hour(entry)}  ${shown}  ${name}  ${facts.join('  ')}`;
}

/** What a job has done, or has left to do; empty for one that did nothing. */
function figuresOf({ status, ms, ...facts }) {
  const done = Object.entries(facts).filter(([, figure]) => typeof figure === 'number' && figure !== 0);
  return done.map(([name, figure]) => `${name}=${figure}`).join(', ');
}

function warning({ level, requestId, message, ...entry }, coloured) {
  const { time, ...facts } = entry;
  const told = Object.entries(facts).map(([name, fact]) => `${name}=${fact}`);
  return [hour(entry), coloured(YELLOW, 'attention'), message, ...told].join('  ');
}

const trace = ({ requestId, error }) =>
  [`\n          ${error?.name ?? ''} (${requestId})`, ...(error?.stack ?? [])].join('\n      ');
