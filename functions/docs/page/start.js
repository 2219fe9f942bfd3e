/* global SwaggerUIBundle */

/** Calls go to the gateway that serves the page, whatever its address: no other is allowed, nor needed. */
const sameGateway = () => ({
  statePlugins: {
    spec: {
      wrapActions: {
        updateJsonSpec: (update) => (document) => update({ ...document, servers: [{ url: window.location.origin }] }),
      },
    },
  },
});

SwaggerUIBundle({
  dom_id: '#reference',
  url: '/docs/openapi.yaml',
  plugins: [sameGateway],
  // No outside service is asked whether the document is valid.
  validatorUrl: null,
  // On one's own machine the token may outlive the tab.
  persistAuthorization: window.location.hostname === 'localhost',
  deepLinking: true,
  displayRequestDuration: true,
  filter: true,
  tryItOutEnabled: true,
  defaultModelsExpandDepth: 0,
});
