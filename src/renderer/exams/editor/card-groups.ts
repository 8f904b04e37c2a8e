import type { Deck } from '../../../domain/collection/deck.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import { depthOf, isAtOrBelow, parentPath, pathAndAbove } from '../../../kernel/path.ts';
import type { LibraryCounts } from '../../../domain/library/library.ts';
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
export function cardGroups(decks: readonly Deck[], counts: LibraryCounts | undefined): CardGroup[] {
  const deckCards = new Map(counts?.decks.map(({ name, cards }) => [name, cards]));
  const sectionCards = new Map(counts?.tags.map(({ name, cards }) => [name, cards]));
  const deckPaths = withParents(decks.map(({ name }) => name).sort());
  const sectionPaths = withParents(decks.flatMap(({ sections }) => sections));
  return [
    ...deckPaths.map((path): CardGroup => {
      const own = decks.filter(({ name }) => name === path);
      const meant = own.length > 0 ? own : decks.filter(({ name }) => isAtOrBelow(name, path));
      return {
        ...placeOf(path),
        kind: 'deck',
        deckIds: meant.map(({ id }) => id),
        cards: deckCards.get(path) ?? (counts && 0),
      };
    }),
    ...sectionPaths.map(
      (path): CardGroup => ({
        ...placeOf(path),
        kind: 'section',
        deckIds: [],
        cards: sectionCards.get(path) ?? (counts && 0),
      }),
    ),
  ];
}

export function isGroupChosen({ kind, path, deckIds }: CardGroup, choice: Choice): boolean {
  return kind === 'deck'
    ? deckIds.length > 0 && deckIds.every((id) => choice.deckIds.includes(id))
    : choice.sections.includes(path);
}

/** Whether one of `chosen` is above `group` and so has it already. */
export function isWithinChosen({ kind, path }: CardGroup, chosen: readonly CardGroup[]): boolean {
  return chosen.some(
    (each) => each.kind === kind && each.path !== path && isAtOrBelow(path, each.path),
  );
}

/** The choice with `group` in it or out of it. */
export function withGroup(choice: Choice, group: CardGroup, isIn: boolean): Choice {
  if (group.kind === 'deck') {
    const others = choice.deckIds.filter((id) => !group.deckIds.includes(id));
    return { ...choice, deckIds: isIn ? [...others, ...group.deckIds] : others };
  }
  const others = choice.sections.filter((path) => path !== group.path);
  return { ...choice, sections: isIn ? [...others, group.path] : others };
}

/** The sections that the chosen cards may be in: those chosen and below, those of chosen decks. */
export function sectionsIn(choice: Choice, decks: readonly Deck[]): string[] {
  const names = decks.filter(({ id }) => choice.deckIds.includes(id)).map(({ name }) => name);
  const ofDecks = decks
    .filter(({ name }) => names.some((each) => isAtOrBelow(name, each)))
    .flatMap(({ sections }) => sections);
  const below = decks
    .flatMap(({ sections }) => sections)
    .filter((path) => choice.sections.some((each) => isAtOrBelow(path, each)));
  return [...new Set([...choice.sections, ...below, ...ofDecks])];
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
