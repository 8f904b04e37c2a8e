import type {
  CardChange,
  ReplacePlan,
  ReplaceSample,
} from '../../../../domain/replace/plan-replace.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { phrase } from '../../../kit/text/phrase.ts';
import { Scrolled } from '../../../kit/list/scrolled.tsx';
import './replace.css';

/** Text shown on either side of a change. */
const AROUND = 40;

/** How much would change, and the first changes as they would be: as text, never drawn. */
export function ReplaceSamples(props: {
  readonly plan: ReplacePlan;
  readonly fields: Readonly<Record<string, string>>;
}) {
  const { edits, occurrences, samples } = props.plan;
  const fieldCount = edits.reduce((sum, { fields }) => sum + Object.keys(fields).length, 0);
  if (edits.length === 0) {
    return <p role="status">{t`Nothing to replace was found.`}</p>;
  }
  return (
    <>
      <p role="status" className="number">
        {phrase`${plural(occurrences, '# place')} in ${plural(edits.length, '# note')}${fieldCount > samples.length && t`, the first ${samples.length} fields here`}.`}
      </p>
      <CardChanges of="goes" cards={props.plan.cards} />
      <Scrolled className="replace-samples" name={t`Changes`}>
        <ul>
          {samples.map((sample) => (
            <li key={`${sample.noteId} ${sample.fieldId}`}>
              <span className="small soft">{props.fields[sample.fieldId] ?? sample.fieldId}</span>
              <Sample sample={sample} />
            </li>
          ))}
        </ul>
      </Scrolled>
      <CardChanges of="comes" cards={props.plan.cards} />
    </>
  );
}

/** Every card that would leave study, or come into it, by name. */
function CardChanges(props: {
  readonly of: CardChange['change'];
  readonly cards: readonly CardChange[];
}) {
  const cards = props.cards.filter(({ change }) => change === props.of);
  if (cards.length === 0) return null;
  const isLoss = props.of === 'goes';
  const name = isLoss
    ? plural(
        cards.length,
        '# card would leave study, its history kept',
        '# cards would leave study, their history kept',
      )
    : t`${plural(cards.length, '# new card')} would come`;
  return (
    <>
      <p role={isLoss ? 'alert' : undefined} className={isLoss ? 'replace-loss number' : 'number'}>
        {name}:
      </p>
      <Scrolled className="replace-cards" name={name}>
        <ul>
          {cards.map(({ noteId, slot, note }) => (
            <li key={`${noteId} ${slot}`}>
              {t`Card ${slot} of “`}
              <bdi>{note}</bdi>”
            </li>
          ))}
        </ul>
      </Scrolled>
    </>
  );
}

function Sample({ sample }: { readonly sample: ReplaceSample }) {
  const { start, gone, come, end } = difference(sample.before, sample.after);
  return (
    <p className="replace-sample">
      {start.length > AROUND ? `…${wholeFrom(start, start.length - AROUND)}` : start}
      {gone !== '' && <del>{gone}</del>}
      {come !== '' && <ins>{come}</ins>}
      {end.length > AROUND ? `${wholeTo(end, AROUND)}…` : end}
    </p>
  );
}

/** The part that differs, between what both begin and end with. */
export function difference(before: string, after: string) {
  const shortest = Math.min(before.length, after.length);
  let from = 0;
  while (from < shortest && before[from] === after[from]) from++;
  if (isInPair(before, from) || isInPair(after, from)) from--;
  let ending = 0;
  while (ending < shortest - from && before.at(-1 - ending) === after.at(-1 - ending)) ending++;
  if (isInPair(before, before.length - ending) || isInPair(after, after.length - ending)) ending--;
  return {
    start: before.slice(0, from),
    gone: before.slice(from, before.length - ending),
    come: after.slice(from, after.length - ending),
    end: before.slice(before.length - ending),
  };
}

/** Whether `at` is between the halves of a character that is two in UTF-16. */
function isInPair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

function wholeFrom(text: string, at: number): string {
  return text.slice(isInPair(text, at) ? at + 1 : at);
}

function wholeTo(text: string, at: number): string {
  return text.slice(0, isInPair(text, at) ? at - 1 : at);
}
