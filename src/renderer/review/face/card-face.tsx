import { named } from '../../../kernel/named.ts';
import { type KeyboardEvent, Suspense, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { FLAG_NAMES } from '../../../domain/collection/card.ts';
import type { Grade } from '../../../domain/memory/schedule.ts';
import { cardClasses } from '../../../domain/content/note-type.ts';
import { slotOf } from '../../../kernel/ids.ts';
import type { CardInFull } from '../../../engine/commands/study/study.ts';
import { t } from '../../../kernel/texts.ts';
import { CardFrame } from '../../card/card-frame.tsx';
import { sidesOf } from '../../card/sides-of.ts';
import { TypedAnswerField } from '../../card/typed-answer.tsx';
import { useOcclusion } from '../../card/occlusion/use-occlusion.ts';
import { cardDrawn } from '../../card/undrawn/undrawn-marks.ts';
import { useSounds } from './use-sounds.ts';
import { useTwoFrames } from './use-two-frames.ts';
import { useMediaUrls } from '../../media/media-urls.ts';
import { isComposing } from '../../kit/keys/chord.ts';
import { quietMoment } from '../../quiet.ts';
import { comesLater } from '../../kit/page/comes-later.tsx';

/** No first card waits for it, and where it cannot come the buttons do all that there is to do. */
const ByTouch = comesLater(async () => {
  await quietMoment(document.body);
  return import('./by-touch.tsx').then(
    (part) => part.ByTouch,
    () => () => null,
  );
});

const OneByOne = comesLater(async () => (await import('./one-by-one.tsx')).OneByOne);

/**
 * The card in its frame: the question, and once asked for, the answer in its place. Where the card
 * asks for typing, a field for it stands under the question.
 */
export function CardFace(props: {
  readonly showing: CardInFull;
  /** The card that most likely comes next: drawn ahead, out of sight. */
  readonly likely: CardInFull | undefined;
  readonly isRevealed: boolean;
  /** How many of the question's deletions were shown one by one. */
  readonly oneByOne: { readonly shown: number; readonly onShown: (shown: number) => void };
  readonly typedText: string;
  readonly onTyped: (text: string) => void;
  readonly onReveal: () => void;
  /** Grades by a swipe; absent: nothing is to be graded. */
  readonly onGrade?: ((grade: Grade) => Promise<void>) | undefined;
}) {
  const { showing, isRevealed, typedText, likely, oneByOne } = props;
  const { card, note } = showing;
  const mediaUrl = useMediaUrls();
  const [, goTo] = useLocation();
  const shown = useSides(showing, isRevealed ? typedText : undefined, oneByOne.shown);
  const next = useSides(likely ?? showing, undefined, 0);
  async function findTag(tag: string): Promise<void> {
    // Not before the first card: few cards show their tags.
    const { addressOfTag } = await import('../../search/tag-address.ts');
    goTo(addressOfTag(tag));
  }
  const frames = useTwoFrames(isRevealed ? shown.back : shown.front, likely && next.front);
  const face = useRef<HTMLElement>(null);
  const onDrawn = useSounds(face, frames, showing, isRevealed);
  const isMarked = note.tags.includes('marked');
  return (
    <article className="card-face" ref={face}>
      {(card.flag > 0 || isMarked) && (
        <p className="card-labels small">
          {card.flag > 0 && (
            <span className="flag-label" data-flag={card.flag}>
              {t`${FLAG_NAMES[card.flag]} flag`}
            </span>
          )}
          {isMarked && <span>{t`Marked`}</span>}
        </p>
      )}
      {frames.map(({ place, side, isAhead }) => (
        <CardFrame
          key={place}
          {...side}
          onDrawn={() => onDrawn(place, side.html)}
          title={isAhead ? t`Next card` : isRevealed ? t`Answer` : t`Question`}
          following={isAhead || isRevealed ? undefined : shown.back}
          mediaUrl={mediaUrl}
          isAhead={isAhead}
          onTag={findTag}
          onTap={isAhead || isRevealed ? undefined : props.onReveal}
        />
      ))}
      {!isRevealed && shown.deletions.length > 1 && (
        <Suspense>
          <OneByOne {...oneByOne} deletions={shown.deletions} onReveal={props.onReveal} />
        </Suspense>
      )}
      {shown.isTyped && !isRevealed && (
        <TypedAnswer
          key={card.id}
          text={typedText}
          onChange={props.onTyped}
          onReveal={props.onReveal}
        />
      )}
      {isRevealed && note.sections[0] !== undefined && (
        <p className="card-section small soft">{named(note.sections[0])}</p>
      )}
      <Suspense>
        <ByTouch face={face} showing={showing} isRevealed={isRevealed} onGrade={props.onGrade} />
      </Suspense>
    </article>
  );
}

/** Both sides of a card, as a frame shows them. `typedText`: what was typed, once it is revealed. */
function useSides(whole: CardInFull, typedText: string | undefined, deletionsShown: number) {
  const { card, note, noteType } = whole;
  const slot = slotOf(card.id);
  const sides = sidesOf(whole, {
    deletionsShown,
    ...(typedText === undefined ? {} : { typedText }),
  });
  const front = useOcclusion(noteType, note.fields, slot, 'front', deletionsShown);
  const back = useOcclusion(noteType, note.fields, slot, 'back');
  const { css } = sides;
  const shared = {
    css,
    bodyClass: cardClasses(noteType, slot),
    card: cardDrawn(card.id, note, noteType),
  };
  return {
    isTyped: sides.typed,
    // Where masks hide the answer, they are what is given away.
    deletions: (noteType.kind === 'occlusion' ? front?.asked : sides.deletions) ?? [],
    front: { ...shared, html: sides.front, isFront: true, decorate: front },
    back: { ...shared, html: sides.back, isFront: false, decorate: back },
  };
}

function TypedAnswer(props: {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onReveal: () => void;
}) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => ref.current?.focus(), []);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
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
