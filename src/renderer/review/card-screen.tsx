import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Flag } from '../../domain/collection/card.ts';
import { FLAG_NAMES } from '../../domain/collection/card.ts';
import { ok } from '../../kernel/problem.ts';
import type { Next } from '../../engine/commands/study/study.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { DialogPart } from '../kit/dialog/dialog-part.tsx';
import { Part } from '../kit/page/part.tsx';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import type { AtHand } from '../actions/action.ts';
import { useAtHand } from '../actions/use-at-hand.ts';
import { isTap } from '../card/frame-events.ts';
import { CardFace } from './face/card-face.tsx';
import { GradeBar } from './grade-bar.tsx';
import { ReviewBar } from './review-bar.tsx';
import type { ReviewRound } from './use-review.ts';
import { comesLater } from '../kit/page/comes-later.tsx';

const EditNote = comesLater(async () => (await import('../editor/note/edit-note.tsx')).EditNote);

const WhyNow = comesLater(async () => (await import('./why-now.tsx')).WhyNow);

const AnswerTimer = comesLater(async () => (await import('./answer-timer.tsx')).AnswerTimer);

const AutoAdvance = comesLater(
  async () => (await import('./advance/auto-advance.tsx')).AutoAdvance,
);

const CardInfo = comesLater(async () => (await import('../card-info/card-info.tsx')).CardInfo);

const MoreActions = comesLater(async () => (await import('./more-actions.tsx')).MoreActions);

const PassedOverLine = comesLater(
  async () => (await import('../card/undrawn/passed-over-line.tsx')).PassedOverLine,
);

const SetDue = comesLater(async () => (await import('./set-due.tsx')).SetDue);

type OpenDialog = 'edit' | 'info' | 'more' | 'set-due' | undefined;

