import { useState } from 'react';
import type { ExportForm } from '../../engine/export/export-asked.ts';
import type { SavedExport } from '../../engine/commands/exports/export-file.ts';
import type { Problem } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { Confirm } from '../kit/dialog/confirm.tsx';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { Choice } from '../kit/form/fields.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { useWork } from '../kit/progress/use-work.ts';
import { WorkLine } from '../kit/progress/work-line.tsx';
import { begin, END, phrase } from '../kit/text/phrase.ts';
import { doneWords, type Exportable, FORMS, formsFor, isPackage } from './export-words.ts';
import { PrintPages } from './print/print-pages.tsx';
import './export.css';

type Kind = ExportForm | 'print';

/** Takes notes along: to Anki, a phone, a spreadsheet or on paper (ANKI-49). `of`: the first is proposed. */
export function ExportDialog(props: {
  readonly of: readonly Exportable[];
  readonly onClose: () => void;
}) {
  const { of, onClose } = props;
  const engine = useEngine();
  const { working, run, stop } = useWork();
  const [at, setAt] = useState(0);
  const [kind, setKind] = useState<Kind>('apkg');
  const [withSchedule, setWithSchedule] = useState(true);
  const [withMedia, setWithMedia] = useState(true);
  const [done, setDone] = useState<SavedExport>();
  const [problem, setProblem] = useState<Problem>();
  const [isPrinting, setPrinting] = useState(false);
  const chosen = of[at] ?? of[0];
  if (!chosen) return null;
  const forms = formsFor(chosen.what);
  const form: Kind = kind === 'print' || forms.includes(kind) ? kind : 'apkg';

  if (isPrinting) return <PrintPages of={chosen} onClose={() => setPrinting(false)} />;
  if (done) return <Done saved={done} onClose={onClose} />;

  async function save(): Promise<void> {
    if (!chosen) return;
    if (form === 'print') {
      setPrinting(true);
      return;
    }
    setProblem(undefined);
    const { what, called } = chosen;
    const saved = await run('Writing the file', (watch) =>
      engine.run('exportFile', what, { form, withSchedule, withMedia }, called, watch),
    );
    setProblem(saved.ok ? undefined : saved.problem);
    if (saved.ok && saved.value.isSaved) setDone(saved.value);
  }

  return (
    <Confirm
      title={t`Export`}
      doIt={form === 'print' ? t`Show the pages` : t`Save the file`}
      isDisabled={working !== undefined}
      onDo={() => void save()}
      onClose={() => {
        stop();
        onClose();
      }}
      wide
    >
      {of.length > 1 ? (
        <Choice
          name={t`What`}
          value={String(at)}
          choices={Object.fromEntries(of.map(({ name }, index) => [String(index), name]))}
          onChange={(value) => setAt(Number(value))}
        />
      ) : (
        <p className="long-words">{chosen.name}</p>
      )}
      <fieldset className="export-forms">
        <legend>{t`As`}</legend>
        {[...forms, 'print' as const].map((each) => (
          <label key={each} className="check">
            <input
              type="radio"
              name="form"
              checked={form === each}
              onChange={() => setKind(each)}
            />
            <span>
              {each === 'print' ? t`Pages to print` : FORMS[each].name}
              <span className="small soft export-help">
                {each === 'print'
                  ? t`Questions and answers, to cut and fold or as a sheet; pictures included.`
                  : FORMS[each].help}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {form !== 'print' && isPackage(form) && (
        <>
          <label className="check">
            <input
              type="checkbox"
              checked={withSchedule}
              onChange={(event) => setWithSchedule(event.target.checked)}
            />
            <span>
              {phrase`With schedule${begin(<span className="small soft export-help" />)}Dates, answers, flags and study options. Leave it out when you give cards to others.${END}`}
            </span>
          </label>
          <label className="check">
            <input
              type="checkbox"
              checked={withMedia}
              onChange={(event) => setWithMedia(event.target.checked)}
            />
            <span>{t`With pictures, sounds and films`}</span>
          </label>
        </>
      )}
      {working && <WorkLine working={working} onStop={stop} />}
      {problem && <ProblemNote problem={problem} />}
    </Confirm>
  );
}

/** What went out, and what could not. */
function Done({ saved, onClose }: { readonly saved: SavedExport; readonly onClose: () => void }) {
  return (
    <Dialog title={t`Exported`} onClose={onClose}>
      <p role="status" className="long-words">
        {doneWords(saved)}
      </p>
      {saved.problems.length > 0 && (
        <ul className="long-words">
          {saved.problems.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
