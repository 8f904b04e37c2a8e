import { useEffect, useRef, useState } from 'react';
import { t } from '../../../kernel/texts.ts';
import { followVersions, type NewVersion } from '../../../platform/service-worker.ts';
import { NewsLine } from './news-line.tsx';
import './version-line.css';

/**
 * Above every screen: in the web shell that a newer version is there, used when the person says so; in
 * both that this one is new.
 */
export function VersionLine({ isWeb }: { readonly isWeb: boolean }) {
  const [found, setFound] = useState<NewVersion>();
  const [isPutOff, setPutOff] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const use = useRef<() => void>(undefined);
  useEffect(() => {
    if (!isWeb) return;
    use.current ??= followVersions((now) => {
      setFound(now);
      setPutOff(false);
    });
  }, [isWeb]);
  if (!found || isPutOff) return <NewsLine version={import.meta.env.ROUNDS_VERSION} />;
  return (
    <div className="version-line small">
      <p role="status">{isAsked ? t`The new version is being loaded…` : WORDS[found]}</p>
      <button
        type="button"
        className="quiet"
        aria-disabled={isAsked}
        onClick={() => {
          if (isAsked) return;
          setAsked(true);
          use.current?.();
        }}
      >{t`Use it now`}</button>
      {!isAsked && (
        <button type="button" className="quiet" onClick={() => setPutOff(true)}>{t`Later`}</button>
      )}
    </div>
  );
}

const WORDS: Readonly<Record<NewVersion, string>> = {
  ready: t`A new version is ready.`,
  'used elsewhere': t`A new version is in use in another window; this one goes on as it was.`,
};
