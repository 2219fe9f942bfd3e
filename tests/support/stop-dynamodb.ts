import type { ChildProcess } from 'node:child_process';

export default function stop() {
  (globalThis as unknown as { dynamodb: ChildProcess }).dynamodb.kill('SIGKILL');
}
