import { keepMarksRight } from '/docs/marks.js';
import { createApiReference } from '/docs/scalar/standalone.esm.js';
import { openSession } from '/docs/session.js';

/** Leaves out of each operation what any other can answer as well: the chapter « Erreurs » says it once. */
function withoutCommonAnswers(content) {
  const isCommon = ({ $ref = '' }) => content.components.responses[$ref.split('/').at(-1)]?.['x-commune'];
  for (const operation of Object.values(content.paths).flatMap(Object.values)) {
    const own = Object.entries(operation.responses).filter(([, response]) => !isCommon(response));
    operation.responses = Object.fromEntries(own);
  }
  return content;
}

const content = await fetch('/openapi.json').then((answer) => answer.json());

/** @param token sent with every call; without it, what was pasted under « Authentification » is */
const configurationWith = (token) => ({
  content: withoutCommonAnswers(content),
  // Calls go to the gateway that serves the page, whatever its address: no other is allowed, nor needed.
  servers: [{ url: window.location.origin }],
  authentication: {
    preferredSecurityScheme: 'jeton',
    securitySchemes: { jeton: { token } },
  },
  // The library's own words for it leave no room for the title beside them.
  localization: { locale: 'fr', translations: { apiClient: { authSelector: { selectedType: '{type}' } } } },
  // Whatever would ask or tell another host.
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
  documentDownloadType: 'none',
  // The first screen has the operations. The shapes are shown where they are used.
  defaultOpenAllTags: true,
  hideModels: true,
  // A field stands where the document has it.
  orderSchemaPropertiesBy: 'preserve',
  orderRequiredPropertiesFirst: false,
  hiddenClients: true,
  hideDarkModeToggle: true,
  forceDarkModeState: 'light',
});

keepMarksRight();
const reference = createApiReference('#reference', configurationWith(''));
openSession(document.querySelector('#session'), (token) => reference.updateConfiguration(configurationWith(token)));
