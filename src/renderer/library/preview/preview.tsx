import { Suspense, useDeferredValue, useRef, useState } from 'react';
import { type CardId, type NoteId, slotOf } from '../../../kernel/ids.ts';
import type { LibraryRow } from '../../../domain/library/library.ts';
import { cardClasses } from '../../../domain/content/note-type.ts';
import { t } from '../../../kernel/texts.ts';
import { CardFrame } from '../../card/card-frame.tsx';
import { sidesOf } from '../../card/sides-of.ts';
import { TypedAnswerField } from '../../card/typed-answer.tsx';
import { cardDrawn } from '../../card/undrawn/undrawn-marks.ts';
import { useOcclusion } from '../../card/occlusion/use-occlusion.ts';
import type { LiveCard } from '../../../engine/queries/live/study.ts';
import { phrase } from '../../kit/text/phrase.ts';
import { useQuery } from '../../live.ts';
import { useMediaUrls } from '../../media/media-urls.ts';
import { comesLater } from '../../kit/page/comes-later.tsx';
import { KeyHint } from '../../actions/key-hint.tsx';
import { NoteFacts } from './note-facts.tsx';
import { ScheduleLine } from './schedule-line.tsx';
import './preview.css';

/** A preview without it is still one. */
const EnlargePictures = comesLater(() =>
  import('../../card/enlarge/enlarge-pictures.tsx').then(
    (part) => part.EnlargePictures,
    () => () => null,
  ),
);

/** What the preview's buttons do. */
export interface PreviewActions {
  readonly onEdit: (noteId: NoteId) => void;
  readonly onSuspend: () => void;
  readonly onInfo: () => void;
  readonly onTag: (tag: string) => void;
}

/** The card of the focused row: its answer, its schedule, and its note. */
export function Preview(props: {
  readonly row: LibraryRow | undefined;
  readonly chosen: number;
  readonly actions: PreviewActions;
}) {
  // While an arrow key is held down only the last row's card is drawn.
  const row = useDeferredValue(props.row);
  if (!row || row.isGone) {
    return <p className="soft preview-empty">{t`Choose a row to see its card here.`}</p>;
  }
  if (row.cardIds.length === 0) {
    return <p className="soft preview-empty">{t`This note has no card.`}</p>;
  }
  return <PreviewOfRow key={row.noteId} row={row} actions={props.actions} />;
}

function PreviewOfRow(props: { readonly row: LibraryRow; readonly actions: PreviewActions }) {
  const { row, actions } = props;
  const [place, setAt] = useState(0);
  const { cardIds } = row;
  // Cards may have gone meanwhile.
  const at = Math.min(place, cardIds.length - 1);
  const cardId = cardIds[at] as CardId;
  const live = useQuery('card', { cardId });
  if (!live) return null;
  const isSuspended = live.card.suspended;
  return (
    <article className="preview" aria-label={t`Preview`}>
      {cardIds.length > 1 && (
        <p className="preview-cards">
          <button
            type="button"
            className="tool"
            disabled={at === 0}
            onClick={() => setAt(at - 1)}
          >{t`Previous card`}</button>
          <span className="small soft number">{t`${at + 1} of ${cardIds.length}`}</span>
          <button
            type="button"
            className="tool"
            disabled={at >= cardIds.length - 1}
            onClick={() => setAt(at + 1)}
          >{t`Next card`}</button>
        </p>
      )}
      <CardSides live={live} onTag={actions.onTag} />
      <ScheduleLine live={live} />
      <p className="preview-actions">
        <button type="button" className="tool" onClick={() => actions.onEdit(row.noteId)}>
          {phrase`Edit ${<KeyHint action="edit" />}`}
        </button>
        <button type="button" className="tool" onClick={actions.onSuspend}>
          {isSuspended ? t`Bring back` : t`Suspend`} <KeyHint action="suspend-card" />
        </button>
        <button type="button" className="tool" onClick={actions.onInfo}>
          {phrase`Info ${<KeyHint action="info" />}`}
        </button>
      </p>
      <NoteFacts live={live} onTag={actions.onTag} />
    </article>
  );
}

/** The back, which as a rule shows the front again. */
function CardSides({
  live,
  onTag,
}: {
  readonly live: LiveCard;
  readonly onTag: (tag: string) => void;
}) {
  const { card, note, noteType } = live;
  const mediaUrl = useMediaUrls();
  const [isFront, setFront] = useState(false);
  const face = useRef<HTMLDivElement>(null);
  const slot = slotOf(card.id);
  const sides = sidesOf(live);
  const decorate = useOcclusion(noteType, note.fields, slot, isFront ? 'front' : 'back');
  return (
    <div className="preview-card">
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons, no field to fill in */}
      <div className="segments" role="group" aria-label={t`Side shown`}>
        <button
          type="button"
          className="tool"
          aria-pressed={isFront}
          onClick={() => setFront(true)}
        >{t`Question`}</button>
        <button
          type="button"
          className="tool"
          aria-pressed={!isFront}
          onClick={() => setFront(false)}
        >{t`Answer`}</button>
      </div>
      <div className="preview-face" ref={face}>
        <CardFrame
          html={isFront ? sides.front : sides.back}
          css={sides.css}
          card={cardDrawn(card.id, note, noteType)}
          title={isFront ? t`Question` : t`Answer`}
          isFront
          bodyClass={cardClasses(noteType, slot)}
          mediaUrl={mediaUrl}
          onTag={onTag}
          decorate={decorate}
        />
        <Suspense>
          <EnlargePictures key={`${card.id} ${isFront}`} face={face} opensByTap />
        </Suspense>
      </div>
      {isFront && sides.typed && <TypedAnswerField disabled />}
    </div>
  );
}
