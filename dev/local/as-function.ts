import { standForFunction } from './stage.ts';

/** Imported before what a function imports, which looks at its environment when it is imported. */
standForFunction();
