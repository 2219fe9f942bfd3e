import { beforeAll, expect, it } from '@jest/globals';
import { type Answer, call, newUser, someone } from '../support/api.ts';
import { nonconformities } from '../support/conformance.ts';

/** The checker itself: a right answer passes, and every way of not being one is found. */

let answers: Record<string, Answer>;

beforeAll(async () => {
  answers = {
    'POST /utilisateurs': await call('POST', '/utilisateurs', { body: someone() }),
    'GET /utilisateurs?limite=3': await call('GET', '/utilisateurs'),
    'GET /utilisateurs/x': await call('GET', '/utilisateurs/x'),
    'DELETE /utilisateurs/x': await call('DELETE', `/utilisateurs/${(await newUser()).id}`),
    'GET /rien': await call('GET', '/rien'),
  };
});

const complaints = (request: string, answer: Answer) => {
  const [method = '', path = ''] = request.split(' ');
  return nonconformities(method, path, answer);
};

it('a right answer gives no complaint', () => {
  expect(Object.entries(answers).flatMap(([request, answer]) => complaints(request, answer))).toEqual([]);
});

const POST = 'POST /utilisateurs';
const GET = 'GET /utilisateurs/x';
const header = (name: string, value?: string) => ({ headers: { ...answers[POST]?.headers, [name]: value as string } });
const member = (over: object, request = POST) => ({ body: { ...answers[request]?.body, ...over } });

it.each<[what: string, request: string, over: () => Partial<Answer>]>([
  ['a status that is not documented', POST, () => ({ status: 202 })],
  ['a member too many', POST, () => member({ mot_de_passe: 'x' })],
  ['a member missing', POST, () => member({ email: undefined })],
  ['a member of another type', POST, () => member({ nom: 1 })],
  ['a member of another form', POST, () => member({ date_creation: 'hier' })],
  ['no body', POST, () => ({ body: undefined })],
  ['another type of content', POST, () => header('content-type', 'text/html')],
  ['no type of content', POST, () => header('content-type')],
  ['no ETag', POST, () => header('etag')],
  ['a weak ETag', POST, () => header('etag', 'W/"x"')],
  ['no Location', POST, () => header('location')],
  ['no x-request-id', POST, () => header('x-request-id')],
  ['an element that is not right', 'GET /utilisateurs?limite=3', () => ({ body: { elements: [{}] } })],
  ['a code that the operation does not have', GET, () => member({ code: 'livre_introuvable' }, GET)],
  ['a problem whose status is another', GET, () => member({ status: 404 }, GET)],
  ['a body where there is none', 'DELETE /utilisateurs/x', () => member({})],
  ['an address that nothing is documented at', 'GET /rien', () => ({ status: 201, ...member({}) })],
])('a complaint is made of %s', (_, request, over) => {
  expect(complaints(request, { ...(answers[request] as Answer), ...over() })).not.toEqual([]);
});
