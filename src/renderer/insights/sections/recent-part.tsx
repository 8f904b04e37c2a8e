import type { Effort, Recent, UsualEffort } from '../../../domain/statistics/figures/recent.ts';
import { count, minutes } from '../../kit/text/format.ts';
import { thousands } from '../../kit/text/number-words.ts';
import { OpenButton } from '../../kit/chart/figures/value-rows.tsx';
import { InsightPicture } from '../picture/insight-picture.tsx';
import { recentInWords } from '../words/recent-words.ts';
import { outOfHundred } from '../words/share-words.ts';
import type { Open } from './open.ts';

/** Today and the last seven days, each against what is usual. */
export function RecentPart({ recent, open }: { readonly recent: Recent; readonly open: Open }) {
  const { today, week, usualDay, usualWeek } = recent;
  return (
    <InsightPicture
      title="Answers, minutes and what was recalled"
      sentence={recentInWords(recent)}
      table={{
        about: 'today and the last seven days',
        columns: [
          { name: 'Time' },
          { name: 'Minutes', say: oneDecimal },
          { name: 'Answers', say: whole },
          { name: 'New cards', say: whole },
          { name: 'Reviews', say: whole },
          { name: 'Recalled', say: whole },
        ],
        rows: [
          row('Today', today),
          ...(usualDay ? [row('A usual day', usualDay)] : []),
          row('Last 7 days', week),
          ...(usualWeek ? [row('A usual week', usualWeek)] : []),
        ],
      }}
    >
      <div className="efforts">
        <EffortBlock
          title="Today"
          effort={today}
          usual={usualDay}
          usualName="Usual day"
          onOpen={open('rated:1')}
        />
        <EffortBlock
          title="Last 7 days"
          effort={week}
          usual={usualWeek}
          usualName="Usual week"
          onOpen={open('rated:7')}
        />
      </div>
    </InsightPicture>
  );
}

function EffortBlock(props: {
  readonly title: string;
  readonly effort: Effort;
  readonly usual: UsualEffort | undefined;
  readonly usualName: string;
  readonly onOpen: ReturnType<Open>;
}) {
  const { title, effort, usual, usualName, onOpen } = props;
  return (
    <div className="effort">
      <p className="small soft">{title}</p>
      <p className="effort-figure number">
        {effort.answers === 0 ? 'Nothing yet' : minutes(effort.minutes)}
      </p>
      {effort.answers > 0 && (
        <p className="number">
          {count(effort.answers, 'answer')}
          {effort.newCards > 0 && `, ${count(effort.newCards, 'new card')}`}
          {effort.recalled.of > 0 && `; ${outOfHundred(effort.recalled)} recalled`}
        </p>
      )}
      <p className="small soft number">
        {usual && usual.answers < 0.5
          ? `${usualName}: no answers`
          : usual
            ? `${usualName}: ${minutes(usual.minutes)}, ${count(Math.round(usual.answers), 'answer')}`
            : 'What is usual shows after a week of study.'}
      </p>
      {onOpen && effort.answers > 0 && (
        <p data-unsaved>
          <OpenButton className="range-open small" onOpen={onOpen}>
            Show these cards<span className="hidden-text">: {title}</span>
          </OpenButton>
        </p>
      )}
    </div>
  );
}

function row(name: string, effort: UsualEffort) {
  const { recalled } = effort;
  return [name, effort.minutes, effort.answers, effort.newCards, recalled.of, recalled.count];
}

function whole(value: number): string {
  return thousands(Math.round(value));
}

function oneDecimal(value: number): string {
  return value.toFixed(1).replace('.0', '');
}
