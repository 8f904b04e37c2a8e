import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { NoteType } from '../../../../domain/content/note-type.ts';
import type { SimilarNote } from '../../../../domain/duplicates/duplicate-index.ts';
import { textOfNote } from '../../../../domain/duplicates/normal-text.ts';
import type { NoteId } from '../../../../kernel/ids.ts';
import { lintNote } from '../../../../domain/lint/lint.ts';
import { lintInput } from '../../../../domain/lint/lint-input.ts';
import { CARD_RULES, type RuleId } from '../../../../domain/lint/rules.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { useEngine } from '../../../engine.tsx';
import { useSilencedRules } from '../../../live.ts';
import { useAnnounce } from '../../../kit/page/announcer.tsx';
import type { NoteState } from '../note-state.ts';

/** What could be better about the cards, folded away: it advises and never stands in the way. */
export function Suggestions(props: {
  readonly state: NoteState;
  readonly type: NoteType;
  /** The note itself, where it exists already. */
  readonly noteId: NoteId | undefined;
}) {
  const engine = useEngine();
  const announce = useAnnounce();
  const silenced = useSilencedRules();
  const state = useDeferredValue(props.state);
  const { type } = props;
  const nearest = useNearest(
    silenced.has('CR17') ? '' : textOfNote(state.fields, type),
    props.noteId,
  );
  const found = useMemo(
    () =>
      lintNote(
        lintInput(type, state.fields, state.sections, () => nearest),
        silenced,
      ),
    [type, state.fields, state.sections, nearest, silenced],
  );
  if (found.length === 0) return null;

  async function silence(ruleId: RuleId): Promise<void> {
    const done = await engine.run('silenceRule', ruleId, true);
    announce(
      done.ok ? t`This advice will not be given again. Settings has it back.` : done.problem.what,
    );
  }
  return (
    <details className="suggestions">
      <summary>{plural(found.length, '# suggestion')}</summary>
      <ul>
        {found.map((suggestion) => (
          <li key={`${suggestion.ruleId}/${suggestion.message}`}>
            <p>{suggestion.message}</p>
            <button
              type="button"
              className="quiet small"
              onClick={() => void silence(suggestion.ruleId)}
            >
              {t`Never advise on: ${nameOf(suggestion.ruleId)}`}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const WAIT_MILLIS = 500;

/** The other note that says nearly what `text` says, looked for when writing pauses. */
function useNearest(text: string, noteId: NoteId | undefined): SimilarNote | undefined {
  const engine = useEngine();
  const [nearest, setNearest] = useState<SimilarNote>();
  useEffect(() => {
    if (text.trim() === '') {
      setNearest(undefined);
      return;
    }
    let isGone = false;
    const timer = setTimeout(async () => {
      const found = await engine.ask('nearest', { text, ...(noteId && { except: noteId }) });
      if (!isGone) setNearest(found.ok ? found.value : undefined);
    }, WAIT_MILLIS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [engine, text, noteId]);
  return nearest;
}

function nameOf(ruleId: RuleId): string {
  return CARD_RULES.find((rule) => rule.id === ruleId)?.name ?? ruleId;
}
