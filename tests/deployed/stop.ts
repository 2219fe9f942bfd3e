import stopDynamoDb from '../support/stop-dynamodb.ts';
import type { StandIn } from './stand-in/stand-in.ts';

export default async function stop() {
  const { standIn, checkout } = globalThis as unknown as {
    standIn: StandIn;
    checkout: { remove: () => Promise<void> };
  };
  await standIn.close();
  await checkout.remove();
  stopDynamoDb();
}
