import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';

/**
 * Loaded into a function's process before anything else: what the process cannot tell from AWS's network and clock.
 * Whatever it connects to by HTTPS is the stand-in, under the name that it asked for; and it is the time that the
 * invocation says, when a test has stopped the clock.
 */

const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  // `net.connect` hands its arguments on in one array.
  const [first] = args;
  const options = Array.isArray(first) ? first[0] : first;
  if (Number(options?.port) !== 443) return connect.apply(this, args);
  const there = { ...options, host: '127.0.0.1', port: Number(process.env.STAND_IN_PORT) };
  return connect.call(this, there, Array.isArray(first) ? first[1] : args[1]);
};

const now = Date.now;
let stoppedAt;
Date.now = () => stoppedAt ?? now();
globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length > 0 ? args : [Date.now()], newTarget),
});

subscribe('http.client.response.finish', ({ response: { headers } }) => {
  if (!('lambda-runtime-aws-request-id' in headers)) return;
  stoppedAt = 'x-clock' in headers ? Number(headers['x-clock']) : undefined;
});
