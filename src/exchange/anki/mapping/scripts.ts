import type { NoteType } from '../../../domain/content/note-type.ts';
import {
  type HtmlAttribute,
  htmlTokens,
  VOID_ELEMENTS,
} from '../../../domain/template/html/html-tokens.ts';
import { namesOfScriptsAlone } from '../../../domain/template/language/script-fields.ts';
import { t } from '../../../kernel/texts.ts';
import { bringsScript } from './note-types.ts';

/** A type that would run something, and what of its cards depends on that. */
export interface TypeWithScript {
  readonly name: string;
  /** In words, each a part of a sentence; none where nothing of a card is lost without. */
  readonly shows: readonly string[];
}

type Scripted = Pick<NoteType, 'name' | 'templates' | 'css' | 'fields'>;

/**
 * What the scripts of a type would have shown, told from its text alone: fields that are hidden until
 * one opens them, fields that only one has, deletions one by one, a clock, files of their own. undefined
 * where it brings none.
 */
export function scriptsOf(type: Scripted): TypeWithScript | undefined {
  if (!bringsScript(type)) return undefined;
  const sides = type.templates.flatMap(({ front, back }) => [front, back]);
  const script = sides.flatMap(scriptIn).join('\n');
  const isField = (name: string) => type.fields.some((field) => field.name === name);
  const hidden = unique(sides.flatMap((html) => hiddenNames(html, type.css))).filter(isField);
  const alone = unique(
    type.templates.flatMap(({ front, back }) => {
      const names = namesOfScriptsAlone(front, back);
      return [...names.front, ...names.back];
    }),
  ).filter((name) => isField(name) && !hidden.includes(name));
  const files = unique(sides.flatMap(scriptFiles));
  return {
    name: type.name,
    shows: [
      ...hidden.map((name) => t`“${name}” behind a button`),
      ...alone.map((name) => t`“${name}”, which no other part of the card shows`),
      ...(ONE_BY_ONE.test(script) ? [t`deletions one after the other`] : []),
      ...(TAG_LINKS.test(script) ? [t`tags as links`] : []),
      ...(CLOCK.test(script) ? ['a clock'] : []),
      ...files.map((name) => t`what “${name}” does`),
    ],
  };
}

const ONE_BY_ONE =
  /one[-_ ]?by[-_ ]?one|(reveal|show|next)[-_ ]?(next)?[-_ ]?cloze|cloze[^\n]{0,80}reveal/i;
const TAG_LINKS = /tags?[^\n]{0,80}(split|click|link)/i;
const CLOCK = /setInterval|countdown|timer/i;
const MOST_SIGNS = 200_000;

function scriptIn(html: string): string[] {
  const found: string[] = [];
  for (const token of htmlTokens(html)) {
    if (token.kind === 'raw' && token.name === 'script')
      found.push(html.slice(token.from, token.to));
    if (token.kind !== 'open') continue;
    for (const { name, from, to } of token.attributes) {
      if (name.startsWith('on')) found.push(html.slice(from, to));
    }
  }
  return found.map((code) => code.slice(0, MOST_SIGNS));
}

function scriptFiles(html: string): string[] {
  const found: string[] = [];
  for (const token of htmlTokens(html)) {
    if (token.kind !== 'open' || token.name !== 'script') continue;
    const file = attributeOf(html, token.attributes, 'src');
    if (file) found.push(file.slice(0, 100));
  }
  return found;
}

/** The names of fields that stand within something that a style hides. */
function hiddenNames(html: string, css: string): string[] {
  const hides = hidingIn(`${css}\n${styleIn(html)}`);
  const found: string[] = [];
  const open: { readonly name: string; readonly isHidden: boolean }[] = [];
  for (const token of htmlTokens(html)) {
    if (token.kind === 'open' && !VOID_ELEMENTS.has(token.name)) {
      const isHidden = open.at(-1)?.isHidden === true || hides(html, token.attributes);
      open.push({ name: token.name, isHidden });
    } else if (token.kind === 'close') {
      const at = open.findLastIndex(({ name }) => name === token.name);
      if (at >= 0) open.length = at;
    } else if (token.kind === 'text' && open.at(-1)?.isHidden) {
      const text = html.slice(token.from, token.to);
      for (const [, inside = ''] of text.matchAll(/\{\{([^{}#^/!][^{}]*)\}\}/g)) {
        found.push((inside.split(':').pop() ?? '').trim());
      }
    }
  }
  return found;
}

const HIDES = /display\s*:\s*none|visibility\s*:\s*hidden|(?<![-\w])opacity\s*:\s*0(?![.\d])/i;

/** Whether an element is hidden by its own style, by `hidden`, or by a rule for its id or a class. */
function hidingIn(css: string): (html: string, attributes: readonly HtmlAttribute[]) => boolean {
  const names = new Set<string>();
  for (const [, selectors = '', body = ''] of css.slice(0, MOST_SIGNS).matchAll(RULE)) {
    if (!HIDES.test(body)) continue;
    for (const selector of selectors.split(',')) {
      const [last] = /[^\s>+~]+$/.exec(selector.trim()) ?? [];
      for (const [name] of (last ?? '').matchAll(/[#.][\w-]+/g)) names.add(name);
    }
  }
  return (html, attributes) => {
    const value = (name: string) => attributeOf(html, attributes, name) ?? '';
    if (HIDES.test(value('style')) || attributes.some(({ name }) => name === 'hidden')) return true;
    if (names.has(`#${value('id')}`)) return true;
    return value('class')
      .split(/\s+/)
      .some((name) => names.has(`.${name}`));
  };
}

const RULE = /([^{}]{1,2000})\{([^{}]*)\}/g;

function styleIn(html: string): string {
  const found: string[] = [];
  for (const token of htmlTokens(html)) {
    if (token.kind === 'raw' && token.name === 'style')
      found.push(html.slice(token.from, token.to));
  }
  return found.join('\n');
}

function attributeOf(
  html: string,
  attributes: readonly HtmlAttribute[],
  wanted: string,
): string | undefined {
  const found = attributes.find(({ name }) => name === wanted);
  return found && html.slice(found.from, found.to);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
