import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CardId } from '../../domain/ids.ts';
import type { Problem } from '../../domain/problem.ts';
import { printSearch } from '../../domain/search/print.ts';
import { beginStudy, type Scope } from '../../operations/study.ts';
import { useDeps } from '../deps.tsx';
import type { Bulk } from './bulk/use-bulk.tsx';
import type { SideNode } from './side/side-node.ts';

/** Begins to study what the library shows: the chosen rows, a search, a row of the side tree. */
export function useStudyFromHere(bulk: Pick<Bulk, 'resolve'>): {
  readonly problem: Problem | undefined;
  readonly chosen: () => void;
  readonly search: (text: string, name: string) => void;
  readonly node: (node: SideNode) => void;
} {
  const deps = useDeps();
  const [, goTo] = useLocation();
  const [problem, setProblem] = useState<Problem>();

  async function begin(scope: Scope): Promise<void> {
    const begun = await beginStudy(deps, scope);
    setProblem(begun.ok ? undefined : begun.problem);
    if (begun.ok) goTo('/review');
  }
  async function chosen(): Promise<void> {
    const { cardIds } = await bulk.resolve();
    if (cardIds.length > 0) await begin({ cardIds, name: 'Chosen cards' });
  }
  async function search(text: string, name: string): Promise<void> {
    const sort = { column: 'due', descending: false } as const;
    const found = await deps.library.find({ text, mode: 'cards', sort });
    if (!found.ok) {
      setProblem(found.problem);
      return;
    }
    const cardIds = (await deps.library.ids(found.token)) as readonly CardId[];
    await begin({ cardIds, name: name.trim() || 'All cards' });
  }
  async function node({ topic, label }: SideNode): Promise<void> {
    if (topic.kind === 'section') await begin({ section: topic.path });
    else if (topic.kind === 'saved') await search(topic.search.text, topic.search.name);
    else if (topic.kind === 'deck' && topic.deckId !== undefined) {
      await begin({ deckId: topic.deckId });
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
