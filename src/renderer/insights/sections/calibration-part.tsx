import { useLocation } from 'wouter';
import { absenceInWords } from '../../../domain/statistics/absence.ts';
import {
  type Calibration,
  type ExamCalibration,
  FEWEST_PREDICTED,
} from '../../../domain/statistics/figures/calibration.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { CalibrationChart } from '../../kit/chart/figures/calibration-chart.tsx';
import { trackStart } from '../../kit/chart/range-track.tsx';
import { percent, percentOfAll, shortDate } from '../../kit/text/format.ts';
import { inAddress } from '../../kit/text/in-address.ts';
import { rangeWords } from '../../kit/text/recall-words.ts';
import { InsightPicture } from '../picture/insight-picture.tsx';
import { Fold } from '../page-part.tsx';
import {
  calibrationInWords,
  calibrationSectionsInWords,
  examsInWords,
} from '../words/calibration-words.ts';
import { areOfSeveralDecks, sectionTitle } from '../words/share-words.ts';
import type { Open } from './open.ts';
import { sectionRow } from './section-row.ts';
import { ShareRows } from './share-rows.tsx';

/** Whether what Rounds predicts comes true: in reviews, by section, and in exams. */
export function CalibrationPart(props: { readonly calibration: Calibration; readonly open: Open }) {
  const { calibration, open } = props;
  return (
    <>
      {calibration.reviews < FEWEST_PREDICTED ? (
        <p className="picture-sentence">
          {absenceInWords({
            reason: 'too-few-answers',
            there: calibration.reviews,
            needed: FEWEST_PREDICTED,
          })}
        </p>
      ) : (
        <BinsPicture calibration={calibration} />
      )}
      {calibration.exams.length > 0 && <ExamsPicture exams={calibration.exams} />}
      {calibration.reviews >= FEWEST_PREDICTED && calibration.bySection.length > 1 && (
        <Fold title={t`By section`}>
          <SectionsPicture calibration={calibration} open={open} />
        </Fold>
      )}
    </>
  );
}

function BinsPicture({ calibration }: { readonly calibration: Calibration }) {
  const { bins, logLoss, logLossOfMean, rmseBins, reviews } = calibration;
  const from = trackStart([
    ...bins.map(({ predicted }) => predicted),
    ...bins.map(({ recalled }) => recalled.low),
  ]);
  return (
    <InsightPicture
      title={t`Predicted against recalled`}
      sentence={calibrationInWords(calibration)}
      table={{
        about: t`predicted against recalled`,
        columns: [
          { name: t`Predicted` },
          { name: t`On average`, say: percent },
          { name: t`Recalled`, say: percentOfAll },
          { name: t`90 % interval, from`, say: percent },
          { name: 'to', say: percent },
          { name: t`Reviews` },
        ],
        rows: bins.map(({ from, to, predicted, recalled }) => [
          t`${Math.round(from * 100)} to ${percent(to)}`,
          predicted,
          recalled.share,
          recalled.low,
          recalled.high,
          recalled.of,
        ]),
      }}
    >
      <CalibrationChart
        words={t`Predicted recall against what was recalled, in bins.`}
        name={t`Bins of predicted recall`}
        from={from}
        points={bins.map(({ predicted, recalled }) => ({
          predicted,
          actual: recalled.share ?? 0,
          low: recalled.low,
          high: recalled.high,
          weight: recalled.of,
        }))}
        reading={(index) => {
          const bin = bins[index];
          if (!bin) return '';
          return t`${percent(bin.predicted)} predicted, ${percentOfAll(bin.recalled.share ?? 0)} recalled of ${plural(bin.recalled.of, '# review')}`;
        }}
      />
      <p className="small soft number">{t`Over ${plural(reviews, '# review')}: log loss ${logLoss.toFixed(4)} (always saying the mean would give ${logLossOfMean.toFixed(4)}), RMSE of bins ${(rmseBins * 100).toFixed(1)} %.`}</p>
    </InsightPicture>
  );
}

function SectionsPicture({
  calibration,
  open,
}: {
  readonly calibration: Calibration;
  readonly open: Open;
}) {
  const { bySection } = calibration;
  const hasDecks = areOfSeveralDecks(bySection);
  const largestFirst = [...bySection].sort((a, b) => b.reviews - a.reviews);
  const from = trackStart([
    ...largestFirst.slice(0, 12).map(({ recalled }) => recalled.low),
    ...largestFirst.slice(0, 12).map(({ predicted }) => predicted),
  ]);
  return (
    <InsightPicture
      title={t`Predicted against recalled, by section`}
      sentence={calibrationSectionsInWords(calibration)}
      table={{
        about: t`predicted against recalled by section`,
        columns: [
          { name: t`Section` },
          { name: t`Predicted`, say: percent },
          { name: t`Recalled`, say: percentOfAll },
          { name: t`Reviews` },
          { name: t`Log loss`, say: (value) => value.toFixed(4) },
        ],
        rows: largestFirst.map((each) => [
          sectionTitle(each, hasDecks),
          each.predicted,
          each.recalled.share,
          each.reviews,
          each.logLoss,
        ]),
      }}
    >
      <ShareRows
        words={t`Predicted and recalled, by section, the largest first.`}
        from={from}
        rows={largestFirst.map((each) => ({
          ...sectionRow(each, hasDecks, open),
          note: plural(each.reviews, '# review'),
          value: each.recalled.share ?? 0,
          range: each.recalled,
          tick: each.predicted,
          said: percentOfAll(each.recalled.share ?? 0),
        }))}
        caption={t`Dot: recalled. Bar: 90 % interval. Tick: predicted.`}
      />
    </InsightPicture>
  );
}

function ExamsPicture({ exams }: { readonly exams: readonly ExamCalibration[] }) {
  const [, goTo] = useLocation();
  const from = trackStart([
    ...exams.map(({ achieved }) => achieved),
    ...exams.map(({ range }) => range?.low ?? 1),
  ]);
  return (
    <InsightPicture
      title={t`Exams: predicted against the mark`}
      sentence={examsInWords(exams)}
      table={{
        about: t`exams, predicted against the mark`,
        columns: [
          { name: t`Exam` },
          { name: t`Day` },
          { name: t`Mark`, say: percent },
          { name: t`Predicted`, say: percent },
          { name: t`Range` },
        ],
        rows: exams.map(({ name, studyDay, achieved, predicted, range }) => [
          name,
          shortDate(studyDay),
          achieved,
          predicted,
          range && rangeWords(range),
        ]),
      }}
    >
      <ShareRows
        words={t`Marks against their predictions, the newest exam first.`}
        from={from}
        more={(n) => plural(n, '# more exam')}
        rows={exams.map(({ overlayId, name, studyDay, achieved, predicted, range }) => ({
          key: overlayId,
          name,
          note: shortDate(studyDay),
          value: achieved,
          ...(range && { range }),
          tick: predicted,
          said: percent(achieved),
          onOpen: () => goTo(`/exams/${inAddress(overlayId)}`),
        }))}
        caption={t`Dot: the mark. Bar: where it was predicted in four of five cases. Tick: predicted.`}
      />
    </InsightPicture>
  );
}
