import { t } from '../../../kernel/texts.ts';
import { type LintCard, wordsShown } from '../lint-card.ts';
import type { Finding } from '../finding.ts';
import { isForeign } from '../language/english.ts';
import { KNOWN_ABBREVIATIONS, ORDINARY_WORDS } from '../language/known-abbreviations.ts';
import { wordsOf } from '../language/words.ts';

const MAX_NAMED = 3;

/**
 * CR9: an abbreviation of two to six capitals in what is read before answering, neither well known
 * nor explained anywhere in the note. `noteText`: all its fields and sections, as plain text.
 */
export function unexplainedAbbreviation(card: LintCard, noteText: string): Finding | undefined {
  const text = wordsShown(card);
  if (ASKS_FOR_IT.test(text) || isShouted(text) || isForeign(text)) return undefined;
  const found = new Set([...text.matchAll(ABBREVIATION)].map(([, letters = '']) => letters));
  const unknown = [...found].filter((letters) => !isKnown(letters));
  if (unknown.length === 0) return undefined;
  const words = wordsOf(noteText);
  const open = unknown.slice(0, 20).filter((letters) => !isExplained(letters, words, noteText));
  if (open.length === 0) return undefined;
  const named = open.slice(0, MAX_NAMED).join(', ');
  const isOne = open.length === 1;
  return {
    ruleId: 'CR9',
    slot: card.slot,
    message:
      t`${named} ${isOne ? t`is` : t`are`} not explained in this note, and short forms mean different things in different books. ` +
      t`Write ${isOne ? t`it` : t`them`} out once.`,
    excerpt: named,
  };
}

/** Capitals that stand alone, a plural s aside; not parts of a name such as HLA-B27 or CD4. */
const ABBREVIATION = /(?<![\p{L}\p{N}\p{M}_/.+&’'-])([A-Z]{2,6})s?(?![\p{L}\p{N}\p{M}_/+&-])/gu;
const ASKS_FOR_IT = /\b(?:stands? for|abbreviat\w*|acronyms?|mnemonics?|short for)\b/i;
const ROMAN = /^[IVX]+$/;
/** Codons and repeats: CAG, AUG. */
const BASES = /^[ACGTU]{3}$/;

function isKnown(letters: string): boolean {
  return (
    KNOWN_ABBREVIATIONS.has(letters) ||
    ORDINARY_WORDS.has(letters) ||
    ROMAN.test(letters) ||
    BASES.test(letters)
  );
}

/** Text set in capitals says nothing about what is an abbreviation. */
function isShouted(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals > small;
}

/** 'transverse myelitis (TM)', 'TM (…)', 'TM = …', or words anywhere that begin with its letters. */
function isExplained(letters: string, words: readonly string[], text: string): boolean {
  if (new RegExp(`\\(\\s*${letters}s?\\b|\\b${letters}s?\\s*(?:\\(|=|:|—)`).test(text)) return true;
  const wanted = letters.toLowerCase();
  return words.some(
    (word, index) => word !== wanted && word[0] === wanted[0] && spells(words, index, wanted),
  );
}

/** Whether the words from `index` on begin with the letters; small words may be passed over. */
function spells(words: readonly string[], index: number, letters: string): boolean {
  const first = words[index] ?? '';
  if (first.length >= 3 * letters.length && hasInOrder(first, letters)) return true;
  let at = 0;
  for (let next = index; at < letters.length; next += 1) {
    const word = words[next];
    if (word === undefined || word === letters) return false;
    if (word[0] === letters[at]) {
      at += 1;
      // 'electroencephalography (EEG)', 'ventriculoperitoneal (VP) shunt': one word, two letters.
      if (at < letters.length && word.length > 8 && words[next + 1]?.[0] !== letters[at]) {
        if (word.includes(letters[at] ?? '', 1)) at += 1;
      }
    } else if (!PASSED_OVER.has(word)) return false;
  }
  return true;
}

function hasInOrder(word: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    from = word.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

const PASSED_OVER = new Set('a an and by for from in of on or the to with'.split(' '));
