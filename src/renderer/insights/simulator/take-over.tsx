import { useState } from 'react';
import type { Deck, Preset } from '../../../domain/collection/deck.ts';
import { presetOf } from '../../../domain/collection/presets.ts';
import { named } from '../../../kernel/named.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { LivePresets } from '../../../engine/queries/live/settings.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { phrase } from '../../kit/text/phrase.ts';
import { useQuery } from '../../live.ts';

/** Keeps the values that are tried out as the study options they are about, in one step (SIM-8). */
export function TakeOver(props: {
  readonly preset: Preset;
  /** undefined: nothing is other, or a value is wrong. */
  readonly changed: Preset | undefined;
  readonly decks: readonly Deck[];
  readonly kept: LivePresets;
  readonly isAnyDayOff: boolean;
  /** undefined: nothing is tried out. */
  readonly onReset: (() => void) | undefined;
}) {
  const { preset, changed, decks, kept, isAnyDayOff, onReset } = props;
  const engine = useEngine();
  const announce = useAnnounce();
  const live = useQuery('settings', { presetId: preset.id });
  const [problem, setProblem] = useState<Problem>();
  async function save(): Promise<void> {
    if (!changed || !live) return;
    const saved = await engine.run('saveStudyOptions', changed, live.settings);
    setProblem(saved.ok ? undefined : saved.problem);
    if (saved.ok) announce(t`“${named(preset.name)}” saved. Undo takes that back.`);
  }
  const others = kept.decks.filter(
    (deck) => !decks.includes(deck) && presetOf(deck, kept.presets) === preset,
  ).length;
  return (
    <>
      <p className="actions">
        {/* Not disabled: saved with the keyboard, it keeps the focus. */}
        <button
          type="button"
          aria-disabled={!changed || !live}
          onClick={() => void save()}
        >{t`Save to “${named(preset.name)}”`}</button>
        {onReset && (
          <button type="button" className="quiet" onClick={onReset}>{t`Back to how it is`}</button>
        )}
        <span className="soft small save-hint">
          {phrase`Counts from the next answer; no date moves now.${
            others > 0 &&
            t` ${plural(others, '# other deck follows', '# other decks follow')} these study options too.`
          }${isAnyDayOff && t` Days off are only tried out; a break is planned under Exams.`}`}
        </span>
      </p>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
