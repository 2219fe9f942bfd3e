import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** CloudFormation and Cognito on the wire, as far as the command needs them; every request must be signed. */

export interface Account {
  status: 'FORCE_CHANGE_PASSWORD' | 'CONFIRMED' | 'UNCONFIRMED';
  verified: boolean;
  groups: string[];
}

type Answer = [status: number, body: object | string];

const POOL = 'eu-west-3_EXAMPLE';

const refusal = (name: string, message = name): Answer => [400, { __type: name, message }];

const stackXml = (name: string, outputs: string) =>
  `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>
  <StackName>${name}</StackName><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${outputs}</Outputs>
  </member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

const errorXml = (code: string, message: string) =>
  `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type>
  <Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

export class Aws {
  readonly people = new Map<string, Account>();
  /** The operations that were asked for and change something. */
  readonly done: string[] = [];
  /** The outputs of each stack that there is. */
  readonly stacks: Record<string, Record<string, string>> = {
    'bibliotheque-prod': { UserPoolId: POOL, SignInUrl: 'https://connexion.example', DeskClientId: 'guichet' },
  };
  /** An operation that is refused, and the error that says so. */
  refused: [operation: string, error: string] | undefined;
  readonly #server: Server = createServer(async (request, response) => {
    const [status, body] = this.#answer(request, await text(request));
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #answer({ headers }: IncomingMessage, body: string): Answer {
    const operation = headers['x-amz-target']?.toString().split('.')[1];
    const service = operation === undefined ? 'cloudformation' : 'cognito-idp';
    if (!headers.authorization?.includes(`/eu-west-3/${service}/aws4_request`)) return [403, errorXml('NotSigned', '')];
    if (operation === undefined) return this.#stack(new URLSearchParams(body));
    if (this.refused?.[0] === operation) return refusal(this.refused[1]);
    return this.#operate(operation, JSON.parse(body));
  }

  #stack(query: URLSearchParams): Answer {
    if (this.refused?.[0] === query.get('Action')) return [403, errorXml(this.refused?.[1] ?? '', 'refused')];
    const name = query.get('StackName') ?? '';
    const outputs = this.stacks[name];
    if (!outputs) return [400, errorXml('ValidationError', `Stack with id ${name} does not exist`)];
    const members = Object.entries(outputs).map(
      ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
    );
    return [200, stackXml(name, members.join(''))];
  }

  // biome-ignore lint/suspicious/noExplicitAny: each operation knows its own input
  #operate(operation: string, input: any): Answer {
    if (input.UserPoolId !== POOL) return refusal('ResourceNotFoundException');
    const person = this.people.get(input.Username);
    if (operation.startsWith('AdminCreate') || operation.startsWith('AdminAdd'))
      this.done.push(`${operation} ${input.Username}`);
    if (operation === 'AdminCreateUser') {
      const attributes = Object.fromEntries(
        input.UserAttributes.map(({ Name, Value }: Record<string, string>) => [Name, Value]),
      );
      if (person || attributes.email !== input.Username) return refusal('UsernameExistsException');
      if (input.MessageAction !== undefined || input.DesiredDeliveryMediums.join() !== 'EMAIL')
        return refusal('CodeDeliveryFailureException');
      const verified = attributes.email_verified === 'true';
      this.people.set(input.Username, { status: 'FORCE_CHANGE_PASSWORD', verified, groups: [] });
      return [200, { User: { Username: input.Username } }];
    }
    if (!person) return refusal('UserNotFoundException', 'User does not exist.');
    if (operation === 'AdminAddUserToGroup') person.groups.push(input.GroupName);
    if (operation === 'AdminListGroupsForUser')
      return [200, { Groups: person.groups.map((GroupName) => ({ GroupName })) }];
    const UserAttributes = [{ Name: 'email_verified', Value: String(person.verified) }];
    return [200, { Username: 'a-sub', UserStatus: person.status, UserAttributes }];
  }
}
