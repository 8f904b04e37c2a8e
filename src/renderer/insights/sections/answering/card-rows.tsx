import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { CardLine } from '../../../../domain/statistics/figures/answering.ts';
import type { NoteId } from '../../../../kernel/ids.ts';
import { named } from '../../../../kernel/named.ts';
import { shownPath } from '../../../../kernel/path.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { useEngine } from '../../../engine.tsx';
import { comesLater } from '../../../kit/page/comes-later.tsx';
import { DialogPart } from '../../../kit/dialog/dialog-part.tsx';
import { inAddress } from '../../../kit/text/in-address.ts';
import { OpenButton } from '../../../kit/chart/figures/value-rows.tsx';
import { useFirst } from '../../../kit/list/use-first.tsx';

import { phrase } from '../../../kit/text/phrase.ts';
import type { Open } from '../open.ts';

const EditNote = comesLater(
  async () => (await import('../../../editor/note/edit-note.tsx')).EditNote,
);

/** As many are shown before more are asked for. */
const AT_FIRST = 5;

/**
 * Cards that cost most, one a line, each with what the rules of good cards say of its note, and the
 * ways to it: mending it, and the library.
 */
export function CardRows<Card extends CardLine>(props: {
  readonly cards: readonly Card[];
  /** What there is to say of it, in few words. */
  readonly said: (card: Card) => string;
  /** Opens them all in the library, where there are more. */
  readonly onAll?: ReturnType<Open>;
}) {
  const { cards, said, onAll } = props;
  const [, goTo] = useLocation();
  const [editing, setEditing] = useState<NoteId>();
  const { first, more } = useFirst(cards, (n) => plural(n, '# more card'), AT_FIRST);
  const advice = useAdvice(cards, editing);
  if (cards.length === 0) return null;
  return (
    <>
      <ol className="card-rows">
        {first.map((card) => (
          <li key={card.cardId} className="card-row">
            <div className="card-row-what">
              <button
                type="button"
                className="range-open"
                onClick={() => goTo(`/library?search=${inAddress(`cid:${card.cardId}`)}`)}
              >
                {card.text === '' ? t`Without text` : card.text}
              </button>
              <span className="small soft">{named(shownPath(card.deckName))}</span>
              {advice.get(card.noteId)?.map((message) => (
                <span key={message} className="card-row-advice small">
                  {message}
                </span>
              ))}
            </div>
            <span className="card-row-said small number">{said(card)}</span>
            <button
              type="button"
              className="tool"
              data-unsaved
              onClick={() => setEditing(card.noteId)}
            >
              {phrase`Edit${<span className="hidden-text">: {card.text}</span>}`}
            </button>
          </li>
        ))}
      </ol>
      <div data-unsaved>
        {more}
        {onAll && (
          <p className="actions">
            <OpenButton className="quiet" onOpen={onAll}>{t`All in the library`}</OpenButton>
          </p>
        )}
      </div>
      {editing && (
        <DialogPart>
          <EditNote
            noteId={editing}
            onClose={() => setEditing(undefined)}
            onSaved={() => setEditing(undefined)}
          />
        </DialogPart>
      )}
    </>
  );
}

/** What is advised for each note, read again once one of them has been edited. */
function useAdvice(
  cards: readonly CardLine[],
  editing: NoteId | undefined,
): ReadonlyMap<NoteId, readonly string[]> {
  const engine = useEngine();
  const [advice, setAdvice] = useState<ReadonlyMap<NoteId, readonly string[]>>(new Map());
  useEffect(() => {
    if (editing !== undefined || cards.length === 0) return;
    let isGone = false;
    const noteIds = [...new Set(cards.map(({ noteId }) => noteId))];
    void engine.ask('adviceOn', { noteIds }).then((found) => {
      if (isGone || !found.ok) return;
      setAdvice(
        new Map(
          found.value.map(({ noteId, suggestions }) => [
            noteId,
            [...new Set(suggestions.map(({ message }) => message))],
          ]),
        ),
      );
    });
    return () => {
      isGone = true;
    };
  }, [engine, cards, editing]);
  return advice;
}
