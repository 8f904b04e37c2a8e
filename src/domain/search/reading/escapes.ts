import { t } from '../../../kernel/texts.ts';
import { type QueryPlace, unreadable } from '../query-problem.ts';
import type { Glob, GlobPart } from '../query.ts';

/** What a backslash can take the meaning of. */
const ESCAPABLE = '*_"\\:(),-';

/** The text at `place` with its wildcards; a backslash before one makes it an ordinary character. */
export function readGlob(source: string, place: QueryPlace): Glob {
  const parts: GlobPart[] = [];
  for (const { char, isEscaped } of characters(source, place)) {
    const last = parts.at(-1);
    if (char === '*' && !isEscaped) {
      if (last?.kind !== 'many') parts.push({ kind: 'many' });
    } else if (char === '_' && !isEscaped) {
      parts.push({ kind: 'one' });
    } else if (last?.kind === 'text') {
      parts[parts.length - 1] = { kind: 'text', text: last.text + char };
    } else {
      parts.push({ kind: 'text', text: char });
    }
  }
  return parts;
}

/** The text at `place`, in which wildcards mean nothing. */
export function readPlain(source: string, place: QueryPlace): string {
  let text = '';
  for (const { char } of characters(source, place)) text += char;
  return text;
}

/** The texts at `place` between commas. */
export function readList(source: string, place: QueryPlace): string[] {
  const items = [''];
  for (const { char, isEscaped } of characters(source, place)) {
    if (char === ',' && !isEscaped) items.push('');
    else items[items.length - 1] += char;
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** The regular expression at `place`: its own backslashes stay, only `\"` is a plain quote. */
export function readPattern(source: string, { from, to }: QueryPlace): string {
  return source.slice(from, to).replace(/\\[\s\S]/g, (pair) => (pair === '\\"' ? '"' : pair));
}

/** A glob as it is typed after a colon, without quotes around it. */
export function writeGlob(glob: Glob): string {
  return glob.map(writePart).join('');
}

/** A glob for reading: with its wildcards, without backslashes. */
export function writeTyped(glob: Glob): string {
  return glob
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'many' ? '*' : '_'))
    .join('');
}

function writePart(part: GlobPart): string {
  if (part.kind === 'text') return writePlain(part.text);
  return part.kind === 'many' ? '*' : '_';
}

/** `text` so that after a colon and in quotes nothing in it has a meaning of its own. */
export function writePlain(text: string): string {
  return text.replace(/[*_"\\]/g, '\\$&');
}

/** A typed text that no colon divides into a name and a value. */
export function withoutColons(typed: string): string {
  return typed.replaceAll(':', '\\:');
}

export function writePattern(source: string): string {
  return source.replace(/\\[\s\S]|"/g, (found) => (found === '"' ? '\\"' : found));
}

/** In quotes where it would not be one term, or not this one, without them. */
export function quotedWhereNeeded(typed: string): string {
  const isWord = /^(and|or)$/i.test(typed);
  return typed === '' || isWord || /[\s()]/.test(typed) ? `"${typed}"` : typed;
}

/** Where `char` first stands without a backslash before it. */
export function firstUnescaped(
  source: string,
  { from, to }: QueryPlace,
  char: string,
): number | undefined {
  for (let at = from; at < to; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === char) return at;
  }
  return undefined;
}

function* characters(
  source: string,
  { from, to }: QueryPlace,
): Generator<{ readonly char: string; readonly isEscaped: boolean }> {
  for (let at = from; at < to; at++) {
    const char = source.charAt(at);
    if (char === '"') {
      unreadable(
        { from: at, to: at + 1 },
        t`This quote stands inside a word.`,
        t`Put quotes around the whole text, or write \\" for a quote itself.`,
      );
    }
    if (char !== '\\') {
      yield { char, isEscaped: false };
      continue;
    }
    const next = at + 1 < to ? source.charAt(at + 1) : '';
    if (next === '' || !ESCAPABLE.includes(next)) {
      unreadable(
        { from: at, to: Math.min(at + 2, to) },
        t`A backslash can stand before ${[...ESCAPABLE].join(' ')} but not ${next === '' ? t`at the end` : t`before “${next}”`}.`,
        t`Write \\\\ for a backslash itself; a regular expression begins with re:.`,
      );
    }
    yield { char: next, isEscaped: true };
    at++;
  }
}
