import { useRef } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../kernel/texts.ts';
import { handIn } from './waiting-files.ts';

/** What the system's dialog shows first; any other file can be chosen as well. */
const ENDINGS = ['apkg', 'colpkg', 'csv', 'tsv', 'txt', 'db', 'zip', 'md', 'markdown', 'rounds'];

/** The button that lets files be chosen and brings them to the import. */
export function ChooseFiles(props: { readonly name: string; readonly isPrimary?: boolean }) {
  const [, goTo] = useLocation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={props.isPrimary ? 'primary' : undefined}
        onClick={() => input.current?.click()}
      >
        {props.name}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={t`Files to import`}
        accept={ENDINGS.map((ending) => `.${ending}`).join()}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // So that the same file can be chosen again.
          currentTarget.value = '';
          if (files.length === 0) return;
          handIn(files);
          goTo('/import');
        }}
      />
    </>
  );
}
