/** What a mail of the library looks like, in plain text and in HTML. Both say the same, word for word. */

/** A book of a list: `« Titre », à rendre le 3 mars 2027 : 8 jours de retard`. */
export interface Item {
  titre: string;
  /** Until when. */
  when: string;
  /** What is wrong with it already, if anything is. */
  late?: string | undefined;
}

/** What a mail says of one kind of news, with a line for each. */
export interface Section {
  intro: string;
  items: Item[];
  /** What can be done about them. */
  ending: string;
}

const LIBRARY = 'Bibliothèque municipale';
const FOOTER = 'Ce message est envoyé automatiquement. Pour toute question, venez nous voir à l’accueil.';

export function plainText(greeting: string, sections: readonly Section[]): string {
  const paragraphs = sections.map(({ intro, items, ending }) => {
    const lines = items.map(({ titre, when, late }) => `- « ${titre} », ${when}${late ? ` : ${late}` : ''}`);
    return [intro, ...lines, '', ending, ''].join('\n');
  });
  return [greeting, '', ...paragraphs, LIBRARY, FOOTER, ''].join('\n');
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const htmlItem = ({ titre, when, late }: Item): string =>
  `<li><b>«\u00a0${escaped(titre)}\u00a0»</b>, ${escaped(when)}${late ? `\u00a0: <span style="color:#a01c1c">${escaped(late)}</span>` : ''}</li>`;

const htmlSection = ({ intro, items, ending }: Section): string => `<h2 style="font-size:17px">${escaped(intro)}</h2>
<ul style="padding-left:20px">
${items.map(htmlItem).join('\n')}
</ul>
<p>${escaped(ending)}</p>`;

/** Styles stand in the elements, and none on the body, which mail programs drop; nothing is loaded from anywhere. */
export const html = (greeting: string, sections: readonly Section[]): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0">
<div style="padding:16px;background:#f2f0eb;color:#222;font:16px/1.5 sans-serif">
<div style="max-width:560px;margin:auto;background:#fff;overflow-wrap:anywhere">
<div style="padding:16px 24px;background:#17324d;color:#fff;font-size:20px">${LIBRARY}</div>
<div style="padding:8px 24px">
<p>${escaped(greeting)}</p>
${sections.map(htmlSection).join('\n')}
</div>
<p style="margin:0;padding:16px 24px;border-top:1px solid #ddd;color:#555;font-size:14px">${FOOTER}</p>
</div>
</div>
</body></html>
`;
