import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Resources } from '../../../dev/template/resources.ts';
import { freePort } from '../../support/port.ts';
import { type Framework, PACKAGE_MS } from './framework.ts';

/** An AWS on this machine, by `moto_server`, and what is deployed there. */

/** CloudFormation of moto does not know these: they are left out of what it is given. */
export const UNKNOWN_TO_MOTO = [
  'AWS::ApiGatewayV2::',
  'AWS::Budgets::',
  'AWS::CloudWatch::',
  'AWS::Cognito::',
  'AWS::Logs::MetricFilter',
  'AWS::Scheduler::ScheduleGroup',
];

/** What stands in the place of a name of theirs, and of what else is asked of them. */
const UNKNOWN = 'unknown-to-moto';
const UNKNOWN_ARN = `arn:aws:unknown:eu-west-3:123456789012:${UNKNOWN}`;

export class Moto {
  readonly #server: ChildProcess;
  readonly #folder: string;
  readonly environment: Record<string, string>;

  private constructor(server: ChildProcess, folder: string, address: string) {
    this.#server = server;
    this.#folder = folder;
    this.environment = {
      AWS_ENDPOINT_URL: address,
      AWS_REGION: 'eu-west-3',
      AWS_ACCESS_KEY_ID: 'moto',
      AWS_SECRET_ACCESS_KEY: 'moto',
    };
  }

  static async start(): Promise<Moto> {
    // It writes what it checks into the folder that it is started in.
    const folder = await mkdtemp(join(tmpdir(), 'moto-'));
    const port = await freePort();
    const args = ['-H', '127.0.0.1', '-p', String(port)];
    const server = spawn('moto_server', args, { cwd: folder, stdio: 'ignore' });
    const moto = new Moto(server, folder, `http://127.0.0.1:${port}`);
    for (const until = Date.now() + PACKAGE_MS; Date.now() < until; await setTimeout(200)) {
      const answers = await fetch(`http://127.0.0.1:${port}/moto-api/`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (answers) return moto;
    }
    await moto.stop();
    throw new Error('moto_server does not answer');
  }

  async stop(): Promise<void> {
    this.#server.kill('SIGKILL');
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** The answer of CloudFormation, which is XML. */
  async cloudFormation(query: Record<string, string>): Promise<string> {
    const authorization = 'AWS4-HMAC-SHA256 Credential=moto/20260101/eu-west-3/cloudformation/aws4_request';
    const body = new URLSearchParams({ Version: '2010-05-15', ...query });
    const { AWS_ENDPOINT_URL: address = '' } = this.environment;
    return (await fetch(address, { method: 'POST', headers: { authorization }, body })).text();
  }
}

/** A copy of what was packaged, without what moto does not know. @returns its folder, beside the original */
export async function packageForMoto({ folder }: Framework): Promise<string> {
  const copy = join(folder, 'for-moto');
  await cp(join(folder, '.serverless'), copy, { recursive: true });
  const file = join(copy, 'serverless-state.json');
  const state = JSON.parse(await readFile(file, 'utf8'));
  // In the state, what stands in several places is said once, and referred to elsewhere.
  const template = JSON.parse(await readFile(join(copy, 'cloudformation-template-update-stack.json'), 'utf8'));
  state.service.provider.compiledCloudFormationTemplate = withoutUnknown(template);
  await writeFile(file, JSON.stringify(state));
  return copy;
}

function withoutUnknown(template: { Resources: Resources; Outputs: object }) {
  const isUnknown = ({ Type }: { Type: string }) => UNKNOWN_TO_MOTO.some((known) => Type.startsWith(known));
  const kept = Object.entries(template.Resources).filter(([, resource]) => !isUnknown(resource));
  const names = new Set(kept.map(([name]) => name));
  const referred = (value: Record<string, unknown>) => value.Ref ?? (value['Fn::GetAtt'] as string[] | undefined)?.[0];
  return JSON.parse(JSON.stringify({ ...template, Resources: Object.fromEntries(kept) }), (key, value) => {
    if (key === 'DependsOn') return value.filter((name: string) => names.has(name));
    if (key === 'Fn::Sub' && typeof value === 'string')
      return value.replaceAll(/\$\{(\w+)\}/g, (whole, name) => (names.has(name) ? whole : UNKNOWN));
    const name = typeof value === 'object' && value !== null ? referred(value) : undefined;
    return typeof name === 'string' && !name.startsWith('AWS::') && !names.has(name)
      ? value.Ref
        ? UNKNOWN
        : UNKNOWN_ARN
      : value;
  });
}
