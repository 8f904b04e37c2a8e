import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CardId, DeckId } from '../../kernel/ids.ts';
import { NO_CARDS } from '../../domain/overlay/overlay.ts';
import type { Problem, Result } from '../../kernel/problem.ts';
import { printSearch } from '../../domain/search/print.ts';
import { cramCards, cramChoice } from '../../engine/commands/cram/cram-choice.ts';
import type { Deps } from '../../engine/deps.ts';
import { beginStudy } from '../../engine/commands/study/study.ts';
import { useDeps } from '../deps.tsx';
import type { Bulk } from './bulk/use-bulk.tsx';
import type { SideNode } from './side/side-node.ts';

/** What begins with what the library shows: the chosen rows, a search, a row of the side tree. */
export interface FromHere {
  readonly problem: Problem | undefined;
  readonly chosen: () => void;
  readonly search: (text: string, name: string) => void;
  readonly node: (node: SideNode) => void;
}

/** Begins to study it. */
export function useStudyFromHere(bulk: Pick<Bulk, 'resolve'>): FromHere {
  return useFromHere(bulk, STUDY);
}

/** Begins to cram it, due or not. */
export function useCramFromHere(bulk: Pick<Bulk, 'resolve'>): FromHere {
  return useFromHere(bulk, CRAM);
}

/** How to begin with cards, a deck or a section. */
interface Verb {
  cards(deps: Deps, cardIds: readonly CardId[], name: string): Promise<Result<unknown>>;
  deck(deps: Deps, deckId: DeckId, name: string): Promise<Result<unknown>>;
  section(deps: Deps, section: string, name: string): Promise<Result<unknown>>;
}

const STUDY: Verb = {
  cards: (deps, cardIds, name) => beginStudy(deps, { cardIds, name }),
  deck: (deps, deckId) => beginStudy(deps, { deckId }),
  section: (deps, section) => beginStudy(deps, { section }),
};

const CRAM: Verb = {
  cards: cramCards,
  deck: (deps, deckId, name) => cramChoice(deps, { ...NO_CARDS, deckIds: [deckId] }, name),
  section: (deps, section, name) => cramChoice(deps, { ...NO_CARDS, sections: [section] }, name),
};

function useFromHere(bulk: Pick<Bulk, 'resolve'>, verb: Verb): FromHere {
  const deps = useDeps();
  const [, goTo] = useLocation();
  const [problem, setProblem] = useState<Problem>();

  async function begin(begun: Promise<Result<unknown>>): Promise<void> {
    const result = await begun;
    setProblem(result.ok ? undefined : result.problem);
    if (result.ok) goTo('/review');
  }
  async function chosen(): Promise<void> {
    const { cardIds } = await bulk.resolve();
    if (cardIds.length > 0) await begin(verb.cards(deps, cardIds, 'Chosen cards'));
  }
  async function search(text: string, name: string): Promise<void> {
    const sort = { column: 'due', descending: false } as const;
    const found = await deps.library.find({ text, mode: 'cards', sort });
    if (!found.ok) {
      setProblem(found.problem);
      return;
    }
    const cardIds = (await deps.library.ids(found.token)) as readonly CardId[];
    await begin(verb.cards(deps, cardIds, name.trim() || 'All cards'));
  }
  async function node({ topic, label }: SideNode): Promise<void> {
    if (topic.kind === 'section') await begin(verb.section(deps, topic.path, label));
    else if (topic.kind === 'saved') await search(topic.search.text, topic.search.name);
    else if (topic.kind === 'deck' && topic.deckId !== undefined) {
      await begin(verb.deck(deps, topic.deckId, label));
    } else if (topic.kind === 'deck') await search(deckSearch(topic.path), label);
  }
  return {
    problem,
    chosen: () => void chosen(),
    search: (text, name) => void search(text, name),
    node: (each) => void node(each),
  };
}

/** A mere part of other decks' paths is no deck, but its cards can be found. */
function deckSearch(path: string): string {
  return printSearch({ kind: 'deck', glob: [{ kind: 'text', text: path }] });
}
