import { type Condition, conditionsOf, type Query } from './query.ts';

/** How many study days of answers `query` looks at, today being 1; 0 for none, or Infinity. */
export function answerDaysNeeded(query: Query): number {
  return Math.max(0, ...conditionsOf(query).map(daysOf));
}

function daysOf(condition: Condition): number {
  switch (condition.kind) {
    case 'rated':
    case 'introduced':
      return condition.days;
    case 'property': {
      if (condition.name !== 'rated') return 0;
      const isBounded = ['=', '>', '>='].includes(condition.comparison);
      return isBounded ? Math.ceil(1 - condition.value) : Number.POSITIVE_INFINITY;
    }
    default:
      return 0;
  }
}
