import { given } from '../runtime/config.ts';
import { type Call, present } from '../runtime/invocation.ts';
import { Failure } from '../values/failure.ts';
import { pause } from './dynamodb/retry.ts';
import { post } from './signed-post.ts';

const ENDPOINT = given('LAMBDA_ENDPOINT');
const PREFIX = given('FUNCTIONS_PREFIX');

/** What the caller has left for its own work after a few commands is well within its function's time. */
const ANSWER_MS = 8_000;
const ADMISSION_ATTEMPTS = 4;

/**
 * Sends a private command to another service, once. Without an answer it is not known whether the command was
 * carried out.
 * @param name the function's, as `users-standing`
 * @param reply the shape of the answer, which leaves the fields that it does not have: the other service may be of
 * another version. An answer that lacks one is none
 * @param ms how long to wait for it
 * @throws Failure `service_indisponible`
 */
export async function invoke<T>(
  name: string,
  command: object,
  reply: { parse: (answer: unknown) => T },
  ms = ANSWER_MS,
): Promise<T> {
  try {
    const { status, headers, text } = await untilAdmitted(() =>
      post(
        'lambda',
        ENDPOINT,
        `/2015-03-31/functions/${PREFIX}${name}/invocations`,
        { requete_id: present()?.requestId, ...command },
        ms,
      ),
    );
    const failed = headers.get('x-amz-function-error');
    if (status !== 200 || failed) throw new Error(`${name}: ${failed ?? status}`);
    return reply.parse(JSON.parse(text));
  } catch (cause) {
    throw new Failure('service_indisponible', { cause });
  }
}

/** A command that Lambda turns away because too many run at once has not begun, and is sent again. */
const untilAdmitted = <T extends { status: number }>(send: () => Promise<T>): Promise<T> =>
  inTurn(async () => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await send();
      if (answer.status !== 429 || attempt === ADMISSION_ATTEMPTS) return answer;
      await pause(2 ** attempt);
    }
  });

/** The last command of each call that sends its commands in turn. */
const last = new WeakMap<Call, Promise<unknown>>();

function inTurn<T>(send: () => Promise<T>): Promise<T> {
  const call = present();
  if (!call?.sendsInTurn) return send();
  const sent = (last.get(call) ?? Promise.resolve()).then(send, send);
  last.set(call, sent);
  return sent;
}
