/** An error as a value that a person can act on. Each part is one plain sentence. */
export interface Problem {
  readonly what: string;
  readonly kept: string;
  readonly todo: string;
  /** The card database itself is damaged: what is in it can be put back from elsewhere. */
  readonly isDamage?: true;
  /** Nothing is wrong and nothing at risk: there is only nothing to be done. Said quietly (HELP-13). */
  readonly isNoFault?: true;
}

/** Either a value or the reason there is none. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function failed(what: string, kept: string, todo: string): Result<never> {
  return { ok: false, problem: { what, kept, todo } };
}

/** What was asked for makes no sense just now, or was stopped by whoever asked: no error. */
export function notNow(what: string, kept: string, todo: string): Result<never> {
  return { ok: false, problem: { what, kept, todo, isNoFault: true } };
}
