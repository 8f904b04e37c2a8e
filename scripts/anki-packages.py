"""Packages that the real Anki makes, for tests/exchange/anki: small, with a bit of everything.

pip install anki==26.9.3; python scripts/anki-packages.py tests/exchange/anki/fixtures
python scripts/anki-packages.py tests/exchange/anki/fixtures scripted    scripted.apkg alone

One collection (decks in decks, a filtered deck, options with trained weights, all stock types, image
occlusion, media, flags, suspended and buried cards, cards in steps, a log with cramming, resets and
dates set by hand) in every container that there is, and beside it what Anki itself says of each card.
Then histories made by chance, with the memory that Anki finds in each.
"""

import json
import os
import random
import shutil
import sys
import tempfile
import time
import zipfile

from anki.collection import Collection, ExportAnkiPackageOptions
from anki.deck_config_pb2 import UpdateDeckConfigsRequest

DAY = 86_400
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
WEIGHTS = [0.4, 1.1, 2.6, 9.1, 6.2, 0.9, 3.1, 0.02, 1.7, 0.15, 0.8, 1.5, 0.07, 0.3, 1.6, 0.6, 1.9, 0.5, 0.1, 0.07, 0.17]

# Types of our own in the manner of well-known ones, whose scripts do what no other part does.
CLOZE_FRONT = """<div id="text">{{edit:cloze:Text}}</div>
<div id="clock"></div>
<script>
  let seconds = 0;
  setInterval(() => { document.getElementById("clock").textContent = ++seconds; }, 1000);
</script>"""
CLOZE_BACK = """<div id="text">{{edit:cloze:Text}}</div>
<button id="reveal-next">Reveal next</button>
{{#Extra}}<div id="extra">{{edit:Extra}}</div>{{/Extra}}
<div class="bar">
  {{#Lecture notes}}<button id="button-lecture" class="pill">Lecture notes</button>{{/Lecture notes}}
  {{#Mnemonic}}<button id="button-mnemonic" class="pill">Mnemonic</button>{{/Mnemonic}}
  {{#Picture}}<a href="#" class="pill" onclick="fold('box-picture'); return false">Picture</a>{{/Picture}}
</div>
<div id="hint-lecture" class="folded">{{edit:Lecture notes}}</div>
<div id="hint-mnemonic" class="folded">{{edit:Mnemonic}}</div>
<div id="box-picture" style="display: none">{{Picture}}</div>
{{#Source}}<details><summary>Source</summary>{{Source}}</details>{{/Source}}
{{#Tags}}<div id="tags">{{clickable::Tags}}</div>{{/Tags}}
<div class="win-only">Alt + 1</div>
<script>
  const fold = (id) => document.getElementById(id).classList.toggle("folded");
  for (const pill of document.querySelectorAll("button.pill"))
    pill.addEventListener("click", () => fold(pill.id.replace("button", "hint")));
  const blanks = [...document.querySelectorAll(".cloze")];
  document.getElementById("reveal-next").onclick = () => revealOneByOne(blanks);
</script>"""
CLOZE_CSS = """.card { font-family: Georgia, serif; font-size: 22px; background-color: #fbf7ee; color: #222; }
.nightMode.card, .night_mode.card { background-color: #25262c; color: #e8e6e1; }
.cloze { font-weight: bold; color: #1f5fbf; }
.nightMode .cloze, .night_mode .cloze { color: #8db8ff; }
#extra { margin-top: 1em; font-style: italic; }
.bar { margin: 1em 0; }
.pill { border: 1px solid #999; border-radius: 1em; padding: 2px 12px; }
.folded { display: none; }
#tags { margin-top: 1em; font-size: 14px; }
.mobile .pill { padding: 8px 16px; }
.win-only { display: none; }
.win .win-only { display: block; }"""
CHOICE_FRONT = """<div id="question">{{Question}}</div><div id="options"></div>
<script>
  const list = `{{Options}}`.split("<br>");
  document.getElementById("options").innerHTML = list.map((each) => `<p>${each}</p>`).join("");
</script>"""
CHOICE_BACK = """<div id="question">{{Question}}</div><hr id=answer>{{Answer}}"""


