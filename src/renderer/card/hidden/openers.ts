import type { Pressed } from '../safe/sanitise.ts';

/** What would open a part of a card, if its scripts ran. */
export interface Opener {
  /** An element of the card, or what is left of a button. */
  readonly nodes: readonly ChildNode[];
  /** '' where a script would have given it one. */
  readonly handler: string;
  readonly id: string;
  /** What its attributes name: '#extra'. */
  readonly names: string;
}

/** Signs of a card's scripts that are looked through. */
const MOST_OF_SCRIPTS = 100_000;
/** Each is compared with each; the busiest types have a dozen. */
const MOST_COMPARED = 100;

/**
 * Who of `pressed` would open which of `hidden`, as far as can be told without running anything: by a
 * handler or an attribute that names its id, by ids that are a pair (`button-x`, `hint-x`), by a script
 * that speaks of both in one breath, by standing right before it or around it. What is left is paired
 * in order with what has no handler of its own and no script speaks of, if it is as many.
 */
export function openersOf(
  hidden: readonly HTMLElement[],
  pressed: Pressed,
): ReadonlyMap<HTMLElement, Opener> {
  const all = openersIn(pressed).slice(0, MOST_COMPARED);
  const script = pressed.scripts.join('\n').slice(0, MOST_OF_SCRIPTS);
  const found = new Map<HTMLElement, Opener>();
  const spoken = new Map<string, number[]>();
  const placesOf = (id: string): number[] => {
    const known = spoken.get(id) ?? placesIn(script, id);
    spoken.set(id, known);
    return known;
  };
  for (const element of hidden.slice(0, MOST_COMPARED)) {
    const opener =
      all.find(({ handler, names }) => says(`${handler} ${names}`, element.id)) ??
      pairOf(element, all) ??
      spokenOfWith(element, all, placesOf) ??
      besideOf(element, all);
    if (opener) found.set(element, opener);
  }
  const used = new Set(found.values());
  const rest = hidden.filter((element) => !found.has(element));
  const free = all.filter(
    (opener) =>
      opener.handler === '' &&
      placesOf(opener.id).length === 0 &&
      !used.has(opener) &&
      opener.nodes.some(isWords),
  );
  if (rest.length === free.length) {
    for (const [at, element] of rest.entries()) {
      const opener = free[at];
      if (opener) found.set(element, opener);
    }
  }
  return found;
}

function openersIn({ handlers, controls, buttons }: Pressed): Opener[] {
  return [...new Set([...handlers.keys(), ...controls.keys()])].map((element) => {
    const nodes = buttons.get(element) ?? [element as Element & ChildNode];
    const { id, names } = controls.get(element) ?? { id: element.id, names: '' };
    return { nodes, handler: handlers.get(element) ?? '', id, names };
  });
}

function isWords({ textContent }: Node): boolean {
  return textContent?.trim() !== '';
}

function says(text: string, id: string): boolean {
  return placesIn(text, id).length > 0;
}

/** How often a name is looked for. */
const MOST_PLACES = 50;

/** Where `id` stands in `text`, not as a part of a longer name. */
function placesIn(text: string, id: string): number[] {
  const places: number[] = [];
  if (id === '') return places;
  for (let at = text.indexOf(id); at !== -1; at = text.indexOf(id, at + id.length)) {
    const isWhole = !isLetter(text[at - 1]) && !isLetter(text[at + id.length]);
    if (isWhole) places.push(at);
    if (places.length === MOST_PLACES) break;
  }
  return places;
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\w-]/.test(sign);
}

/** Words of an id that say what a part does, not which part it is. */
const DOING = new Set(
  `button btn hint toggle toggler show hide open reveal click link label trigger header head title
  target content contents box field div span text body panel container wrapper hidden area`.split(
    /\s+/,
  ),
);

/** 'x' of 'button-x', 'hintX' and 'x_content'. */
function subjectOf(id: string): string {
  return id
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => !DOING.has(word))
    .join(' ')
    .trim();
}

function pairOf({ id }: HTMLElement, all: readonly Opener[]): Opener | undefined {
  const subject = subjectOf(id);
  return subject === '' ? undefined : all.find((opener) => subjectOf(opener.id) === subject);
}

/** Signs between two names that one line of a script, or two, speaks of. */
const ONE_BREATH = 300;

function spokenOfWith(
  { id }: HTMLElement,
  all: readonly Opener[],
  placesOf: (id: string) => number[],
): Opener | undefined {
  const own = id === '' ? [] : placesOf(id);
  if (own.length === 0) return undefined;
  let nearest: Opener | undefined;
  let least = ONE_BREATH;
  for (const opener of all) {
    for (const place of opener.id === '' ? [] : placesOf(opener.id)) {
      for (const at of own) {
        // Mostly who is pressed comes first, and then what opens.
        const distance = place < at ? at - place : 2 * (place - at);
        if (distance < least) [nearest, least] = [opener, distance];
      }
    }
  }
  return nearest;
}

/** Who stands right before `hidden`, or around it. */
function besideOf(hidden: HTMLElement, all: readonly Opener[]): Opener | undefined {
  const before = nodeBefore(hidden);
  return all.find(({ nodes }) =>
    nodes.some((node) => node === hidden.parentElement || before?.contains(node)),
  );
}

function nodeBefore(element: Element): ChildNode | null {
  let before = element.previousSibling;
  while (before && before.nodeType !== Node.ELEMENT_NODE && before.textContent?.trim() === '') {
    before = before.previousSibling;
  }
  return before;
}
