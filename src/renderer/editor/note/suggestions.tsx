import { useDeferredValue, useMemo } from 'react';
import type { NoteType } from '../../../domain/content/note-type.ts';
import { lintNote } from '../../../domain/lint/lint.ts';
import { lintInput } from '../../../domain/lint/lint-input.ts';
import { CARD_RULES, type RuleId } from '../../../domain/lint/rules.ts';
import { silenceRule } from '../../../operations/settings.ts';
import { useDeps } from '../../deps.tsx';
import { useSilencedRules } from '../../live.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { count } from '../../ui/format.ts';
import type { NoteState } from './note-state.ts';

/** What could be better about the cards, folded away: it advises and never stands in the way. */
export function Suggestions(props: { readonly state: NoteState; readonly type: NoteType }) {
  const deps = useDeps();
  const announce = useAnnounce();
  const silenced = useSilencedRules();
  const state = useDeferredValue(props.state);
  const { type } = props;
  const found = useMemo(
    () => lintNote(lintInput(type, state.fields, state.sections), silenced),
    [type, state.fields, state.sections, silenced],
  );
  if (found.length === 0) return null;

  async function silence(ruleId: RuleId): Promise<void> {
    const done = await silenceRule(deps, ruleId, true);
    announce(
      done.ok ? 'This advice will not be given again. Settings has it back.' : done.problem.what,
    );
  }
  return (
    <details className="suggestions">
      <summary>{count(found.length, 'suggestion')}</summary>
      <ul>
        {found.map((suggestion) => (
          <li key={`${suggestion.ruleId}/${suggestion.message}`}>
            <p>{suggestion.message}</p>
            <button
              type="button"
              className="quiet small"
              onClick={() => void silence(suggestion.ruleId)}
            >
              Never advise on: {nameOf(suggestion.ruleId)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function nameOf(ruleId: RuleId): string {
  return CARD_RULES.find((rule) => rule.id === ruleId)?.name ?? ruleId;
}
