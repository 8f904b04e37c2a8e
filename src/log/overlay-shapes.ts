import type {
  CardChoice,
  CatchUp,
  Exam,
  Overlay,
  SectionWeight,
  StudyBreak,
} from '../domain/overlay/overlay.ts';
import { anyOf, optional, type Shape } from './shape.ts';
import {
  deckId,
  list,
  naturalNumber,
  number,
  object,
  of,
  overlayId,
  studyDayShape,
  text,
  truth,
  word,
} from './shapes.ts';

/** The shapes of exams, breaks and catch-ups. */
const named = { id: overlayId, name: text, isOn: truth };
const choice = of<CardChoice>()({ deckIds: list(deckId), sections: list(text), search: text });
const sectionWeight = of<SectionWeight>()({ section: text, weight: number });

const exam = of<Exam>()({
  ...named,
  kind: word(['exam']),
  at: object({ atMillis: number, utcOffsetMinutes: number }),
  cards: choice,
  weights: list(sectionWeight),
  minutes: list(number),
  daysOff: list(studyDayShape),
  retentionFloor: optional(number),
  otherReviews: word(['up-to-half', 'when-time-is-left', 'first']),
  mark: optional(object({ achieved: number, predicted: optional(number) })),
});
const studyBreak = of<StudyBreak>()({
  ...named,
  kind: word(['break']),
  fromDay: studyDayShape,
  toDay: studyDayShape,
  spreadDays: naturalNumber,
});
const catchUp = of<CatchUp>()({
  ...named,
  kind: word(['catch-up']),
  fromDay: studyDayShape,
  spreadDays: naturalNumber,
});

export const overlay = anyOf([exam, studyBreak, catchUp]) as unknown as Shape<Overlay>;
