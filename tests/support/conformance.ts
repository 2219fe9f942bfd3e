import type { Answer } from './answer.ts';
import { openapi, operationAt, type Response, type Schema } from './shared/openapi.ts';
import { faultsBy } from './shared/schemas.ts';
import { tell } from './whole-run.ts';

/** Holds what the system answers against what docs/openapi.yaml says that it answers. */

const mediaTypeOf = (answer: Answer) => answer.headers['content-type']?.split(';')[0]?.trim();

function faultsOfBody({ content }: Response, answer: Answer): string[] {
  // A gateway may name a type even of nothing.
  if (!content) return answer.body === undefined ? [] : ['has a body'];
  const type = mediaTypeOf(answer);
  const media = content[type ?? ''];
  if (!media) return [`is of type ${type}, documented is ${Object.keys(content)}`];
  return faultsBy(media.schema, answer.body).map((fault) => `body: ${fault}`);
}

const faultsOfHeaders = ({ headers }: Response, answer: Answer): string[] =>
  Object.entries(headers).flatMap(([name, { required, schema }]) => {
    const value = answer.headers[name.toLowerCase()];
    if (value === undefined) return required ? [`has no header ${name}`] : [];
    return faultsBy(schema, value).map((fault) => `header ${name}: ${fault}`);
  });

/** Where no operation is, there is one answer: a 404 of the common shape. */
function faultsNowhere({ status, body }: Answer): string[] {
  const isRight = status === 404 && body?.code === 'route_introuvable';
  const faults = faultsBy(openapi.components.schemas.Probleme as Schema, body);
  return isRight ? faults : [`is ${status} ${body?.code}, not 404 route_introuvable`, ...faults];
}

/** The reference page is no part of what it describes, and a preflight is the gateway's own. */
const isApart = (method: string, pathname: string) =>
  method === 'OPTIONS' || /^\/(docs(\/.*)?|openapi\.json)$/.test(pathname);

/** How an answer differs from the document, in words; nothing when it conforms. */
export function nonconformities(method: string, path: string, answer: Answer): string[] {
  const { pathname } = new URL(path, 'http://localhost');
  if (isApart(method, pathname)) return [];
  const operation = operationAt(method, pathname);
  if (!operation) return faultsNowhere(answer);
  const response = operation.responses[answer.status];
  if (!response) return [`has status ${answer.status}, which ${operation.operationId} does not`];
  const faults = [...faultsOfHeaders(response, answer), ...faultsOfBody(response, answer)];
  if (faults.length === 0) tell(`${operation.operationId} ${answer.status}`);
  return faults;
}

/** The answer itself, when it is one that the document has. */
export function conforming(method: string, path: string, answer: Answer): Answer {
  const faults = nonconformities(method, path, answer);
  if (faults.length === 0) return answer;
  throw new Error(
    `The answer to ${method} ${path} is not as docs/openapi.yaml says:\n- ${faults.join('\n- ')}\n${answer.status} ${JSON.stringify(answer.body)}`,
  );
}
