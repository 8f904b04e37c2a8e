import { useDeferredValue, useState } from 'react';
import type { NoteType } from '../../../domain/content/note-type.ts';
import { cardIdOf, type NoteId, type Slot } from '../../../kernel/ids.ts';
import type { CardSide } from '../../../domain/template/cloze-html.ts';
import { renderCard } from '../../../domain/template/render.ts';
import { slotsOfNote } from '../../../domain/template/slots.ts';
import { CardFrame } from '../../card/card-frame.tsx';
import { TypedAnswerField } from '../../card/typed-answer.tsx';
import { type CardDrawn, contentHash } from '../../card/undrawn/undrawn-marks.ts';
import { useOcclusion } from '../../card/occlusion/use-occlusion.ts';
import { useMediaUrls } from '../../media/media-urls.ts';
import { count } from '../../kit/text/format.ts';
import type { NoteState } from './note-state.ts';

/** Every card that the note makes, question and answer, as it is being written. */
export function CardPreviews(props: {
  readonly state: NoteState;
  readonly type: NoteType;
  readonly deckName: string;
  /** The note itself, where it exists already. */
  readonly noteId?: NoteId | undefined;
}) {
  const state = useDeferredValue(props.state);
  const { type, deckName } = props;
  const slots = slotsOfNote(type, state.fields, state.sections.length > 0);
  const [wanted, setWanted] = useState(0);
  const index = Math.min(wanted, slots.length - 1);
  const slot = slots[index];
  if (slot === undefined) {
    return (
      <section className="previews" aria-label="Preview">
        <p className="soft">
          {type.kind === 'standard'
            ? 'The card appears here as you write.'
            : 'Hide something, and its card appears here.'}
        </p>
      </section>
    );
  }
  const { front, back, css, typed } = renderCard({
    type,
    fields: state.fields,
    slot,
    tags: state.sections,
    deckName,
  });
  const { noteId } = props;
  const card = noteId && {
    cardId: cardIdOf(noteId, slot),
    noteId,
    content: contentHash(state.fields, type),
  };
  const shared = { type, state, slot, css, card };
  return (
    <section className="previews" aria-label="Preview">
      <header className="previews-head">
        <h2 className="small soft">
          {slots.length === 1 ? 'One card' : `Card ${index + 1} of ${count(slots.length, 'card')}`}
        </h2>
        {slots.length > 1 && (
          <div className="actions">
            <button
              type="button"
              className="quiet"
              disabled={index === 0}
              onClick={() => setWanted(index - 1)}
            >
              Previous
            </button>
            <button
              type="button"
              className="quiet"
              disabled={index === slots.length - 1}
              onClick={() => setWanted(index + 1)}
            >
              Next
            </button>
          </div>
        )}
      </header>
      <div className="preview-side">
        <h3 className="small soft">Question</h3>
        <Side {...shared} side="front" html={front} />
        {typed && <TypedAnswerField disabled />}
      </div>
      <div className="preview-side">
        <h3 className="small soft">Answer</h3>
        <Side {...shared} side="back" html={back} />
      </div>
    </section>
  );
}

function Side(props: {
  readonly type: NoteType;
  readonly state: NoteState;
  readonly slot: Slot;
  readonly side: CardSide;
  readonly html: string;
  readonly css: string;
  readonly card: CardDrawn | undefined;
}) {
  const { type, state, slot, side } = props;
  const mediaUrl = useMediaUrls();
  const decorate = useOcclusion(type, state.fields, slot, side);
  return (
    <CardFrame
      html={props.html}
      css={props.css}
      card={props.card}
      title={side === 'front' ? 'Preview of the question' : 'Preview of the answer'}
      isFront
      bodyClass={`card card${slot}`}
      mediaUrl={mediaUrl}
      decorate={decorate}
    />
  );
}
