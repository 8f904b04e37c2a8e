import { useState } from 'react';
import type { Deck } from '../../domain/collection/deck.ts';
import type { Problem } from '../../kernel/problem.ts';
import { useFirst } from '../kit/list/use-first.tsx';
import { useEngine } from '../engine.tsx';
import { useQuery } from '../live.ts';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { count } from '../kit/text/format.ts';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { named } from '../../kernel/named.ts';

/** The decks at hand, each of which can be saved as a file, edited and loaded again. */
export function DeckList() {
  const engine = useEngine();
  const announce = useAnnounce();
  const decks = useQuery('decks');
  const [problem, setProblem] = useState<Problem>();
  const [leftOut, setLeftOut] = useState(0);
  const { first, more } = useFirst(decks ?? [], 'deck');
  if (!decks || decks.length === 0) return null;

  async function save(deck: Deck): Promise<void> {
    const saved = await engine.run('saveDeck', deck);
    setProblem(saved.ok ? undefined : saved.problem);
    setLeftOut(saved.ok && saved.value.isSaved ? saved.value.leftOut : 0);
    if (saved.ok && saved.value.isSaved) announce('Saved. Edit the file, then load it here.');
  }

  return (
    <section className="deck-rows" aria-labelledby="deck-list">
      <h2 id="deck-list">Your decks</h2>
      <ul>
        {first.map((deck) => (
          <li key={deck.id}>
            <div>
              <p>{named(deck.name)}</p>
              {deck.source !== '' && <p className="small soft">{deck.source}</p>}
            </div>
            <button
              type="button"
              onClick={() => void save(deck)}
              aria-label={`Save as a file: ${deck.name}`}
            >
              Save as a file
            </button>
          </li>
        ))}
      </ul>
      {more}
      {leftOut > 0 && (
        <p className="note" role="status">
          The file holds plain facts only: {count(leftOut, 'note')} of another type, with
          formatting, pictures or no section {leftOut === 1 ? 'is' : 'are'} not in it. Nothing in
          Rounds changed.
        </p>
      )}
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}
