export function DuplicatesDialog(_props: {
  readonly onSearch: (text: string) => void;
  readonly onClose: () => void;
}) {
  return null;
}
