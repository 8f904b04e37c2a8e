"""Asks the real Anki what each grade would give random cards, for tests/domain/memory/anki-previews.json.

    python3 -m venv venv && venv/bin/pip install anki==26.9.3
    venv/bin/python scripts/anki-previews.py tests/domain/memory/anki-previews.json

Run it again only when Anki's scheduling has changed; the file is committed, so that the test needs
no Anki. `plain`: without fuzz, the four grades of 600 cards. `fuzzed`: the shortest and longest
interval of each grade over 400 numbers of answers, of 60 cards.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time

GRADES = ("again", "hard", "good", "easy")


def random_card(chance: random.Random) -> dict:
    state = chance.choice(["new", "learning", "relearning", "relearning", "review", "review"])
    learning = chance.choice([[1, 10], [1, 10], [1], [15, 60, 240]])
    relearning = chance.choice([[10], [10], [10, 60]])
    steps = learning if state == "learning" else relearning
    interval = chance.choice([1, 2, 3, 5, 9, 20, 45, 150, 700])
    stability = round(10 ** chance.uniform(-1.2, 2.7), 4)
    return {
        "state": state,
        "stability": stability,
        "difficulty": round(chance.uniform(1, 10), 3),
        "elapsed": chance.choice([0, 0, 1, 2]) if state != "review" else chance.randint(0, 2 * interval),
        "interval": interval,
        "step": chance.randrange(len(steps)),
        "learning": learning,
        "relearning": relearning,
        "retention": chance.choice([0.8, 0.9, 0.9, 0.95]),
        # A low maximum makes Anki panic where Good has reached it, so none is asked for.
        "maximum": 36500,
    }


def ask(with_fuzz: bool, out: str) -> None:
    if not with_fuzz:
        # Anki's own switch for tests: no fuzz.
        os.environ["ANKI_TEST_MODE"] = "1"
    from anki.collection import Collection
    from anki.cards import FSRSMemoryState

    folder = tempfile.mkdtemp()
    col = Collection(os.path.join(folder, "collection.anki2"))
    col.set_config("fsrs", True)
    note = col.new_note(col.models.by_name("Basic"))
    note["Front"] = "front"
    col.add_note(note, 1)
    card_id = col.find_cards("")[0]
    today = col.sched.today

    def put(given: dict, reps: int) -> None:
        conf = col.decks.get_config(1)
        conf["new"]["delays"] = given["learning"]
        conf["lapse"]["delays"] = given["relearning"]
        conf["rev"]["maxIvl"] = given["maximum"]
        conf["desiredRetention"] = given["retention"]
        col.decks.update_config(conf)
        card = col.get_card(card_id)
        card.reps, card.lapses = reps, 0
        card.last_review_time = int(time.time()) - given["elapsed"] * 86_400
        card.memory_state = FSRSMemoryState(stability=given["stability"], difficulty=given["difficulty"])
        state = given["state"]
        if state == "new":
            card.type = card.queue = 0
            card.memory_state = None
            card.last_review_time = None
        elif state == "review":
            card.type = card.queue = 2
            card.ivl = given["interval"]
            card.due = today + given["interval"] - given["elapsed"]
        else:
            card.type, card.queue = (1, 1) if state == "learning" else (3, 1)
            steps = given["learning"] if state == "learning" else given["relearning"]
            card.left = len(steps) - given["step"]
            card.due = int(time.time()) - 1
            card.ivl = given["interval"] if state == "relearning" else 0
        col.update_card(card)

    def outcome(state) -> float:
        """Days as they are, minutes as a negative number."""
        normal = state.normal
        kind = normal.WhichOneof("kind")
        if kind == "review":
            return normal.review.scheduled_days
        part = normal.learning if kind == "learning" else normal.relearning.learning
        return -part.scheduled_secs / 60

    def outcomes() -> list:
        states = col._backend.get_scheduling_states(card_id)
        return [outcome(getattr(states, grade)) for grade in GRADES]

    chance = random.Random(20261129)
    rows = []
    if with_fuzz:
        while len(rows) < 60:
            given = random_card(chance)
            seen = []
            for reps in range(1, 401):
                put(given, reps)
                seen.append(outcomes())
            columns = list(zip(*seen))
            # A wait in steps is drawn out by up to a quarter: Rounds leaves it as it was set.
            ranges = [None if column[0] < 0 else [min(column), max(column)] for column in columns]
            rows.append({**given, "ranges": ranges})
    else:
        for _ in range(600):
            given = random_card(chance)
            put(given, 5)
            rows.append({**given, "outcomes": outcomes()})
    col.close()
    with open(out, "w", encoding="utf-8") as file:
        json.dump(rows, file)


def main() -> None:
    if len(sys.argv) == 4:
        ask(sys.argv[2] == "fuzzed", sys.argv[3])
        return
    parts = {}
    for part in ("plain", "fuzzed"):
        with tempfile.NamedTemporaryFile(suffix=".json") as file:
            subprocess.run([sys.executable, __file__, "ask", part, file.name], check=True)
            parts[part] = json.load(file)
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        lines = [
            f'  "{part}": [\n'
            + ",\n".join("    " + json.dumps(row) for row in rows)
            + "\n  ]"
            for part, rows in parts.items()
        ]
        file.write("{\n" + ",\n".join(lines) + "\n}\n")


main()
