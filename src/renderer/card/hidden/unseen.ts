/**
 * The outermost elements below `root` that hold something to see and are not seen, by whatever a style
 * can hide them with: no box, invisible, see-through, letters of no size or colour, a box of no size that
 * cuts its content off, far outside the page. What a person can open without a script (<details>) is not
 * among them, nor what comes by an animation.
 */
export function unseenIn(root: HTMLElement, view: Window): HTMLElement[] {
  const found: HTMLElement[] = [];
  const todo = [...root.children];
  for (let element = todo.pop(); element !== undefined; element = todo.pop()) {
    if (element.matches('.katex, .occlusion, rp, wbr, source')) continue;
    if (isUnseen(element, view) && holdsSomething(element)) found.push(element as HTMLElement);
    else if (view.getComputedStyle(element).display !== 'none') todo.push(...element.children);
  }
  return found.reverse();
}

/** Shows what was found, whatever hid it. */
export function unhide(element: HTMLElement, view: Window): void {
  element.removeAttribute('hidden');
  const set = (name: string, value: string) => element.style.setProperty(name, value, 'important');
  set('display', 'revert');
  const style = view.getComputedStyle(element);
  if (style.visibility !== 'visible') set('visibility', 'visible');
  if (style.contentVisibility === 'hidden') set('content-visibility', 'visible');
  if (style.opacity === '0') set('opacity', '1');
  if (sizeOf(style.fontSize) === 0) set('font-size', '1rem');
  if (isColourless(style.color)) set('color', 'var(--ink)');
  if (isCutOff(element, style)) {
    for (const name of ['width', 'height']) set(name, 'auto');
    for (const name of ['max-width', 'max-height']) set(name, 'none');
    for (const name of ['transform', 'scale']) set(name, 'none');
  }
  if (isFarOutside(element, view)) {
    for (const name of ['position', 'transform', 'translate', 'text-indent', 'margin']) {
      set(name, 'revert');
    }
  }
}

const SEEN_MEDIA = 'img, audio, video';

function holdsSomething(element: Element): boolean {
  return element.textContent?.trim() !== '' || element.querySelector(SEEN_MEDIA) !== null;
}

function isUnseen(element: Element, view: Window): boolean {
  const style = view.getComputedStyle(element);
  if (style.display === 'none' || style.contentVisibility === 'hidden') return true;
  const isInvisible = style.visibility !== 'visible' || style.opacity === '0';
  const isOdd =
    isInvisible ||
    sizeOf(style.fontSize) === 0 ||
    isColourless(style.color) ||
    isCutOff(element, style) ||
    isFarOutside(element, view);
  if (!isOdd || element.getAnimations().length > 0) return false;
  // A picture that is not here yet has no size either.
  if (!isInvisible && element.textContent?.trim() === '') return false;
  return style.opacity === '0' || !showsAnything(element, view);
}

/** Whether something below shows all the same: visibility, size and colour of letters are handed down. */
function showsAnything(element: Element, view: Window): boolean {
  const own = view.getComputedStyle(element);
  if (isCutOff(element, own) || isFarOutside(element, view)) return false;
  return [...element.querySelectorAll('*')].some((each) => {
    const style = view.getComputedStyle(each);
    if (style.visibility !== 'visible' || style.display === 'none') return false;
    if (each.matches(SEEN_MEDIA)) return true;
    const hasLetters = [...each.childNodes].some(
      ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim() !== '',
    );
    return hasLetters && sizeOf(style.fontSize) > 0 && !isColourless(style.color);
  });
}

/** Of no width or height, and nothing may stand out of it; or drawn at no size. */
function isCutOff(
  element: Element,
  { overflowX, overflowY, display }: CSSStyleDeclaration,
): boolean {
  if (display === 'inline' || display === 'contents') return false;
  const { width, height } = element.getBoundingClientRect();
  if (width > 0 && height > 0) return false;
  const box = element as HTMLElement;
  const isScaled = box.offsetWidth > 0 && box.offsetHeight > 0;
  return isScaled || (height === 0 ? overflowY : overflowX) !== 'visible';
}

/** Where no scrolling leads, as with `left: -9999px`. */
function isFarOutside(element: Element, view: Window): boolean {
  const { textIndent } = view.getComputedStyle(element);
  if (sizeOf(textIndent) < -FAR_PX && !textIndent.endsWith('%')) return true;
  const { right, bottom, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return false;
  return right + view.scrollX < -FAR_PX || bottom + view.scrollY < -FAR_PX;
}

const FAR_PX = 400;

function sizeOf(length: string): number {
  return Number.parseFloat(length);
}

/** As the browser gives it: 'rgba(0, 0, 0, 0)'. */
function isColourless(colour: string): boolean {
  return /^rgba\(.*, 0\)$/.test(colour);
}
