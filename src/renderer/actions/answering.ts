import type { Grade } from '../../domain/memory/schedule.ts';
import { t } from '../../kernel/texts.ts';
import { GRADE_NAMES } from '../kit/text/grade-names.ts';
import type { Action } from './action.ts';

const section = t`While reviewing`;

export const ANSWERING = [
  {
    id: 'reveal',
    name: t`Show the answer, then Good`,
    keys: ['space', 'enter'],
    section,
    does: ({ reveal }) => reveal,
  },
  {
    id: 'show-deletion',
    name: t`Show one more deletion`,
    keys: ['n'],
    section,
    does: ({ showDeletion }) => showDeletion,
  },
  graded('again', 1),
  graded('hard', 2),
  graded('good', 3),
  graded('easy', 4),
  {
    id: 'replay',
    name: t`Play the sounds again`,
    keys: ['r'],
    section,
    does: ({ replay }) => replay,
  },
  {
    id: 'auto-advance',
    name: t`Auto-advance on or off`,
    keys: ['shift+a'],
    section,
    does: ({ autoAdvance }) => autoAdvance,
  },
  {
    id: 'enlarge',
    name: t`Enlarge the picture`,
    keys: ['z'],
    section,
    does: ({ enlarge }) => enlarge,
  },
  {
    id: 'why',
    name: t`Why this card today`,
    keys: ['y'],
    section,
    does: ({ why }) => why,
  },
  {
    id: 'more',
    name: t`More actions`,
    keys: ['m'],
    section,
    does: ({ more }) => more,
  },
] as const satisfies readonly Action[];

function graded<Id extends string>(id: Id, grade: Grade) {
  return {
    id,
    name: GRADE_NAMES[grade],
    keys: [String(grade)],
    section,
    does: ({ grade: give }) => give && (() => give(grade)),
  } as const satisfies Action;
}
