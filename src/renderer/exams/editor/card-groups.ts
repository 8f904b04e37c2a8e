import { type Deck, placesOf } from '../../../domain/collection/deck.ts';
import {
  eachOnce,
  isSameName,
  keysWithAbove,
  keyOfName,
  speltAs,
} from '../../../domain/text/same-name.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import { depthOf, parentPath, pathAndAbove } from '../../../kernel/path.ts';
import type { CardsByGroup } from '../../../domain/exam/cards-by-group.ts';
import type { ExamDraft } from './exam-draft.ts';
import { lastPart } from '../../../kernel/path.ts';

/** A deck or a section that an exam can be about, with all that is below it. */
export interface CardGroup {
  readonly kind: 'deck' | 'section';
  readonly path: string;
  readonly label: string;
  /** 0 at the top. */
  readonly depth: number;
  /** Of a deck: its own id, or those below where the path itself is none. */
  readonly deckIds: readonly DeckId[];
  /** Undefined until counted. */
  readonly cards: number | undefined;
}

type Choice = Pick<ExamDraft, 'deckIds' | 'sections'>;

/** All decks by name, then all sections in the order in which decks introduce them. */
export function cardGroups(decks: readonly Deck[], counts: CardsByGroup | undefined): CardGroup[] {
  const places = placesOf(decks.map(({ name }) => name));
  const placeOfDeck = ({ name }: Deck): string => places.get(name) ?? name;
  const byName = idsByPath(decks, (deck) => [placeOfDeck(deck)]);
  const byPath = idsByPath(decks, (deck) => pathAndAbove(placeOfDeck(deck)));
  const deckPaths = withParents([...places.values()].sort());
  const sectionPaths = withParents(speltAs(decks.flatMap(({ sections }) => sections)));
  return [
    ...deckPaths.map(
      (path): CardGroup => ({
        ...placeOf(path),
        kind: 'deck',
        deckIds: byName.get(path) ?? byPath.get(path) ?? [],
        cards: counts && (counts.decks.get(path) ?? 0),
      }),
    ),
    ...sectionPaths.map(
      (path): CardGroup => ({
        ...placeOf(path),
        kind: 'section',
        deckIds: [],
        cards: counts && (counts.sections.get(keyOfName(path)) ?? 0),
      }),
    ),
  ];
}

/** Of each group, whether it is chosen: itself, or by one above it that has it already. */
export interface ChoiceAmong {
  itself(group: CardGroup): boolean;
  within(group: CardGroup): boolean;
}

export function choiceAmong(groups: readonly CardGroup[], choice: Choice): ChoiceAmong {
  const deckIds = new Set(choice.deckIds);
  const sections = new Set(choice.sections.map(keyOfName));
  const itself = ({ kind, path, deckIds: own }: CardGroup): boolean =>
    kind === 'deck'
      ? own.length > 0 && own.every((id) => deckIds.has(id))
      : sections.has(keyOfName(path));
  const keys = new Set(groups.filter(itself).map(({ kind, path }) => `${kind} ${path}`));
  return {
    itself,
    within: ({ kind, path }) =>
      pathAndAbove(path).some((above) => above !== path && keys.has(`${kind} ${above}`)),
  };
}

/** The choice with `group` in it or out of it. */
export function withGroup(choice: Choice, group: CardGroup, isIn: boolean): Choice {
  if (group.kind === 'deck') {
    const own = new Set(group.deckIds);
    const others = choice.deckIds.filter((id) => !own.has(id));
    return { ...choice, deckIds: isIn ? [...others, ...group.deckIds] : others };
  }
  const others = choice.sections.filter((path) => !isSameName(path, group.path));
  return { ...choice, sections: isIn ? [...others, group.path] : others };
}

/** The sections that the chosen cards may be in: those chosen and below, those of chosen decks. */
export function sectionsIn(choice: Choice, decks: readonly Deck[]): string[] {
  const deckIds = new Set(choice.deckIds);
  const names = new Set(
    decks.filter(({ id }) => deckIds.has(id)).map(({ name }) => keyOfName(name)),
  );
  const chosen = new Set(choice.sections.map(keyOfName));
  const isAmong = (path: string, among: ReadonlySet<string>): boolean =>
    keysWithAbove([path]).some((key) => among.has(key));
  const ofDecks = decks
    .filter(({ name }) => isAmong(name, names))
    .flatMap(({ sections }) => sections);
  const below = decks.flatMap(({ sections }) => sections.filter((path) => isAmong(path, chosen)));
  return eachOnce([...choice.sections, ...below, ...ofDecks]);
}

/** The ids of decks by the paths that each is under. */
function idsByPath(
  decks: readonly Deck[],
  pathsOf: (deck: Deck) => readonly string[],
): ReadonlyMap<string, readonly DeckId[]> {
  const ids = new Map<string, DeckId[]>();
  for (const deck of decks) {
    for (const path of pathsOf(deck)) {
      const own = ids.get(path);
      if (own) own.push(deck.id);
      else ids.set(path, [deck.id]);
    }
  }
  return ids;
}

function placeOf(path: string): Pick<CardGroup, 'path' | 'label' | 'depth'> {
  return { path, label: lastPart(path), depth: depthOf(path) };
}

/** Each path once, after those above it. */
function withParents(paths: readonly string[]): string[] {
  const children = new Map<string, Set<string>>();
  for (const path of paths) {
    for (const each of pathAndAbove(path)) {
      const parent = parentPath(each);
      children.set(parent, (children.get(parent) ?? new Set()).add(each));
    }
  }
  const inOrder: string[] = [];
  const waiting = [...(children.get('') ?? [])].reverse();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    inOrder.push(path);
    waiting.push(...[...(children.get(path) ?? [])].reverse());
  }
  return inOrder;
}
