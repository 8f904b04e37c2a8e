import type { ReactNode } from 'react';
import { KeysHeld } from '../keys/keys-held.tsx';
import { Part } from '../page/part.tsx';

/** A dialog whose code comes later: until it is there, keys are held for it (KEYS-11). */
export function DialogPart({ children }: { readonly children: ReactNode }) {
  return <Part meanwhile={<KeysHeld />}>{children}</Part>;
}
