import { useState } from 'react';
import type { SessionReport } from '../../engine/queries/once/study/session.ts';
import { type CardId, noteIdOf } from '../../kernel/ids.ts';
import { plural, t } from '../../kernel/texts.ts';
import { DialogPart } from '../kit/dialog/dialog-part.tsx';
import { comesLater } from '../kit/page/comes-later.tsx';
import { useFirst } from '../kit/list/use-first.tsx';

const EditNote = comesLater(async () => (await import('../editor/note/edit-note.tsx')).EditNote);

/** So many are listed before the person asks for more. */
const AT_FIRST = 5;

/** What was forgotten, each card to be opened where it can be mended. Nothing where nothing was. */
export function Forgotten(props: {
  readonly cards: SessionReport['forgotten'];
  /** A note was changed. */
  readonly onSaved: () => void;
}) {
  const { first, more } = useFirst(
    props.cards,
    (n) => plural(n, '# more forgotten card'),
    AT_FIRST,
  );
  const [opened, setOpened] = useState<CardId>();
  const close = () => setOpened(undefined);
  if (props.cards.length === 0) return null;
  return (
    <section className="finished-part" aria-labelledby="forgotten">
      <h2 id="forgotten">{t`Forgotten, and asked again soon`}</h2>
      <ul className="forgotten">
        {first.map(({ cardId, question }) => (
          <li key={cardId}>
            <button type="button" className="study-link" onClick={() => setOpened(cardId)}>
              <span>{question}</span>
            </button>
          </li>
        ))}
      </ul>
      {more}
      {opened !== undefined && (
        <DialogPart>
          <EditNote
            noteId={noteIdOf(opened)}
            onClose={close}
            onSaved={() => {
              close();
              props.onSaved();
            }}
          />
        </DialogPart>
      )}
    </section>
  );
}
