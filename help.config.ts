import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { lexer, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import type {
  HelpBlock,
  HelpPage,
  HelpSection,
  HelpWord,
  HelpWords,
} from './src/renderer/help/help-page.ts';

/**
 * Makes of `import pages from '…/docs/help/README.md?help'` what the help screen draws: no Markdown is
 * read in the program, and no HTML comes into it.
 */
export function helpPages(): Plugin {
  return {
    name: 'rounds-help',
    enforce: 'pre',
    load(id) {
      const [file = '', query] = id.split('?');
      if (query !== 'help') return undefined;
      const folder = dirname(file);
      for (const name of readdirSync(folder)) this.addWatchFile(join(folder, name));
      return `export default ${JSON.stringify(readHelp(folder))};`;
    },
  };
}

/** The contents, and the pages in the order in which they stand there. */
export function readHelp(folder: string): readonly HelpPage[] {
  const read = (name: string) => pageOf(name, readFileSync(join(folder, name), 'utf8'));
  const contents = read('README.md');
  const names = listedIn(contents).map((slug) => `${slug}.md`);
  const unlisted = readdirSync(folder).filter(
    (name) => name.endsWith('.md') && name !== 'README.md' && !names.includes(name),
  );
  if (unlisted.length > 0) throw new Error(`docs/help: not in the contents: ${unlisted}`);
  return [contents, ...names.map(read)];
}

function listedIn({ sections }: HelpPage): readonly string[] {
  const words = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'list' ? block.items.flat() : [])),
  );
  return words.flatMap((word) =>
    typeof word === 'object' && word.kind === 'link' ? word.to.replace('/help/', '') : [],
  );
}

/** A page of Markdown: one title, headings of the second level, and what can be drawn. */
export function pageOf(name: string, text: string): HelpPage {
  const sections: { id: string; title: string; blocks: HelpBlock[] }[] = [];
  for (const token of lexer(text)) {
    if (token.type === 'space') continue;
    if (token.type === 'heading') sections.push(sectionOf(token as Tokens.Heading, name));
    else sections.at(-1)?.blocks.push(blockOf(token, name));
  }
  const [first] = sections;
  if (first?.id !== '') throw new Error(`docs/help/${name} does not begin with a title.`);
  const ids = sections.map(({ id }) => id);
  if (new Set(ids).size < ids.length)
    throw new Error(`docs/help/${name}: a heading is there twice.`);
  const slug = name === 'README.md' ? '' : name.replace(/\.md$/, '');
  return { slug, title: first.title, sections };
}

type OpenSection = HelpSection & { blocks: HelpBlock[] };

function sectionOf({ depth, text }: Tokens.Heading, name: string): OpenSection {
  if (depth > 2)
    throw new Error(`docs/help/${name}: “${text}” is a heading below the second level.`);
  return { id: depth === 1 ? '' : idOf(text), title: text, blocks: [] };
}

/** As GitHub makes it, so that a link with it leads there too. */
function idOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

function blockOf(token: Token, name: string): HelpBlock {
  switch (token.type) {
    case 'paragraph':
      return { kind: 'paragraph', words: wordsOf(token.tokens, name) };
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const isOrdered = ordered;
      return { kind: 'list', isOrdered, items: items.map((item) => itemOf(item, name)) };
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: readonly Tokens.TableCell[]) =>
        row.map(({ tokens }) => wordsOf(tokens, name));
      return { kind: 'table', head: cells(header), rows: rows.map(cells) };
    }
    case 'code':
      return { kind: 'code', text: (token as Tokens.Code).text };
    default:
      throw new Error(`docs/help/${name}: help cannot show ${token.type}: ${token.raw}`);
  }
}

/** An item of a list is one paragraph. */
function itemOf({ tokens, text }: Tokens.ListItem, name: string): HelpWords {
  const [only, ...others] = tokens;
  if (!only || others.length > 0) {
    throw new Error(`docs/help/${name}: an item of more than a paragraph: ${text}`);
  }
  return wordsOf('tokens' in only ? only.tokens : undefined, name);
}

function wordsOf(tokens: readonly Token[] = [], name: string): HelpWords {
  const words: HelpWord[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.raw === '<kbd>') {
      words.push({ kind: 'key', label: tokens[at + 1]?.raw ?? '' });
      at += 2;
      if (tokens[at]?.raw !== '</kbd>') throw new Error(`docs/help/${name}: a key is not closed.`);
    } else words.push(wordOf(token, name));
  }
  return withKeysApart(words);
}

function wordOf(token: Token, name: string): HelpWord {
  switch (token.type) {
    case 'text':
    case 'escape':
      return (token as Tokens.Text).text.replace(/\s+/g, ' ');
    case 'strong':
    case 'em':
      return { kind: token.type, words: wordsOf(token.tokens, name) };
    case 'codespan':
      return { kind: 'code', text: (token as Tokens.Codespan).text };
    case 'link': {
      const { href, tokens } = token as Tokens.Link;
      return { kind: 'link', to: placeOf(href, name), words: wordsOf(tokens, name) };
    }
    default:
      throw new Error(`docs/help/${name}: help cannot show ${token.type}: ${token.raw}`);
  }
}

/** 'exams.md#floors' and '#floors' are places in the help; '#/settings' is one in the program. */
function placeOf(href: string, name: string): string {
  if (href.startsWith('#/')) return href.slice(1);
  const [file = '', id] = href.split('#');
  if (!/^([\w-]+\.md)?$/.test(file)) throw new Error(`docs/help/${name}: a link to ${href}.`);
  const slug = basename(file || name, '.md');
  return `/help${slug === 'README' ? '' : `/${slug}`}${id === undefined ? '' : `?at=${id}`}`;
}

/** ' (<kbd>S</kbd>)' made one: where there is no keyboard, it is left out (LOOK-3). */
function withKeysApart(words: HelpWords): HelpWords {
  const rest = [...words];
  const apart: HelpWord[] = [];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const end = rest.findIndex((each) => typeof each === 'string' && each.startsWith(')'));
    const within = rest.slice(0, end);
    if (typeof word !== 'string' || !word.endsWith(' (') || end < 1 || !within.every(isOfKeys)) {
      apart.push(word);
      continue;
    }
    apart.push(word.slice(0, -2), { kind: 'keys', words: [' (', ...within, ')'] });
    rest.splice(0, end + 1, (rest[end] as string).slice(1));
  }
  return apart.filter((word) => word !== '');
}

function isOfKeys(word: HelpWord): boolean {
  return typeof word === 'string' ? /^( or |, )$/.test(word) : word.kind === 'key';
}
