import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { pageOf, readHelp } from '../../help.config.ts';
import { OPERATORS } from '../../src/domain/search/operators.ts';
import { parseSearch } from '../../src/domain/search/parse-query.ts';
import { ACTIONS } from '../../src/renderer/actions/registry.ts';
import { SETTINGS_PARTS } from '../../src/renderer/actions/palette/places.ts';
import { RICH_ACTIONS } from '../../src/renderer/editor/rich/rich-actions.ts';
import { findHelp, helpTexts, marked } from '../../src/renderer/help/find-help.ts';
import type { HelpBlock, HelpWord } from '../../src/renderer/help/help-page.ts';
import { slugAbout } from '../../src/renderer/help/help-places.ts';
import { chordLabel } from '../../src/renderer/kit/keys/chord.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = readHelp(join(root, 'docs/help'));
const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(root, 'src', path), 'utf8'))
  .join('\n');

const wordsIn = (blocks: readonly HelpBlock[]): readonly HelpWord[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return withinWords(block.words);
    if (block.kind === 'list') return block.items.flatMap(withinWords);
    return block.kind === 'table' ? [block.head, ...block.rows].flat().flatMap(withinWords) : [];
  });
function withinWords(words: readonly HelpWord[]): readonly HelpWord[] {
  return words.flatMap((word) =>
    typeof word === 'object' && 'words' in word ? [word, ...withinWords(word.words)] : [word],
  );
}
/** Every word of a kind, with the page on which it stands. */
const all = <Kind extends string>(kind: Kind) =>
  pages.flatMap(({ slug, sections }) =>
    wordsIn(sections.flatMap(({ blocks }) => blocks)).flatMap((word) =>
      typeof word === 'object' && word.kind === kind
        ? [{ slug, word: word as Extract<HelpWord, { readonly kind: Kind }> }]
        : [],
    ),
  );
const textOf = (word: HelpWord): string => {
  if (typeof word === 'string') return word;
  if ('words' in word) return word.words.map(textOf).join('');
  return word.kind === 'key' ? word.label : word.text;
};

const places = new Set(
  pages.flatMap(({ slug, sections }) =>
    sections.map(({ id }) => `/help${slug && `/${slug}`}${id && `?at=${id}`}`),
  ),
);

describe('the pages of the help:', () => {
  test('[HELP-2] every page is in the list, and every link leads to a page, a heading or a screen', () => {
    expect(pages.length).toBeGreaterThan(14);
    const screens = new Set(
      [...source.matchAll(/<Route path="([\w/]+)"/g)].map(([, path = '']) => path),
    );
    const parts: readonly string[] = SETTINGS_PARTS.map(([id]) => id);
    const links = all('link');
    expect(links.length).toBeGreaterThan(30);
    const leadsNowhere = links.filter(({ word: { to } }) => {
      const [path = '', query] = to.split('?');
      if (path.startsWith('/help')) return !places.has(to);
      const isPart = path !== '/settings' || !query || parts.includes(query.replace('at=', ''));
      return !screens.has(path) || !isPart;
    });
    expect(leadsNowhere).toEqual([]);
  });

  test('[HELP-2] a page out of the list, a link elsewhere and what cannot be drawn are refused', () => {
    const refused = (text: string) => () => pageOf('a.md', text);
    expect(refused('No title')).toThrow('does not begin with a title');
    expect(refused('# A\n[b](https://example.org)')).toThrow('a link to https://example.org');
    expect(refused('# A\n[b](../rules/help.md)')).toThrow('a link to ../rules/help.md');
    expect(refused('# A\n<b>x</b>')).toThrow('help cannot show html');
    expect(refused('# A\n### B')).toThrow('below the second level');
    expect(refused('# A\n## B\n## B')).toThrow('a heading is there twice');
  });

  test('[HELP-5] every key that is named is one of the program, as it is without changes', () => {
    const labels = ACTIONS.flatMap(({ keys }) => ('other' in keys ? keys.other : keys)).map(
      (chord) => chordLabel(chord, false),
    );
    const inFields = Object.values(RICH_ACTIONS)
      .flatMap(({ keys = [] }) => keys)
      .map((chord) => chordLabel(chord, false));
    // Of forms and of tables.
    const known = new Set([...labels, ...inFields, 'Ctrl+Enter', 'Ctrl+A']);
    const keys = all('key');
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter(({ word }) => !known.has(word.label))).toEqual([]);
    expect(known.has('Ctrl+K') && !known.has('Ctrl+Q')).toBe(true);
  });

  test('[HELP-5] a key in a sentence stands in brackets, so that it can be left out', () => {
    const inSentences = pages.filter(({ slug }) => slug !== 'keys');
    const blocks = inSentences.flatMap(({ sections }) => sections.flatMap((each) => each.blocks));
    expect(wordsOutsideKeys(blocks)).toEqual([]);
    const [, section] = pageOf('a.md', '# A\n## B\nUndo <kbd>U</kbd>, (<kbd>E</kbd>).').sections;
    expect(wordsOutsideKeys(section?.blocks ?? [])).toEqual(['U']);
  });

  test('[HELP-6] every word of the search language is described, and every example can be read', () => {
    const search = pages.find(({ slug }) => slug === 'search');
    const words = wordsIn(search?.sections.flatMap(({ blocks }) => blocks) ?? []);
    const examples = words.flatMap((word) =>
      typeof word === 'object' && word.kind === 'code' ? word.text : [],
    );
    const named = (begin: string) => examples.some((each) => each.includes(begin));
    const wanted = OPERATORS.flatMap(({ name, values = [], choices }) => {
      const isOfWords = name === 'is' || name === 'prop' || choices !== undefined;
      const all = isOfWords ? values.map(([value]) => value.replace(/\W+$/, '')) : [];
      return ['', ...all].map((value) => `${name}:${value}`);
    });
    expect(wanted.filter((each) => !named(each))).toEqual([]);
    const whole = examples.filter((each) => /\w/.test(each) && !/^\w+:$/.test(each));
    expect(whole.length).toBeGreaterThan(50);
    const unread = whole.filter((text) => !parseSearch(text, { fieldNames: ['Front'] }).ok);
    expect(unread).toEqual([]);
  });

  test('[HELP-7] every button, menu and screen that is named stands so in the program', () => {
    const shown = source.replace(/\s+/g, ' ');
    const names = all('em').map(({ slug, word }) => ({ slug, name: textOf(word) }));
    expect(names.length).toBeGreaterThan(50);
    const said = (name: string) => name.replace(/^I have \d+ minutes now$/, 'minutes now');
    expect(names.filter(({ name }) => !shown.includes(said(name)))).toEqual([]);
  });

  test('[HELP-9] every “How this works” leads to a place in the help, and they are few', () => {
    const links = [...source.matchAll(/<HelpLink to="([^"]+)"/g)].map(([, to]) => `/help/${to}`);
    expect(links.length).toBeGreaterThan(3);
    expect(links.length).toBeLessThan(12);
    expect(links.filter((to) => !places.has(to))).toEqual([]);
  });

  test('[HELP-1] the page about a screen is a page', () => {
    expect(slugAbout('/exams/new')).toBe('exams');
    expect(slugAbout('/review')).toBe('reviewing');
    expect(slugAbout('/')).toBe('');
    const screens = ['review', 'add', 'types', 'library', 'exams', 'insights', 'import', 'deck'];
    for (const screen of screens) expect(places).toContain(`/help/${slugAbout(`/${screen}`)}`);
  });
});

