import { standForPolicy } from '../politique/read.ts';

/** Loaded before a script that judges by the API's own shapes, which name the categories and types of the policy. */
standForPolicy();
