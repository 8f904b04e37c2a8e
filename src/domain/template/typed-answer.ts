import { t } from '../../kernel/texts.ts';
import { escapeText } from './html/entities.ts';
import { asRead, raised, withoutMarks } from '../text/as-read.ts';
import { textToRead } from './html-text.ts';

/** What a card asks to be typed. */
export interface TypedAnswer {
  /** Plain text on one line, NFC. */
  readonly expected: string;
  /** Accents and other marks do not count: {{type:nc:Field}}. */
  readonly ignoresMarks: boolean;
}

/** The plain text that a typed answer is compared with: one line of what `html` shows. */
export function expectedAnswer(html: string): string {
  return tidy(textToRead(html));
}

/**
 * The comparison as HTML, escaped: what was typed, letter by letter good or bad, and where it is
 * not right, the expected answer below it with what was missed. Without `typed`, the answer alone.
 * Each line runs in its own direction, and says to whoever only hears it which one it is.
 */
export function typedAnswerHtml(answer: TypedAnswer, typed: string | undefined): string {
  return `<code class="typed-answer">${comparison(answer, powersRaised(tidy(typed ?? '')))}</code>`;
}

type Verdict = 'good' | 'bad' | 'missed';

interface Letter {
  readonly text: string;
  /** Letters with equal keys are the same letter. */
  readonly key: string;
}

/** Beyond this many pairs of letters, the differing middle counts as wholly different. */
const MOST_PAIRS = 1_000_000;

function comparison({ expected, ignoresMarks }: TypedAnswer, typed: string): string {
  if (typed === '') return `<bdi>${escapeText(expected)}</bdi>`;
  const wanted = lettersOf(powersRaised(expected), ignoresMarks);
  const given = lettersOf(typed, ignoresMarks);
  const partners = partnersOf(given, wanted);
  const matched = new Set(partners.filter((index) => index !== NONE));
  if (matched.size === given.length && matched.size === wanted.length) {
    return line(
      t`Right:`,
      spans(wanted, () => 'good'),
    );
  }
  const typedLine = spans(given, (index) => (partners[index] === NONE ? 'bad' : 'good'));
  const wantedLine = spans(wanted, (index) => (matched.has(index) ? 'good' : 'missed'));
  const below = '<br><span class="typed-arrow">↓</span><br>';
  return `${line(t`You typed:`, typedLine)}${below}${line(t`The answer:`, wantedLine)}`;
}

/** `which` is heard and not seen (card.css). */
function line(which: string, spans: string): string {
  return `<span class="typed-which">${escapeText(which)} </span><bdi>${spans}</bdi>`;
}

const NONE = -1;

/** For each letter of `a` the index of its equal in `b`, or NONE: a longest common subsequence. */
function partnersOf(a: readonly Letter[], b: readonly Letter[]): Int32Array {
  const partners = new Int32Array(a.length).fill(NONE);
  const isSame = (i: number, j: number): boolean => a[i]?.key === b[j]?.key;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && isSame(start, start)) {
    partners[start] = start;
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && isSame(a.length - 1 - end, b.length - 1 - end)) {
    partners[a.length - 1 - end] = b.length - 1 - end;
    end += 1;
  }
  const rows = a.length - start - end;
  const columns = b.length - start - end;
  if (rows * columns > MOST_PAIRS) return partners;

  // lengths[i * width + j]: the longest common part of what is left from i and from j on.
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const length = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = isSame(start + i, start + j)
        ? length(i + 1, j + 1) + 1
        : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < rows && j < columns) {
    if (isSame(start + i, start + j)) {
      partners[start + i] = start + j;
      i += 1;
      j += 1;
    } else if (length(i + 1, j) >= length(i, j + 1)) i += 1;
    else j += 1;
  }
  return partners;
}

function spans(letters: readonly Letter[], verdict: (index: number) => Verdict): string {
  let html = '';
  let run = '';
  letters.forEach(({ text }, index) => {
    run += text;
    const own = verdict(index);
    if (index + 1 < letters.length && verdict(index + 1) === own) return;
    html += `<span class="typed-${own}">${escapeText(run)}</span>`;
    run = '';
  });
  return html;
}

/** A letter is a sign with the marks that stand on it; a sign that reads as several is several. */
function lettersOf(text: string, ignoresMarks: boolean): Letter[] {
  const letters: { text: string; key: string }[] = [];
  for (const [sign] of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const [first, ...more] = keysOf(sign, ignoresMarks);
    const last = letters.at(-1);
    if (first !== undefined) letters.push({ text: sign, key: first });
    // What nobody sees belongs to the letter before it.
    else if (last) last.text += sign;
    for (const key of more) letters.push({ text: '', key });
  }
  return letters;
}

function keysOf(sign: string, ignoresMarks: boolean): string[] {
  const read = asRead(sign);
  const key = ignoresMarks ? withoutMarks(read) : read;
  return key.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? [];
}

/** 10^6, as a keyboard has it, is 10⁶. */
function powersRaised(text: string): string {
  return text.replace(/(?<=\d)\^([-+−–]?\d+|n)/g, (whole, power: string) => raised(power) ?? whole);
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
