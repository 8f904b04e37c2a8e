import { useState } from 'react';
import { Link } from 'wouter';
import { noteSummary, questionText } from '../../domain/content/note-summary.ts';
import { slotOf } from '../../kernel/ids.ts';
import type { Problem, Result } from '../../kernel/problem.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useFirst } from '../kit/list/use-first.tsx';
import { useEngine } from '../engine.tsx';
import { useQuery } from '../live.ts';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { inAddress } from '../kit/text/in-address.ts';
import { ProblemNote } from '../kit/page/problem-note.tsx';

/** So many cards of a kind are read at first, and each time that more are asked for. */
const AT_ONCE = 500;

/** Suspended cards and archived facts, each with the way back. */
export function SetAside() {
  const engine = useEngine();
  const announce = useAnnounce();
  const [limit, setLimit] = useState(AT_ONCE);
  const found = useQuery('setAside', { limit });
  const [problem, setProblem] = useState<Problem>();
  const suspended = useFirst(found?.suspended ?? [], (n) => plural(n, '# more suspended card'));
  const archived = useFirst(found?.archived ?? [], (n) => plural(n, '# more archived fact'));
  if (!found || found.suspended.length + found.archived.length + found.unread === 0) return null;

  async function bringBack(doIt: Promise<Result<unknown>>): Promise<void> {
    const done = await doIt;
    setProblem(done.ok ? undefined : done.problem);
    if (done.ok) announce(t`Back in study, with the dates it had.`);
  }

  return (
    <section className="deck-rows" aria-labelledby="set-aside">
      <h2 id="set-aside">{t`Set aside`}</h2>
      <ul>
        {suspended.first.map(({ card, note, type }) => (
          <Row
            key={card.id}
            state={note.tags.includes('leech') ? 'Suspended as a leech' : 'Suspended card'}
            text={questionText(note, type, slotOf(card.id))}
            onBack={() => void bringBack(engine.run('suspendCards', [card.id], false))}
          />
        ))}
        {archived.first.map(({ note, type }) => (
          <Row
            key={note.id}
            state="Archived fact"
            text={noteSummary(note, type)}
            onBack={() => void bringBack(engine.run('archiveNotes', [note.id], false))}
          />
        ))}
      </ul>
      {suspended.more}
      {archived.more}
      {found.unread > 0 && (
        <p className="actions">
          <button
            type="button"
            className="quiet"
            onClick={() => setLimit(limit + AT_ONCE)}
          >{t`Look through more (${plural(found.unread, '# card')} out of study not listed yet)`}</button>
          <Link
            href={`/library?search=${inAddress('is:suspended')}`}
          >{t`All suspended cards in the library`}</Link>
        </p>
      )}
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}

function Row(props: {
  readonly state: string;
  readonly text: string;
  readonly onBack: () => void;
}) {
  return (
    <li>
      <div>
        <p>{props.text}</p>
        <p className="small soft">{props.state}</p>
      </div>
      <button
        type="button"
        onClick={props.onBack}
        aria-label={t`Bring back: ${props.text}`}
      >{t`Bring back`}</button>
    </li>
  );
}
