// The framework takes a service's plugins from the service's own folder.
export { default } from '../../bundles/plugin.ts';