def scripted(path):
    place = tempfile.mkdtemp()
    col = Collection(os.path.join(place, "collection.anki2"))
    deck = col.decks.id("Scripted")

    def add_type(name, kind, fields, front, back, css):
        made = col.models.new(name)
        made["type"] = kind
        for field in fields:
            col.models.add_field(made, col.models.new_field(field))
        template = col.models.new_template("Card 1")
        template["qfmt"], template["afmt"] = front, back
        col.models.add_template(made, template)
        made["css"] = css
        col.models.add(made)
        return col.models.by_name(name)

    def add_note(kind, tags, *texts):
        note = col.new_note(kind)
        for at, text in enumerate(texts):
            note.fields[at] = text
        note.tags = tags
        col.add_note(note, deck)

    fields = ["Text", "Extra", "Lecture notes", "Mnemonic", "Picture", "Source"]
    cloze = add_type("Scripted cloze", 1, fields, CLOZE_FRONT, CLOZE_BACK, CLOZE_CSS)
    choice = add_type(
        "Scripted choice", 0, ["Question", "Options", "Answer"], CHOICE_FRONT, CHOICE_BACK, ""
    )
    picture = col.media.write_data("square.png", PNG)
    add_note(
        cloze,
        ["Anatomy::Heart::Arteries", "Year_2"],
        "The {{c1::circumflex}} artery supplies the {{c1::lateral}} wall, the "
        "{{c2::right coronary::vessel}} mostly the {{c1::sinus node}}.",
        "In four of ten people the sinus node hangs on the left.",
        "<ul><li>Dominance: who gives the posterior descending artery</li><li>Right in 8 of 10</li></ul>",
        "<b>C</b>ircumflex <b>c</b>ircles",
        f'<img src="{picture}">',
        "Own notes, second year",
    )
    add_note(cloze, [], "The normal ejection fraction is over {{c1::50}} %.", "", "", "", "", "")
    add_note(
        choice,
        ["Anatomy"],
        "Which valve lies between the left atrium and the left ventricle?",
        "Mitral<br>Tricuspid<br>Aortic",
        "Mitral",
    )
    options = ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=True, legacy=True
    )
    col.export_anki_package(out_path=path, options=options, limit=None)
    col.close()
    shutil.rmtree(place)


def main(folder, only=None):
    os.makedirs(folder, exist_ok=True)
    scripted(os.path.join(folder, "scripted.apkg"))
    if only == "scripted":
        return
    place = tempfile.mkdtemp()
    col = Collection(os.path.join(place, "collection.anki2"))
    fill(col)
    options = ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=True, legacy=False
    )
    out = lambda name: os.path.join(folder, name)
    expected = what_anki_says(col)
    with open(out("expected.json"), "w", encoding="utf-8") as file:
        json.dump(expected, file, ensure_ascii=False, indent=1)
        file.write("\n")
    col.export_anki_package(out_path=out("newest.apkg"), options=options, limit=None)
    options.legacy = True
    col.export_anki_package(out_path=out("older.apkg"), options=options, limit=None)
    oldest(out("older.apkg"), out("oldest.apkg"))
    col.export_collection_package(out("whole.colpkg"), include_media=True, legacy=False)
    shutil.rmtree(place)
    histories(out("memories.json"))


