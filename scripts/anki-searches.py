"""Asks the real Anki which cards searches find, for tests/domain/search/anki-searches.json.

    python3 -m venv venv && venv/bin/python -m pip install anki==26.9.3
    venv/bin/python scripts/anki-searches.py tests/domain/search/anki-searches.json

Run it again only when Anki's searches have changed; the file is committed, so that the test needs no
Anki. Cards are described by what a search asks of them, days counted from today; the test builds its own
from that. Searches whose answer docs/search.md says is another one are not asked.
"""

import json
import os
import random
import sys
import tempfile
import time

from anki.collection import Collection
from anki.cards import FSRSMemoryState  # after the collection, which it needs

WORDS = ["dose", "Dose", "overdose", "MS", "RRMS", "dose_2", "Guérin", "Guerin", "\ufb01n", "ÄÖÜ", "Größe", "I\u00b2",
         "first dose", "dose first", "5 mg", "10", "a.b", "x*y", "Łódź"]
TAGS = [[], [], ["Safety"], ["Safety::PML"], ["safetynet"], ["none"], ["Sécurité"], ["a", "b"]]
ATOMS = [
    "dose", "Dose", "d*e", "d_se", "w:MS", "w:dose", "w:Größe", "w:Gr", "w:ÄÖÜ", "nc:guerin", "nc:fin", "nc:I2", '"first dose"',
    "sc:dose", "-rated:1", "-w:dose", "-is:due", "tag:*", "tag:none", "tag:None", "tag:safety", "tag:saf*", "tag:nc:securite", "-tag:*", "is:new", "is:learn",
    "is:review", "is:due", "is:suspended", "is:buried", "prop:due<0", "prop:due=0", "prop:due>0", "prop:due<=5",
    "-prop:due<0", "prop:pos<=7", "prop:pos>3", "-prop:pos<=7", "prop:s>7", "-prop:s>7", "prop:s<=7", "-prop:s<=7", "prop:d>0.5", "-prop:d>0.5",
    "-(prop:s>7 dose)", "-(prop:s>7 or dose)", "prop:reps>1", "-prop:reps>1", "prop:lapses>0", "added:0", "added:1", "rated:0", "rated:1", "rated:3:3",
    "prop:rated>-3:3", "prop:rated=-1", "prop:rated=-1:1", "-prop:rated=-1", '"re:(?-i)Dose"', '"re:(?i)dose"', "re:[[:alpha:]]{5}",
    "re:\\bMS\\b", "re:\\w{5}", "re:\\bGr", "re:\\d",
]


def main(out: str) -> None:
    chance = random.Random(5)
    col = Collection(os.path.join(tempfile.mkdtemp(), "collection.anki2"))
    col.set_config("fsrs", True)
    types = {"Basic": col.models.by_name("Basic"), "Cloze": col.models.by_name("Cloze")}
    today = col.sched.today
    cutoff = col.sched.day_cutoff
    cards = []
    for place in range(160):
        kind = chance.choice(["Basic", "Basic", "Cloze"])
        text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 2)))
        note = col.new_note(types[kind])
        note.fields[0] = text if kind == "Basic" else "{{c1::z}} " + text
        note.tags = chance.choice(TAGS)
        col.add_note(note, 1)
        card = note.cards()[0]
        state = chance.choice(["new", "new", "learning", "relearning", "review", "review"])
        told = {"kind": kind, "text": note.fields[0], "tags": note.tags, "state": state, "pos": place,
                "suspended": False, "buried": False, "due": 0, "minutes": 0, "s": 0, "d": 0, "reps": 0, "lapses": 0, "answers": []}
        if state == "new":
            card.type, card.queue, card.due = 0, 0, place
        else:
            told["reps"] = card.reps = chance.randint(1, 4)
            told["lapses"] = card.lapses = 1 if state == "relearning" else chance.randint(0, 1)
            told["s"] = chance.choice([1, 7, 8, 30])
            told["d"] = chance.choice([2, 5, 6, 9])
            card.memory_state = FSRSMemoryState(stability=told["s"], difficulty=told["d"])
            if state == "review":
                told["due"] = chance.randint(-6, 8)
                card.type, card.queue, card.due, card.ivl = 2, 2, today + told["due"], 9
            else:
                # From now; Anki asks for what comes within 20 minutes, and so does is:due.
                told["minutes"] = chance.choice([-5, 3, 15, 25, 60])
                card.type, card.queue = (1, 1) if state == "learning" else (3, 1)
                card.due = int(time.time()) + 60 * told["minutes"]
                card.ivl = 1
            for days in sorted({chance.randint(0, 5) for _ in range(chance.randint(0, 2))}, reverse=True):
                grade = chance.randint(1, 4)
                told["answers"].append([days, grade])
        if chance.random() < 0.15:
            told["suspended"] = True
            card.queue = -1
        elif chance.random() < 0.12:
            told["buried"] = True
            card.queue = -3
        col.update_card(card)
        for days, grade in told["answers"]:
            at = (cutoff - 86400 * days) * 1000 - 3_600_000 - place * 10 - grade
            col.db.execute("insert into revlog values (?,?,?,?,?,?,?,?,?)", at, card.id, 0, grade, 9, 9, 2500, 5000, 1)
        cards.append((card.id, told))
    order = {id: at for at, (id, _) in enumerate(cards)}
    searches = list(ATOMS)
    for _ in range(220):
        parts = [chance.choice(["", "", "-"]) + chance.choice(ATOMS).lstrip("-") for _ in range(chance.randint(2, 3))]
        text = chance.choice([" ", " or "]).join(parts)
        searches.append(chance.choice(["", "-"]) + "(" + text + ")" if chance.random() < 0.5 else text)
    # What Anki finds for a denied sc: follows no rule: told in docs/search.md.
    searches = [text for text in searches if not ("sc:" in text and "-" in text)]
    found = [[text, sorted(order[id] for id in col.find_cards(text))] for text in searches]
    col.close()
    with open(out, "w", encoding="utf-8") as file:
        json.dump({"cards": [told for _, told in cards], "searches": found}, file, separators=(",", ":"))
        file.write("\n")
    print(f"{len(cards)} cards, {len(found)} searches")


if __name__ == "__main__":
    main(sys.argv[1])
