import { useLayoutEffect, useRef, useState } from 'react';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import type { RichHost } from './host.ts';

/** What the host takes from the field's properties of the moment. */
export interface HostParts {
  readonly mediaUrl: RichHost['mediaUrl'];
  readonly onPasteFile: RichHost['storeFile'];
  readonly nextClozeNumber: () => number;
  readonly clozeEnabled: boolean;
  readonly ask: RichHost['ask'];
  readonly notCopied: RichHost['notCopied'];
  readonly toggleSource: () => void;
  /** The same for the life of the field. */
  readonly formulas: RichHost['formulas'];
}

/** One host for the life of a field, which always answers with what holds now. */
export function useHost(parts: HostParts): RichHost {
  const say = useAnnounce();
  const now = useRef({ ...parts, say });
  useLayoutEffect(() => {
    now.current = { ...parts, say };
  });
  const [host] = useState<RichHost>(() => ({
    mediaUrl: (name) => now.current.mediaUrl(name),
    storeFile: (file) => now.current.onPasteFile(file),
    nextClozeNumber: () => now.current.nextClozeNumber(),
    canCloze: () => now.current.clozeEnabled,
    ask: (question) => now.current.ask(question),
    toggleSource: () => now.current.toggleSource(),
    notCopied: (pictures) => now.current.notCopied(pictures),
    formulas: parts.formulas,
    say: (message) => now.current.say(message),
  }));
  return host;
}
