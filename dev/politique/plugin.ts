import { definedPolicy, PolicyRefused, standForPolicy } from './read.ts';

/** What is used of the framework, which has no types of its own for it. */
interface Serverless {
  processedInput: { commands: string[] };
  service: { custom: { esbuild: { define?: Record<string, string> } } };
}

/** The commands that make bundles, or run functions. Others work also beside a policy that is being written. */
const NEEDING = ['package', 'deploy', 'offline', 'invoke'];

/** Puts the lending policy into the bundles. A faulty one is told, and nothing starts or is packaged. */
export default class PolicyPlugin {
  readonly hooks: Record<string, () => void>;

  constructor({ service, processedInput }: Serverless) {
    this.hooks = {
      initialize: () => {
        if (!NEEDING.includes(processedInput.commands[0] ?? '')) return;
        try {
          standForPolicy();
          service.custom.esbuild.define = definedPolicy();
        } catch (error) {
          if (!(error instanceof PolicyRefused)) throw error;
          console.error(error.message);
          process.exit(1);
        }
      },
    };
  }
}
