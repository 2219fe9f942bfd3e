/** The resources of a template, by their logical names, as the framework has compiled them. */
export type Resources = Record<string, Resource>;

export interface Resource {
  Type: string;
  DependsOn?: string | string[];
  Metadata?: object;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's properties, each file knows its own
  Properties: any;
}

/** The resources of a type, by their logical names. */
export const ofType = (resources: Resources, type: string): [name: string, resource: Resource][] =>
  Object.entries(resources).filter(([, { Type }]) => Type === type);

export const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });
