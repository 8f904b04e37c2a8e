/** What the files of this program say wrote them; a test holds it to package.json. */
export const PROGRAM = 'Rounds 0.1.0';
