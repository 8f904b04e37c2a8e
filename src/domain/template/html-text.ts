import { raised } from '../text/as-read.ts';
import { decodeEntities, escapeText } from './html/entities.ts';
import { htmlTokens } from './html/html-tokens.ts';

export { mediaNamesIn, mediaNamesInCss, renameMediaIn } from './html/media-in-html.ts';

/**
 * The text a reader sees in `html`, trimmed: tags, scripts, styles and [sound:…] out, line breaks
 * and blocks on lines of their own, white space as a browser folds it, entities read, a no-break
 * space as a space. Takes time in proportion to the length. Not HTML: escape it before showing it.
 */
export function textOfHtml(html: string): string {
  return linesOf(html, (text) => text.replace(SOUND, ''));
}

/** The same with its [sound:…], which play where the text is shown: the filter text:. */
export function textWithSounds(html: string): string {
  return linesOf(html, (text) => text);
}

/** The same as a person reads it, and as it is compared: 10<sup>6</sup> is 10⁶ and not 106. */
export function textToRead(html: string): string {
  return textOfHtml(/<sup/i.test(html) ? withExponents(html) : html);
}

function linesOf(html: string, kept: (text: string) => string): string {
  const lines = new Lines();
  let preDepth = 0;
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      lines.add(kept(html.slice(token.from, token.to)), preDepth > 0);
    } else if (token.kind === 'open' || token.kind === 'close') {
      if (token.name === 'br') lines.break();
      else if (BLOCKS.has(token.name)) lines.startBlock();
      else if (CELLS.has(token.name)) lines.space();
      if (token.name === 'pre') preDepth = Math.max(0, preDepth + (token.kind === 'open' ? 1 : -1));
    }
  }
  return lines.text();
}

/**
 * Plain text as HTML: escaped, lines joined by <br>, runs of spaces kept by &nbsp;. Read back with
 * textOfHtml it is the same, but for tabs (now spaces) and white space at the ends.
 */
export function htmlOfText(text: string): string {
  return escapeText(text)
    .replace(/[\t\f]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/^ | (?= )| $/gm, '&nbsp;')
    .replaceAll('\n', '<br>');
}

/** A number raised right after a digit, written with raised signs; tags between them stay. */
function withExponents(html: string): string {
  return html.replace(
    EXPONENT,
    (whole, before: string, within: string, sign: string | undefined, digits: string) => {
      const power = (sign?.startsWith('&') ? '−' : (sign ?? '')) + digits;
      const signs = raised(power);
      return signs === undefined ? whole : before + within + signs;
    },
  );
}

const TAGS = '(?:<[^<>]*>)*';
const EXPONENT = new RegExp(
  `(\\d${TAGS})<sup\\b[^<>]*>(${TAGS})\\s*([-+−–]|&minus;|&#8722;|&#x2212;)?(\\d+|n)\\s*(?=${TAGS}</sup)`,
  'gi',
);

/** Whether `html` shows nothing: neither a visible sign, nor a picture, sound or film. */
export function isEmptyHtml(html: string): boolean {
  for (const token of htmlTokens(html)) {
    if (token.kind === 'open' && MEDIA.has(token.name)) return false;
    if (token.kind === 'text' && VISIBLE.test(decodeEntities(html.slice(token.from, token.to)))) {
      return false;
    }
  }
  return true;
}

/**
 * Whether a field counts as filled in templates, as in Anki: it holds more than white space (of
 * ASCII), line breaks and bare <div>s. Other markup fills it, whatever it shows.
 */
export function isFilled(html: string): boolean {
  return html.replace(NOTHING, '') !== '';
}

const NOTHING = /[\t\n\v\f\r ]+|<\/?(?:br|div) ?\/?>/gi;

/** Whether `html` says no more than its text does: nothing but text and plain line breaks. */
export function isOnlyText(html: string): boolean {
  for (const token of htmlTokens(html)) {
    if (token.kind === 'raw' || token.kind === 'unseen') return false;
    if (token.kind === 'text') {
      if (html.slice(token.from, token.to).search(SOUND) !== -1) return false;
    } else if (!LINES.has(token.name)) return false;
    else if (token.kind === 'open' && token.attributes.length > 0) return false;
  }
  return true;
}

/** [sound:name.mp3], also for films; names hold no brackets. */
const SOUND = /\[sound:[^[\]]+\]/g;
const VISIBLE = /[^\s\u00ad\u200b-\u200f\u2060\ufeff]/;
const LINES: ReadonlySet<string> = new Set(['br', 'div', 'p']);
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote center dd details div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr
  ul`.split(/\s+/),
);
/** Whatever may draw without text counts, so that no card is lost for what this cannot see into. */
const MEDIA: ReadonlySet<string> = new Set(
  'img audio video svg object embed iframe canvas picture'.split(' '),
);

/** Text as it grows, with the white space between its pieces folded. */
class Lines {
  private readonly pieces: string[] = [];
  private isAtLineStart = true;
  private hasSpace = false;
  private hasBlockStart = false;

  /** `raw` is text as written in HTML. */
  add(raw: string, isPreformatted: boolean): void {
    if (isPreformatted) {
      if (raw !== '') this.push(seen(raw));
      return;
    }
    const folded = raw.replace(/[\t\n\f\r ]+/g, ' ');
    const body = folded.slice(folded.startsWith(' ') ? 1 : 0);
    if (body !== folded) this.hasSpace = true;
    if (body === '') return;
    const hasSpaceAfter = body.endsWith(' ');
    this.push(seen(hasSpaceAfter ? body.slice(0, -1) : body).replace(/[\t\n\f\r]/g, ' '));
    this.hasSpace = hasSpaceAfter;
  }

  break(): void {
    this.finishBlock();
    this.pieces.push('\n');
    this.isAtLineStart = true;
    this.hasSpace = false;
  }

  startBlock(): void {
    this.hasBlockStart = true;
  }

  space(): void {
    this.hasSpace = true;
  }

  text(): string {
    return this.pieces.join('').trim();
  }

  private push(text: string): void {
    this.finishBlock();
    if (this.hasSpace && !this.isAtLineStart) this.pieces.push(' ');
    this.pieces.push(text);
    this.hasSpace = false;
    this.isAtLineStart = text.endsWith('\n');
  }

  private finishBlock(): void {
    if (this.hasBlockStart && !this.isAtLineStart) {
      this.pieces.push('\n');
      this.isAtLineStart = true;
    }
    this.hasBlockStart = false;
  }
}

function seen(raw: string): string {
  return decodeEntities(raw).replaceAll('\u00a0', ' ');
}
