/** How a series is set off from the others: by lightness, and by hue last. */
export type Tone = 'strong' | 'plain' | 'pale' | 'accent' | 'risk';
