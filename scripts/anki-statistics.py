"""Asks the real Anki for its graphs of a collection, for tests/cli/statistics/anki.

    python3 -m venv venv && venv/bin/python -m pip install anki==26.9.3
    TZ=UTC venv/bin/python scripts/anki-statistics.py tests/cli/statistics/anki

Writes the collection as collection.colpkg and what Anki tells of it as graphs.json. Run it again only when
Anki's graphs have changed; both are committed, so that the test needs no Anki. Histories are made up by
chance, with everything that a log can hold: steps, lapses, cramming, filtered decks, dates set by hand.
"""

import json
import os
import random
import sys
import tempfile
import time

from anki.collection import Collection
from anki.cards import FSRSMemoryState  # after the collection, which it needs
from google.protobuf.json_format import MessageToDict

LEARN, REVIEW, RELEARN, FILTERED, MANUAL, RESCHEDULED = range(6)
DAY = 86_400


def main(out: str) -> None:
    os.makedirs(out, exist_ok=True)
    chance = random.Random(8)
    col = Collection(os.path.join(tempfile.mkdtemp(), "collection.anki2"))
    col.set_config("fsrs", True)
    today, cutoff = col.sched.today, col.sched.day_cutoff
    # A crowd of answers in the first and the last minutes of a day would tell nothing.
    decks = [col.decks.id(name) for name in ["Neurology", "Neurology::MS", "Cardiology"]]
    times = set()
    # Answers in filtered decks, which Anki counts by themselves: what they are is told beside its graphs.
    filtered = []

    def log(card_id, day, grade, interval, last, factor, kind, after=None):
        second = chance.randint(600, DAY - 1200)
        at = (cutoff - DAY * (day + 1) + second) * 1000 + chance.randint(0, 999)
        if day == 0:
            at = int(time.time() * 1000) - chance.randint(1000, 60_000)
        if after is not None:
            at = after + chance.randint(1, 500_000 if day > 0 else 900)
        while at in times:
            at += 1
        times.add(at)
        taken = chance.randint(800, 60_000)
        col.db.execute("insert into revlog values (?,?,?,?,?,?,?,?,?)", at, card_id, 0, grade, interval, last, factor, taken, kind)
        if kind == FILTERED:
            filtered.append({"day": day, "at": at, "grade": grade, "last": last, "millis": taken, "isCramming": factor == 0,
                             "deck": place % 3})
        return at

    for place in range(240):
        note = col.new_note(col.models.by_name("Basic"))
        note.fields = [f"front {place}", "back"]
        col.add_note(note, decks[place % 3])
        card = note.cards()[0]
        if place % 8 == 0:
            continue
        day = chance.randint(0, 500)
        first = log(card.id, day, chance.choice([1, 3, 3]), -600, -60, 0, LEARN)
        interval, lapses, last_day = chance.randint(1, 4), 0, day
        if chance.random() < 0.8:
            log(card.id, day, chance.choice([3, 3, 4]), interval, -600, 2500, LEARN, first)
        while day - interval >= 0:
            day -= interval
            if chance.random() < 0.1:
                day = max(0, day - chance.randint(1, 5))
            grade = chance.choices([1, 2, 3, 4], [12, 10, 68, 10])[0]
            last = interval
            kind = FILTERED if chance.random() < 0.06 else REVIEW
            if grade == 1:
                interval = max(1, interval // 3)
                lapses += 1
                failed = log(card.id, day, 1, -600, last, 400 + 50 * chance.randint(0, 12), kind)
                log(card.id, day, 3, interval, -600, 500, RELEARN, failed)
            else:
                interval = max(interval + 1, round(interval * chance.uniform(1.2, 2.6)))
                log(card.id, day, grade, interval, last, 400 + 50 * chance.randint(0, 12), kind)
            last_day = day
            if chance.random() < 0.05 and day > 1:
                log(card.id, day - 1, 3, interval, interval, 0, FILTERED)
            if chance.random() < 0.04 and day > 1:
                log(card.id, day - 1, 0, interval, interval, 2500, chance.choice([MANUAL, RESCHEDULED]))
        card.type, card.queue, card.ivl = 2, 2, interval
        card.due = today - last_day + interval
        card.reps, card.lapses = 5, lapses
        card.memory_state = FSRSMemoryState(stability=round(interval * chance.uniform(0.6, 1.6), 2) + 0.1,
                                            difficulty=chance.choice([1, 2.5, 5, 7.3, 9.9]))
        card.last_review_time = col.db.scalar("select max(id) / 1000 from revlog where cid = ? and ease > 0 and (type < 3 or factor > 0)", card.id)
        if place % 31 == 0:
            card.queue = -1
        elif place % 29 == 0:
            card.queue = -3
        col.update_card(card)
    graphs = {}
    for name, search in [("all", ""), ("neurology", "deck:Neurology")]:
        for days in [365, 0]:
            told = MessageToDict(col._backend.graphs(search=search, days=days), preserving_proto_field_name=True,
                                 always_print_fields_with_no_presence=True)
            graphs[f"{name} {days}"] = told
    asked_at = int(time.time() * 1000)
    package = os.path.join(out, "collection.colpkg")
    col.close()
    col.reopen()
    col.export_collection_package(package, include_media=False, legacy=True)
    with open(os.path.join(out, "graphs.json"), "w", encoding="utf-8") as file:
        json.dump({"askedAt": asked_at, "filtered": filtered, "graphs": graphs}, file, separators=(",", ":"), sort_keys=True)
        file.write("\n")
    print(f"{len(times)} lines of the log")


if __name__ == "__main__":
    main(sys.argv[1])
