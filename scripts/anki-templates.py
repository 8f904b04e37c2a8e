"""Asks the real Anki which cards random notes have, and what their fronts show, for
tests/domain/template/anki-cards.json.

    python3 -m venv venv && venv/bin/python -m pip install anki==26.9.3
    venv/bin/python scripts/anki-templates.py tests/domain/template/anki-cards.json

Run it again only when Anki's templates have changed; the file is committed, so that the test needs
no Anki. `cloze`: the numbers of the deletions in a field. `standard`: the cards of a note of one type
with these fronts, and what each front shows. The last front is always shown, so that Anki, which makes
card 1 of a note without cards, has no need to.
"""

import json
import os
import random
import sys
import tempfile

from anki.collection import Collection

CLOZE_PIECES = [
    "{{c1::", "{{c1::", "{{c2::", "{{c3::", "{{c1,2::", "{{c2,,3::", "{{c1,::", "{{c0::", "{{c0,1,2::",
    "{{c500::", "{{c501::", "{{c65535::", "{{c70000::", "{{c,::", "{{c::", "{{c01::", "{{c+1::", "}}", "}}",
    "}}", "}}", "::", "::", "a", "b c", " ", "<b>", "</b>", "<br>", "{{", "}", ":", "\\(", "\\)", "[sound:a.mp3]",
    "<img src=a.png>", "{{C1::", "{{c 1::", "h",
]
FIELD_TEXTS = [
    "", "", "", "x", "x", "0", " ", "\t\n", "&nbsp;", "<p></p>", "<b></b>", "<hr>", "<!-- c -->",
    "<div class=x></div>", "<div></div>", "<br>", "<br/>", "<br />", "<BR>", "</div><div>", "<br><br> <div></div>",
    "\u200b", "\u3000", "\u00a0", "<img src=a.png>", "[sound:a.mp3]", "<div >", "<br clear=all>", "<span></span>",
    "</br>", "< br>", "\u2028", "\x0b", "\x0c", "<br  >", "<div/>", "a<br>b",
]
NAMES = ["A", "A", "A", "B", "B", "C"]
SPECIAL = ["Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID", "FrontSide"]
FILTERS = ["", "", "", "text:", "hint:", "foo:", "cloze:", "type:", "kana:"]


def cloze_text(chance: random.Random) -> str:
    if chance.random() < 0.06:
        depth = chance.randint(7, 14)
        return "".join(f"{{{{c{n}::x" for n in range(1, depth + 1)) + "}}" * depth
    text = "".join(chance.choice(CLOZE_PIECES) for _ in range(chance.randint(1, 12)))
    return text + "}}" * chance.choice([0, 0, 1, 2, 3, 4])


def front(chance: random.Random, depth: int = 0) -> str:
    parts = []
    for _ in range(chance.randint(1, 3)):
        kind = chance.random()
        if kind < 0.35:
            parts.append("{{" + chance.choice(FILTERS) + chance.choice(NAMES) + "}}")
        elif kind < 0.45:
            parts.append("{{" + chance.choice(SPECIAL[:-1]) + "}}")
        elif kind < 0.55:
            parts.append(chance.choice(["text", "<br>", "<img src=a.png>", " "]))
        elif depth < 3:
            name = chance.choice([*NAMES, *NAMES, *SPECIAL[:-1], "c1", "c2"])
            sign = chance.choice("##^")
            parts.append("{{" + sign + name + "}}" + front(chance, depth + 1) + "{{/" + name + "}}")
    return "".join(parts) or "{{A}}"


def main(out: str) -> None:
    chance = random.Random(26)
    col = Collection(os.path.join(tempfile.mkdtemp(), "collection.anki2"))
    clozes = []
    cloze_type = col.models.by_name("Cloze")
    for _ in range(1500):
        note = col.new_note(cloze_type)
        note["Text"] = cloze_text(chance)
        numbers = sorted({min(n, 500) for n in note.cloze_numbers_in_fields() if n > 0})
        clozes.append([note["Text"], numbers])

    standard = []
    refused = 0
    while len(standard) < 900:
        fronts = [front(chance) for _ in range(3)]
        kind = col.models.new(f"type {len(standard)}")
        for name in "ABCZ":
            col.models.add_field(kind, col.models.new_field(name))
        for at, text in enumerate([*fronts, "{{Z}}"]):
            template = col.models.new_template(f"card {at + 1}")
            template["qfmt"] = text + f"<!--{at}-->"
            template["afmt"] = "back"
            col.models.add_template(kind, template)
        try:
            col.models.add(kind)
        except Exception:
            refused += 1
            continue
        kind = col.models.by_name(kind["name"])
        for _ in range(2):
            note = col.new_note(kind)
            fields = [chance.choice(FIELD_TEXTS) for _ in range(3)]
            for name, text in zip("ABC", fields):
                note[name] = text
            note["Z"] = "z"
            tags = chance.choice([[], [], ["t"], ["leech", "a::b"]])
            note.tags = tags
            col.add_note(note, 1)
            shown = {}
            for card in note.cards():
                # What is read of the front alone: without the style sheet, ids and comment.
                text = card.render_output(reload=True).question_text
                text = text.replace(str(card.id), "ID")
                shown[card.ord + 1] = text.replace(f"<!--{card.ord}-->", "")
            standard.append({"fronts": fronts, "fields": fields, "tags": tags, "cards": shown})
    col.close()
    with open(out, "w", encoding="utf-8") as file:
        json.dump({"cloze": clozes, "standard": standard}, file, ensure_ascii=True, indent=0)
        file.write("\n")
    print(f"{len(clozes)} texts, {len(standard)} notes, {refused} types refused")


if __name__ == "__main__":
    main(sys.argv[1])
