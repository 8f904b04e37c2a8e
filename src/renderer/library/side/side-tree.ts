import { FLAG_NAMES, type Flag } from '../../../domain/collection/card.ts';
import { type Deck, deckAt } from '../../../domain/collection/deck.ts';
import type { SavedSearch } from '../../../domain/collection/saved-search.ts';
import { LABELS } from '../../../domain/content/note.ts';
import type { LibraryCounts, NameCount, SearchCounts } from '../../../domain/library/library.ts';
import { parseSearch } from '../../../domain/search/parse-query.ts';
import type { Glob, Query, StateName } from '../../../domain/search/query.ts';
import { t } from '../../../kernel/texts.ts';
import type { SideNode, SideTopic } from './side-node.ts';
import { lastPart, parentPath } from '../../../kernel/path.ts';

/** The side tree: the collection by state, saved search, deck, section, type and flag. */
export function sideNodes(
  counts: LibraryCounts,
  decks: readonly Deck[],
  searches: readonly SavedSearch[],
  searchCounts: SearchCounts,
): SideNode[] {
  return [
    leaf('all', t`All cards`, counts.cards, { kind: 'all' }),
    ...GLANCES.map(([state, label]) => stateNode(state, label, counts)),
    leaf('added', t`Added today`, counts.addedToday, { kind: 'added', days: 1 }),
    ...savedNodes(searches, searchCounts),
    deckNodes(counts, decks),
    sectionNodes(counts),
    group(
      'states',
      t`States`,
      STATES.map(([state, label]) => stateNode(state, label, counts)),
    ),
    group(
      'types',
      t`Types`,
      counts.types.map(({ id, name, cards }) =>
        leaf(`type:${id}`, name, cards, { kind: 'type', glob: literal(name) }, { kind: 'type' }),
      ),
    ),
    group(
      'flags',
      t`Flags`,
      counts.flags.flatMap((cards, flag) => (flag === 0 ? [] : [flagNode(flag as Flag, cards)])),
    ),
  ];
}

const GLANCES: readonly (readonly [StateName, string])[] = [
  ['due', t`Due now`],
  ['new', t`New`],
];
const STATES: readonly (readonly [StateName, string])[] = [
  ['learn', t`Learning`],
  ['review', t`Review`],
  ['suspended', t`Suspended`],
  ['buried', t`Buried`],
  ['marked', t`Marked`],
  ['leech', t`Leeches`],
  ['absent', t`Out of sight`],
];

function stateNode(state: StateName, label: string, counts: LibraryCounts): SideNode {
  return leaf(`state:${state}`, label, counts.states[state], { kind: 'is', state });
}

function flagNode(flag: Flag, cards: number): SideNode {
  const topic = { kind: 'flag', flag } as const;
  return leaf(`flag:${flag}`, FLAG_NAMES[flag], cards, { kind: 'flag', flag }, topic);
}

function savedNodes(searches: readonly SavedSearch[], found: SearchCounts): SideNode[] {
  if (searches.length === 0) return [];
  const nodes = [...searches]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((search) => {
      const read = parseSearch(search.text);
      const term = read.ok ? read.query : undefined;
      const topic = { kind: 'saved', search } as const;
      return leaf(`saved:${search.id}`, search.name, found[search.id], term, topic);
    });
  return [group('saved', t`Saved searches`, nodes)];
}

function deckNodes(counts: LibraryCounts, decks: readonly Deck[]): SideNode {
  return {
    ...group(
      'decks',
      t`Decks`,
      nested(counts.decks, (path, cards, children) => ({
        id: `deck:${path}`,
        label: lastPart(path),
        count: cards,
        term: { kind: 'deck', glob: literal(path) },
        topic: { kind: 'deck', path, deckId: deckAt(decks, path)?.id },
        children,
      })),
    ),
    topic: { kind: 'top', of: 'deck' },
  };
}

function sectionNodes({ tags, untagged }: LibraryCounts): SideNode {
  const sections = tags.filter(({ name }) => !LABELS.includes(name));
  const nodes = nested(sections, (path, cards, children) => ({
    id: `section:${path}`,
    label: lastPart(path),
    count: cards,
    term: { kind: 'tag', test: { how: 'plain', glob: literal(path) } },
    topic: { kind: 'section', path },
    children,
  }));
  const without = leaf('untagged', t`Without any`, untagged, { kind: 'untagged' });
  return {
    ...group('sections', t`Sections`, untagged > 0 ? [...nodes, without] : nodes),
    topic: { kind: 'top', of: 'section' },
  };
}

/** Paths, each of which comes right before those below it, as trees. */
function nested(
  paths: readonly NameCount[],
  make: (path: string, cards: number, children: SideNode[]) => SideNode,
): SideNode[] {
  const childrenOf = new Map<string, SideNode[]>([['', []]]);
  const top = childrenOf.get('') ?? [];
  for (const { name, cards } of paths) {
    const children: SideNode[] = [];
    childrenOf.set(name, children);
    (childrenOf.get(parentPath(name)) ?? top).push(make(name, cards, children));
  }
  return top;
}

function group(id: string, label: string, children: readonly SideNode[]): SideNode {
  return { id, label, children, count: undefined, term: undefined, topic: { kind: 'group' } };
}

function leaf(
  id: string,
  label: string,
  count: number | undefined,
  term: Query | undefined,
  topic: SideTopic = { kind: 'state' },
): SideNode {
  return { id, label, count, term, topic, children: [] };
}

function literal(text: string): Glob {
  return [{ kind: 'text', text }];
}
