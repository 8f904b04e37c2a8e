"""Opens packages with the real Anki, and says what it makes of them.

python scripts/anki-opens.py open FILE...; a line of JSON for each: what the import's log counts, what the
check of the database finds, and every table with every field, as Anki itself hands them out.
A .colpkg takes the place of the collection, an .apkg joins an empty one.
python scripts/anki-opens.py export FILE TARGET true|false; imports one, and exports all of it anew, in
the older form or the newest.
"""

import base64
import json
import os
import shutil
import sys
import tempfile

import anki.buildinfo
from anki._backend import RustBackend
from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

LOG = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype", "missing_deck", "empty_first_field")


def main(doing, *files):
    if doing == "export":
        exported(*files)
        return
    for file in files:
        place = tempfile.mkdtemp()
        try:
            said = opened(file, place)
        except Exception as error:
            said = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps({"file": file, "anki": anki.buildinfo.version, **said}, ensure_ascii=False), flush=True)
        shutil.rmtree(place, ignore_errors=True)


def imported(file, place):
    path = os.path.join(place, "collection.anki2")
    col = Collection(path)
    if not file.endswith(".colpkg"):
        options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
        found = col.import_anki_package(ImportAnkiPackageRequest(package_path=file, options=options)).log
        return col, {name: len(getattr(found, name)) for name in LOG}
    col.close(downgrade=False)
    RustBackend().import_collection_package(
        col_path=path,
        backup_path=file,
        media_folder=os.path.join(place, "collection.media"),
        media_db=os.path.join(place, "collection.media.db2"),
    )
    return Collection(path), {}


def exported(file, target, legacy):
    place = tempfile.mkdtemp()
    col, _ = imported(file, place)
    options = ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy == "true"
    )
    col.export_anki_package(out_path=target, options=options, limit=None)
    col.close()
    shutil.rmtree(place, ignore_errors=True)


def opened(file, place):
    col, log = imported(file, place)
    before = tables(col)
    problems, is_sound = col.fix_integrity()
    after = tables(col)
    questions = {}
    for card_id in col.find_cards(""):
        card = col.get_card(card_id)
        questions[str(card_id)] = [card.question(), card.answer()]
    media = {}
    for name in sorted(os.listdir(col.media.dir())):
        with open(os.path.join(col.media.dir(), name), "rb") as content:
            media[name] = base64.b64encode(content.read()).decode()
    said = {
        "log": log,
        "check": problems,
        "isSound": is_sound,
        "changedByCheck": [name for name in before if before[name] != after[name]],
        "missingMedia": sorted(col.media.check().missing),
        "today": col.sched.today,
        "tables": before,
        "questions": questions,
        "media": media,
    }
    col.close()
    return said


def tables(col):
    rows = lambda table: col.db.all(f"select * from {table} order by id")
    return {
        "notes": rows("notes"),
        "cards": rows("cards"),
        "revlog": rows("revlog"),
        "types": {str(each["id"]): each for each in col.models.all()},
        "decks": {str(each["id"]): each for each in col.decks.all()},
        "presets": {str(each["id"]): each for each in col.decks.all_config()},
        "config": json.loads(col._backend.get_all_config()),
        "tags": sorted(col.tags.all()),
        "created": col.crt,
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
