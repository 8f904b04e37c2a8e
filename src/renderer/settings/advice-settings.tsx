import { Link } from 'wouter';
import { CARD_RULES } from '../../domain/lint/rules.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { begin, END, phrase } from '../kit/text/phrase.ts';
import { useSilencedRules } from '../live.ts';
import { useAnnounce } from '../kit/page/announcer.tsx';

/** On which points the editor gives advice about cards. */
export function AdviceSettings() {
  const engine = useEngine();
  const announce = useAnnounce();
  const silenced = useSilencedRules();
  return (
    <details className="form advice">
      <summary>
        <h2 id="advice">{t`Advice on cards`}</h2>
      </summary>
      <p className="soft">
        {phrase`While you write, Rounds points out what makes a card hard to learn. It never keeps you from adding it. ${begin(<Link href="/advice" />)}Look over the notes you have${END}`}
      </p>
      <fieldset className="choices advice-list">
        <legend className="hidden-text">{t`Advise me on`}</legend>
        {CARD_RULES.map((rule) => (
          <label key={rule.id}>
            <input
              type="checkbox"
              checked={!silenced.has(rule.id)}
              onChange={({ target }) =>
                void engine.run('silenceRule', rule.id, !target.checked).then((done) => {
                  if (!done.ok) announce(done.problem.what);
                })
              }
            />
            <span>{rule.name}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
