import { vi } from 'vitest';

export interface Reads {
  requests: number;
  /** Rows and keys that came, by table. */
  readonly rows: Record<string, number>;
}

/** Counts what is read of databases from now on, through Dexie and without; `stop` ends it. */
export function countReads(): Reads & { readonly stop: () => void } {
  const reads = { requests: 0, rows: {} as Record<string, number> };
  const spies = [IDBObjectStore.prototype, IDBIndex.prototype].flatMap((proto) =>
    (['get', 'getAll', 'getAllKeys'] as const).map((name) => {
      const ask = proto[name] as (...asked: unknown[]) => IDBRequest<unknown>;
      const counted = function (this: IDBObjectStore | IDBIndex, ...asked: unknown[]) {
        const request = ask.apply(this, asked);
        const table = this instanceof IDBIndex ? this.objectStore.name : this.name;
        reads.requests++;
        request.addEventListener('success', () => {
          const { result } = request;
          const count = name === 'get' ? Number(result !== undefined) : (result as []).length;
          reads.rows[table] = (reads.rows[table] ?? 0) + count;
        });
        return request;
      };
      return vi.spyOn(proto, name).mockImplementation(counted as never);
    }),
  );
  return Object.assign(reads, {
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  });
}
