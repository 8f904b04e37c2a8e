import { type MouseEvent, type ReactNode, useMemo } from 'react';
import { schedulerOptions } from '../../domain/collection/deck.ts';
import type { HistoryAnswer } from '../../domain/collection/review.ts';
import { doiAddress } from '../../domain/content/doi.ts';
import { fieldText } from '../../domain/content/note-type.ts';
import { FIELD } from '../../domain/content/stock.ts';
import type { Schedule } from '../../domain/memory/schedule.ts';
import { retrievability } from '../../domain/memory/scheduler.ts';
import { type StudyDay, studyDayOf } from '../../kernel/study-day.ts';
import { textToRead } from '../../domain/template/html-text.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useFirst } from '../kit/list/use-first.tsx';
import { useLinks } from '../card/links/use-links.tsx';
import type { LiveCard } from '../../engine/queries/live/study.ts';
import { interval, percent, shortDate, timeOrDate, twoFigures } from '../kit/text/format.ts';
import { ForgettingCurve } from './forgetting-curve.tsx';
import { GRADE_NAMES } from '../kit/text/grade-names.ts';
import { useNow } from '../use-now.ts';
import { named } from '../../kernel/named.ts';
import './card-info.css';

/** What there is to say of a card, and all its answers. */
export function CardFacts({ live }: { readonly live: LiveCard }) {
  const { card, note, deck, preset, settings, history } = live;
  const now = useNow();
  const today = studyDayOf(now, settings.rolloverHour);
  const options = schedulerOptions(preset, settings);
  const recall = retrievability(options, card.schedule, today);
  const { schedule } = card;
  const facts: [string, string][] = [
    [t`State`, STATE_NAMES[schedule.state]],
    [t`Due`, dueText(schedule, today, now.atMillis)],
  ];
  if (schedule.state === 'review')
    facts.push([t`Interval`, interval({ days: schedule.intervalDays })]);
  if (schedule.state !== 'new') {
    facts.push(
      [t`Stability`, interval({ days: Math.max(1, Math.round(schedule.memory.stability)) })],
      [t`Difficulty`, t`${schedule.memory.difficulty.toFixed(1)} of 10`],
    );
  }
  if (recall !== undefined) facts.push([t`Predicted recall now`, percent(recall)]);
  facts.push([
    t`Answers`,
    `${plural(schedule.reps, '# answer')}, ${plural(schedule.lapses, '# lapse')}`,
  ]);
  const origin: [string, ReactNode][] = [
    [t`Deck`, named(deck.name)],
    [t`Section`, note.sections.map(named).join(', ') || t`None`],
    [t`Type`, named(live.noteType.name)],
  ];
  const source = textToRead(fieldText(note.fields, FIELD.source));
  if (source !== '') origin.push([t`Source`, <Source key="source" text={source} />]);
  if (note.tags.length > 0) origin.push([t`Labels`, note.tags.map(named).join(', ')]);

  return (
    <div className="card-info">
      <Facts className="facts number" facts={facts} />
      {schedule.state === 'review' && (
        <ForgettingCurve options={options} schedule={schedule} today={today} />
      )}
      <Facts className="origin" facts={origin} />
      <h3>{t`History`}</h3>
      {history.length === 0 ? (
        <p className="soft">{t`No answers yet.`}</p>
      ) : (
        <History history={history} />
      )}
    </div>
  );
}

function Facts(props: {
  readonly className: string;
  readonly facts: readonly (readonly [string, ReactNode])[];
}) {
  return (
    <dl className={props.className}>
      {props.facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The source as written; where it names a DOI, with a link that opens outside the program. */
function Source({ text }: { readonly text: string }) {
  const { follow, question } = useLinks();
  const address = doiAddress(text);
  if (address === undefined) return text;
  function open(event: MouseEvent): void {
    event.preventDefault();
    if (address !== undefined && event.button < 2) follow(address, '');
  }
  return (
    <>
      {text}{' '}
      <a
        href={address}
        onClick={open}
        onAuxClick={open}
        onContextMenu={(event) => event.preventDefault()}
        onDragStart={(event) => event.preventDefault()}
      >{t`Open the article`}</a>
      {question}
    </>
  );
}

function History({ history }: { readonly history: readonly HistoryAnswer[] }) {
  const newest = useMemo(() => [...history].reverse(), [history]);
  const { first, more } = useFirst(newest, (n) => plural(n, '# more answer'));
  return (
    <>
      <table className="history number">
        <thead>
          <tr className="soft small">
            <th scope="col">{t`Day`}</th>
            <th scope="col">{t`Grade`}</th>
            <th scope="col">{t`Next after`}</th>
            <th scope="col">{t`Time`}</th>
          </tr>
        </thead>
        <tbody>
          {first.map((review) => (
            <tr key={review.operationId ?? review.atMillis}>
              <td>{shortDate(review.studyDay)}</td>
              <td>{GRADE_NAMES[review.grade]}</td>
              <td>
                {review.intervalDays > 0 ? interval({ days: review.intervalDays }) : t`a step`}
              </td>
              <td>{t`${twoFigures(review.durationMillis / 1000)} s`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

const STATE_NAMES = {
  new: t`New`,
  learning: t`Learning`,
  relearning: t`Relearning`,
  review: t`Review`,
} as const;

function dueText(schedule: Schedule, today: StudyDay, nowMillis: number): string {
  if (schedule.state === 'new') return t`When its turn comes`;
  if (schedule.state !== 'review') return timeOrDate(schedule.dueAtMillis, nowMillis);
  const days = schedule.dueDay - today;
  if (days === 0) return t`Today`;
  const distance = days > 0 ? t`in ${plural(days, '# day')}` : t`${plural(-days, '# day')} ago`;
  return `${shortDate(schedule.dueDay)}, ${distance}`;
}
