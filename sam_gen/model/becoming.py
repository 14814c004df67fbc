"""The nouns of `playbook/becoming.yml`: who leads an account, how we choose them, and what comes after."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sam_gen.model.account_pages import AccountPage
from sam_gen.model.curriculum import Minutes
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Between, CompetencyId, Id, Line, Many, Prose, Word


class Wanted(Word):
    """Whose way of working a situation asks for."""

    HUNTER = "hunter"
    FARMER = "farmer"
    BOTH = "both"


class SuitedSign(Record):
    """Something one can see in somebody who is suited."""

    sign: Line = shared("What somebody did, as it could be filmed.")
    seen_in: Line = shared("Where one looks for it, or whom one asks.")
    competency: CompetencyId | None = shared("The competency it is a beginning of.", default=None)


class WeakSign(Record):
    """Something that says less than it seems to."""

    sign: Line = shared("What is often taken for a sign.")
    ask: Line = shared("What it leaves open, and what to ask instead.")


class PairOfWays(Record):
    """One situation and two good ways to act in it."""

    id: Id = shared("The id of the pair.")
    situation: Line = shared("What has happened.")
    farmer: Line = shared("What somebody does who tends.")
    hunter: Line = shared("What somebody does who opens.")


class Situation(Record):
    """A kind of account, and whom it asks for."""

    situation: Line = shared("What the account looks like.")
    wants: Wanted = shared("hunter, farmer or both.")
    why: Line = shared("The reason, and when it ends.")


class Mismatch(Record):
    """What goes wrong when a good person gets the other kind of work."""

    name: Line = shared("Who gets what.")
    at_first: Line = shared("What one sees in the first quarter.")
    later: Line = shared("What one sees two quarters on.")
    cost: Line = shared("Whom it costs what.")
    better: Line = shared("What to do with this person instead.")


class SamplePart(Record):
    """One part of the work sample."""

    minutes: Minutes = shared("How long it takes.")
    task: Line = shared("What the candidate does.")
    look_for: Line = shared("What two of us mark, each alone.")
    case: Id | None = shared("The case it is done on.", default=None)
    page: AccountPage | None = shared("The page of the case to lay before them.", default=None)


class SampleMark(Record):
    """One criterion of the work sample, with what earns each mark."""

    criterion: Line = shared("What is judged.")
    none: Line = shared("What earns 0.")
    some: Line = shared("What earns 1.")
    full: Line = shared("What earns 2.")


class WorkSample(Record):
    """Two hours of work that stand in for an interview."""

    about: Prose = shared("How it is held, and why.")
    parts: Many[SamplePart] = shared("Its parts, in order.")
    marks: Many[SampleMark] = shared("How it is judged.", default=())
    after: Prose = shared("What is decided, and what comes next.", default="")


class ExpectedLevel(Record):
    """The level of one competency after a year in a seat."""

    competency: CompetencyId = shared("The competency.")
    level: Annotated[int, Between(1, 4)] = shared("From 1 to 4, as the competency's own sentences say.")


class CareerSeat(Record):
    """One seat on the way through this work."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the seat.")
    name: Line = shared("What it is called.")
    hours: Line = shared("How much of a week it takes.")
    carries: Line = shared("What hangs on whoever sits there.")
    changes: Line = shared("What is different from the seat before.")
    back: Line = shared("How one leaves it again without losing anything.")
    levels: Many[ExpectedLevel] = shared("What is expected after a year.", default=())


class Incentive(Record):
    """A way of paying that harms an account, and what to tie pay to instead."""

    tied_to: Line = shared("What pay hangs on.")
    happens: Line = shared("What people then do, and what the client notices.")
    instead: Line = shared("What to tie it to.")


class PayTalk(Record):
    """What to talk about with pay, without any sum."""

    about: Prose = shared("How to begin.")
    harmful: Many[Incentive] = shared("Ways of paying that harm an account.", default=())
    ask: Many[Line] = shared("Questions for the talk.", default=())


class WeekPart(Record):
    """Minutes of a week that one account takes."""

    minutes: Minutes = shared("Minutes a week.")
    goes_to: Line = shared("What they go to.")


class Carrying(Record):
    """How many accounts one person can carry."""

    about: Prose = shared("The number, why, and when it is less.")
    week: Many[WeekPart] = shared("What one account of the first tier takes in a week.", default=())
    accounts: Annotated[int, Between(1, 20)] = shared("Accounts of the first tier for one person.", default=3)
    hours: Annotated[int, Between(1, 80, "hours")] = shared("Hours of a whole week.", default=40)


class Becoming(Record):
    """The file `playbook/becoming.yml`."""

    about: Prose = shared("Whom the page is for, and what is judgement in it.", default="")
    signs: Many[SuitedSign] = shared("What one sees in somebody who is suited.", default=())
    weak_signs: Many[WeakSign] = shared("What says less than it seems to.", default=())
    profile: Prose = shared("How to use the pairs.", default="")
    pairs: Many[PairOfWays] = shared("The profile: situations with two good ways to act.", default=())
    situations: Many[Situation] = shared("Which accounts ask for whom.", default=())
    mismatches: Many[Mismatch] = shared("What goes wrong with the wrong work.", default=())
    sample: WorkSample | None = shared("How we choose.", default=None)
    seats: Many[CareerSeat] = shared("The seats, in order.", default=())
    pay: PayTalk | None = shared("What to say about pay.", default=None)
    carrying: Carrying | None = shared("How many accounts one person can carry.", default=None)
