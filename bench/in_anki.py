"""The other side of `npm run bench -- --anki`: Anki's own library does what it is told, line by line.

Reads requests as JSON lines, answers each with one, and measures the processor time of this process.
It needs nothing but the `anki` package of PyPI, which scripts/bench/anki.mjs puts into a folder of
its own. Nothing of it is part of Rounds.
"""

import json
import sys
import time
from pathlib import Path

from anki.buildinfo import version
from anki.collection import AddNoteRequest, Collection
from anki.notes import Note

PARENT = "All"
NAMES = {"basic": "Basic", "reversed": "Basic (and reversed card)", "cloze": "Cloze"}
BATCH = 2000
TYPES = {"new": 0, "learning": 1, "review": 2, "relearning": 3}
SCREENFUL = 40


class Bench:
    def __init__(self, path: str) -> None:
        self.path = path
        self.col = Collection(path)
        self.answered = 0

    def fill(self, source: str, today: int) -> dict:
        """Adds the notes of `source`, a note a line, with the schedules they have in Rounds."""
        col = self.col
        col.set_config("fsrs", True)
        offset = col.sched.today - today
        batch: list[tuple[dict, Note]] = []
        with open(source, encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                note = col.new_note(col.models.by_name(NAMES[row["type"]]))
                for at, text in enumerate(row["fields"]):
                    note.fields[at] = text
                note.tags = row["tags"]
                batch.append((row, note))
                if len(batch) == BATCH:
                    self.add(batch, offset)
                    batch = []
        self.add(batch, offset)
        col.decks.select(col.decks.id(PARENT))
        return {"cards": col.card_count(), "notes": col.note_count()}

    def add(self, batch: list[tuple[dict, Note]], offset: int) -> None:
        col = self.col
        requests = [
            AddNoteRequest(note=note, deck_id=col.decks.id(f"{PARENT}::{row['deck']}"))
            for row, note in batch
        ]
        col.add_notes(requests)
        cards, reviews = [], []
        for row, note in batch:
            ids = dict(col.db.all("select ord, id from cards where nid = ?", note.id))
            for card in row["cards"]:
                card_id = ids.get(card["slot"] - 1)
                if card_id is None:
                    continue
                cards.append(scheduled(card, offset) + (card_id,))
                for at, grade, millis, interval in card["reviews"]:
                    reviews.append((int(at), card_id, 0, grade, interval, 0, 2500, millis, 1))
        col.db.executemany(
            "update cards set type = ?, queue = ?, due = ?, ivl = ?, factor = 2500, reps = ?,"
            " lapses = ?, data = ?, flags = ? where id = ?",
            cards,
        )
        col.db.executemany(
            "insert or ignore into revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            reviews,
        )

    def open(self, times: int) -> list[float]:
        """From a closed collection until the first question is text."""

        def once() -> None:
            self.col = Collection(self.path)
            self.next_card()

        millis = []
        for _ in range(times):
            self.col.close()
            millis.append(spent(once))
        return millis

    def next_card(self):
        queued = self.col.sched.get_queued_cards()
        first = queued.cards[0]
        card = self.col.get_card(first.card.id)
        card.question()
        return card, first

    def answers(self, times: int) -> list[float]:
        """Good, and until the next question is text. The first question is there already."""
        card, first = self.next_card()
        millis = []

        def once() -> None:
            nonlocal card, first
            card.start_timer()
            answer = self.col.sched.build_answer(card=card, states=first.states, rating=2)
            self.col.sched.answer_card(answer)
            card, first = self.next_card()

        for _ in range(times):
            millis.append(spent(once))
        return millis

    def tree(self, times: int) -> list[float]:
        return [spent(self.col.sched.deck_due_tree) for _ in range(times)]

    def look(self, times: int) -> list[float]:
        return [spent(lambda: self.rows("")) for _ in range(times)]

    def search(self, texts: list[str]) -> list[float]:
        return [spent(lambda text=text: self.rows(text)) for text in texts]

    def found(self, text: str) -> int:
        return len(self.col.find_cards(text))

    def rows(self, text: str) -> None:
        """A search, newest notes first, and the rows of the first screen."""
        col = self.col
        newest = col.get_browser_column("noteCrt")
        ids = col.find_cards(text, order=newest, reverse=True)
        col.load_browser_card_columns()
        for card_id in ids[:SCREENFUL]:
            col.browser_row_for_id(card_id)


def scheduled(card: dict, offset: int) -> tuple:
    schedule = card["schedule"]
    state = schedule["state"]
    kind = TYPES[state]
    if state == "new":
        due, interval, data = card["position"], 0, "{}"
    else:
        memory = schedule["memory"]
        data = json.dumps({"s": memory["stability"], "d": memory["difficulty"], "dr": 0.9})
        if state == "review":
            due, interval = schedule["dueDay"] + offset, schedule["intervalDays"]
        else:
            due, interval = int(schedule["dueAtMillis"] // 1000), 0
    queue = -1 if card["suspended"] else 1 if kind == 3 else kind
    return (kind, queue, due, interval, schedule["reps"], schedule["lapses"], data, card["flag"])


def spent(work) -> float:
    """Milliseconds of this process on any processor, Anki's own threads with it."""
    before = time.process_time_ns()
    work()
    return (time.process_time_ns() - before) / 1e6


def main(folder: str) -> None:
    bench = Bench(str(Path(folder) / "collection.anki2"))
    print(json.dumps({"version": version}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        answer = getattr(bench, request["do"])(**request.get("with", {}))
        print(json.dumps(answer), flush=True)


main(sys.argv[1])
