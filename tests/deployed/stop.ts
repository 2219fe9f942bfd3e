import type { Server } from 'node:http';
import { stopMail } from '../support/mail.ts';
import stopDynamoDb from '../support/stop-dynamodb.ts';
import type { StandIn } from './stand-in/stand-in.ts';

interface Started {
  standIn: StandIn;
  packaged: { remove: () => Promise<void> };
  inbox: Server;
}

export default async function stop() {
  const { standIn, packaged, inbox } = globalThis as unknown as Started;
  await Promise.all([standIn.close(), packaged.remove(), stopMail(inbox)]);
  stopDynamoDb();
}
