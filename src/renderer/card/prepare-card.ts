import { t } from '../../kernel/texts.ts';
import { breakLongWords } from './long-words.ts';
import type { MathsUnderWay } from './maths/draw-formulas.ts';
import { drawMaths } from './maths/maths.ts';
import { fillMedia, type MediaUrl } from './media/media-in-card.ts';
import { loadRareParts, needsRareParts, rareParts } from './load-rare-parts.ts';
import { type Shortened, sanitiseHtml } from './safe/sanitise.ts';
import { sanitiseCss } from './safe/sanitise-css.ts';

/** A card ready to be shown: sanitised, its media found, its formulas drawn. */
export interface PreparedCard {
  readonly body: DocumentFragment;
  readonly css: string;
  /** Gives what is hidden buttons of ours once it is on screen; undefined where nothing would open it. */
  readonly openHidden: ((root: HTMLElement) => void) | undefined;
  /** What is left to draw once it is on screen; undefined: nothing. */
  readonly rest: MathsUnderWay['rest'] | undefined;
}

/**
 * Prepares one side of a card. At once where nothing has to be looked up or fetched, so that most
 * cards are on screen in the frame after the key. Never rejects: what cannot be had is left out.
 */
export function prepareCard(
  html: string,
  css: string,
  mediaUrl: MediaUrl,
): PreparedCard | Promise<PreparedCard> {
  const clean = sanitiseHtml(html);
  boxTables(clean.body);
  nameLinks(clean.body);
  const maths = drawMaths(clean.body);
  const isRare = needsRareParts(html);
  const openHidden = (root: HTMLElement): void => {
    rareParts()?.openHiddenFields(root, html, clean.pressed);
  };
  const finished = (): PreparedCard => {
    if (clean.shortened) clean.body.append(said(clean.body, SHORTENED[clean.shortened]));
    breakLongWords(clean.body);
    return {
      body: clean.body,
      css: `${deckCss(css)}\n${clean.css}`,
      openHidden: isRare ? openHidden : undefined,
      rest: maths?.rest,
    };
  };
  const rare = isRare && !rareParts() ? loadRareParts() : undefined;
  const waiting = [fillMedia(clean.body, mediaUrl), maths?.soon, rare].filter(Boolean);
  return waiting.length === 0 ? finished() : Promise.allSettled(waiting).then(finished);
}

const SHORTENED: Readonly<Record<Shortened, string>> = {
  source: t`This card is too much to be drawn: it stands as it is written, as far as it fits here.`,
  depth: t`This card nests deeper than is drawn: its innermost parts stand as plain text.`,
};

function said({ ownerDocument }: Node, words: string): Node {
  const line = (ownerDocument ?? document).createElement('p');
  line.className = 'undrawn';
  line.textContent = words;
  return line;
}

/** The styling of the deck last shown, since the next card is mostly of the same one. */
let last = { given: '', safe: '' };

function deckCss(given: string): string {
  if (last.given !== given) last = { given, safe: sanitiseCss(given) };
  return last.safe;
}

/** A wide table scrolls in a box of its own; the card does not. */
function boxTables(body: DocumentFragment): void {
  for (const table of body.querySelectorAll('table')) {
    const box = body.ownerDocument.createElement('div');
    box.className = 'table-box';
    table.replaceWith(box);
    box.append(table);
  }
}

/** Where a link leads can be seen before it is followed, and nothing in it can say otherwise. */
function nameLinks(body: DocumentFragment): void {
  for (const link of body.querySelectorAll('a[href]')) {
    for (const within of link.querySelectorAll('[title]')) within.removeAttribute('title');
    link.setAttribute('title', link.getAttribute('href') ?? '');
  }
}
