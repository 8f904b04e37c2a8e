import type { DeckId, OverlayId } from '../../../kernel/ids.ts';
import type { Exam, OtherReviews } from '../../../domain/overlay/overlay.ts';
import type { ClockReading, StudyDay } from '../../../kernel/study-day.ts';
import { keysWithAbove, keyOfName } from '../../../domain/text/same-name.ts';
import { MILLIS_PER_DAY } from '../../../kernel/time.ts';
import { dateField, readingFrom, timeField } from '../exam-times.ts';
import { writtenNumber } from '../../kit/text/written-number.ts';

/** An exam as its form has it: what was typed stays as it was typed. */
export interface ExamDraft {
  readonly id: OverlayId;
  readonly name: string;
  readonly date: string;
  readonly time: string;
  readonly deckIds: readonly DeckId[];
  readonly sections: readonly string[];
  readonly search: string;
  /** By section; absent, it counts as the nearest one above it that is there, or 1 (weightText). */
  readonly weights: Readonly<Record<string, string>>;
  readonly minutes: string;
  readonly isByWeekday: boolean;
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly daysOff: readonly StudyDay[];
  /** In percent; 'none': no floor. */
  readonly floor: Floor;
  readonly otherReviews: OtherReviews;
  readonly isOn: boolean;
}

export type Floor = 'none' | '70' | '80' | '90';

const DAYS_AHEAD = 14;
const USUAL_MINUTES = '20';
const USUAL_TIME = '09:00';

/** A new exam as its form is first shown. */
export function newDraft(id: OverlayId, now: ClockReading): ExamDraft {
  return {
    id,
    name: '',
    date: dateField({ ...now, atMillis: now.atMillis + DAYS_AHEAD * MILLIS_PER_DAY }),
    time: USUAL_TIME,
    deckIds: [],
    sections: [],
    search: '',
    weights: {},
    minutes: USUAL_MINUTES,
    isByWeekday: false,
    weekdays: Array(7).fill(USUAL_MINUTES),
    daysOff: [],
    floor: 'none',
    otherReviews: 'up-to-half',
    isOn: true,
  };
}

export function draftOf(exam: Exam): ExamDraft {
  const { id, name, at, cards, minutes, daysOff, otherReviews, isOn, retentionFloor } = exam;
  const floor = String(Math.round((retentionFloor ?? 0) * 100));
  return {
    id,
    name,
    date: dateField(at),
    time: timeField(at),
    ...cards,
    weights: Object.fromEntries(
      exam.weights.map(({ section, weight }) => [section, String(weight)]),
    ),
    minutes: String(minutes[0] ?? 0),
    isByWeekday: new Set(minutes).size > 1,
    weekdays: minutes.map(String),
    daysOff,
    floor: floor === '70' || floor === '80' || floor === '90' ? floor : 'none',
    otherReviews,
    isOn,
  };
}

/**
 * The exam that the form says; numbers that cannot be read are NaN, which no exam is saved with.
 * `before`: as it was saved last; what the form does not show is kept.
 */
export function examOf(draft: ExamDraft, before: Exam | undefined): Exam {
  const { id, date, time, floor, weekdays, deckIds, sections, search } = draft;
  const isSameTime = before && dateField(before.at) === date && timeField(before.at) === time;
  const each = writtenNumber(draft.minutes);
  return {
    kind: 'exam',
    id,
    name: draft.name.trim(),
    isOn: draft.isOn,
    at: isSameTime ? before.at : readingFrom(date, time),
    cards: { deckIds, sections, search: search.trim() },
    weights: Object.entries(draft.weights)
      .map(([section, text]) => ({ section, weight: writtenNumber(text) }))
      .filter(({ section, weight }) => weight !== 1 || countsOtherwiseAbove(draft, section)),
    minutes: draft.isByWeekday ? weekdays.map(writtenNumber) : Array<number>(7).fill(each),
    daysOff: [...draft.daysOff].sort((a, b) => a - b),
    ...(floor === 'none' ? {} : { retentionFloor: Number(floor) / 100 }),
    otherReviews: draft.otherReviews,
    ...(before?.mark && { mark: before.mark }),
  };
}

/** What `section` counts, as it was typed: for itself, or for the nearest section above it. */
export function weightText(weights: ExamDraft['weights'], section: string): string {
  const texts = new Map(Object.entries(weights).map(([name, text]) => [keyOfName(name), text]));
  const nearest = keysWithAbove([section]).findLast((key) => texts.has(key));
  return texts.get(nearest ?? '') ?? '1';
}

/** Whether a section would not count 1 if it were not said of itself. */
function countsOtherwiseAbove({ weights }: ExamDraft, section: string): boolean {
  const { [section]: _own, ...others } = weights;
  return writtenNumber(weightText(others, section)) !== 1;
}
