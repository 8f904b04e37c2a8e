import type { NoteType } from '../../domain/content/note-type.ts';
import { bringsScript } from '../anki/mapping/note-types.ts';

/** What well-known scripts of shared decks do, by what stands in them. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/setInterval|countdown|timer/i, 'a timer'],
  [/one.?by.?one|reveal.?(?:next|cloze)|\.cloze['"`]/i, 'deletions revealed one by one'],
  [/hint/i, 'hints behind buttons'],
  [/tags?(?:container|list|id)?["'`)]|split\(["'`](?:::| )/i, 'tags as a path'],
  [/collapse|toggle|accordion/i, 'parts that open and close'],
  [/image.?occlusion|io-(?:overlay|original)/i, 'masks over a picture'],
  [/highlight\.js|hljs|prism/i, 'code in colours'],
  [/mathjax|katex/i, 'formulas'],
  [/Math\.random|shuffle/i, 'things in an order of chance'],
  [/\.play\(|new Audio/i, 'sound that plays by itself'],
  [/addEventListener\(["'`]key|onkey/i, 'keys of their own'],
];
const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/gi;
const FILE = /<script\b[^>]*\bsrc\s*=\s*["']?([^"'\s>]+)/gi;
const FILLED =
  /getElementById\(\s*["'`]([\w-]+)["'`]\s*\)\s*\.(?:innerHTML|textContent|innerText)\s*=/g;
const MOST_SHOWN = 6;

/** The types that bring scripts, each with what those would have shown (ANKI-12). */
export function scriptsOf(
  types: readonly NoteType[],
): readonly { readonly name: string; readonly shows: readonly string[] }[] {
  return types.filter(bringsScript).map(({ name, templates }) => {
    const html = templates.map(({ front, back }) => `${front}\n${back}`).join('\n');
    return { name, shows: shownBy(html) };
  });
}

function shownBy(html: string): readonly string[] {
  const scripts = [...html.matchAll(SCRIPT)].map(([, code = '']) => code).join('\n');
  const inAttributes = [...html.matchAll(/\son\w+\s*=\s*("[^"]*"|'[^']*')/gi)].map(
    ([, code]) => code,
  );
  const code = `${scripts}\n${inAttributes.join('\n')}`;
  const shows = KNOWN.flatMap(([sign, what]) => (sign.test(code) ? [what] : []));
  const filled = [...code.matchAll(FILLED)].map(([, id]) => `what it writes into “${id}”`);
  const files = [...html.matchAll(FILE)].map(([, file]) => `what the script “${file}” does`);
  return [...new Set([...shows, ...filled, ...files])].slice(0, MOST_SHOWN);
}