/** The card, the grade bar, and everything that can be done to the card. */
export function CardScreen(props: {
  readonly review: ReviewRound;
  readonly next: Extract<Next, { kind: 'card' }>;
  readonly onLeave: () => void;
}) {
  const { review, next } = props;
  const { showing } = next;
  const { card, note, preset, settings } = showing;
  const engine = useEngine();
  const announce = useAnnounce();
  const [dialog, setDialog] = useState<OpenDialog>();
  const [typedText, setTypedText] = useState('');
  // Of one showing, by its name: the next card must not begin with anything revealed.
  const [oneByOne, setOneByOne] = useState({ of: '', shown: 0 });
  const [isWhyShown, setWhyShown] = useState(false);
  const [isAdvancing, setAdvancing] = useState(false);
  const isCram = next.cram !== undefined;
  // While cramming the same card comes again without having changed.
  const shownAs = `${card.id}#${isCram ? next.answered : card.schedule.reps}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each showing of a card begins anew
  useEffect(() => {
    setTypedText('');
    setOneByOne({ of: '', shown: 0 });
    setWhyShown(false);
    window.scrollTo(0, 0);
  }, [shownAs]);
  const mainRef = useRef<HTMLElement>(null);
  useTap(mainRef, () => !review.isRevealed && review.reveal());
  const isMarked = note.tags.includes('marked');

  const flag = (wanted: Flag): void => {
    const to = card.flag === wanted ? 0 : wanted;
    const said = to === 0 ? t`Flag removed.` : t`Flagged ${FLAG_NAMES[to].toLowerCase()}.`;
    void review.act(() => engine.run('flagCards', [card.id], to), said, 'stay');
  };
  const actions = {
    edit: () => setDialog('edit'),
    info: () => setDialog('info'),
    more: () => setDialog('more'),
    why: () => setWhyShown((isShown) => !isShown),
    undo: () => void review.turn('undo'),
    redo: () => void review.turn('redo'),
    mark: () =>
      void review.act(
        () => engine.run('markNotes', [note.id], !isMarked),
        isMarked ? t`Mark removed.` : t`Note marked.`,
        'stay',
      ),
    suspendCard: () =>
      void review.act(
        () => engine.run('suspendCards', [card.id], true),
        t`Card suspended.`,
        'next',
      ),
    suspendNote: () =>
      void review.act(() => engine.run('suspendNote', note.id), t`Note suspended.`, 'next'),
  };
  /** What moves dates: cramming leaves them alone. */
  const ofSchedule: AtHand = isCram
    ? {}
    : {
        setDue: () => setDialog('set-due'),
        buryCard: () =>
          void review.act(
            () => engine.run('buryCards', [card.id]),
            t`Card buried until tomorrow.`,
            'next',
          ),
        buryNote: () =>
          void review.act(
            () => engine.run('buryNote', note.id),
            t`Note buried until tomorrow.`,
            'next',
          ),
        forget: () =>
          void review.act(
            () => engine.run('forgetCards', [card.id]),
            t`Card is new again.`,
            'next',
          ),
      };

  const atHand: AtHand = {
    ...actions,
    ...ofSchedule,
    flag,
    reveal: () => (review.isRevealed ? void review.grade(3) : review.reveal()),
    grade: (grade) => void review.grade(grade),
    why: next.planned ? actions.why : undefined,
    leave: props.onLeave,
    autoAdvance: () => {
      if (preset.advance) setAdvancing(!isAdvancing);
      else void import('./told/rare-words.ts').then((told) => announce(told.NO_SECONDS));
    },
  };
  useAtHand(atHand);

  const close = (): void => setDialog(undefined);
  return (
    <div className="review">
      <ReviewBar
        isWhyShown={isWhyShown}
        next={next}
        onLeave={props.onLeave}
        actions={actions}
        timer={
          preset.showsTimer && (
            <Part>
              <AnswerTimer
                key={shownAs}
                elapsedMillis={review.elapsedMillis}
                capSeconds={settings.answerCapSeconds}
                isStopped={review.isRevealed && preset.stopsTimer === true}
              />
            </Part>
          )
        }
      />
      <main className="review-card" ref={mainRef}>
        <h1 className="hidden-text">{next.cram ? t`Cramming ${next.cram.name}` : t`Review`}</h1>
        {isCram && next.answered === 0 && (
          <p className="cram-note small soft">{t`Your schedule stays as it is: what you answer here counts only if you say so afterwards.`}</p>
        )}
        {next.passedOver && (
          <Part>
            <PassedOverLine cardIds={next.passedOver} />
          </Part>
        )}
        <CardFace
          showing={showing}
          likely={review.likely}
          isRevealed={review.isRevealed}
          oneByOne={{
            shown: oneByOne.of === shownAs ? oneByOne.shown : 0,
            onShown: (shown) => setOneByOne({ of: shownAs, shown }),
          }}
          typedText={typedText}
          onTyped={setTypedText}
          onReveal={review.reveal}
          onGrade={review.grade}
        />
      </main>
      <footer className="review-foot">
        {isWhyShown && next.planned && (
          <Part>
            <WhyNow planned={next.planned} />
          </Part>
        )}
        {review.problem && <ProblemNote problem={review.problem} />}
        {isAdvancing && (
          <Part>
            <AutoAdvance
              review={review}
              preset={preset}
              sight={`${shownAs} ${review.isRevealed}`}
              bury={ofSchedule.buryCard}
              onStop={() => setAdvancing(false)}
            />
          </Part>
        )}
        <GradeBar showing={showing} review={review} isCram={isCram} />
      </footer>
      {dialog === 'edit' && (
        <DialogPart>
          <EditNote
            noteId={note.id}
            onClose={close}
            onSaved={() => {
              close();
              void review.act(async () => ok(undefined), t`Note saved.`, 'stay');
            }}
          />
        </DialogPart>
      )}
      {dialog === 'info' && (
        <DialogPart>
          <CardInfo cardId={card.id} onClose={close} />
        </DialogPart>
      )}
      {dialog === 'more' && (
        <DialogPart>
          <MoreActions
            atHand={atHand}
            flag={card.flag}
            isMarked={isMarked}
            onFlag={flag}
            onClose={close}
          />
        </DialogPart>
      )}
      {dialog === 'set-due' && (
        <DialogPart>
          <SetDue cardId={card.id} review={review} onClose={close} />
        </DialogPart>
      )}
    </div>
  );
}

/** Hears taps on what stands around the card: on a phone that is most of the screen. */
function useTap(place: RefObject<HTMLElement | null>, onTap: () => void): void {
  const tapped = useEffectEvent(onTap);
  useEffect(() => {
    const hear = (event: MouseEvent): void => {
      if (isTap(event, document)) tapped();
    };
    const { current } = place;
    current?.addEventListener('click', hear);
    return () => current?.removeEventListener('click', hear);
  }, [place]);
}
