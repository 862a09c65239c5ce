"""Words that people say for those of documents."""

from index.synonyms import in_other_words, plain_spoken, synonyms


def test_a_word_stands_for_those_of_documents_whatever_its_ending() -> None:
    assert "emergency" in synonyms("ambulances")
    assert not synonyms("certification-free")


def test_an_expression_is_put_into_one_word() -> None:
    assert plain_spoken("Who is sleeping rough?") == "Who is homeless?"
    assert plain_spoken("break-ins and break ins") == "burglaries and burglaries"
    assert "registered" in plain_spoken("How many have signed up with it?")


def test_what_has_several_words_in_documents_is_put_for_what_is_said() -> None:
    assert plain_spoken("Did car thefts fall?") == "Did auto thefts fall?"
    assert plain_spoken("Which streetlights fail?") == "Which street lights fail?"
    assert plain_spoken("A&E") == "emergency rooms"
    assert plain_spoken("the year it came into being") == "the year it launched"
    assert plain_spoken("What is it coded in?") == "What is it programming language?"


def test_a_word_that_shares_a_stem_with_another_stands_for_what_it_is() -> None:
    assert "children" not in synonyms("minorities")
    assert "police" not in synonyms("office")
    assert "app" not in synonyms("applicants")


def test_only_strange_words_are_searched_for_under_other_names() -> None:
    said = in_other_words("murders near parks", known=lambda term: term != "murder")
    assert said.startswith("murders near parks homicide")
    assert "leisure" not in said
