import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

/**
 * The runtime of a function: takes one invocation after another from Lambda's Runtime API, calls the handler, and
 * hands back what it returns or throws. AWS's own client is the package aws-lambda-ric, whose native part takes minutes
 * and CMake to build, at each `npm ci` of everybody; it is only HTTP.
 */

const env = process.env;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const ask = (method, path, body, headers = {}) =>
  new Promise((resolve, reject) => {
    const url = `http://${env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/${path}`;
    request(url, { method, agent, headers }, async (response) =>
      resolve({ headers: response.headers, body: await buffer(response) }),
    )
      .on('error', reject)
      .end(body);
  });

const told = (error) => ({
  errorType: error?.name ?? typeof error,
  errorMessage: error?.message ?? String(error),
  trace: error?.stack?.split('\n') ?? [],
});
const fail = (path, error) =>
  ask('POST', path, JSON.stringify(told(error)), { 'lambda-runtime-function-error-type': told(error).errorType });

async function load() {
  const [file, name] = env._HANDLER.split('.');
  try {
    return createRequire(import.meta.url)(join(env.LAMBDA_TASK_ROOT, `${file}.cjs`))[name];
  } catch (error) {
    await fail('init/error', error);
    process.exit(1);
  }
}

const handler = await load();

for (;;) {
  const { headers, body } = await ask('GET', 'invocation/next');
  const id = headers['lambda-runtime-aws-request-id'];
  const context = {
    callbackWaitsForEmptyEventLoop: true,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    awsRequestId: id,
    getRemainingTimeInMillis: () => Number(headers['lambda-runtime-deadline-ms']) - Date.now(),
  };
  try {
    const result = await handler(JSON.parse(body), context);
    await ask('POST', `invocation/${id}/response`, JSON.stringify(result ?? null));
  } catch (error) {
    await fail(`invocation/${id}/error`, error);
  }
}
