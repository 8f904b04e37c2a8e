/** A body of before deleted notes left graves: its effects stay what they were. */
export function withoutGraves<Fields>(fields: Fields): Fields & { readonly leavesNoGraves: true } {
  return { ...fields, leavesNoGraves: true };
}
