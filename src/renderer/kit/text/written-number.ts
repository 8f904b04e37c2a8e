/** '20', '7.5' or '7,5', as a person writes it; NaN for anything else: '', '1e2', '0x10', '1,000.5'. */
export function writtenNumber(text: string): number {
  const written = text.trim().replace('−', '-').replace(',', '.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(written) ? Number(written) : Number.NaN;
}
