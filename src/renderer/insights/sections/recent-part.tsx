import type { Effort, Recent, UsualEffort } from '../../../domain/statistics/figures/recent.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { minutes, tenths } from '../../kit/text/format.ts';
import { OpenButton } from '../../kit/chart/figures/value-rows.tsx';
import { phrase } from '../../kit/text/phrase.ts';
import { InsightPicture } from '../picture/insight-picture.tsx';
import { recentInWords } from '../words/recent-words.ts';
import { outOfHundred } from '../words/share-words.ts';
import type { Open } from './open.ts';

/** Today and the last seven days, each against what is usual. */
export function RecentPart({ recent, open }: { readonly recent: Recent; readonly open: Open }) {
  const { today, week, usualDay, usualWeek } = recent;
  return (
    <InsightPicture
      title={t`Answers, minutes and what was recalled`}
      sentence={recentInWords(recent)}
      table={{
        about: t`today and the last seven days`,
        columns: [
          { name: t`Time` },
          { name: t`Minutes`, say: tenths },
          { name: t`Answers`, say: whole },
          { name: t`New cards`, say: whole },
          { name: t`Reviews`, say: whole },
          { name: t`Recalled`, say: whole },
        ],
        rows: [
          row(t`Today`, today),
          ...(usualDay ? [row(t`A usual day`, usualDay)] : []),
          row(t`Last 7 days`, week),
          ...(usualWeek ? [row(t`A usual week`, usualWeek)] : []),
        ],
      }}
    >
      <div className="efforts">
        <EffortBlock
          title={t`Today`}
          effort={today}
          usual={usualDay}
          usualName={t`Usual day`}
          onOpen={open('rated:1')}
        />
        <EffortBlock
          title={t`Last 7 days`}
          effort={week}
          usual={usualWeek}
          usualName={t`Usual week`}
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
        {effort.answers === 0 ? t`Nothing yet` : minutes(effort.minutes)}
      </p>
      {effort.answers > 0 && (
        <p className="number">
          {plural(effort.answers, '# answer')}
          {effort.newCards > 0 && `, ${plural(effort.newCards, '# new card')}`}
          {effort.recalled.of > 0 && t`; ${outOfHundred(effort.recalled)} recalled`}
        </p>
      )}
      <p className="small soft number">
        {usual && usual.answers < 0.5
          ? t`${usualName}: no answers`
          : usual
            ? `${usualName}: ${minutes(usual.minutes)}, ${plural(Math.round(usual.answers), '# answer')}`
            : t`What is usual shows after a week of study.`}
      </p>
      {onOpen && effort.answers > 0 && (
        <p data-unsaved>
          <OpenButton className="range-open small" onOpen={onOpen}>
            {phrase`Show these cards${<span className="hidden-text">: {title}</span>}`}
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
