"""One count for all checks that ask what most pages write."""

from hypothesis import given
from hypothesis import strategies as st

from jdlint.site.vote import lacking, majority, share_of

FORMS = st.dictionaries(
    st.text("abc", min_size=1, max_size=2), st.sets(st.integers(0, 9), min_size=1), min_size=1
)


def test_the_form_that_most_pages_write_is_the_best():
    vote = majority({"Lead": {1, 2, 3}, "lead": {4}}, 3, 0.75)
    assert vote is not None
    assert (vote.best, vote.others, vote.most, vote.total) == ("Lead", ("lead",), 3, 4)
    assert vote.evidence() == "3 of 4 pages"


def test_without_enough_votes_there_is_no_majority_and_ties_shows_how_it_stands():
    forms = {"a": {1, 2}, "b": {3}}
    assert majority(forms, 3) is None
    assert majority(forms, 2, 0.7) is None
    vote = majority(forms, 3, ties=True)
    assert vote is not None
    assert not vote.clear
    assert not vote.tie


def test_two_forms_that_are_written_as_often_are_a_tie_in_order_of_the_alphabet():
    vote = majority({"b": {1, 2}, "a": {3, 4}}, ties=True)
    assert vote is not None
    assert vote.forms == ("a", "b")
    assert vote.tie
    assert majority({"b": {1, 2}, "a": {3, 4}}) is None


def test_a_page_that_writes_both_forms_is_one_voter():
    vote = majority({"a": {1, 2, 3}, "b": {3}})
    assert vote is not None
    assert vote.total == 3


def test_rarer_forms_have_few_voters_for_those_of_the_best():
    vote = majority({"a": range(8), "b": range(2), "c": range(3)})
    assert vote is not None
    assert vote.rarer(4) == ["b"]


def test_nothing_to_vote_on_is_no_majority():
    assert majority({}, ties=True) is None
    assert share_of(3, 5, "titles") == "3 of 5 titles"


@given(FORMS, st.integers(1, 5), st.floats(0, 1))
def test_a_majority_has_what_was_asked_for_and_no_form_has_as_many(forms, least, share):
    vote = majority(forms, least, share)
    if vote is not None:
        assert vote.most == len(forms[vote.best]) >= max(least, share * vote.total)
        assert all(len(forms[form]) < vote.most for form in vote.others)
        assert {vote.best, *vote.others} == set(forms)


def test_pages_that_lack_what_the_others_have():
    lost = lacking({0, 1, 2, 3}, range(5), 4, 0.8)
    assert lost is not None
    assert (lost.pages, lost.having, lost.total, lost.sure) == ((4,), 4, 5, False)
    assert lacking({0, 1, 2, 3, 4}, range(5), 4, 0.8) is None
    assert lacking({0, 1, 2}, range(4), 3, 0.8) is None
    assert lacking(set(range(9)), range(10), 4, 0.8).sure
