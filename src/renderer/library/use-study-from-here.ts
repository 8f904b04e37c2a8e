import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CardId, DeckId } from '../../kernel/ids.ts';
import { NO_CARDS } from '../../domain/overlay/overlay.ts';
import type { Problem, Result } from '../../kernel/problem.ts';
import { printSearch } from '../../domain/search/print-query.ts';
import type { Engine } from '../../engine/engine.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
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
  cards(engine: Engine, cardIds: readonly CardId[], name: string): Promise<Result<unknown>>;
  deck(engine: Engine, deckId: DeckId, name: string): Promise<Result<unknown>>;
  section(engine: Engine, section: string, name: string): Promise<Result<unknown>>;
}

const STUDY: Verb = {
  cards: (engine, cardIds, name) => engine.run('beginStudy', { cardIds, name }),
  deck: (engine, deckId) => engine.run('beginStudy', { deckId }),
  section: (engine, section) => engine.run('beginStudy', { section }),
};

const CRAM: Verb = {
  cards: (engine, cardIds, name) => engine.run('cramCards', cardIds, name),
  deck: (engine, deckId, name) =>
    engine.run('cramChoice', { ...NO_CARDS, deckIds: [deckId] }, name),
  section: (engine, section, name) =>
    engine.run('cramChoice', { ...NO_CARDS, sections: [section] }, name),
};

function useFromHere(bulk: Pick<Bulk, 'resolve'>, verb: Verb): FromHere {
  const engine = useEngine();
  const [, goTo] = useLocation();
  const [problem, setProblem] = useState<Problem>();

  async function begin(begun: Promise<Result<unknown>>): Promise<void> {
    const result = await begun;
    setProblem(result.ok ? undefined : result.problem);
    if (result.ok) goTo('/review');
  }
  async function chosen(): Promise<void> {
    const { cardIds } = await bulk.resolve();
    if (cardIds.length > 0) await begin(verb.cards(engine, cardIds, t`Chosen cards`));
  }
  async function search(text: string, name: string): Promise<void> {
    const found = await engine.ask('idsOfSearch', { text, mode: 'cards' });
    if (!found.ok) {
      setProblem(found.problem);
      return;
    }
    await begin(verb.cards(engine, found.value as readonly CardId[], name.trim() || t`All cards`));
  }
  async function node({ topic, label }: SideNode): Promise<void> {
    if (topic.kind === 'section') await begin(verb.section(engine, topic.path, label));
    else if (topic.kind === 'saved') await search(topic.search.text, topic.search.name);
    else if (topic.kind === 'deck' && topic.deckId !== undefined) {
      await begin(verb.deck(engine, topic.deckId, label));
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
