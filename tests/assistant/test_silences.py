from assistant.silences import asks_for_cause, open_questions


def test_a_caution_on_causes_leaves_open_whether_a_thing_is_so() -> None:
    (left,) = open_questions("The documents do not show that data work lowered unemployment.")
    assert left.whether
    (left,) = open_questions("The documents do not say who built the app.")
    assert not left.whether


def test_only_some_questions_are_after_a_cause() -> None:
    assert asks_for_cause("Did the cameras cause the fall in theft?")
    assert not asks_for_cause("Is unemployment lower than in the rest of the country?")