def fill(col):
    day = lambda n: int(time.time()) - n * DAY
    heart, lung = (col.decks.id(name) for name in ("Med::Heart", "Med::Lung"))
    preset = col.decks.add_config("Exam")
    preset["new"]["delays"] = [1, 10, 60]
    preset["new"]["perDay"] = 7
    preset["rev"]["perDay"] = 77
    preset["lapse"]["delays"] = [15]
    preset["desiredRetention"] = 0.93
    preset["fsrsParams6"] = WEIGHTS
    col.decks.update_config(preset)
    for name in ("Med", "Med::Heart", "Med::Lung"):
        deck = col.decks.by_name(name)
        deck["conf"] = preset["id"]
        col.decks.save(deck)
    fsrs_on(col, heart)
    add = lambda kind, fields, deck, tags=(): add_note(col, kind, fields, deck, tags)
    basics = [add("Basic", [f"Question {n}", f"Answer {n}"], heart, ["Cardio::ECG"]) for n in range(12)]
    both = add("Basic (and reversed card)", ["Systole", "Diastole"], heart, ["marked"])
    col.set_deck([both.cards()[1].id], lung)
    cloze = add("Cloze", ["{{c1::Aorta}} and {{c2::vena cava::which}}", "extra"], lung, ["leech", "Vessel"])
    for name, content in (("flöte.mp3", b"ID3" + bytes(60)), ("heart.png", PNG), ("_style.css", b"b{}")):
        col.media.write_data(name, content)
    add("Basic", ['<img src="heart.png"> [sound:flöte.mp3]', "pictures"], lung)
    # Tags whose order is Unicode's.
    strange = ["Straße", "STRASSF", "ωςσ", "ΩΣ", "ςω", "emoji😀", "\ufb00x", "\ufffdx", "\u0130a", "\u0131b", "Ia", "ĸ", "Ÿ", "zß", "ZSS1"]
    add("Basic", ["Strange tags", "x"], lung, strange)
    occlusion = col.models.by_name("Image Occlusion")
    note = col.new_note(occlusion)
    note.fields[0] = (
        "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:oi=1}}"
        "{{c2::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.1:oi=1}}"
    )
    note.fields[1] = '<img src="heart.png">'
    note.fields[2] = "Header"
    col.add_note(note, heart)

    card = lambda n: basics[n].cards()[0]
    # Reviewed for a month, by FSRS.
    log(col, card(0).id, [(day(30), 3, -600, 0, 0), (day(30) + 700, 3, 3, 0, 0), (day(26), 3, 12, 500, 1), (day(12), 3, 40, 480, 1)])
    put(col, card(0).id, type=2, queue=2, due=col.sched.today + 28, ivl=40, factor=2500, reps=4,
        data=json.dumps({"s": 41.25, "d": 5.123, "dr": 0.93, "decay": 0.17, "lrt": day(12)}))
    # The same, with no memory in its row: Anki and Rounds find it in the history.
    log(col, card(1).id, [(day(50), 2, -600, 0, 0), (day(50) + 700, 3, 2, 0, 0), (day(47), 1, -900, 600, 1), (day(47) + 950, 3, 1, 600, 2), (day(45), 3, 9, 600, 1)])
    put(col, card(1).id, type=2, queue=2, due=col.sched.today - 20, ivl=9, factor=2100, reps=5, lapses=1)
    # No history at all: ease and interval are all there is.
    put(col, card(2).id, type=2, queue=2, due=col.sched.today + 5, ivl=30, factor=1800, reps=6)
    # Crammed, put off by hand, and forgotten.
    log(col, card(3).id, [(day(9), 3, 4, 2500, 0), (day(8), 2, 4, 0, 3), (day(7), 0, 9, 2500, 4), (day(6), 3, 12, 600, 5)])
    put(col, card(3).id, type=2, queue=2, due=col.sched.today + 6, ivl=12, factor=2500, reps=2)
    log(col, card(4).id, [(day(9), 3, 4, 2500, 0), (day(5), 0, 0, 0, 4)])
    # In steps: just answered Again, and one that waits overnight.
    log(col, card(5).id, [(int(time.time()) - 60, 1, -60, 0, 0)])
    put(col, card(5).id, type=1, queue=1, due=int(time.time()) + 600, left=2002, reps=1, data='{"s":0.4,"d":6.2}')
    put(col, card(6).id, type=3, queue=3, due=col.sched.today + 1, ivl=10, left=1001, reps=9, lapses=2, factor=2000, data='{"s":2.5,"d":8.1}')
    col.sched.suspend_cards([card(7).id])
    put(col, card(8).id, type=2, queue=2, due=col.sched.today, ivl=5, factor=2500, reps=3)
    col.sched.bury_cards([card(8).id], manual=True)
    col.sched.bury_cards([card(9).id], manual=False)
    for flag, n in enumerate((0, 1, 2, 3, 4, 5, 6), start=1):
        col.set_user_flag_for_cards(flag, [card(n).id])
    put(col, card(10).id, type=2, queue=2, due=col.sched.today - 3, ivl=7, factor=2500, reps=3, data='{"s":7.5,"d":4.5}')
    col.set_config("lastUnburied", col.sched.today)
    filtered = col.sched.get_or_create_filtered_deck(0)
    filtered.name = "Cramming now"
    filtered.config.search_terms[0].search = f"cid:{card(10).id}"
    filtered.config.reschedule = True
    col.sched.add_or_update_filtered_deck(filtered)
    deck = col._backend.get_deck(lung)
    deck.normal.desired_retention = 0.85
    deck.normal.new_limit = 3
    col._backend.update_deck(deck)


def add_note(col, kind, fields, deck, tags=()):
    note = col.new_note(col.models.by_name(kind))
    note.fields[: len(fields)] = fields
    note.tags = list(tags)
    col.add_note(note, deck)
    return note


def put(col, card_id, **row):
    col.db.execute(
        f"update cards set {','.join(f'{name}=?' for name in row)} where id=?", *row.values(), card_id
    )


