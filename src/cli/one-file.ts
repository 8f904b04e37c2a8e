/** The file and `--json` of a command that takes nothing else; undefined: it was called wrongly. */
export function oneFile(
  args: readonly string[],
): { readonly path: string; readonly asJson: boolean } | undefined {
  const options = args.filter((arg) => arg.startsWith('--'));
  const [path, ...others] = args.filter((arg) => !arg.startsWith('--'));
  if (path === undefined || others.length > 0 || options.some((option) => option !== '--json')) {
    return undefined;
  }
  return { path, asJson: options.length > 0 };
}
