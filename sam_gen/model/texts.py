"""What lessons, self-checks and tools are held to: the part `course` of `models/rules.yml`."""

from __future__ import annotations

from typing import Annotated

from sam_gen.model.limits import Percent
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Between, Label, Many

Some = Annotated[int, Between(0, 20)]
Words = Annotated[int, Between(1, 5000, "words")]


class CourseLimits(Record):
    """The part `course`: limits for the texts of the training. Judgement; change them with a reason."""

    mean_words: Words = shared("Words a sentence of a lesson or tool has on average, at most.", default=17)
    reading_speed: Words = shared("Words read in a minute.", default=200)
    minutes_off: Some = shared("Minutes by which the time a lesson names may be off.", default=5)
    lesson_least: Words = shared("Words of reading a lesson has, at least; the exercise is not counted.", default=700)
    lesson_most: Words = shared("Words of reading a lesson has, at most.", default=1100)
    tool_least: Words = shared("Words a tool has, at least.", default=200)
    tool_most: Words = shared("Words a tool has, at most.", default=320)
    words_off: Percent = shared("Per cent by which these numbers of words may be missed.", default=20)
    objectives_least: Some = shared("Things somebody can do after a lesson, at least.", default=2)
    objectives_most: Some = shared("Things somebody can do after a lesson, at most.", default=3)
    checks_least: Some = shared("Questions of a self-check, at least.", default=3)
    checks_most: Some = shared("Questions of a self-check, at most.", default=5)
    recall_from: Some = shared("The lesson of the course from which each recalls earlier ones.", default=4)
    recall_links: Some = shared("Different earlier lessons it recalls, with a link.", default=2)
    recall_back: Some = shared("How many lessons back the oldest of them lies, at least.", default=3)
    rubric_least: Some = shared("Criteria of an exercise's rubric, at least.", default=3)
    rubric_most: Some = shared("Criteria of an exercise's rubric, at most.", default=4)
    stem_words: Words = shared("Words a question of a self-check has, at most.", default=50)
    option_words: Words = shared("Words an answer to choose has, at most.", default=25)
    feedback_words: Words = shared("Words of feedback on an answer, at most.", default=45)
    longest_most: Percent = shared("Per cent of a lesson's questions whose right answer is the longest.", default=40)
    length_off: Percent = shared("Per cent by which a right answer differs from the mean length.", default=30)
    place_most: Percent = shared("Per cent of a factor's right answers at one place.", default=50)
    place_from: Some = shared("Questions of a factor from which the places are counted.", default=10)
    echo_most: Percent = shared(
        "Per cent of all questions that may have a word which still counts as rare, and so as an echo.", default=4
    )
    answer_sign: Label = shared(
        "The words that open the model answer of an exercise, in bold; from there on it is folded.",
        default="Model answer",
    )
    trap_sign: Label = shared("The word by which a model answer names what misled.", default="trap")
    error_sign: Label = shared("The words by which an exercise names the usual error.", default="usual wrong answer")
    verbs: Many[Label] = shared(
        "Verbs with which something to be learnt begins; without any, none is looked at.", default=()
    )
