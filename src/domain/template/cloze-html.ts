import type { Slot } from '../../kernel/ids.ts';
import {
  type ClozeNode,
  type ClozeProblem,
  clozeNumbersOf,
  type Deletion,
  hintOf,
  MAX_CLOZE_NUMBER,
  parseCloze,
  printCloze,
  shownText,
} from './cloze-syntax.ts';
import { unbalancedTags, withoutUnbalancedTags, wrapBetweenTags } from './html/balance.ts';
import { isEmptyHtml } from './html-text.ts';

export type CardSide = 'front' | 'back';

/** The numbers of an HTML field's deletions, ascending, each once: its cards. */
export function clozeNumbersIn(html: string): Slot[] {
  return html.includes('{{c') ? clozeNumbersOf(parse(html).nodes) : [];
}

/** What is wrong with the cloze markers of an HTML field, by offset. */
export function clozeProblemsIn(html: string): ClozeProblem[] {
  return html.includes('{{c') ? parse(html).problems : [];
}

/**
 * An HTML field as card `number` shows it: on the front its deletions hidden behind
 * <span class="cloze" data-hidden>[hint or …]</span>, on the back revealed in
 * <span class="cloze">, others in <span class="cloze-inactive">. Where a deletion holds one half
 * of a tag's pair, that half stays in place. Inside maths, \( \) and \[ \], there are no spans:
 * they would break it. `shown`: so many of those of the card are revealed on the front already.
 * Not sanitised.
 */
export function clozeHtml(html: string, number: Slot, side: CardSide, shown = 0): string {
  const { nodes } = parse(html);
  const maths = new Maths();
  let asked = 0;
  const draw = (node: ClozeNode): string => {
    if (typeof node === 'string') return maths.passed(node);
    const isPlain = maths.isOpen;
    const isAsked = side === 'front' && node.numbers.includes(number);
    if (isAsked && ++asked > shown) {
      maths.passed(shownText(node.nodes));
      return hidden(node, isPlain);
    }
    const className = node.numbers.includes(number) ? 'cloze' : 'cloze-inactive';
    // What lies in a deletion that was revealed is revealed with it.
    const inside = isAsked ? maths.passed(shownText(node.nodes)) : node.nodes.map(draw).join('');
    const whole = isPlain
      ? inside
      : wrapBetweenTags(inside, (text) => `<span class="${className}">${text}</span>`);
    return whole + unbalancedTags(node.hint ?? '');
  };
  return nodes.map(draw).join('');
}

/** What a typed answer to card `number` is compared with: its deletions, as HTML without markers. */
export function clozeAnswers(html: string, number: Slot): string[] {
  return deletionsOf(html, number).map(({ nodes }) => shownText(nodes));
}

/** The deletions of card `number` alone, with commas: hints or … on the front, answers on the back. */
export function clozeOnlyHtml(html: string, number: Slot, side: CardSide): string {
  if (side === 'back') return clozeAnswers(html, number).join(', ');
  return deletionsOf(html, number)
    .map((deletion) => hintOf(deletion) ?? '…')
    .join(', ');
}

/** An HTML field with every deletion shown and no markers. */
export function clozeShown(html: string): string {
  return html.includes('{{c') ? shownText(parse(html).nodes) : html;
}

/** The number a new deletion in these fields gets: one above the highest, 500 at most. */
export function nextClozeNumber(...fields: readonly string[]): Slot {
  const highest = Math.max(0, ...fields.flatMap((html) => clozeNumbersIn(html).at(-1) ?? 0));
  return Math.min(highest + 1, MAX_CLOZE_NUMBER);
}

/**
 * `html` as one deletion. Deletions in it stay; signs in its text that would end it early ('}}',
 * '::', '{{') are written as character references, so that it hides just what was chosen.
 */
export function wrapCloze(html: string, number: Slot, hint = ''): string {
  const inside = guarded(parseCloze(html).nodes);
  return `{{c${number}::${inside}${hint.trim() === '' ? '' : `::${guarded([hint])}`}}}`;
}

/** Told of: deletions that hide only tags or blanks; a picture is something. */
function parse(html: string): { nodes: ClozeNode[]; problems: ClozeProblem[] } {
  return parseCloze(html, isEmptyHtml);
}

/** The outermost deletions on card `number`. */
function deletionsOf(html: string, number: Slot): Deletion[] {
  const found = (node: ClozeNode): Deletion[] => {
    if (typeof node === 'string') return [];
    return node.numbers.includes(number) ? [node] : node.nodes.flatMap(found);
  };
  return parse(html).nodes.flatMap(found);
}

function hidden(deletion: Deletion, isPlain: boolean): string {
  const hint = hintOf(deletion);
  const blank = `[${hint === undefined ? '…' : withoutUnbalancedTags(hint)}]`;
  const left = unbalancedTags(shownText(deletion.nodes) + (deletion.hint ?? ''));
  return (isPlain ? blank : `<span class="cloze" data-hidden>${blank}</span>`) + left;
}

const MATHS_SIGN = /\\[()[\]]/g;

/** Whether the text passed so far leaves maths open. */
class Maths {
  private closing: string | undefined;

  get isOpen(): boolean {
    return this.closing !== undefined;
  }

  passed(text: string): string {
    for (const [sign] of text.matchAll(MATHS_SIGN)) {
      if (this.closing === sign) this.closing = undefined;
      else if (this.closing === undefined && sign === '\\(') this.closing = '\\)';
      else if (this.closing === undefined && sign === '\\[') this.closing = '\\]';
    }
    return text;
  }
}

/** A last '}' or ':' is written out too: with what follows it would make a sign. */
function guarded(nodes: readonly ClozeNode[]): string {
  return nodes
    .map((node, index) => {
      if (typeof node !== 'string') return printCloze([node]);
      const text = node
        .replaceAll('{{', '{&#123;')
        .replaceAll('}}', '}&#125;')
        .replaceAll('::', ':&#58;');
      if (index < nodes.length - 1) return text;
      return text.replace(/[}:]$/, (sign) => (sign === '}' ? '&#125;' : '&#58;'));
    })
    .join('');
}
