import { dashboard } from './dashboard.ts';
import { dropSaidTwice } from './dependencies.ts';
import { shareLogs } from './logs.ts';
import { faultsOf, type Parameters } from './parameters.ts';
import type { Resources } from './resources.ts';
import { narrowRoles } from './roles.ts';
import { capTables, watchTables } from './tables.ts';
import { told } from './told.ts';

/** What is used of the framework, which has no types of its own for it. */
interface Serverless {
  processedInput: { commands: string[] };
  service: {
    service: string;
    provider: {
      stage: string;
      httpApi: { cors: { allowedOrigins: string[] } };
      compiledCloudFormationTemplate: { Resources: Resources };
    };
    functions: Record<string, { iamRoleStatementsName?: object }>;
    custom: { sender: string; template: Omit<Parameters, 'stage' | 'origins' | 'sender'> };
  };
}

/** Completes the template with what the framework cannot say, and refuses parameters that could not be deployed. */
export default class TemplatePlugin {
  readonly hooks: Record<string, () => void>;
  readonly #service: Serverless['service'];

  constructor({ service, processedInput }: Serverless) {
    this.#service = service;
    this.hooks = {
      initialize: () => {
        if (!['package', 'deploy'].includes(processedInput.commands[0] ?? '')) return;
        this.#check();
        // CloudFormation then makes up the roles' names, within their limit and other in each region.
        for (const one of Object.values(service.functions)) one.iamRoleStatementsName = { Ref: 'AWS::NoValue' };
      },
      'after:aws:package:finalize:mergeCustomProviderResources': () => this.#complete(),
    };
  }

  #check(): void {
    const { provider, custom } = this.#service;
    const { allowedOrigins: origins } = provider.httpApi.cors;
    const faults = faultsOf({ stage: provider.stage, origins, sender: custom.sender, ...custom.template });
    if (faults.length === 0) return;
    for (const fault of faults) console.error(fault);
    process.exit(1);
  }

  #complete(): void {
    const { service, provider, custom } = this.#service;
    const { readUnits, writeUnits, alarmEmail, budget, tracing } = custom.template;
    const { Resources } = provider.compiledCloudFormationTemplate;
    const name = `${service}-${provider.stage}`;
    shareLogs(Resources);
    narrowRoles(Resources, tracing === 'xray');
    capTables(Resources, { reads: Number(readUnits), writes: Number(writeUnits) });
    watchTables(Resources);
    Object.assign(Resources, told(name, alarmEmail, budget));
    Object.assign(Resources, dashboard(name, Resources));
    dropSaidTwice(Resources);
  }
}
