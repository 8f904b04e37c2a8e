import { trustedScriptUrl } from '../../platform/trusted-script.ts';

/** A worker of the program's own, at `worker`, the address that the build gives it. */
export function started(worker: string): Worker {
  return new Worker(trustedScriptUrl(worker), { type: 'module' });
}
