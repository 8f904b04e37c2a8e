import { t } from '../kernel/texts.ts';
import { envelopeFault, type Sealed } from './envelope.ts';
import type { Operation } from './operation.ts';
import { REGISTRY, type Registry } from './registry.ts';

/** What a stored, copied or received operation turns out to be. */
export type Admitted =
  | { readonly is: 'known'; readonly operation: Operation }
  /** Sound, but of a kind or a version that a newer program wrote: kept until that is understood. */
  | { readonly is: 'deferred'; readonly operation: Sealed; readonly why: string }
  | { readonly is: 'broken'; readonly id: string | undefined; readonly why: string };

/**
 * Looks at one operation from anywhere but this transaction: a database, a file, another device.
 * A body of an older version is brought up to this program's.
 */
export function admitOperation(value: unknown, registry: Registry = REGISTRY): Admitted {
  const torn = envelopeFault(value);
  if (torn !== undefined) return { is: 'broken', id: idOf(value), why: torn };
  const sealed = value as Sealed;
  const kind = registry.get(sealed.body.kind);
  if (!kind) {
    return { is: 'deferred', operation: sealed, why: t`a step of a kind “${sealed.body.kind}”` };
  }
  if (sealed.version > kind.version) {
    const why = t`“${kind.word}” in version ${sealed.version}`;
    return { is: 'deferred', operation: sealed, why };
  }
  let body: unknown = sealed.body;
  for (let version = sealed.version; version < kind.version; version++) {
    const step = kind.upgrade?.[version];
    if (!step)
      return broken(sealed, t`version ${version} of “${kind.word}” cannot be read any more`);
    try {
      body = { ...(step(body as never) as object), kind: kind.name };
    } catch {
      return broken(sealed, t`its body is not one of “${kind.word}” in version ${version}`);
    }
  }
  const fault = kind.shape.fault(body);
  if (fault !== undefined) return broken(sealed, t`its body is damaged (${fault || kind.name})`);
  const isAsWritten = body === sealed.body && sealed.version === kind.version;
  const operation = isAsWritten ? sealed : { ...sealed, body, version: kind.version };
  return { is: 'known', operation: operation as Operation };
}

function broken({ id }: Sealed, why: string): Admitted {
  return { is: 'broken', id, why };
}

function idOf(value: unknown): string | undefined {
  const id = value === null || typeof value !== 'object' ? undefined : (value as Sealed).id;
  return typeof id === 'string' ? id : undefined;
}
