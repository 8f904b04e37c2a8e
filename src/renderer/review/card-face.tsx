import { type KeyboardEvent, useEffect, useRef } from 'react';
import { FLAG_NAMES } from '../../domain/collection/card.ts';
import { tagsOf } from '../../domain/content/note.ts';
import { slotOf } from '../../kernel/ids.ts';
import { renderCard } from '../../domain/template/render.ts';
import type { CardInFull } from '../../engine/commands/study/study.ts';
import { CardFrame } from '../card/card-frame.tsx';
import { TypedAnswerField } from '../card/typed-answer.tsx';
import { useOcclusion } from '../card/occlusion/use-occlusion.ts';
import { useMediaUrls } from '../media/media-urls.ts';

/**
 * The card in its frame: the question, and once asked for, the answer in its place. Where the card
 * asks for typing, a field for it stands under the question.
 */
export function CardFace(props: {
  readonly showing: CardInFull;
  readonly isRevealed: boolean;
  readonly typedText: string;
  readonly onTyped: (text: string) => void;
  readonly onReveal: () => void;
}) {
  const { showing, isRevealed, typedText } = props;
  const { card, note, noteType, deck } = showing;
  const mediaUrl = useMediaUrls();
  const slot = slotOf(card.id);
  const sides = renderCard({
    type: noteType,
    fields: note.fields,
    slot,
    tags: tagsOf(note),
    deckName: deck.name,
    flag: card.flag,
    ...(isRevealed ? { typedText } : {}),
  });
  const decorate = useOcclusion(noteType, note.fields, slot, isRevealed ? 'back' : 'front');
  const isMarked = note.tags.includes('marked');
  return (
    <article className="card-face">
      {(card.flag > 0 || isMarked) && (
        <p className="card-labels small">
          {card.flag > 0 && (
            <span className="flag-label" data-flag={card.flag}>
              {FLAG_NAMES[card.flag]} flag
            </span>
          )}
          {isMarked && <span>Marked</span>}
        </p>
      )}
      <CardFrame
        html={isRevealed ? sides.back : sides.front}
        css={sides.css}
        title={isRevealed ? 'Answer' : 'Question'}
        isFront={!isRevealed}
        bodyClass={`card card${slot}`}
        mediaUrl={mediaUrl}
        decorate={decorate}
      />
      {sides.typed && !isRevealed && (
        <TypedAnswer
          key={card.id}
          text={typedText}
          onChange={props.onTyped}
          onReveal={props.onReveal}
        />
      )}
      {isRevealed && note.sections[0] !== undefined && (
        <p className="card-section small soft">{note.sections[0]}</p>
      )}
    </article>
  );
}

function TypedAnswer(props: {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onReveal: () => void;
}) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => ref.current?.focus(), []);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    props.onReveal();
  }
  return (
    <TypedAnswerField
      ref={ref}
      value={props.text}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
