import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Insights } from '../../domain/statistics/insights.ts';
import type { Problem } from '../../kernel/problem.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { OtherWay } from '../kit/chart/values.tsx';
import { MenuButton } from '../kit/menu/menu-button.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { WorkLine } from '../kit/progress/work-line.tsx';
import { shortDate } from '../kit/text/format.ts';
import { begin, END, phrase } from '../kit/text/phrase.ts';
import { addressOf, addressOfSimulator, askedInAddress } from './address.ts';
import { addressOfCards, searchOfCards } from './cards-behind.ts';
import { csvOfAll } from './picture/csv.ts';
import { fileName } from './picture/insight-picture.tsx';
import { ShownTables, usePictureTables } from './picture/shown-tables.tsx';
import { ScopeBar } from './scope-bar.tsx';
import { Contents, PagePart } from './page-part.tsx';
import { AnsweringPart } from './sections/answering/answering-part.tsx';
import { CalendarPart } from './sections/calendar-part.tsx';
import { CalibrationPart } from './sections/calibration-part.tsx';
import { ComingPart } from './sections/coming-part.tsx';
import { KnownPart } from './sections/known-part.tsx';
import type { Open } from './sections/open.ts';
import { RecentPart } from './sections/recent-part.tsx';
import { RetentionPart } from './sections/retention/retention-part.tsx';
import { StudyDialog } from './study-dialog.tsx';
import { ALL_ANSWERS } from '../training/training-asked.ts';
import { TrainingLine, useTrainingState } from '../training/training-line.tsx';
import { useInsights } from './use-insights.ts';
import { notCountedInWords, scopeInWords } from './words/scope-words.ts';
import '../kit/form/forms.css';
import '../kit/menu/tools.css';
import './insights.css';
import './print.css';

/** What a person knows, what is coming, and whether Rounds is right about them (INSIGHT-1). */
export function InsightsScreen() {
  const [, goTo] = useLocation();
  const asked = askedInAddress(useSearch());
  const { value: insights, problem, working, isBusy, stop, again } = useInsights(asked);
  const training = useTrainingState(ALL_ANSWERS, undefined, insights !== undefined);
  const tables = usePictureTables();
  const [notSaved, setNotSaved] = useState<Problem>();
  const { platform } = useEngine();
  async function saveTables(): Promise<void> {
    const saved = await platform.saveTextFile(fileName(t`Insights`, 'csv'), csvOfAll(tables.all()));
    setNotSaved(saved.ok ? undefined : saved.problem);
  }
  return (
    <main className="page insights charts">
      <header className="insights-head">
        <h1 className="page-title">{t`Insights`}</h1>
        <div data-unsaved>
          <MenuButton
            name={t`Save this page`}
            isAtRight
            isDisabled={!insights}
            groups={[
              {
                items: [
                  { name: t`Print, or save as PDF…`, onChoose: () => window.print() },
                  { name: t`All tables (CSV)`, onChoose: () => void saveTables() },
                ],
              },
            ]}
          >{t`Save`}</MenuButton>
        </div>
      </header>
      <ScopeBar asked={asked} onAsked={(next) => goTo(addressOf(next), { replace: true })} />
      <div className="insights-state">
        {working ? (
          <div className="insights-working">
            <WorkLine working={working} onStop={stop} />
          </div>
        ) : insights ? (
          <p className="small soft number">{scopeInWords(insights)}</p>
        ) : (
          !problem &&
          !isBusy && (
            <p className="small soft">
              {t`Stopped. `}
              <button type="button" className="range-open" onClick={again}>{t`Work it out`}</button>
            </p>
          )
        )}
      </div>
      {notSaved && <ProblemNote problem={notSaved} />}
      {problem && <ProblemNote problem={problem} />}
      <TrainingLine state={training}>
        <button
          type="button"
          className="quiet"
          onClick={() => goTo('/settings?at=study-options')}
        >{t`Look in the study options`}</button>
      </TrainingLine>
      <Contents />
      {insights && insights.answers.ever > 0 && (
        <p
          className="small soft"
          data-unsaved
        >{phrase`A bar, square or row opens the cards behind it; ${begin(<span className="for-keyboards" />)}with Shift, or ${END}held, it studies them.`}</p>
      )}
      <ShownTables tables={tables}>
        <Parts insights={insights} isBusy={isBusy} />
      </ShownTables>
    </main>
  );
}

function Parts(props: { readonly insights: Insights | undefined; readonly isBusy: boolean }) {
  const { insights, isBusy } = props;
  const [, goTo] = useLocation();
  /** The search for the cards that are to be studied. */
  const [studied, setStudied] = useState<string>();
  const open: Open = (term) => {
    if (term === undefined || !insights) return undefined;
    return (isOther) => {
      if (isOther) setStudied(searchOfCards(insights, term));
      else goTo(addressOfCards(insights, term));
    };
  };
  const today = insights?.today ?? 0;
  return (
    <OtherWay value={t`Shift and Enter studies them.`}>
      <div className="insights-parts" aria-busy={isBusy}>
        <PagePart id="recent" figure={insights?.recent}>
          {(recent) => <RecentPart recent={recent} open={open} />}
        </PagePart>
        <PagePart id="calendar" figure={insights?.calendar}>
          {(calendar) => <CalendarPart calendar={calendar} today={today} open={open} />}
        </PagePart>
        <PagePart id="coming" figure={insights?.coming}>
          {(coming) => (
            <ComingPart
              coming={coming}
              today={today}
              open={open}
              simulator={addressOfSimulator(placeOf(insights))}
            />
          )}
        </PagePart>
        <PagePart id="known" figure={insights?.known}>
          {(known) => <KnownPart known={known} today={today} open={open} />}
        </PagePart>
        <PagePart id="retention" figure={insights?.retention}>
          {(retention) => (
            <RetentionPart
              retention={retention}
              period={insights?.asked.period ?? 'all'}
              today={today}
              open={open}
            />
          )}
        </PagePart>
        <PagePart id="answering" figure={insights?.answering}>
          {(answering) => (
            <AnsweringPart
              answering={answering}
              scope={insights?.asked.scope ?? { kind: 'all' }}
              span={{ from: insights?.from ?? today, to: today }}
              open={open}
            />
          )}
        </PagePart>
        <PagePart id="calibration" figure={insights?.calibration}>
          {(calibration) => <CalibrationPart calibration={calibration} open={open} />}
        </PagePart>
        {insights && <Foot insights={insights} />}
      </div>
      {studied !== undefined && (
        <StudyDialog search={studied} onClose={() => setStudied(undefined)} />
      )}
    </OtherWay>
  );
}

/** The deck that the page tells of, for the simulator, which tells of decks alone. */
function placeOf(insights: Insights | undefined): { readonly deckPath?: string } {
  const scope = insights?.asked.scope;
  if (scope?.kind === 'deck') return { deckPath: scope.path };
  if (scope?.kind === 'section' && scope.deckPath !== undefined)
    return { deckPath: scope.deckPath };
  return {};
}

/** When this was so, and what counts nowhere in it. */
function Foot({ insights }: { readonly insights: Insights }) {
  const left = notCountedInWords(insights.leftOut);
  return (
    <p className="small soft number">
      {phrase`As of ${shortDate(insights.today)}, over ${plural(insights.answers.ever, '# answer')} in all.${left !== '' && ` ${left}`}`}
    </p>
  );
}
