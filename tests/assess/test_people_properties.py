"""What must hold for any account: removals, introductions and agreement, whatever the file says."""

from __future__ import annotations

import datetime

from helpers import day, only
from hypothesis import given, settings
from hypothesis import strategies as st

from sam_gen.assess.consensus import consensus
from sam_gen.assess.coverage import live_pairs
from sam_gen.assess.introductions import introductions
from sam_gen.assess.map_status import map_status
from sam_gen.assess.people import standings
from sam_gen.assess.removal import removals
from sam_gen.assess.treatment import treatments
from sam_gen.model.account import Account
from sam_gen.model.claims import Claim
from sam_gen.model.people import Contact, Person, PersonStatus, Role, Support, Tie, TieKind
from sam_gen.model.plan import Action, Initiative, Stand, Voice

PROJECT, _ = only("name: A\n")
PLAYBOOK = PROJECT.playbook
MODEL = PLAYBOOK.method.people
TODAY = day("2026-11-20")
IDS = ("rao", "lund", "berg", "dahl", "chen")
OURS = ("mira-holm", "jon-aas")
THEIRS, ONE_OF_US = st.sampled_from(IDS), st.sampled_from(OURS)
DAYS = st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))


def claim(value):
    return (Claim.model_construct(value=value, as_of=None),) if value is not None else ()


@st.composite
def people(draw):
    def one(key):
        return Person.model_construct(
            id=key,
            name=key.capitalize(),
            status=draw(st.sampled_from([PersonStatus.ACTIVE, PersonStatus.ACTIVE, *PersonStatus])),
            roles=draw(st.sampled_from([(), (Role.DECIDER,), (Role.CHAMPION,)])),
            support=claim(draw(st.sampled_from([None, *Support]))),
            influence=claim(draw(st.sampled_from([None, 2, 7, 9]))),
            unit=draw(st.sampled_from([None, "North", "South"])),
            function=draw(st.sampled_from([None, "it", "finance"])),
            reports_to=draw(st.sampled_from([None, *IDS])),
        )

    return tuple(one(key) for key in IDS)


@st.composite
def accounts(draw):
    contacts = st.builds(
        lambda on, ours, theirs: Contact.model_construct(date=on, ours=tuple(ours), theirs=tuple(theirs)),
        DAYS,
        st.lists(ONE_OF_US, unique=True, max_size=2),
        st.lists(THEIRS, unique=True, max_size=3),
    )
    ties = st.builds(
        lambda start, to, kind: Tie.model_construct(from_=start, to=to, kind=kind),
        THEIRS,
        THEIRS,
        st.sampled_from(TieKind),
    )
    voices = st.lists(
        st.builds(
            lambda key, stand, veto: Voice.model_construct(person=key, stand=stand, veto=veto),
            THEIRS,
            st.sampled_from([None, *Stand]),
            st.booleans(),
        ),
        max_size=4,
        unique_by=lambda voice: voice.person,
    )
    initiatives = st.builds(
        lambda owner, some: Initiative.model_construct(id="paper", name="No paper", owner=owner, voices=tuple(some)),
        st.sampled_from([None, *IDS]),
        voices,
    )
    actions = st.builds(
        lambda owner: Action.model_construct(id="list", what="Send the list", owner=owner),
        st.sampled_from([None, *IDS, *OURS]),
    )
    return Account.model_construct(
        id="a",
        name="A",
        tier="key",
        people=draw(people()),
        contacts=tuple(draw(st.lists(contacts, max_size=5))),
        influences=tuple(draw(st.lists(ties, max_size=6))),
        initiatives=tuple(draw(st.lists(initiatives, max_size=1))),
        actions=tuple(draw(st.lists(actions, max_size=2))),
        lead=draw(st.sampled_from([None, *OURS])),
    )


def with_(account, **changed):
    return Account.model_construct(**{**account.__dict__, **changed})


@given(accounts(), THEIRS)
def test_removing_a_person_never_raises_a_count_of_coverage(account, gone):
    less = with_(account, people=tuple(one for one in account.people if one.id != gone))
    before, after = live_pairs(account, PLAYBOOK, TODAY), live_pairs(less, PLAYBOOK, TODAY)
    assert set(after.pairs) <= set(before.pairs)
    assert after.functions <= before.functions
    assert after.levels <= before.levels
    assert after.without_lead <= before.without_lead


@given(accounts())
def test_a_loss_is_what_is_not_there_without_the_person(account):
    whole = live_pairs(account, PLAYBOOK, TODAY).functions
    for one in removals(account, PLAYBOOK, TODAY):
        lost = {loss.what for loss in one.losses if loss.kind == "function"}
        if not one.ours:
            rest = with_(account, people=tuple(person for person in account.people if person.id != one.key))
        else:
            rest = with_(
                account,
                contacts=tuple(
                    Contact.model_construct(
                        date=talk.date, ours=tuple(our for our in talk.ours if our != one.key), theirs=talk.theirs
                    )
                    for talk in account.contacts
                ),
            )
        vacant = {person.key for person in account.people if person.status is PersonStatus.VACANT}
        if not vacant:
            assert lost == whole - live_pairs(rest, PLAYBOOK, TODAY).functions


def seen(account):
    people = standings(account, PLAYBOOK, TODAY)
    return (
        [(one.key, one.ours, one.points, one.alone, one.worth) for one in removals(account, PLAYBOOK, TODAY)],
        [
            (way.target.person.key, way.first and way.first.ours, [(hop.start, hop.over) for hop in way.hops])
            for way in introductions(account, PLAYBOOK, TODAY)
        ],
        [
            (one.agreement, {voice.person for voice in one.voices}, {who.person.key for who in one.to_ask})
            for one in consensus(account, people, MODEL, TODAY)
        ],
        {one.who.person.key: (one.treatment, one.stakes) for one in treatments(account, PLAYBOOK, people, TODAY)},
        map_status(people, PLAYBOOK.method).colour,
    )


@settings(max_examples=150)
@given(accounts(), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(account, random):
    def mixed(records):
        return tuple(random.sample(records, len(records)))

    lists = ("people", "contacts", "influences")
    changed = {name: mixed(getattr(account, name)) for name in lists}
    changed["initiatives"] = tuple(
        Initiative.model_construct(**{**one.__dict__, "voices": mixed(one.voices)}) for one in account.initiatives
    )
    assert seen(with_(account, **changed)) == seen(account)


@settings(max_examples=200)
@given(accounts())
def test_no_way_goes_over_a_conflict_or_over_somebody_who_is_not_there(account):
    here = {one.id for one in account.people if one.status is PersonStatus.ACTIVE}
    against = {one.id for one in account.people if one.support and one.support[0].value is Support.OPPONENT}
    odds = {frozenset((tie.from_, tie.to)) for tie in account.influences if tie.kind is TieKind.CONFLICT}
    reached = {pair.theirs for pair in live_pairs(account, PLAYBOOK, TODAY).pairs}
    for way in introductions(account, PLAYBOOK, TODAY):
        assert bool(way.hops) == (way.first is not None)
        assert len(way.hops) <= MODEL.introduction_steps
        starts = [hop.start for hop in way.hops]
        assert set(starts) <= here - against
        assert not {frozenset((hop.start, hop.to)) for hop in way.hops} & odds
        if way.hops:
            assert starts[0] in reached or way.first.ours == ""
            assert [hop.to for hop in way.hops] == [*starts[1:], way.target.person.key]
