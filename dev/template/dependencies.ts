import type { Resources } from './resources.ts';

/** Takes out what the framework says twice: that a resource comes after one to which its properties refer. */
export function dropSaidTwice(resources: Resources): void {
  for (const one of Object.values(resources)) {
    const properties = JSON.stringify(one.Properties ?? {});
    const isReferredTo = (name: string) =>
      [`{"Ref":"${name}"}`, `"Fn::GetAtt":["${name}",`].some((reference) => properties.includes(reference));
    const needed = [one.DependsOn ?? []].flat().filter((name) => !isReferredTo(name));
    if (needed.length > 0) one.DependsOn = needed;
    else delete one.DependsOn;
  }
}
