/** What stands in a list or table and can be taken out of it. */
const ITEM = [
  'li',
  'tr',
  ...['row', 'listitem', 'option', 'treeitem'].map((role) => `[role=${role}]`),
].join();
const ENABLED =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]';
const HEADING = 'h1, h2, h3, h4';
const SCREEN = 'main, body';
/** A dialog's button, and what had opened the dialog, are both looked at. */
const REMEMBERED = 4;
/** Whoever presses a key once more must not stop what is under way. */
const AT_WORK = 'progress, [role="progressbar"], .work-line';
/** What is disabled for longer is not only at work. */
const DISABLED_MILLIS = 1000;

/** Where an element stood when it was focused. */
interface Place {
  readonly element: HTMLElement;
  /** The items around it, the innermost first: which child of its list, and which part of it had the focus. */
  readonly items: readonly { readonly list: Element; readonly at: number; readonly nth: number }[];
  /** Within the screen: of another screen nothing is in its place. */
  readonly around: readonly Element[];
  readonly isInDialog: boolean;
}

/**
 * Keeps the focus on the page (KEYS-13): where what had it is taken out of a list, it goes to what
 * stands in its place; where a button disables itself, back to it once it can be pressed again, else to
 * what is beside it. Screens that set it themselves come first. Returns how to stop.
 */
export function keepFocusOnPage(page: Document = document): () => void {
  let places: readonly Place[] = [];
  let isAsked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const remember = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || target === page.body) return;
    clearTimeout(timer);
    places = [placeOf(target), ...places.filter(({ element }) => element !== target)].slice(
      0,
      REMEMBERED,
    );
  };
  const look = (): void => {
    isAsked = false;
    const [last] = places;
    if (!last) return;
    const { element } = last;
    if (!element.isConnected && page.activeElement === page.body) {
      places = focusedInstead(places) ? places : [];
    }
    if (!element.matches(':disabled')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const isAtWork = page.querySelector(AT_WORK) !== null;
      const isLost = element.isConnected && element.matches(':disabled') && !isAtWork;
      // Until the browser has noticed, it has the focus still.
      const { activeElement } = page;
      if (isLost && (activeElement === page.body || activeElement === element))
        focusBeside(element);
    }, DISABLED_MILLIS);
  };
  const heard = (changes: readonly MutationRecord[]): void => {
    const [last] = places;
    // Enabled again: the browser has forgotten it meanwhile.
    const isBack = changes.some(
      ({ type, target }) => type === 'attributes' && target === last?.element,
    );
    if (isBack && page.activeElement === page.body && last?.element.matches(':enabled')) {
      focusOn(last.element);
    }
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => requestAnimationFrame(look));
  };

  const observer = new MutationObserver(heard);
  observer.observe(page.body, {
    ...{ childList: true, subtree: true },
    attributeFilter: ['disabled'],
  });
  page.addEventListener('focusin', remember);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    page.removeEventListener('focusin', remember);
  };
}

function placeOf(element: HTMLElement): Place {
  const items: Place['items'][number][] = [];
  const around: Element[] = [];
  for (let at: Element | null = element; at && !at.matches(SCREEN); at = at.parentElement) {
    if (at !== element) around.push(at);
    const list = at.matches(ITEM) ? at.parentElement : null;
    if (!list) continue;
    const parts = [...at.querySelectorAll(ENABLED)];
    items.push({ list, at: [...list.children].indexOf(at), nth: parts.indexOf(element) });
  }
  return { element, items, around, isInDialog: element.closest('dialog') !== null };
}

/** Whether anything could be focused in the place of what was taken away. */
function focusedInstead(places: readonly Place[]): boolean {
  // What had opened a dialog is looked at as well; of a screen that is left there is nothing to be found.
  const [last] = places;
  for (const { element, items, around } of last?.isInDialog ? places : places.slice(0, 1)) {
    if (element.isConnected) return focusOn(element);
    for (const { list, at, nth } of items) {
      if (list.isConnected && focusedItem(list, at, nth)) return true;
    }
    // The last item is gone, and its list with it.
    if (items.length > 0 && focusedAround(around)) return true;
  }
  return false;
}

/** The item that is at the place now, else the one before it; the same part of it where it has as many. */
function focusedItem(list: Element, at: number, nth: number): boolean {
  const items = [...list.children];
  for (const item of [items[at], items[at - 1] ?? items.at(-1)]) {
    if (!item) continue;
    const parts = [item, ...item.querySelectorAll(ENABLED)].filter((each) => each.matches(ENABLED));
    const part = parts[nth] ?? parts[0];
    if (part && focusOn(part as HTMLElement)) return true;
  }
  return false;
}

function focusedAround(around: readonly Element[]): boolean {
  const left = around.find((each) => each.isConnected && each.querySelector(HEADING));
  const heading = left?.querySelector<HTMLElement>(HEADING);
  if (!heading) return false;
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  return focusOn(heading);
}

/** What stands beside a button that stays disabled: what comes after it, else what is before it. */
function focusBeside(element: HTMLElement): void {
  const beside = [...(element.parentElement?.querySelectorAll<HTMLElement>(ENABLED) ?? [])];
  const isAfter = (each: HTMLElement): boolean =>
    (element.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  for (const each of [
    ...beside.filter(isAfter),
    ...beside.filter((one) => !isAfter(one)).reverse(),
  ]) {
    if (focusOn(each)) return;
  }
}

function focusOn(element: HTMLElement): boolean {
  if (!element.checkVisibility()) return false;
  element.focus({ preventScroll: true });
  return document.activeElement === element;
}
