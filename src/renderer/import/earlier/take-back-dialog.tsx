import { useEffect, useState } from 'react';
import type { TakeBackLook, WorkedOn } from '../../../engine/import/take-back/take-back.ts';
import type { OperationId } from '../../../kernel/ids.ts';
import { named } from '../../../kernel/named.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { Confirm } from '../../kit/dialog/confirm.tsx';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { useWork } from '../../kit/progress/use-work.ts';
import { WorkLine } from '../../kit/progress/work-line.tsx';
import { takeBackInWords, workedOnInWords } from './take-back-words.ts';

/** Says what taking an import back would do, and does it (ANKI-54). */
export function TakeBackDialog(props: {
  readonly id: OperationId;
  readonly fileName: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { id } = props;
  const engine = useEngine();
  const announce = useAnnounce();
  const { working, run, stop } = useWork();
  const [workedOn, setWorkedOn] = useState<WorkedOn>('keep');
  const [look, setLook] = useState<TakeBackLook>();
  const [problem, setProblem] = useState<Problem>();

  useEffect(() => {
    let isWanted = true;
    const watched = (watch: Parameters<Parameters<typeof run>[1]>[0]) =>
      engine.ask('previewTakeBack', { id, workedOn }, (...progress) =>
        isWanted ? watch(...progress) : false,
      );
    void run('Reading what it brought', watched).then((looked) => {
      if (!isWanted) return;
      setLook(looked.ok ? looked.value : undefined);
      setProblem(looked.ok ? undefined : looked.problem);
    });
    return () => {
      isWanted = false;
    };
  }, [engine, run, id, workedOn]);

  async function takeBack(): Promise<void> {
    const done = await run('Taking it back', (watch) =>
      engine.run('takeBackImport', { id, workedOn }, watch),
    );
    setProblem(done.ok ? undefined : done.problem);
    if (!done.ok) return;
    announce(t`${named(props.fileName)} was taken back. Undo is possible.`);
    props.onDone();
  }
  function close(): void {
    stop();
    props.onClose();
  }

  const sentences = look ? takeBackInWords(look) : [];
  return (
    <Confirm
      title={t`Take back “${named(props.fileName)}”?`}
      doIt={t`Take it back`}
      isDestructive
      isDisabled={!look || working !== undefined || sentences.length === 0}
      wide
      onDo={() => void takeBack()}
      onClose={close}
    >
      {look && (
        <ul className="import-sentences number" role="status">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {sentences.length === 0 && <li>{t`Nothing of it is left that could be taken back.`}</li>}
        </ul>
      )}
      {look && look.workedOn.notes > 0 && (
        <fieldset className="radios radios-tall import-question">
          <legend>{workedOnInWords(look.workedOn)}</legend>
          {WORKED_ON.map(([value, name, meaning]) => (
            <label key={value}>
              <input
                type="radio"
                checked={workedOn === value}
                disabled={working !== undefined}
                onChange={() => setWorkedOn(value)}
              />
              <span>
                {name}
                <br />
                <span className="soft small">{meaning}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {working && <WorkLine working={working} onStop={stop} />}
      {problem && <ProblemNote problem={problem} />}
      <p className="soft small">{t`It is one step, and Undo brings everything back. What you answered here stays in your statistics.`}</p>
    </Confirm>
  );
}

const WORKED_ON: readonly (readonly [WorkedOn, string, string])[] = [
  ['keep', t`Keep those`, t`With their cards, decks and note types.`],
  ['take', t`Take them back too`, t`Your edits and where you stand with their cards go with them.`],
];