def log(col, card_id, rows):
    for seconds, ease, ivl, factor, kind in rows:
        millis = seconds * 1000 + card_id % 1000
        while col.db.scalar("select 1 from revlog where id=?", millis):
            millis += 1
        col.db.execute(
            "insert into revlog values (?,?,-1,?,?,0,?,5000,?)", millis, card_id, ease, ivl, factor, kind
        )


def fsrs_on(col, deck_id):
    now = col.decks.get_deck_configs_for_update(deck_id)
    col.decks.update_deck_configs(
        UpdateDeckConfigsRequest(
            target_deck_id=deck_id,
            configs=[each.config for each in now.all_config],
            limits=now.current_deck.limits,
            fsrs=True,
            new_cards_ignore_review_limit=False,
        )
    )


def what_anki_says(col):
    """Of each card what Anki itself makes of its row: its home, date, flag, texts."""
    today = int(time.time()) - 4 * 3600
    cards = []
    for card_id in col.find_cards(""):
        card = col.get_card(card_id)
        note = card.note()
        due = card.odue if card.odid and card.odue else card.due
        is_day = card.type == 2 or (card.type in (1, 3) and due < 1_000_000_000)
        cards.append(
            {
                "guid": note.guid,
                "ord": card.ord,
                "deck": col.decks.name(card.odid or card.did),
                "type": card.type,
                "due": time.strftime("%Y-%m-%d", time.gmtime(today + (due - col.sched.today) * DAY))
                if is_day
                else due,
                "flag": card.user_flag(),
                "reps": card.reps,
                "question": card.question(),
            }
        )
    return {
        "madeAtMillis": int(time.time() * 1000),
        "notes": col.note_count(),
        "cards": cards,
        "reviews": col.db.scalar("select count() from revlog"),
        "presets": [each["name"] for each in col.decks.all_config()],
        "types": [each.name for each in col.models.all_names_and_ids()],
    }


def oldest(source, target):
    """As Anki wrote it before 2.1: the same rows under the older name, and nothing else."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name == "collection.anki21":
                new.writestr("collection.anki2", old.read(name))
            elif name not in ("collection.anki2", "meta"):
                new.writestr(name, old.read(name))


def histories(path):
    """Histories by chance; `memory`: stability and difficulty once FSRS is switched on."""
    random.seed(5)
    place = tempfile.mkdtemp()
    col = Collection(os.path.join(place, "collection.anki2"))
    now = int(time.time() * 1000)
    made = []
    for n in range(200):
        note = add_note(col, "Basic", [f"q{n}", "a"], 1)
        card = note.cards()[0]
        rows = []
        millis = now - random.randint(200, 900) * DAY * 1000 - random.randint(0, 80_000_000)
        kind = n % 8
        count = random.randint(1, 9)
        for at in range(count):
            ease = random.choice([1, 2, 3, 3, 3, 4])
            type_ = 0 if at < 2 else random.choice([1, 1, 1, 2])
            if kind == 1 and at == 0:
                type_ = 1
            if kind == 2:
                type_ = random.choice([0, 1, 2, 3, 3, 4, 5])
            if kind == 3 and at == count // 2:
                type_ = 4
            interval = random.choice([-600, -60]) if type_ == 0 and at == 0 else random.randint(1, 60)
            factor = random.randint(100, 1100) if kind == 5 else random.choice([2500, 1300, 2100])
            if type_ == 0 and random.random() < 0.5:
                factor = 0
            if type_ == 3:
                factor = random.choice([0, 2500])
            if type_ in (4, 5):
                ease = 0
            if type_ == 4:
                factor = random.choice([0, 2500])
            rows.append([millis, ease, interval, factor, type_])
            millis += random.choice([600_000, 3 * 3_600_000, DAY * 1000, random.randint(1, 40) * DAY * 1000])
        rows = [row for row in rows if row[0] <= now]
        for millis, ease, interval, factor, type_ in rows:
            col.db.execute(
                "insert into revlog values (?,?,-1,?,?,0,?,5000,?)", millis, card.id, ease, interval, factor, type_
            )
        put(col, card.id, type=2, queue=2, due=3, ivl=30, factor=2500, reps=5)
        made.append({"id": card.id, "rows": rows})
    fsrs_on(col, 1)
    for each in made:
        data = json.loads(col.db.scalar("select data from cards where id=?", each.pop("id")) or "{}")
        each["memory"] = [data["s"], data["d"]] if "s" in data else None
    with open(path, "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(each) for each in made) + "\n]\n")
    shutil.rmtree(place)


if __name__ == "__main__":
    main(*sys.argv[1:])
