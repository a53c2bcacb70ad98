"""Which words are misspelled, and which only look so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.lang.en.spelling import nearest, spelling, vocabulary


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("recieve", "receive"), ("proffesional", "professional"), ("experiance", "experience"),
        ("wokring", "working"), ("managment", "management"), ("ublications", "publications"),
        ("accross", "across"), ("devekop", "develop"), ("equiped", "equipped"),
        ("initally", "initially"), ("propsed", "proposed"), ("refence", "reference"),
        ("accessability", "accessibility"), ("embeddedd", "embedded"), ("teh", "the"),
        ("peformace", "performance"), ("ocassional", "occasional"), ("positon", "position"),
        ("stagging", "staging"), ("specifyif", "specify if"), ("knowledgeof", "knowledge of"),
        ("attachd", "attached"), ("betweend", "between"), ("relects", "reflects"),
        ("capabitlies", "capabilities"), ("thepossibility", "the possibility"),
        ("suchtools", "such tools"), ("crewincludes", "crew includes"),
    ],
)  # fmt: skip
def test_slips_of_hand_and_ear(word: str, other: str) -> None:
    assert spelling.corrections(word)[:1] == (other,)


@pytest.mark.parametrize(
    "word",
    "pumpathon neoheating geofencing thermify colposcopy containerd systemd collegial convenings "
    "productionise leeds operandi detailee cowork organisation modelled scalability maintainable "
    "storytelling kubectl phlebotomist subcontractors telehealth gamified unarchived "
    "perioperative ombudsperson uncachable "
    "invertable strategise strategised hitherto heretofore "
    "flim bene colo healthtech handsfree voicebot smallcaps whiteboarding suchlike "
    "forklifts flipcharts greybeards pullquotes".split(),
)
def test_coinages_and_rare_words_are_no_slips(word: str) -> None:
    assert spelling.corrections(word) == ()


def test_the_parts_of_a_package_are_no_slips() -> None:
    assert not list(spelling.misspellings("Our boats lie under core-v-verif in the yard."))
    assert list(spelling.misspellings("Our boats lie in the re-purpsoed-verison yard."))


@pytest.mark.parametrize(
    "name",
    (
        "Marketo Toggl Bjorn Gopal Invision Personio Thermia Lukasz Verizon Earley Pandel Metral "
        "Michal"
    ).split(),
)
def test_names_are_no_slips(name: str) -> None:
    assert not list(spelling.misspellings(f"Ask about {name} at our yard."))
    assert not list(spelling.misspellings(f"{name} is known at our yard."))


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Kuberentes", "Kubernetes"), ("salesfroce", "Salesforce"), ("Wokrday", "Workday"),
        ("Mareto", "Marketo"), ("promethues", "Prometheus"), ("Buidlkite", "Buildkite"),
    ],
)  # fmt: skip
def test_slips_in_names_of_products(word: str, name: str) -> None:
    [found] = spelling.misspellings(f"Our crew works with {word} at the yard.")
    assert found.better == (name,)


@pytest.mark.parametrize("name", "GraphiQL Kuberna Salesforces Marketa Workdays Prometheo".split())
def test_names_near_those_of_products_are_no_slips_of_them(name: str) -> None:
    assert not list(spelling.misspellings(f"Our crew works with {name} at the yard."))


def test_a_slip_in_a_word_with_a_capital() -> None:
    for word, better in {
        "Secuirty": "security",
        "Prodcut": "product",
        "Postion": "position",
        "Sepcification": "specification",
        "Javascritp": "JavaScript",
    }.items():
        [found] = spelling.misspellings(f"Our work on {word} for the yard")
        assert found.better == (better,)


def test_a_letter_for_one_that_sounds_alike() -> None:
    assert spelling.corrections("ambicious") == ("ambitious",)


def test_words_that_lost_the_space_between_them() -> None:
    assert spelling.corrections("customerexperience") == ("customer experience",)
    assert spelling.corrections("teammembers") == ("team members",)
    assert spelling.corrections("eachother") == ("each other",)
    assert spelling.corrections("inspite") == ("in spite",)
    assert spelling.corrections("serverside") == ("server-side",)
    assert not list(spelling.misspellings("Our storytelling and fundraising handbooks grow."))


def test_other_languages_code_and_quotations_are_left_alone() -> None:
    assert not list(
        spelling.misspellings("Wir suchen einen Klempner mit viel Erfahrung im Handwerk.")
    )
    assert not list(
        spelling.misspellings("Run managment.py or write to managment@fernhill.example today.")
    )
    assert not list(spelling.misspellings("The sign says “wokring hours” in old paint."))


@given(
    st.sampled_from("management experience colleague customer schedule".split()), st.integers(0, 20)
)
def test_a_known_word_is_never_a_slip_and_its_slips_lie_near(word: str, at: int) -> None:
    assert spelling.corrections(word) == ()
    place = at % (len(word) - 1)
    slip = word[:place] + word[place + 1 :]
    assert nearest.slips(slip, word) == 1
    assert slip in nearest.one_slip(word)
    assert word in nearest.one_slip(slip)


def test_the_lists_do_not_contradict_each_other() -> None:
    slips = vocabulary._slips()
    assert not slips.keys() & vocabulary._frequencies().keys()
    assert all(right and right != wrong for wrong, right in slips.items())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You know Figma, Adobe Photoshop/Illustrator, canva.", []),
        ("You test with mocha, sinon, proxyquire, supertest and more.", []),
        ("You know Figma, Adobe Photoshop, and plannig of the week.", ["planning"]),
        ("You know Excel, writting and boats.", ["writing"]),
    ],
)
def test_a_short_word_among_names_is_one(text: str, found: list[str]) -> None:
    assert [slip.better[0] for slip in spelling.misspellings(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Our share is forty percen...", []),
        ("...esident of the yard", []),
        ("You are mendin' ropes.", []),
        ("They weren´t at the yard.", []),
        ("You look after managment...", ["managment"]),
        ("...managment of the yard", ["managment"]),
        ("Keep an eye on the developmet' of it.", ["developmet"]),
    ],
)
def test_a_word_that_was_cut_off_is_no_slip(text: str, found: list[str]) -> None:
    assert [text[m.start : m.end] for m in spelling.misspellings(text)] == found


def test_slips_are_found_in_the_file_as_in_the_dictionary_of_it() -> None:
    known = vocabulary._slips()
    for wrong in list(known)[::97]:
        listed = vocabulary.joined_words().get(wrong) or vocabulary._listed(wrong)
        assert listed == known[wrong]
    assert not vocabulary._listed("receive")
    assert not vocabulary._listed("scripts/generate-vocabulary")


@pytest.mark.parametrize(
    "text",
    [
        "Ask the Università degli studi di Bergena for the form.",
        "We sail with people of the Instituto Bergena de Ciência in June.",
        "Our crew is at the Ecole normale supérieure of the town.",
        "You work in a Fondation ARC project with our crew.",
        "Write to kenshi-at-fernhill.example, or to kenshi [at] fernhill (dot) example.",
        "You know how to build our boats (e.g. skons, automake).",
    ],
)
def test_foreign_names_and_disguised_addresses_are_no_slips(text: str) -> None:
    assert not list(spelling.misspellings(text))


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The Fondation of our trust is the crew.", "Fondation"),
        ("Your resume shows managment of a yard, and your résumé does, too.", "managment"),
        ("The crew looks after the managment of the Café Zoë in town.", "managment"),
        ("You work such as we do, recieve the crew, and sail.", "recieve"),
    ],
)
def test_slips_near_names_are_found(text: str, slip: str) -> None:
    assert [text[m.start : m.end] for m in spelling.misspellings(text)] == [slip]


def test_no_word_is_offered_where_its_kind_is_another() -> None:
    texts = ("We are fluctuately looking for a mate.", "The producted can cost more.")
    assert [m.better for text in texts for m in spelling.misspellings(text)] == [(), ()]
