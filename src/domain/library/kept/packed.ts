/** What a part of the library is kept as: texts that JSON can hold, and columns of numbers. */
export interface Packed<Texts = unknown> {
  readonly texts: Texts;
  readonly numbers: Float64Array;
}
