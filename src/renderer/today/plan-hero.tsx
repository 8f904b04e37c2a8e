import { askedOf } from '../../domain/exam/day/day-asked.ts';
import { type DayPlan, minutesLeft } from '../../domain/exam/day/day-plan.ts';
import { t, thousands } from '../../kernel/texts.ts';
import { asked, longDate, minutes } from '../kit/text/format.ts';
import { named } from '../../kernel/named.ts';
import { begin, END, phrase } from '../kit/text/phrase.ts';

/** The big figure and the line under it where an exam, a break or a catch-up rules the day. */
export function PlanHero({ plan }: { readonly plan: DayPlan }) {
  if (plan.break) {
    return (
      <>
        <h1 className="figure">
          {phrase`${begin(<span className="hidden-text" />)}Today: ${END}On a break`}
        </h1>
        <p className="soft">{t`Until ${longDate(plan.break.toDay)} nothing is asked. What waits is spread over the days after it.`}</p>
      </>
    );
  }
  if (!hasWork(plan)) return <PlanDone plan={plan} />;
  return (
    <>
      <h1 className="figure number">
        <span className="hidden-text">{t`Today: `}</span>
        {asked(askedOf(plan).minutes, plan.cards.length + plan.learning.cards)}
      </h1>
      <p className="soft number">{kinds(plan)}</p>
      {plan.catchUp && (
        <p className="soft number">{t`Catching up, day ${plan.catchUp.day} of ${plan.catchUp.days}. New cards wait until then.`}</p>
      )}
    </>
  );
}

function PlanDone({ plan }: { readonly plan: DayPlan }) {
  const { budget } = plan;
  const isSpent = budget !== undefined && budget.minutes > 0 && minutesLeft(plan) === 0;
  const isDayOff = budget !== undefined && budget.minutes === 0;
  return (
    <>
      <h1 className="figure">
        <span className="hidden-text">{t`Today: `}</span>
        {isDayOff ? t`A day off` : t`All done`}
      </h1>
      <p className="soft number">
        {isDayOff &&
          t`No minutes are planned for today; the plan for the other days allows for it.`}
        {isSpent &&
          t`Today’s ${minutes(budget.minutes)} are studied. Tomorrow’s plan takes in what is left.`}
        {!isDayOff && !isSpent && shareDone(plan)}
      </p>
    </>
  );
}

/** What waits still in a catch-up is left for its other days: nobody says that it is worth nothing. */
function shareDone({ catchUp }: DayPlan): string {
  return catchUp
    ? t`Catching up, day ${catchUp.day} of ${catchUp.days}: today’s share is done.`
    : t`Nothing more today would be worth its time.`;
}

/** Whether today asks for anything: no break, and time and cards left. */
export function hasWork(plan: DayPlan): boolean {
  if (plan.break || minutesLeft(plan) === 0) return false;
  return plan.cards.length + plan.learning.cards > 0;
}

/** '21 for Neurology · 9 to review · 4 new'. */
function kinds({ cards, exams, learning }: DayPlan): string {
  const names = new Map(exams.map((exam) => [exam.overlayId, exam.name]));
  const parts: string[] = [];
  for (const [overlayId, name] of names) {
    const own = cards.filter(
      ({ why }) => (why.kind === 'exam' || why.kind === 'floor') && why.overlayId === overlayId,
    ).length;
    if (own > 0) parts.push(t`${thousands(own)} for ${named(name)}`);
  }
  const due = cards.filter(({ why }) => why.kind === 'due').length;
  const fresh = cards.filter(({ why }) => why.kind === 'new').length;
  if (due > 0) parts.push(t`${thousands(due)} to review`);
  if (learning.cards > 0) parts.push(t`${thousands(learning.cards)} in learning`);
  if (fresh > 0) parts.push(t`${thousands(fresh)} new`);
  return parts.join(' · ');
}
