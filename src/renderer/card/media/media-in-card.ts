import { kindOfName } from '../../../domain/media/media-kinds.ts';
import { DRAWING_ADDRESS } from '../../../domain/media/plain-drawing.ts';
import { t } from '../../../kernel/texts.ts';
import { mediaNameOf } from './media-source.ts';

/** A media file's address, blob: or a drawing's own text; undefined where the collection has none. */
export type MediaUrl = (name: string) => Promise<string | undefined>;

/**
 * Makes players of [sound:…] and gives the pictures, sounds and films of a sanitised card their
 * addresses. Where there is none to give, a sentence takes their place. undefined: nothing had to be
 * looked up, and all is done.
 */
export function fillMedia(root: DocumentFragment, mediaUrl: MediaUrl): Promise<void> | undefined {
  makePlayers(root);
  const waiting: Promise<void>[] = [];
  for (const element of root.querySelectorAll<Medium>('img, audio, video')) {
    if (element.localName !== 'img') prepare(element as HTMLMediaElement);
    const name = element.dataset.media;
    if (name !== undefined) {
      waiting.push(lookUp(name, mediaUrl).then((url) => show(element, name, url)));
    } else if (!element.hasAttribute('src')) {
      refuse(element);
    }
  }
  for (const source of root.querySelectorAll('source')) source.remove();
  return waiting.length === 0 ? undefined : Promise.all(waiting).then(() => undefined);
}

type Medium = HTMLImageElement | HTMLMediaElement;

/** No file has a longer name; without an end, each beginning would be read on to the last sign. */
const SOUND = /\[sound:([^\]\r\n]{1,1000})\]/g;
/** What stands in the place of a medium; each is one text, and `name` stands where its language wants it. */
const SAID: Readonly<Record<'img' | 'audio' | 'video', Said>> = {
  img: {
    missing: (name) => t`Missing picture: ${name}`,
    unshown: (name) => t`Picture that cannot be shown: ${name}`,
    elsewhere: (host) => t`Not loaded: a picture from ${host}`,
    nowhere: () => t`Not loaded: a picture with no file`,
  },
  audio: {
    missing: (name) => t`Missing sound: ${name}`,
    unshown: (name) => t`Sound that cannot be played: ${name}`,
    elsewhere: (host) => t`Not loaded: a sound from ${host}`,
    nowhere: () => t`Not loaded: a sound with no file`,
  },
  video: {
    missing: (name) => t`Missing video: ${name}`,
    unshown: (name) => t`Video that cannot be played: ${name}`,
    elsewhere: (host) => t`Not loaded: a video from ${host}`,
    nowhere: () => t`Not loaded: a video with no file`,
  },
};

type Said = Readonly<Record<'missing' | 'unshown' | 'elsewhere' | 'nowhere', Words>>;
type Words = (name: string) => string;

function makePlayers(root: DocumentFragment): void {
  const document = root.ownerDocument;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const spoken: Text[] = [];
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.data.includes('[sound:')) spoken.push(text);
  }
  for (const text of spoken) {
    // Split gives text and names by turns.
    const parts = text.data.split(SOUND).map((part, index) => {
      if (index % 2 === 0) return document.createTextNode(part);
      const isFilm = kindOfName(part) === 'video';
      const player = document.createElement(isFilm ? 'video' : 'audio');
      const name = mediaNameOf(part);
      if (name !== undefined) player.dataset.media = name;
      return player;
    });
    text.replaceWith(...parts);
  }
}

/** What a card says of when to play does not count; a <source> inside counts where the element names no file. */
function prepare(player: HTMLMediaElement): void {
  player.controls = true;
  player.preload = 'metadata';
  if (!player.hasAttribute('aria-label')) {
    player.setAttribute('aria-label', player.localName === 'video' ? t`Video` : t`Sound`);
  }
  const { media, refused } =
    player.querySelector<HTMLElement>('source[data-media], source[data-refused]')?.dataset ?? {};
  if (player.dataset.media !== undefined || player.dataset.refused !== undefined) return;
  if (media !== undefined) player.dataset.media = media;
  else if (refused !== undefined) player.dataset.refused = refused;
}

async function lookUp(name: string, mediaUrl: MediaUrl): Promise<string | undefined> {
  try {
    const url = await mediaUrl(name);
    return url?.startsWith('blob:') || url?.startsWith(DRAWING_ADDRESS) ? url : undefined;
  } catch {
    return undefined;
  }
}

function show(element: Medium, name: string, url: string | undefined): void {
  if (url === undefined) {
    element.replaceWith(notice(element, saidOf(element).missing, name));
    return;
  }
  element.removeAttribute('data-media');
  element.setAttribute('src', url);
  // Of an SVG that is no plain drawing and is kept for the way back to Anki, of other kinds, of damage.
  const unshown = notice(element, saidOf(element).unshown, name);
  element.addEventListener('error', () => {
    // Before it is in a page a player is refused its source, and gets it there.
    const isItsOwn = !('error' in element) || element.error !== null;
    if (element.isConnected && isItsOwn) element.replaceWith(unshown);
  });
  if (element.localName !== 'img') return;
  // No name: it may give the answer away.
  if (!element.hasAttribute('alt')) element.setAttribute('alt', t`Picture`);
}

function refuse(element: Medium): void {
  const { refused } = element.dataset;
  const { nowhere, elsewhere } = saidOf(element);
  if (refused === undefined) element.remove();
  else element.replaceWith(notice(element, refused === '' ? nowhere : elsewhere, refused));
}

function saidOf(element: Medium): Said {
  return SAID[element.localName as keyof typeof SAID];
}

/** `name` is hostile too: text, and kept from turning the writing around it. */
function notice(element: Medium, words: Words, name: string): HTMLElement {
  const note = element.ownerDocument.createElement('span');
  note.className = 'medium-missing';
  const [before = '', after] = words(PLACE).split(PLACE);
  note.append(before);
  if (after !== undefined) note.append(isolated(note, name), after);
  const alt = element.getAttribute('alt');
  if (alt) note.append(' (', isolated(note, alt), ')');
  return note;
}

/** Stands in a text until the name's own element does. */
const PLACE = '\ufffc';

function isolated({ ownerDocument }: Element, text: string): HTMLElement {
  const element = ownerDocument.createElement('bdi');
  element.append(text);
  return element;
}
