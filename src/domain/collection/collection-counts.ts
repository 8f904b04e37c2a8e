/** How much there is in a collection. */
export interface CollectionCounts {
  /** In sight: those of archived notes too, and not those that a note's type no longer makes. */
  readonly cards: number;
  readonly notes: number;
  /** Answers that count: none that were taken back. */
  readonly reviews: number;
  readonly operations: number;
  /** Contents of pictures, sounds and films, each once. */
  readonly media: number;
}
