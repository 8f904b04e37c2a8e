import { decodeEntities, escapeText } from '../template/html/entities.ts';
import { htmlTokens } from '../template/html/html-tokens.ts';
import { isOnlyText, textOfHtml } from '../template/html-text.ts';

/*
 * Markdown as a deck file has it: CommonMark's bold, italic, code, links and HTML within a line, and
 * ~~struck~~; a line break is a line break. Formulas, \(…\) and \[…\], stand as they are.
 */

const PAIRS = [
  { sign: '**', name: 'b' },
  { sign: '~~', name: 's' },
  { sign: '*', name: 'i' },
] as const;
const SIGN_OF: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  s: '~~',
  del: '~~',
  strike: '~~',
};
/** One at a time, longest first: formula, escape, code, link, tag, entity, sign. */
const PIECE =
  /(\\\((?:(?!\\[()]|\n).)+\\\)|\\\[(?:(?!\\[[\]]|\n).)+\\\])|\\([!-/:-@[-`{-~])|`([^`\n]+)`|\[([^[\]\n]*)\]\((https?:[^\s()]+|mailto:[^\s()]+)\)|(<\/?[a-zA-Z][^<>\n]*>|<!--(?:(?!<!--|-->)[^\n])*-->)|(&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});)|(\*\*|~~|\*)|\n/g;

/** The text as a field's HTML. Never throws; takes time in proportion to its length. */
export function htmlOfMarkdown(text: string): string {
  const parts: string[] = [];
  /** Opened signs and where their part is; a sign without its end is itself. */
  const open: { readonly sign: string; readonly at: number }[] = [];
  const signsOpen = new Map<string, number>();
  let from = 0;
  for (const match of text.matchAll(PIECE)) {
    const [whole, formula, escaped, code, words, address, tag, entity, sign] = match;
    parts.push(escapeText(text.slice(from, match.index)));
    from = match.index + whole.length;
    if (formula !== undefined) parts.push(escapeText(formula));
    else if (escaped !== undefined) parts.push(escapeText(escaped));
    else if (code !== undefined) parts.push(`<code>${escapeText(code)}</code>`);
    else if (address !== undefined) {
      parts.push(`<a href="${escapeText(address)}">${htmlOfMarkdown(words ?? '')}</a>`);
    } else if (tag !== undefined || entity !== undefined) parts.push(whole);
    else if (sign === undefined) parts.push('<br>');
    else {
      const name = PAIRS.find((pair) => pair.sign === sign)?.name ?? 'i';
      // Looked for only where it ends something, so that no sign is passed twice.
      const canClose = (signsOpen.get(sign) ?? 0) > 0 && /\S/.test(text[match.index - 1] ?? ' ');
      const canOpen = /\S/.test(text[from] ?? ' ');
      if (canClose) {
        const opening = open.findLastIndex((each) => each.sign === sign);
        parts[open[opening]?.at ?? 0] = `<${name}>`;
        parts.push(`</${name}>`);
        for (const each of open.splice(opening)) {
          signsOpen.set(each.sign, (signsOpen.get(each.sign) ?? 1) - 1);
        }
      } else {
        if (canOpen) {
          open.push({ sign, at: parts.length });
          signsOpen.set(sign, (signsOpen.get(sign) ?? 0) + 1);
        }
        parts.push(sign);
      }
    }
  }
  parts.push(escapeText(text.slice(from)));
  return parts.join('');
}

/** A field's HTML as Markdown that reads back as the same, or undefined where there is none. */
export function markdownOfHtml(html: string): string | undefined {
  if (isOnlyText(html)) {
    const plain = markdownOfText(textOfHtml(html));
    if (textOfHtml(htmlOfMarkdown(plain)) === textOfHtml(html)) return plain;
  }
  const shown = withoutEnds(linesInPre(html));
  for (const areSignsUsed of [true, false]) {
    const text = written(shown, areSignsUsed);
    if (isSameHtml(htmlOfMarkdown(text), shown) && text.trim() === text) return text;
  }
  return undefined;
}

/** Without blanks and line breaks before and after all, which nobody sees. */
function withoutEnds(html: string): string {
  let bare = html.trim();
  while (bare.endsWith('<br>')) bare = bare.slice(0, -'<br>'.length).trimEnd();
  while (bare.startsWith('<br>')) bare = bare.slice('<br>'.length).trimStart();
  return bare;
}

/** In <pre> line ends and blanks are seen: by what is seen everywhere, and a line of a file keeps. */
function linesInPre(html: string): string {
  if (!/<pre[\s>]/i.test(html)) return html;
  let shown = '';
  let depth = 0;
  for (const token of htmlTokens(html)) {
    const raw = html.slice(token.from, token.to);
    if (token.kind === 'open' && token.name === 'pre') depth += 1;
    else if (token.kind === 'close' && token.name === 'pre') depth -= 1;
    shown +=
      token.kind === 'text' && depth > 0
        ? raw
            .replaceAll('\t', '    ')
            .replace(/ (?= )|(?<![^\r\n]) /g, '&nbsp;')
            .replace(/\r\n?|\n/g, '<br>')
        : raw;
  }
  return shown;
}

/** Plain text as Markdown that shows just that. */
export function markdownOfText(text: string): string {
  let from = 0;
  let result = '';
  const guarded = (piece: string) =>
    piece.replace(/[\\`*~<>&]/g, '\\$&').replace(/\[(?=[^[\]\n]*\]\()/g, '&#91;');
  for (const match of text.matchAll(/\\\((?:(?!\\[()]|\n).)+\\\)|\\\[(?:(?!\\[[\]]|\n).)+\\\]/g)) {
    result += guarded(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + guarded(text.slice(from));
}

/** Whether two fields show the same, however their tags and references are written. */
export function isSameHtml(one: string, other: string): boolean {
  return one === other || normalHtml(one) === normalHtml(other);
}

const SAME: Readonly<Record<string, string>> = { strong: 'b', em: 'i', del: 's', strike: 's' };

function normalHtml(html: string): string {
  let normal = '';
  for (const token of htmlTokens(html)) {
    const raw = html.slice(token.from, token.to);
    if (token.kind === 'text') {
      normal += escapeText(decodeEntities(raw.replace(/[\t\n\f\r ]+/g, ' ')));
    } else if (token.kind === 'close') normal += `</${SAME[token.name] ?? token.name}>`;
    else if (token.kind !== 'open') normal += raw;
    else {
      const attributes = token.attributes.map(
        ({ name, from, to }) => ` ${name}="${escapeText(decodeEntities(html.slice(from, to)))}"`,
      );
      normal += `<${SAME[token.name] ?? token.name}${attributes.join('')}>`;
    }
  }
  return normal;
}

/** Markdown's signs for what it has signs for, tags for the rest; all of them tags without signs. */
function written(html: string, areSignsUsed: boolean): string {
  let text = '';
  const closing: string[] = [];
  let link: string | undefined;
  for (const token of htmlTokens(html)) {
    const raw = html.slice(token.from, token.to);
    const isBare = token.kind === 'open' && token.attributes.length === 0;
    if (token.kind === 'text') {
      text += markdownOfText(decodeEntities(raw.replace(/[\t\n\f\r ]+/g, ' '))).replaceAll(
        '\u00a0',
        '&nbsp;',
      );
    } else if (token.kind === 'open' && token.name === 'br' && isBare) text += '\n';
    else if (areSignsUsed && isBare && SIGN_OF[token.name] !== undefined) {
      text += SIGN_OF[token.name];
      closing.push(token.name);
    } else if (token.kind === 'close' && closing.at(-1) === token.name) {
      text += SIGN_OF[token.name] ?? '';
      closing.pop();
    } else if (areSignsUsed && token.kind === 'open' && token.name === 'a' && link === undefined) {
      const [href, ...more] = token.attributes;
      const address = href && decodeEntities(html.slice(href.from, href.to));
      const isPlain = href?.name === 'href' && more.length === 0;
      if (isPlain && address && /^(?:https?:|mailto:)[^\s()]+$/.test(address)) {
        link = address;
        text += '[';
      } else text += raw.replace(/\s+/g, ' ');
    } else if (token.kind === 'close' && token.name === 'a' && link !== undefined) {
      text += `](${link})`;
      link = undefined;
    } else text += raw.replace(/\s+/g, ' ');
  }
  return text;
}
