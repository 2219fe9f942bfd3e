import { standForFunction } from './stage.ts';

/** Import this before a function, because what a function imports reads the environment when it is imported. */
standForFunction();
