/** The tests of the API that do not run on the stand-in, each with its reason. */

/** By file: they hand an event of their own to a handler of this process. */
export const FILES = {
  'tests/api/common/gateway.test.ts': 'makes the events itself that API Gateway may send',
};

/** By title, or its beginning. */
export const TESTS = {
  'a body in base64 is measured by what it encodes': 'makes the event itself',
  '(GET|POST|PUT|PATCH|DELETE) \\S+ answers 1,000 unknown names': 'API Gateway takes 10 KB of request line and headers',
  'a copy that comes back by its loan is set aside as well': 'what two functions make in one instant has no order',
};

export const namePattern = `^(?!(${Object.keys(TESTS).join('|')}))`;
