import { readdirSync } from 'node:fs';
import { readYaml } from '../yaml.ts';
import { type Call, type Folder, isFolder, type Step } from './model.ts';
import { ENVIRONMENT, endOf, inOrder, UNDO } from './scripts.ts';

/** The folders that are written by hand, with the scripts that let each of their parts be sent alone. */

const read = <T>(name: string): T => readYaml<T>(new URL(name, import.meta.url));

/** The story as its files have it. */
interface Story extends Omit<Folder, 'steps'> {
  parts: readonly (Omit<Folder, 'steps'> & { chapters: readonly string[] })[];
  /** Calls that several chapters prepare, by the name by which these say so. */
  preparations: Readonly<Record<string, Call>>;
}

interface Chapter extends Omit<Folder, 'steps'> {
  steps: readonly (Omit<Step, 'prepare'> & { prepare?: readonly (string | Call)[] })[];
}

/** A chapter prepares what it needs before its first request, and takes away what it has made after its last. */
function chapter({ steps, ...folder }: Chapter, preparations: Story['preparations']): Folder {
  const all: Step[] = steps.map(({ prepare, ...step }) => ({
    ...step,
    ...(prepare && { prepare: prepare.map((call) => (typeof call === 'string' ? named(call, preparations) : call)) }),
  }));
  const variables = all.flatMap(({ keep = {}, prepare = [] }) => [
    ...Object.keys(keep),
    ...prepare.flatMap(({ nom }) => (nom ? [nom, `etag_${nom}`] : [])),
  ]);
  return {
    ...folder,
    before: ENVIRONMENT,
    after: 'noter(pm.response);',
    steps: all.map((step, index) => ({
      ...step,
      // What was left of an earlier chapter is taken away first.
      before: [index === 0 ? 'ranger();' : inOrder(folder.name), step.before ?? ''].join('\n'),
      ...(index === all.length - 1 && { after: endOf(variables) }),
    })),
  };
}

function named(name: string, preparations: Story['preparations']): Call {
  const call = preparations[name];
  if (!call) throw new Error(`The story prepares nothing under the name ${name}.`);
  return call;
}

const STORY = 'story.yml';

function told({ parts, preparations, ...folder }: Story): Folder {
  const listed = parts.flatMap(({ chapters }) => chapters);
  const untold = readdirSync(new URL('story/', import.meta.url)).filter(
    (file) => file !== STORY && !listed.includes(file),
  );
  if (untold.length > 0) throw new Error(`No part of the story has ${untold}.`);
  const steps = parts.map(({ chapters, ...part }) => ({
    ...part,
    steps: chapters.map((name) => chapter(read<Chapter>(`story/${name}`), preparations)),
  }));
  return { ...folder, steps };
}

/** A request that stands for a whole function makes what it acts on, and takes it away again. */
const functionsOf = (folder: Folder): Folder => ({
  ...folder,
  ...(folder.steps.some(isFolder) ? {} : { before: ENVIRONMENT }),
  steps: folder.steps.map((entry) => (isFolder(entry) ? functionsOf(entry) : { ...entry, after: UNDO })),
});

/** The nine functions that the library was asked for. */
export const functions = functionsOf(read<Folder>('functions.yml'));

/** The whole library in one story. */
export const story = told(read<Story>(`story/${STORY}`));
