import { t } from '../../../kernel/texts.ts';

/** A place on a card that can be enlarged: a picture, with all that lies on it. In pixels of its frame. */
export interface PlaceOnCard {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A smaller one is a sign in the text. */
const LEAST_PIXELS = 64;
/** Pictures of which one covers so much of the other are one: a plate and what hides parts of it. */
const COVERED_SHARE = 0.6;

/** The pictures of a card that can be seen, from the first one on. */
export function picturesIn(document: Document): readonly PlaceOnCard[] {
  const { clientWidth, clientHeight } = document.documentElement;
  const places: PlaceOnCard[] = [];
  for (const picture of document.images) {
    const place = inSight(picture.getBoundingClientRect(), clientWidth, clientHeight);
    if (place.width < LEAST_PIXELS || place.height < LEAST_PIXELS || !isSeen(picture)) continue;
    const at = places.findIndex((each) => isMostlyCovered(each, place));
    const under = places[at];
    if (under) places[at] = around(under, place);
    else places.push(place);
  }
  return places;
}

/** The place at a point of the frame. */
export function placeAt(places: readonly PlaceOnCard[], x: number, y: number) {
  return places.find(
    ({ left, top, width, height }) =>
      x >= left && x <= left + width && y >= top && y <= top + height,
  );
}

/** What a screen reader hears of a place: what its pictures are called, then what its masks are. */
export function spokenAt(document: Document, place: PlaceOnCard): string {
  const named = [...document.querySelectorAll('img[alt], .occlusion .masks [aria-label]')];
  const words = named
    .filter((each) => isMostlyCovered(place, each.getBoundingClientRect()))
    .map((each) => each.getAttribute('alt') ?? each.getAttribute('aria-label') ?? '')
    .filter((each) => each.trim() !== '');
  return words.length > 0 ? [...new Set(words)].join('. ') : t`Picture`;
}

function isSeen(picture: HTMLImageElement): boolean {
  const isDrawn = picture.complete && picture.naturalWidth > 0;
  return isDrawn && picture.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

function inSight(box: DOMRect, width: number, height: number): PlaceOnCard {
  const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
  return {
    left,
    top,
    width: Math.min(box.right, width) - left,
    height: Math.min(box.bottom, height) - top,
  };
}

function isMostlyCovered(place: PlaceOnCard, other: PlaceOnCard): boolean {
  const across = shared(place.left, place.width, other.left, other.width);
  const down = shared(place.top, place.height, other.top, other.height);
  const smaller = Math.min(place.width * place.height, other.width * other.height);
  return across * down > COVERED_SHARE * smaller;
}

function shared(at: number, length: number, otherAt: number, otherLength: number): number {
  return Math.max(0, Math.min(at + length, otherAt + otherLength) - Math.max(at, otherAt));
}

function around(one: PlaceOnCard, other: PlaceOnCard): PlaceOnCard {
  const [left, top] = [Math.min(one.left, other.left), Math.min(one.top, other.top)];
  return {
    left,
    top,
    width: Math.max(one.left + one.width, other.left + other.width) - left,
    height: Math.max(one.top + one.height, other.top + other.height) - top,
  };
}
