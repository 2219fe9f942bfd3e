/** Shows who calls. The local system hands out a token for each person who may be tried; a deployed one does not. */

const LOCAL = ['localhost', '127.0.0.1'];

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

function showPeople(bar, people, signIn) {
  const buttons = [{ nom: 'sans jeton', jeton: '' }, ...people].map(({ nom, jeton }) => {
    const button = element('button', { type: 'button', textContent: nom });
    button.setAttribute('aria-pressed', String(jeton === ''));
    button.addEventListener('click', () => {
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      signIn(jeton);
    });
    return button;
  });
  const group = element('div', { role: 'group', ariaLabel: 'Appeler comme' }, ...buttons);
  bar.replaceChildren(element('span', { textContent: 'Appeler comme' }), group);
}

function showTheWay(bar) {
  const way = element('a', { href: '#tag/se-connecter', textContent: 'comment l’obtenir' });
  bar.replaceChildren(element('span', {}, 'Le catalogue se lit sans jeton. Pour le reste, collez le vôtre : ', way));
}

/** @param signIn takes the token of whom was chosen, `''` for nobody */
export async function openSession(bar, signIn) {
  const answer = LOCAL.includes(window.location.hostname) && (await fetch('/docs/jetons.json').catch(() => undefined));
  if (answer?.ok) showPeople(bar, await answer.json(), signIn);
  else showTheWay(bar);
}
