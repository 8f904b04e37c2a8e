/**
 * Looks for answers of the engine that a screen could show after a newer one: what an effect asks for
 * has to be let go when the effect is over, or be shown only while it is the newest (`useNewest`).
 */

/** Source files by their path under src/renderer. */
type Screens = Readonly<Record<string, string>>;

/** Asks for something and goes on later. */
const ASKS = /\.then\(|\bawait\b/;
/** A clean-up, or the word that says whether the answer is still wanted. */
const LETS_GO = /return \(\) =>|\bisNewest\(\)/;
const SETTER_AS_LISTENER = /\.then\(set[A-Z]\w*\)/;

/** One sentence for each place where an answer that comes late would be shown; none when all is well. */
export function lateAnswers(screens: Screens): string[] {
  return Object.entries(screens).flatMap(([path, text]) => [
    ...effectsOf(text)
      .filter((effect) => ASKS.test(effect) && !LETS_GO.test(effect))
      .map((effect) => `${path}: an effect does not let go of what it asks: ${firstLine(effect)}`),
    ...effectsOf(text)
      .flatMap((effect) => /^useEffect\(\(\) => void (\w+)\(/.exec(effect)?.[1] ?? [])
      .filter((name) => !LETS_GO.test(functionOf(text, name)))
      .map((name) => `${path}: ${name}, begun by an effect, shows whatever comes last`),
    ...(SETTER_AS_LISTENER.test(text) ? [`${path}: a setter gets whatever comes last`] : []),
  ]);
}

/** Each `useEffect(…)` of a file, to its last bracket. */
function effectsOf(text: string): string[] {
  return [...text.matchAll(/\buseEffect\(/g)].map(({ index }) => bracketed(text, index));
}

/** The function of that name with its body; '' where the file has none. */
function functionOf(text: string, name: string): string {
  const at = text.search(new RegExp(`\\b(?:function ${name}\\(|const ${name} = useCallback\\()`));
  if (at === -1) return '';
  return text.startsWith('function', at)
    ? text.slice(at, text.indexOf('\n  }\n', at))
    : bracketed(text, at);
}

/** From `start` to where the first bracket after it is closed. */
function bracketed(text: string, start: number): string {
  let depth = 0;
  for (let at = text.indexOf('(', start); at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
}

function firstLine(effect: string): string {
  return effect.split('\n').slice(0, 2).join(' ').replace(/\s+/g, ' ');
}
