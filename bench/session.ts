import type { Deps } from '../src/engine/deps.ts';
import { createEngine } from '../src/engine/engine.ts';
import { readQueue } from '../src/store/queue.ts';
import { sourceOf } from '../src/domain/study/source.ts';
import { withoutKeys } from '../src/store/reach.ts';

/** Answers given from one look at the queue. */
const AT_ONCE = 50;

/** Begins a session of all that today asks for, none of it answered yet. */
export async function beginAnew(deps: Deps): Promise<void> {
  const engine = createEngine(deps);
  await engine.run('finishStudy');
  const begun = await engine.run('beginStudy', {});
  if (!begun.ok) throw new Error(begun.problem.what);
}

/** Answers `count` cards of the session with Easy, so that none of them comes back in it. */
export async function answerMany(deps: Deps, count: number): Promise<void> {
  const engine = createEngine(deps);
  for (let answered = 0; answered < count; ) {
    const queue = await readQueue(deps.store, sourceOf({}), deps.clock(), AT_ONCE);
    if (queue.cards.length === 0) throw new Error('too few cards for so many answers');
    for (const card of queue.cards.slice(0, count - answered)) {
      const row = await deps.store.cards.get(card.id);
      if (!row) continue;
      const saved = await engine.run('answerCard', withoutKeys(row), 4, 4_000);
      if (!saved.ok) throw new Error(saved.problem.what);
      answered++;
    }
  }
}
