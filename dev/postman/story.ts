import { readYaml } from '../yaml.ts';
import { type Folder, isFolder, type Step } from './model.ts';
import { type Ageing, timePasses } from './time.ts';

/** A folder of the story with its steps as the collection has them. */
const told = (folder: Folder): Folder => ({
  ...folder,
  steps: folder.steps.map((entry: Step | Folder | Ageing) => {
    if ('ages' in entry) return timePasses(entry);
    return isFolder(entry) ? told(entry) : entry;
  }),
});

/** The whole library in one story, written by hand in story.yml. */
export const story = told(readYaml<Folder>(new URL('story.yml', import.meta.url)));
