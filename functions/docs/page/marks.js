/**
 * Mends what the library's window of one call says wrongly of its parts. Programs that read a screen aloud go by these
 * marks, and people without a mouse by what the keyboard can reach.
 */
const MENDS = [
  // A button is said to be nothing.
  ['button[role="none"]', (button) => button.removeAttribute('role')],
  // A plain field is said to be a list of choices, without saying whether the list is open.
  ['[contenteditable][role="combobox"]:not([aria-expanded])', (field) => field.setAttribute('role', 'textbox')],
  // What is sent and what is answered have no name.
  ['.cm-content:not([aria-label])', (text) => text.setAttribute('aria-label', nameOf(text))],
  ['.cm-scroller[tabindex="-1"]', (text) => text.setAttribute('tabindex', '0')],
  // A button is said to rule what is not there.
  ['[aria-controls]', (button) => idsOf(button).some(isMissing) && button.removeAttribute('aria-controls')],
];

const nameOf = ({ contentEditable }) => (contentEditable === 'true' ? 'Corps de la requête' : 'Corps de la réponse');
const idsOf = (element) => element.getAttribute('aria-controls').split(' ');
const isMissing = (id) => document.getElementById(id) === null;

function mend() {
  for (const opened of document.querySelectorAll('[role="dialog"]'))
    for (const [selector, how] of MENDS) for (const element of opened.querySelectorAll(selector)) how(element);
}

/** Mends the window whenever the library has drawn it anew. */
export function keepMarksRight() {
  let isDue = false;
  const later = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      mend();
    });
  };
  new MutationObserver(later).observe(document.body, { childList: true, subtree: true });
}
