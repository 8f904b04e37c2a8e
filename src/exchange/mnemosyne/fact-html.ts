import { wrapCloze } from '../../domain/template/cloze-html.ts';

/**
 * A text of a fact as HTML of a field: lines are lines, sounds are elements, LaTeX stands in tags of
 * its own. `isCloze`: what stands in square brackets is hidden.
 */
export function htmlOfFact(text: string, isCloze: boolean): string {
  const tags = text.replace(HANGING, '&lt;');
  // While brackets of formulas are not yet written.
  const hidden = isCloze ? withDeletions(tags) : tags;
  return withLines(hidden)
    .replace(/<audio\s+src\s*=\s*["']([^"']+)["'][^>]*>(?:\s*<\/audio>)?/gi, '[sound:$1]')
    .replace(/<\$\$>([\s\S]*?)<\/\$\$>/g, '\\[$1\\]')
    .replace(/<\$>([\s\S]*?)<\/\$>/g, '\\($1\\)')
    .replace(/<latex>([\s\S]*?)<\/latex>/gi, '\\[$1\\]');
}

/** A sign that begins no tag: none closes before the next one. Mnemosyne shows it as it is. */
const HANGING = /<(?=[^<>]*(?:<|$))/g;

/** Where a line's end is only how the HTML is written. */
const AS_WRITTEN = /(<(ul|table|latex|script|textarea)\b[\s\S]*?<\/\2)/gi;

function withLines(html: string): string {
  // What was split by, and the name of its tag, stand between the parts.
  return html
    .split(AS_WRITTEN)
    .map((part, at) =>
      at % 3 === 0 ? part.replace(/\r?\n|\r/g, '<br>') : at % 3 === 1 ? part : '',
    )
    .join('');
}

/** `[hidden:hint]` as Anki writes it, each a card of its own; brackets of a formula hide nothing. */
function withDeletions(html: string): string {
  let number = 0;
  return html
    .replaceAll('\\left[', LEFT)
    .replaceAll('\\right]', RIGHT)
    .replace(/\[(?!sound:)([^[\]]+)\]/g, (_, hidden: string) => {
      const [answer = '', ...hint] = hidden.split(':');
      number++;
      return wrapCloze(answer, number, hint.join(':'));
    })
    .replaceAll(LEFT, '\\left[')
    .replaceAll(RIGHT, '\\right]');
}

const LEFT = '\ue000';
const RIGHT = '\ue001';
