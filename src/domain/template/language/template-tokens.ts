import type { Problem } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';

export interface TemplateProblem extends Problem {
  /** Index into the template, from 0. */
  readonly offset: number;
}

/** A piece of a template in reading order; pieces follow each other without gaps. */
export interface TemplateToken {
  readonly kind: 'text' | 'replacement' | 'open' | 'close' | 'comment' | 'delimiters';
  /** As written, with its braces. */
  readonly text: string;
  /** What stands between the braces, as written. */
  readonly inner: string;
  readonly name: string;
  readonly filters: readonly string[];
  readonly negated: boolean;
  readonly offset: number;
}

export interface Delimiters {
  readonly open: string;
  readonly close: string;
}

export const BRACES: Delimiters = { open: '{{', close: '}}' };
/** Anki's older marks, for templates that begin with {{=<% %>=}}. */
export const ANGLES: Delimiters = { open: '<%', close: '%>' };
const SWITCH = /^\s*\{\{=<% %>=\}\}/;

/** The pieces of `template`; tags that cannot be read are text. */
export function templateTokens(template: string): {
  tokens: TemplateToken[];
  problems: TemplateProblem[];
} {
  const tokens: TemplateToken[] = [];
  const problems: TemplateProblem[] = [];
  const start = SWITCH.exec(template)?.[0] ?? '';
  const marks = start === '' ? BRACES : ANGLES;
  if (start !== '') tokens.push(plain('delimiters', start, 0));

  const nextOpen = finder(template, marks.open);
  const nextClose = finder(template, marks.close);
  const nextComment = finder(template, '<!--');
  const nextCommentEnd = finder(template, '-->');
  let at = start.length;
  let textFrom = at;
  const flush = (to: number): void => {
    if (to > textFrom) tokens.push(plain('text', template.slice(textFrom, to), textFrom));
    textFrom = to;
  };
  for (let from = nextOpen(at); from !== -1; from = nextOpen(at)) {
    const comment = nextComment(at);
    if (comment !== -1 && comment < from) {
      const end = nextCommentEnd(comment + 4);
      at = end === -1 ? comment + 4 : end + 3;
      continue;
    }
    let innerFrom = from + marks.open.length;
    while (template.charAt(innerFrom) === '{') innerFrom += 1;
    const close = nextClose(innerFrom);
    const again = nextOpen(innerFrom);
    if (close === -1 || (again !== -1 && again < close)) {
      problems.push(unclosed(from, marks));
      at = innerFrom;
      continue;
    }
    const to = close + marks.close.length;
    const inner = template.slice(from + marks.open.length, close);
    const token = tokenOf(template.slice(from, to), inner, from);
    if (token === undefined) {
      problems.push(nameless(from, marks));
    } else {
      flush(from);
      tokens.push(token);
      textFrom = to;
    }
    at = to;
  }
  flush(template.length);
  return { tokens, problems };
}

/** indexOf for positions that only grow: looks through the text once in all. */
function finder(text: string, wanted: string): (from: number) => number {
  let found = -2;
  return (from) => {
    if (found !== -1 && found < from) found = text.indexOf(wanted, from);
    return found;
  };
}

function tokenOf(text: string, inner: string, offset: number): TemplateToken | undefined {
  const trimmed = inner.replace(/^\{+/, '').trim();
  const sign = trimmed.charAt(0);
  if (sign === '!') return { ...plain('comment', text, offset), inner };
  if (sign === '#' || sign === '^' || sign === '/') {
    const name = trimmed.slice(1).trim();
    if (name === '') return undefined;
    const kind = sign === '/' ? 'close' : 'open';
    return { kind, text, inner, name, filters: [], negated: sign === '^', offset };
  }
  const parts = trimmed.split(':').map((part) => part.trim());
  const name = parts.pop() ?? '';
  if (name === '') return undefined;
  return { kind: 'replacement', text, inner, name, filters: parts, negated: false, offset };
}

function plain(kind: TemplateToken['kind'], text: string, offset: number): TemplateToken {
  return { kind, text, inner: '', name: '', filters: [], negated: false, offset };
}

function unclosed(offset: number, { open, close }: Delimiters): TemplateProblem {
  return {
    offset,
    what: t`${open} opens here and is not closed.`,
    kept: t`It is shown as written.`,
    todo: t`Write ${close} after the name of the field.`,
  };
}

function nameless(offset: number, { open, close }: Delimiters): TemplateProblem {
  return {
    offset,
    what: t`No field is named between ${open} and ${close}.`,
    kept: t`It is shown as written.`,
    todo: t`Write the name of a field there.`,
  };
}
