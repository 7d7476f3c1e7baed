"""Questions that take long: answered beside training, once, about one step."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from tests.visualiser.states import new_run
from tests.visualiser.training.owners import WAIT, Owner, play
from visualiser.training import messages as m
from visualiser.training.browsing_questions import Judged, JudgementOf
from visualiser.training.long_answers import LongAnswers


def test_an_answer_is_of_the_step_at_which_it_began() -> None:
    run, answers = new_run(), LongAnswers()
    expected = JudgementOf("train").answer(run)
    answers.put(JudgementOf("train"))
    answers.put(JudgementOf("train"))
    answered = answers.go_on(run)
    while not isinstance(answered, m.Answered):
        run.train(30)
        answered = answers.go_on(run)
    assert answered.position == 0
    assert run.position > 0
    found = answered.answer
    assert isinstance(found, Judged)
    np.testing.assert_array_equal(found.answers, expected.answers)
    assert not answers.has_work


def test_it_is_answered_while_training_plays(qtbot: QtBot, owner: Owner) -> None:
    answered: list[m.Answered] = []
    owner.session.answered.connect(answered.append)
    play(qtbot, owner)
    owner.session.ask(JudgementOf("test"))
    qtbot.waitUntil(lambda: bool(answered), timeout=WAIT)
    assert answered[0].position > 0
    assert owner.progress.playing
