import { readYaml } from '../yaml.ts';
import { type Folder, isFolder, type Step } from './model.ts';
import { ENVIRONMENT, endOf, inOrder, UNDO } from './scripts.ts';

/** The folders that are written by hand, with the scripts that let each of their parts be sent alone. */

const read = (name: string): Folder => readYaml<Folder>(new URL(name, import.meta.url));

/** A chapter prepares what it needs before its first request, and takes away what it has made after its last. */
function chapter({ steps, ...folder }: Folder): Folder {
  const all = steps as readonly Step[];
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

const chapters = (folder: Folder): Folder => ({
  ...folder,
  steps: folder.steps.map((part) =>
    isFolder(part) && part.steps.some(isFolder) ? chapters(part) : chapter(part as Folder),
  ),
});

/** A request that stands for a whole function makes what it acts on, and takes it away again. */
const functionsOf = (folder: Folder): Folder => ({
  ...folder,
  ...(folder.steps.some(isFolder) ? {} : { before: ENVIRONMENT }),
  steps: folder.steps.map((entry) => (isFolder(entry) ? functionsOf(entry) : { ...entry, after: UNDO })),
});

/** The nine functions that the library was asked for. */
export const functions = functionsOf(read('functions.yml'));

/** The whole library in one story. */
export const story = chapters(read('story.yml'));