describe('the search of the help:', () => {
  const texts = helpTexts([
    pageOf(
      'a.md',
      '# Cards\nA note makes cards. Notes are Guérin’s.\n\n## Find-and-replace\nText.',
    ),
    pageOf('b.md', '# Exams\n## A floor\n- One note.\n\n## More\nFirst cards. Then a note.'),
  ]);
  const found = (typed: string) => findHelp(texts, typed).map(({ to, sentence }) => [to, sentence]);

  test('[HELP-3] every word begins a word there, in any order, case and accents aside', () => {
    expect(found('GUERIN not')).toEqual([['/help/a', 'Notes are Guérin’s.']]);
    expect(found('ote')).toEqual([]);
    expect(found('replace')).toEqual([['/help/a?at=find-and-replace', 'Text.']]);
    expect(found('  ')).toEqual([]);
    // The page's title is found with what stands under its headings.
    expect(found('exams floor')).toEqual([['/help/b?at=a-floor', 'One note.']]);
  });

  test('[HELP-3] headings come before sentences, and a sentence before words far apart', () => {
    expect(found('card note').map(([to]) => to)).toEqual(['/help/a', '/help/b?at=more']);
    expect(found('more').map(([to]) => to)).toEqual(['/help/b?at=more']);
    expect(found('card')[0]).toEqual(['/help/a', 'A note makes cards.']);
  });

  test('[HELP-3] what was searched for is marked, and nothing of the sentence is lost', () => {
    expect(marked('A note makes notes.', 'not')).toEqual(['A ', 'not', 'e makes ', 'not', 'es.']);
    expect(marked('Guérin’s', 'guer')).toEqual(['', 'Guér', 'in’s']);
    expect(marked('Straße', 'strass')).toEqual(['', 'Straße', '']);
    expect(marked('Nothing', 'zebra')).toEqual(['Nothing']);
  });
});

function wordsOutsideKeys(blocks: readonly HelpBlock[]): readonly string[] {
  const outside = (words: readonly HelpWord[]): readonly string[] =>
    words.flatMap((word) => {
      if (typeof word !== 'object' || word.kind === 'keys' || word.kind === 'code') return [];
      return word.kind === 'key' ? [word.label] : outside(word.words);
    });
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return outside(block.words);
    if (block.kind === 'list') return block.items.flatMap(outside);
    return block.kind === 'table' ? block.rows.flat().flatMap(outside) : [];
  });
}
