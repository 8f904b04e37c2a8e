"""The other side of `npm run bench -- --import`: Anki's own library makes a large collection, packs
it, and imports the packages that Rounds imports, line by line as bench/in_anki.py.

Every import and export is a process of its own, so that its processor time and memory are its own.
The same seed makes the same collection but for the dates, which end today.
"""

import hashlib
import json
import random
import resource
import shutil
import sys
import time
from pathlib import Path

from anki.buildinfo import version
from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

DAY = 86_400
WORDS = (
    "artery vein nerve lesion integrin antibody relapse placebo trial cortex spinal myelin lymph "
    "serum dose risk onset kidney liver heart plasma marrow receptor enzyme tumour graft"
).split()
DECKS = 40
LONGEST_INTERVAL = 90
ONE_IN_NEW = 10


def generate(folder: str, notes: int, reviews: int, media_files: int, media_bytes: int) -> dict:
    """A collection whose every sixth note has two cards, and media of `media_bytes` each."""
    root = Path(folder)
    root.mkdir(parents=True)
    chance = random.Random(1)
    col = Collection(str(root / "collection.anki2"))
    col.set_config("fsrs", True)
    types = [col.models.by_name("Basic"), col.models.by_name("Basic (and reversed card)")]
    decks = [col.decks.id(f"Medicine::Block {at // 8}::Deck {at}") for at in range(DECKS)]
    midnight = int(time.time()) // DAY * DAY
    studied = notes * 7 / 6 * (1 - 1 / ONE_IN_NEW)
    note_rows, card_rows, log = [], [], []
    note_id = card_id = (midnight - 3_000 * DAY) * 1000
    for at in range(notes):
        note_id += 1000
        is_reversed = at % 6 == 0
        front = f"Question {at} {said(chance, 12)}"
        back = f'Answer {at} {said(chance, 20)} <img src="{media_name(at % media_files)}">'
        digest = hashlib.sha1(front.encode()).hexdigest()
        note_rows.append(
            (note_id, digest[:10], types[is_reversed]["id"], midnight - DAY, -1)
            + (f" sec{at % 50}::sub{at % 7} ", f"{front}\x1f{back}", front, int(digest[:8], 16), 0, "")
        )
        for ord in range(2 if is_reversed else 1):
            card_id += 700
            row = (card_id, note_id, decks[at % DECKS], ord, midnight - DAY, -1)
            if len(card_rows) % ONE_IN_NEW == 0:
                card_rows.append(row + (0, 0, at, 0, 0, 0, 0, 0, 0, 0, 0, "{}"))
                continue
            # As many as make up `reviews` on the average, between half and one and a half of that.
            count = max(1, round(reviews / studied * (0.5 + chance.random())))
            due, interval = answered(chance, log, card_id, count, midnight, col.crt)
            # What every second one remembers has to be worked out from its answers.
            data = '{"s":%.2f,"d":5.5,"dr":0.9}' % interval if card_id % 1400 else "{}"
            card_rows.append(row + (2, 2, due, interval, 2500, count, 0, 0, 0, 0, 0, data))
    marks = lambda count: ",".join("?" * count)
    def insert() -> None:
        col.db.executemany(f"insert into notes values ({marks(11)})", note_rows)
        col.db.executemany(f"insert into cards values ({marks(18)})", card_rows)
        col.db.executemany(f"insert or ignore into revlog values ({marks(9)})", log)

    # In one transaction: otherwise every row waits for the disk.
    col.db.transact(insert)
    for at in range(media_files):
        size = media_bytes // 2 + chance.randrange(media_bytes)
        head = b"\x89PNG\r\n\x1a\n"
        Path(col.media.dir(), media_name(at)).write_bytes(head + chance.randbytes(size))
    made = {"notes": col.note_count(), "cards": col.card_count(), "media": media_files}
    made["reviews"] = col.db.scalar("select count() from revlog")
    col.close()
    return made


def answered(chance, log, card_id, count, midnight, created):
    """`count` answers that end before today; the day that is due and the interval."""
    steps, interval = [], 0
    for at in range(count):
        last, grade = interval, 3 if at == 0 else chance.choice([1, 3, 3, 3, 3, 4])
        interval = 1 if grade == 1 else min(LONGEST_INTERVAL, max(1, round(interval * 2.2)))
        steps.append((grade, interval, last))
    day = midnight - chance.randrange(1, interval + 1) * DAY - sum(s[1] for s in steps[:-1]) * DAY
    for at, (grade, interval, last) in enumerate(steps):
        millis = day * 1000 + chance.randrange(12 * 3_600_000)
        kind = 0 if at == 0 else 1
        log.append((millis, card_id, -1, grade, interval, last, 2500, chance.randrange(2000, 20000), kind))
        day += interval * DAY
    return (day - created) // DAY, interval


def said(chance, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words))


def media_name(at: int) -> str:
    return f"picture {at}.png"


def pack(folder: str, form: str, to: str) -> dict:
    """The whole collection with its media, in Anki's newest form, which it exports unless told otherwise."""
    col = Collection(str(Path(folder) / "collection.anki2"))

    def work() -> None:
        if form == "colpkg":
            col.export_collection_package(to, include_media=True, legacy=False)
            return
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=False
        )
        col.export_anki_package(out_path=to, options=options, limit=None)

    return spent(work)


def take(folder: str, form: str, package: str) -> dict:
    """Into an empty collection in `folder`."""
    root = Path(folder)
    root.mkdir(parents=True)
    path = root / "collection.anki2"
    col = Collection(str(path))
    if form == "colpkg":
        backend = col._backend
        col.close_for_full_sync()
        backend.close_collection(downgrade_to_schema11=False)
        done = spent(
            lambda: backend.import_collection_package(
                col_path=str(path),
                backup_path=package,
                media_folder=str(root / "collection.media"),
                media_db=str(root / "collection.media.db2"),
            )
        )
        col = Collection(str(path))
    else:
        options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
        request = ImportAnkiPackageRequest(package_path=package, options=options)
        done = spent(lambda: col.import_anki_package(request))
    done |= {"notes": col.note_count(), "cards": col.card_count()}
    done["reviews"] = col.db.scalar("select count() from revlog")
    done["media"] = sum(1 for _ in Path(col.media.dir()).iterdir())
    col.close()
    shutil.rmtree(root)
    return done


def spent(work) -> dict:
    """Milliseconds of this process on any processor, and on the wall; its most memory, in MB."""
    before, began = time.process_time_ns(), time.monotonic_ns()
    work()
    millis = (time.process_time_ns() - before) / 1e6
    wall = (time.monotonic_ns() - began) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"millis": millis, "wallMillis": wall, "megabytes": memory}


request = json.loads(sys.argv[1])
answer = {"generate": generate, "pack": pack, "take": take}[request["do"]](**request["with"])
print(json.dumps(answer | {"version": version}))
