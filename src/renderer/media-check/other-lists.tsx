import type { MediaCheck } from '../../domain/media/check-media.ts';
import { t } from '../../kernel/texts.ts';
import { FileName, FileSection } from './file-list.tsx';
import { size } from '../kit/text/file-size.ts';

/** What is worth knowing and needs nothing done. */
export function OtherLists({ check }: { readonly check: MediaCheck }) {
  return (
    <>
      <FileSection
        title={t`Large`}
        meaning={t`Files above 5 MB make a collection slow to copy. A smaller picture or a shorter clip often does.`}
        rows={check.oversized}
        keyOf={(file) => file.id}
        render={(file) => (
          <>
            <FileName file={file} />
            <span className="details soft number">{size(file.bytes)}</span>
          </>
        )}
      />
      <FileSection
        title={t`Unsafe names`}
        meaning={t`Not every computer or program takes these names.`}
        rows={check.misnamed}
        keyOf={({ file }) => file.id}
        render={({ file, to, isElsewhere }) => (
          <>
            <FileName file={file} />
            <span className="details soft">
              {isElsewhere ? (
                t`used by a template or a half-written note`
              ) : (
                <span>
                  {t`becomes `}
                  <bdi>{to}</bdi>
                </span>
              )}
            </span>
          </>
        )}
      />
      <FileSection
        title={t`The same content`}
        meaning={t`Several names for the same content. It takes its space once, so nothing needs doing.`}
        rows={check.duplicates}
        keyOf={([first]) => first?.id ?? ''}
        render={(same) => (
          <span className="same">
            {same.map((file) => (
              <FileName key={file.id} file={file} />
            ))}
          </span>
        )}
      />
    </>
  );
}
