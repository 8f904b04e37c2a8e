import { t } from '../../kernel/texts.ts';
import { OPERATORS, type Operator } from './operators.ts';
import { printFieldName, printSearch } from './print-query.ts';
import type { Condition, Glob } from './query.ts';
import { isBoundary } from './reading/term.ts';

/** The names there are in a collection. */
export interface Vocabulary {
  readonly decks: readonly string[];
  readonly tags: readonly string[];
  readonly types: readonly string[];
  readonly templates: readonly string[];
  readonly presets: readonly string[];
  readonly fields: readonly string[];
  readonly saved?: readonly { readonly name: string; readonly text: string }[];
}

export interface Completion {
  /** Stands in the search's text from `from` to `to` once chosen. */
  readonly text: string;
  /** What it finds, in a few words. */
  readonly what: string;
}

export interface Completions {
  readonly from: number;
  readonly to: number;
  /** Best first, at most MOST_OPTIONS. */
  readonly options: readonly Completion[];
}

export const MOST_OPTIONS = 50;

/** What the term at `caret` could become. Never throws, whatever the text. */
export function completions(text: string, caret: number, vocabulary: Vocabulary): Completions {
  const { from, to } = termAt(text, Math.min(caret, text.length));
  const typed = text.slice(from, Math.max(from, caret)).replaceAll('"', '');
  const colon = typed.indexOf(':');
  const options =
    colon === -1
      ? firstWords(typed, vocabulary)
      : valuesOf(typed.slice(0, colon).toLowerCase(), typed.slice(colon + 1), vocabulary);
  return { from, to, options: options.slice(0, MOST_OPTIONS) };
}

/** The term that the caret stands in or at the end of, without minus signs; or nothing there. */
function termAt(text: string, caret: number): { from: number; to: number } {
  let at = 0;
  while (at < caret) {
    const char = text.charAt(at);
    if (isBoundary(char) || char === '-') {
      at++;
      continue;
    }
    const from = at;
    let isQuoted = false;
    for (; at < text.length && (isQuoted || !isBoundary(text[at])); at++) {
      if (text[at] === '\\') at++;
      else if (text[at] === '"') isQuoted = !isQuoted;
    }
    at = Math.min(at, text.length);
    if (at >= caret) return { from, to: at };
  }
  return { from: caret, to: caret };
}

function firstWords(typed: string, vocabulary: Vocabulary): Completion[] {
  const operators = OPERATORS.map(({ name, what }) => ({ name, text: `${name}:`, what }));
  const fields = vocabulary.fields.map((name) => ({
    name,
    text: `${printFieldName(literal(name))}:`,
    what: t`notes by this field`,
  }));
  const begun = [...operators, ...fields].filter(({ name }) => rankOf(name, typed) === 0);
  if (typed.length < 2) return begun.map(({ text, what }) => ({ text, what }));
  const kept = (vocabulary.saved ?? []).filter(({ text }) => text.trim() !== '');
  const saved = kept.map(({ name, text }) => ({
    name,
    text: `(${text})`,
    what: t`saved search “${name}”`,
  }));
  const named = [
    ...saved,
    ...vocabulary.decks.map((name) => ({ name, ...nameOption('deck', name) })),
    ...vocabulary.tags.map((name) => ({ name, ...nameOption('tag', name) })),
  ];
  return [...begun, ...ranked(named, typed)].map(({ text, what }) => ({ text, what }));
}

function valuesOf(name: string, typed: string, vocabulary: Vocabulary): Completion[] {
  const operator = OPERATORS.find((each) => each.name === name);
  if (!operator) return [];
  const lower = typed.toLowerCase();
  // A flag's number is hard to remember, and its colour can be typed as well.
  const isColour = (what: string): boolean => name === 'flag' && what.startsWith(lower);
  const ready = (operator.values ?? [])
    .filter(([value, what]) => value.startsWith(lower) || isColour(what))
    .map(([value, what]) => ({ text: `${name}:${value}`, what }));
  const names = operator.choices ? vocabulary[operator.choices] : [];
  const options = names.map((each) => ({ name: each, ...nameOption(name, each) }));
  return [...ready, ...ranked(options, typed).map(({ text, what }) => ({ text, what }))];
}

const KINDS: Readonly<Record<string, (glob: Glob) => Condition>> = {
  deck: (glob) => ({ kind: 'deck', glob }),
  tag: (glob) => ({ kind: 'tag', test: { how: 'plain', glob } }),
  note: (glob) => ({ kind: 'type', glob }),
  card: (glob) => ({ kind: 'template', glob }),
  preset: (glob) => ({ kind: 'preset', glob }),
};

function nameOption(operator: Operator['name'], name: string): Completion {
  const condition = KINDS[operator]?.(literal(name));
  const what = OPERATORS.find((each) => each.name === operator)?.what ?? '';
  return { text: condition ? printSearch(condition) : `${operator}:${name}`, what };
}

function literal(text: string): Glob {
  return text === '' ? [] : [{ kind: 'text', text }];
}

/** Those that fit what was typed: what begins so first, then parts of paths and words, then the rest. */
function ranked<Named extends { readonly name: string }>(
  options: readonly Named[],
  typed: string,
): Named[] {
  return options
    .map((option) => ({
      option,
      rank: option.name === '' ? undefined : rankOf(option.name, typed),
    }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ option }) => option);
}

function rankOf(name: string, typed: string): number | undefined {
  const lower = name.toLowerCase();
  const wanted = typed.replace(/\\(.)/g, '$1').toLowerCase();
  const at = lower.indexOf(wanted);
  if (at === -1) return undefined;
  if (at === 0) return 0;
  return /[\s:]/.test(lower.charAt(at - 1)) || lower.includes(`:${wanted}`) ? 1 : 2;
}
