import { useRef, useState } from 'react';
import type { MediaCheck, MissingFile } from '../../domain/media/check-media.ts';
import { ok, type Problem } from '../../kernel/problem.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { FileInput } from '../media/attach.tsx';
import { FileSection } from './file-list.tsx';
import type { LiveCheck } from './use-media-check.ts';

/** Names without a file, files without a content, and the way to bring both back. */
export function MissingFiles(props: {
  readonly check: MediaCheck;
  readonly live: LiveCheck;
  readonly isBusy: boolean;
}) {
  const { missing, broken } = props.check;
  if (missing.length + broken.length === 0) return null;
  return (
    <>
      <FileSection
        title={t`Missing`}
        meaning={t`Notes refer to these names, and there is no such file. Cards say so in its place.`}
        rows={missing}
        keyOf={(each) => each.name}
        render={(each) => (
          <>
            <bdi className="file-name">{each.name}</bdi>
            <span className="details">
              <span className="soft">{whereOf(each)}</span>
              {each.instead && (
                <span>
                  <bdi>{each.instead}</bdi>
                  {t` is there`}
                </span>
              )}
            </span>
          </>
        )}
      />
      <FileSection
        title={t`Lost`}
        meaning={t`These files are known, but their content is gone from this disk or damaged.`}
        rows={broken}
        keyOf={({ file }) => file.id}
        render={({ file, noteIds }) => (
          <>
            <bdi className="file-name">{file.id}</bdi>
            <span className="details soft">{notesOf(noteIds.length)}</span>
          </>
        )}
      />
      <AddBack live={props.live} isBusy={props.isBusy} />
    </>
  );
}

function AddBack({ live, isBusy }: { readonly live: LiveCheck; readonly isBusy: boolean }) {
  const engine = useEngine();
  const announce = useAnnounce();
  const input = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  async function add(files: readonly File[]): Promise<void> {
    const refused: Problem[] = [];
    const added = await live.run(async (watch) => {
      for (const [index, file] of files.entries()) {
        const result = await engine.run('addMedia', file);
        if (!result.ok) refused.push(result.problem);
        if (!(await watch(index + 1, files.length))) break;
      }
      return ok(files.length - refused.length);
    });
    setProblems(refused);
    if (added) announce(t`Added ${plural(added, '# file')}.`);
  }

  return (
    <div className="media-section">
      <p className="soft">{t`If you have such a file, add it under the same name: notes show it again at once.`}</p>
      <p className="actions">
        <button
          type="button"
          disabled={isBusy}
          onClick={() => input.current?.click()}
        >{t`Add files…`}</button>
      </p>
      <FileInput ref={input} onFiles={(files) => void add(files)} />
      {problems.map((problem) => (
        <ProblemNote key={problem.what} problem={problem} />
      ))}
    </div>
  );
}

function whereOf({ noteIds, isElsewhere }: MissingFile): string {
  const notes = noteIds.length === 0 ? '' : notesOf(noteIds.length);
  const elsewhere = isElsewhere ? t`in a template or a half-written note` : '';
  return [notes, elsewhere].filter(Boolean).join(', ');
}

function notesOf(notes: number): string {
  return notes === 0 ? t`in no note` : t`in ${plural(notes, '# note')}`;
}
