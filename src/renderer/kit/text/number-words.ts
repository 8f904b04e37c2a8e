/** '1,200', and '0.5'. */
export function thousands(number: number): string {
  return number.toLocaleString('en');
}
