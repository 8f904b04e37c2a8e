import type {
  HourLoad,
  Retention,
  RetentionByAge,
} from '../../../domain/statistics/figures/retention.ts';
import { t } from '../../../kernel/texts.ts';
import {
  againstAsked,
  areOfSeveralDecks,
  outOfHundred,
  sectionTitle,
  weakest,
} from './share-words.ts';

/** 'You remembered 91 of 100, as asked; Safety is the weak section.' */
export function retentionInWords({ inPeriod, desired, bySection }: Retention): string {
  const { all } = inPeriod;
  const remembered = t`You remembered ${outOfHundred(all)}, ${againstAsked(all, desired)}`;
  const weak = weakest(bySection, (each) => each.all, all.share ?? 0);
  if (!weak) return `${remembered}.`;
  const title = sectionTitle(weak, areOfSeveralDecks(bySection));
  return t`${remembered}; ${title} is the weak section, with ${outOfHundred(weak.all)}.`;
}

/** Which section is behind, and by how much; or that none is. */
export function sectionsInWords({ bySection, inPeriod }: Retention): string {
  if (bySection.length < 2) return t`There is one section, so there is nothing to compare.`;
  const weak = weakest(bySection, (each) => each.all, inPeriod.all.share ?? 0);
  if (!weak) return t`No section stands out: what lies between them can be chance.`;
  const title = sectionTitle(weak, areOfSeveralDecks(bySection));
  return t`${title} is remembered least, ${outOfHundred(weak.all)} against ${outOfHundred(inPeriod.all)} of all.`;
}

/** When most is answered, and whether an hour is worse than the others. */
export function hoursInWords({ byHour, inPeriod }: Retention): string {
  const busiest = [...byHour].sort((a, b) => b.answers - a.answers)[0];
  if (!busiest || busiest.answers === 0) return t`Nothing was answered in this time.`;
  const weak = weakest<RetentionByAge & HourLoad>(
    byHour,
    (each) => each.all,
    inPeriod.all.share ?? 0,
  );
  const most = t`Most is answered ${hourSpan(busiest.hour)}`;
  if (!weak) return t`${most}; no hour is surely worse than the others.`;
  return weak === busiest
    ? t`${most}, which is also when least is recalled: ${outOfHundred(weak.all)}.`
    : t`${most}; least is recalled ${hourSpan(weak.hour)}: ${outOfHundred(weak.all)}.`;
}

/** 'between 8 and 9 o’clock'. */
export function hourSpan(hour: number): string {
  return t`between ${hour} and ${hour + 1} o’clock`;
}
