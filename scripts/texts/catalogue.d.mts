import type { Catalogue } from './messages.mjs';

export interface TemplateText {
  readonly kind: 't' | 'phrase' | 'plural';
  /** What stands for `{0}`, `{1}` in the code; of `plural` the names. */
  readonly values: readonly string[];
  readonly places: readonly string[];
}
export type Template = Readonly<Record<string, TemplateText>>;

export function templateOf(
  files: readonly { readonly path: string; readonly code: string }[],
): Template;
export function faultsOf(catalogue: Catalogue, template: Template): string[];
