/** What the pure tests need of a process: the lending policy that ships. */
export { standForPolicy as default } from '../../dev/politique/read.ts';
