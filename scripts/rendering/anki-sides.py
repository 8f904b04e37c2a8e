"""What the real Anki shows of cards, for scripts/compare-rendering.mjs and tests/domain/template.

    python anki-sides.py package FILE.apkg            every card of a package, imported as Anki does
    python anki-sides.py templates IN.json OUT.json   cards of templates of our own, see below

Of each card the HTML of both sides, as Anki hands it to its web view: without the style sheet, sounds
as [anki:play:q:0], what it speaks as [anki:spoken], a typed answer as [[type:Field]].
"""

import json
import os
import shutil
import sys
import tempfile

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.sound import TTSTag


def sides(card):
    shown = card.render_output(reload=True)
    front, back = shown.question_text, shown.answer_text
    for side, tags in (("q", shown.question_av_tags), ("a", shown.answer_av_tags)):
        for at, tag in enumerate(tags):
            if isinstance(tag, TTSTag):
                front = front.replace(f"[anki:play:{side}:{at}]", "[anki:spoken]")
                back = back.replace(f"[anki:play:{side}:{at}]", "[anki:spoken]")
    return {"front": front, "back": back}


def of_package(col, path):
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    col.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options))
    for card_id in col.find_cards(""):
        card = col.get_card(card_id)
        note = card.note()
        own = {"guid": note.guid, "ord": card.ord, "type": note.note_type()["name"], **sides(card)}
        print(json.dumps(own))


def of_templates(col, source, out):
    """Each case: { name, kind, front, back, fields: { name: text }, tags }; its cards are added."""
    with open(source, encoding="utf-8") as file:
        cases = json.load(file)
    for at, case in enumerate(cases):
        kind = col.models.new(f"Type {at}")
        if case["kind"] == "cloze":
            kind["type"] = 1
        for name in case["fields"]:
            col.models.add_field(kind, col.models.new_field(name))
        template = col.models.new_template("Card 1")
        template["qfmt"], template["afmt"] = case["front"], case["back"]
        col.models.add_template(kind, template)
        col.models.add(kind)
        note = col.new_note(col.models.by_name(f"Type {at}"))
        for name, text in case["fields"].items():
            note[name] = text
        note.tags = case["tags"]
        col.add_note(note, col.decks.id("Medicine::Neurology"))
        case["cards"] = [{"slot": card.ord + 1, **sides(card)} for card in note.cards()]
    with open(out, "w", encoding="utf-8") as file:
        json.dump(cases, file, ensure_ascii=False, indent=1)
        file.write("\n")


def main(doing, *paths):
    place = tempfile.mkdtemp()
    col = Collection(os.path.join(place, "collection.anki2"))
    (of_package if doing == "package" else of_templates)(col, *paths)
    col.close()
    shutil.rmtree(place)


if __name__ == "__main__":
    main(*sys.argv[1:])
