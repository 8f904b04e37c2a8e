import type { Plugin } from 'vite';
import type { BuiltLanguage } from '../../texts.config.ts';

/**
 * A language that is none: every text in brackets, each letter accented, nearly a third longer. What is
 * not in brackets went past the one place; what does not fit is too narrow for German. Numbers and dates
 * are Greek, so that one in Latin letters is found, too.
 */
export const PSEUDO: BuiltLanguage = {
  language: 'el',
  said: (key, kind) => {
    if (kind !== 'plural') return pseudo(key);
    const [one = '', other = ''] = key.split(' | ');
    return { one: pseudo(one), other: pseudo(other) };
  },
};

const ACCENTED = 'àƀçđéƒĝħîĵķļɱñöþɋŕšţûṽŵẋýž';

function pseudo(text: string): string {
  const letters = text
    .split(/(<\/?\d+>|\{\w+\}|#)/)
    .map((part, place) => (place % 2 === 0 ? accented(part) : part));
  const more = Math.ceil(text.length * 0.3);
  return `⟦${letters.join('')}${'·'.repeat(more).replace(/(.{7})./g, '$1 ')}⟧`;
}

function accented(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const other = ACCENTED.charAt(letter.toLowerCase().charCodeAt(0) - 97);
    return letter === letter.toLowerCase() ? other : other.toUpperCase();
  });
}

/** Rounds' first deck in Greek letters: what a deck says is no text of the program. */
export function greekDeck(): Plugin {
  return {
    name: 'greek-deck',
    enforce: 'pre',
    transform: (code, id) =>
      /\/decks\/.*\.md\?raw/.test(id)
        ? {
            code: `export default ${JSON.stringify(inGreek(JSON.parse(/"(?:[^"\\]|\\.)*"/.exec(code)?.[0] ?? '""')))}`,
            map: null,
          }
        : null,
  };
}

function inGreek(deck: string): string {
  return deck
    .split('\n')
    .map((line) => {
      if (/^(?:###|- (?:deck|text|reversed):)/.test(line)) return line;
      const [, mark = '', words = ''] = /^(#+ |- \w+: |[QA]: )?(.*)$/.exec(line) ?? [];
      return (
        mark +
        words
          .split(/(\{\{c\d+::)/)
          .map((part, place) => (place % 2 ? part : greek(part)))
          .join('')
      );
    })
    .join('\n');
}

function greek(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    String.fromCodePoint(0x3b1 + ((letter.toLowerCase().charCodeAt(0) - 97) % 17)),
  );
}
