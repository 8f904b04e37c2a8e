import { useDeferredValue, useState } from 'react';
import { cardClasses, type NoteType } from '../../../domain/content/note-type.ts';
import { cardIdOf, type NoteId, type Slot } from '../../../kernel/ids.ts';
import type { CardSide } from '../../../domain/template/cloze-html.ts';
import { renderCard } from '../../../domain/template/render.ts';
import { slotsOfNote } from '../../../domain/template/slots.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { CardFrame } from '../../card/card-frame.tsx';
import { TypedAnswerField } from '../../card/typed-answer.tsx';
import { type CardDrawn, contentHash } from '../../card/undrawn/undrawn-marks.ts';
import { useOcclusion } from '../../card/occlusion/use-occlusion.ts';
import { useMediaUrls } from '../../media/media-urls.ts';
import type { NoteState } from './note-state.ts';
import '../../kit/menu/tools.css';

/** Every card that the note makes, its answer or its question, as it is being written. */
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
  const [isFront, setFront] = useState(false);
  const index = Math.min(wanted, slots.length - 1);
  const slot = slots[index];
  if (slot === undefined) {
    return (
      <section className="previews" aria-label={t`Preview`}>
        <p className="soft">
          {type.kind === 'standard'
            ? t`The card appears here as you write.`
            : t`Hide something, and its card appears here.`}
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
    <section className="previews" aria-label={t`Preview`}>
      <header className="previews-head">
        <h2>{plural(slots.length, 'One card', 'Card {value} of # cards', { value: index + 1 })}</h2>
        <SideChoice isFront={isFront} onFront={setFront} />
        {slots.length > 1 && (
          <div className="actions previews-steps">
            <button
              type="button"
              className="tool"
              disabled={index === 0}
              onClick={() => setWanted(index - 1)}
            >{t`Previous`}</button>
            <button
              type="button"
              className="tool"
              disabled={index === slots.length - 1}
              onClick={() => setWanted(index + 1)}
            >{t`Next`}</button>
          </div>
        )}
      </header>
      <div className="preview-side">
        {isFront ? (
          <Side key="front" {...shared} side="front" html={front} />
        ) : (
          <Side key="back" {...shared} side="back" html={back} />
        )}
        {isFront && typed && <TypedAnswerField disabled />}
      </div>
    </section>
  );
}

function SideChoice(props: {
  readonly isFront: boolean;
  readonly onFront: (isFront: boolean) => void;
}) {
  const side = (isFront: boolean, name: string) => (
    <button
      type="button"
      className="tool"
      aria-pressed={props.isFront === isFront}
      onClick={() => props.onFront(isFront)}
    >
      {name}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons, no field to fill in
    <div className="segments" role="group" aria-label={t`Side shown`}>
      {side(true, t`Question`)}
      {side(false, t`Answer`)}
    </div>
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
      title={side === 'front' ? t`Preview of the question` : t`Preview of the answer`}
      isFront
      bodyClass={cardClasses(type, slot)}
      mediaUrl={mediaUrl}
      decorate={decorate}
    />
  );
}
