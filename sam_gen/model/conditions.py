"""Facts of an account that its file alone decides, by name: what a question of the bank or a sign may presuppose.

The list is closed: a company writes these names and adds none. What each looks at stands in `assess/conditions`.
A number that belongs to a fact is part of its sentence, so nobody has to look for it in a model.
"""

from __future__ import annotations

from collections.abc import Mapping

from sam_gen.model.scalars import Word


class Condition(Word):
    """One fact that is so, is not so, or cannot be told from the file."""

    # People
    TEAM_OF_SEVERAL = "team_of_several"
    TEAM_OF_SIX = "team_of_six"
    TALKS_ON_FILE = "talks_on_file"
    SAME_TWO_TALKS = "same_two_talks"
    TWO_OF_THEIRS_MET = "two_of_theirs_met"
    ONE_PAIR_ALONE = "one_pair_alone"
    THREE_PAIRS = "three_pairs"
    PAIRS_ON_ONE_LEVEL = "pairs_on_one_level"
    ONE_FUNCTION_MET = "one_function_met"
    LEVEL_WITHOUT_TIE = "level_without_tie"
    LEAD_IN_EVERY_TALK = "lead_in_every_talk"
    KEY_PLAYER_SILENT = "key_player_silent"
    NEW_IN_THE_JOB = "new_in_the_job"
    FINANCE_MET = "finance_met"
    FINANCE_NOT_MET = "finance_not_met"
    NOBODY_HIGHER_NAMED = "nobody_higher_named"
    CONTACT_AIMS_UNKNOWN = "contact_aims_unknown"
    EXECUTIVE_PAIR = "executive_pair"
    EXECUTIVE_NOT_MET = "executive_not_met"
    EXECUTIVE_VISIT_AHEAD = "executive_visit_ahead"
    # What they think of us
    NOBODY_ASKED_HALF_YEAR = "nobody_asked_half_year"
    NO_COMPLAINT_FOR_A_YEAR = "no_complaint_for_a_year"
    SETTLED_WITHOUT_TALK = "settled_without_talk"
    EXECUTIVE_WAITS = "executive_waits"
    NO_VIEW_CONFIRMED = "no_view_confirmed"
    SEEN_AS_COMMODITY = "seen_as_commodity"
    VIEWS_FAR_APART = "views_far_apart"
    NO_CRITIC = "no_critic"
    # Where we stand, and what we know
    OWN_VIEW_ABOVE_EVIDENCE = "own_view_above_evidence"
    WISH_ABOVE_TODAY = "wish_above_today"
    HALF_IN_DEBT = "half_in_debt"
    FILE_OLDER_THAN_TALKS = "file_older_than_talks"
    NO_LINE_ON_BUSINESS = "no_line_on_business"
    BUSINESS_NEWS_OLD = "business_news_old"
    NO_DATE_OF_THEIRS = "no_date_of_theirs"
    INITIATIVE_QUIET = "initiative_quiet"
    INITIATIVES_ALL_SERVED = "initiatives_all_served"
    NO_REASON_FOR_CHOOSING = "no_reason_for_choosing"
    # Steps and promises
    PROMISE_LATE = "promise_late"
    PROMISE_LATE_OR_WISH_OPEN = "promise_late_or_wish_open"
    PROMISE_OPEN = "promise_open"
    NO_PROMISE_OF_OURS = "no_promise_of_ours"
    TWO_STEPS_LATE = "two_steps_late"
    LEAD_STEP_STUCK = "lead_step_stuck"
    STEPS_OVER_TEN = "steps_over_ten"
    STEP_OF_THEIRS = "step_of_theirs"
    STEPS_ALL_OURS = "steps_all_ours"
    LATE_STEPS_ALL_OURS = "late_steps_all_ours"
    OBJECTIVES_OVER_THREE = "objectives_over_three"
    MEASURE_WITHOUT_BASELINE = "measure_without_baseline"
    PLAN_SEEN_BELOW_ONLY = "plan_seen_below_only"
    REVIEW_WITHOUT_DECISION = "review_without_decision"
    # Opportunities, money, benefits
    WORK_ON_FILE = "work_on_file"
    OPPORTUNITY_WITHOUT_INITIATIVE = "opportunity_without_initiative"
    OPPORTUNITY_OPEN_THREE_MONTHS = "opportunity_open_three_months"
    HEARD_AT_THE_ORDER = "heard_at_the_order"
    A_WITH_SPONSOR = "a_with_sponsor"
    A_WAITS_UNSIGNED = "a_waits_unsigned"
    DEAL_CLOSED = "deal_closed"
    LOST_LIST_EMPTY = "lost_list_empty"
    NOTHING_DROPPED = "nothing_dropped"
    NO_RIVAL_NAMED = "no_rival_named"
    VOLUME_MOVED = "volume_moved"
    MARGIN_UNKNOWN = "margin_unknown"
    PAYS_LATE = "pays_late"
    CONTRACT_RUNNING = "contract_running"
    CONTRACT_ENDED = "contract_ended"
    CONTRACT_ENDS_WITHIN_YEAR = "contract_ends_within_year"
    NO_RENEWAL_PLANNED = "no_renewal_planned"
    BENEFIT_ON_FILE = "benefit_on_file"
    BENEFITS_OVER_FIVE = "benefits_over_five"
    BENEFITS_ONLY_CLAIMED = "benefits_only_claimed"
    NO_BENEFIT_CONFIRMED = "no_benefit_confirmed"
    BENEFIT_YEAR_OLD = "benefit_year_old"
    SAVING_CLAIMED = "saving_claimed"
    SUCCESSES_ONLY = "successes_only"
    CLIENT_DEPENDS_ON_US = "client_depends_on_us"
    WE_DEPEND_ON_CLIENT = "we_depend_on_client"


SAID: Mapping[Condition, str] = {
    Condition.TEAM_OF_SEVERAL: "two or more of ours work on the account",
    Condition.TEAM_OF_SIX: "six or more of ours work on the account",
    Condition.TALKS_ON_FILE: "a talk with them is on file",
    Condition.SAME_TWO_TALKS: "the last two talks were with the same people of theirs",
    Condition.TWO_OF_THEIRS_MET: "two or more of theirs have talked with us",
    Condition.ONE_PAIR_ALONE: "one pair carries all the talk of late",
    Condition.THREE_PAIRS: "three or more pairs have talked lately",
    Condition.PAIRS_ON_ONE_LEVEL: "all the pairs that talk lie on one level of theirs",
    Condition.ONE_FUNCTION_MET: "all the pairs that talk lie in one function of theirs",
    Condition.LEVEL_WITHOUT_TIE: "a level of theirs is in the file and in no pair that talks",
    Condition.LEAD_IN_EVERY_TALK: "the account lead was in every talk of the last year, two or more",
    Condition.KEY_PLAYER_SILENT: "a key player we have met has been silent for longer than a talk counts",
    Condition.NEW_IN_THE_JOB: "somebody of theirs has come into the job within a year",
    Condition.FINANCE_MET: "somebody of their finance has talked with us lately",
    Condition.FINANCE_NOT_MET: "nobody of their finance has ever talked with us",
    Condition.NOBODY_HIGHER_NAMED: "nobody in the file stands above those in touch, and none of these is an executive",
    Condition.CONTACT_AIMS_UNKNOWN: "the file is silent on what somebody in touch wants to be known for",
    Condition.EXECUTIVE_PAIR: "an executive of ours and one of theirs are named as a pair",
    Condition.EXECUTIVE_NOT_MET: "no executive of ours was in a talk on file",
    Condition.EXECUTIVE_VISIT_AHEAD: "an executive of ours comes to an agreed meeting",
    Condition.NOBODY_ASKED_HALF_YEAR: "nobody of theirs was asked for half a year how we are doing",
    Condition.NO_COMPLAINT_FOR_A_YEAR: "no wish or complaint of theirs was noted for a year",
    Condition.SETTLED_WITHOUT_TALK: "a wish was settled within the year, and no talk with that person followed",
    Condition.EXECUTIVE_WAITS: "an executive of theirs waits for what they asked for",
    Condition.NO_VIEW_CONFIRMED: "no key player has said what they call on us for, and no feedback is on file",
    Condition.SEEN_AS_COMMODITY: "a key player calls on us for a thing that meets the specification",
    Condition.VIEWS_FAR_APART: "what key players call on us for lies two steps apart or more",
    Condition.NO_CRITIC: "nobody in the file doubts us or is against us",
    Condition.OWN_VIEW_ABOVE_EVIDENCE: "our own view lies above what the evidence gives",
    Condition.WISH_ABOVE_TODAY: "the desired stage lies above today's",
    Condition.HALF_IN_DEBT: "half or more of the claims that something rests on are assumed or expired",
    Condition.FILE_OLDER_THAN_TALKS: "three talks are newer than the day of the file",
    Condition.NO_LINE_ON_BUSINESS: "the file has no line on their business",
    Condition.BUSINESS_NEWS_OLD: "the newest line about their initiatives is older than a month",
    Condition.NO_DATE_OF_THEIRS: "no initiative and no step of theirs has a day that lies ahead",
    Condition.INITIATIVE_QUIET: "an initiative of theirs has had no dated line for half a year",
    Condition.INITIATIVES_ALL_SERVED: "each initiative of theirs has an objective or an opportunity of ours beside it",
    Condition.NO_REASON_FOR_CHOOSING: "the file gives no reason for choosing this account",
    Condition.PROMISE_LATE: "a promise of ours is late",
    Condition.PROMISE_LATE_OR_WISH_OPEN: "a promise of ours is late, or a wish of theirs is open",
    Condition.PROMISE_OPEN: "a promise of ours is open",
    Condition.NO_PROMISE_OF_OURS: "no promise of ours is in the file",
    Condition.TWO_STEPS_LATE: "two or more steps of ours are late",
    Condition.LEAD_STEP_STUCK: "a step of the account lead is late by a month or more",
    Condition.STEPS_OVER_TEN: "more than ten steps and promises are open",
    Condition.STEP_OF_THEIRS: "an open step is theirs",
    Condition.STEPS_ALL_OURS: "all the open steps are ours",
    Condition.LATE_STEPS_ALL_OURS: "something is late, and all of it is ours",
    Condition.OBJECTIVES_OVER_THREE: "more than three objectives are open",
    Condition.MEASURE_WITHOUT_BASELINE: "a measure of an open objective has no value of the time before",
    Condition.PLAN_SEEN_BELOW_ONLY: "somebody of theirs has gone through the plan, and nobody who decides",
    Condition.REVIEW_WITHOUT_DECISION: "the last review decided nothing",
    Condition.WORK_ON_FILE: "something of ours is in use there: by footprint, benefit or revenue",
    Condition.OPPORTUNITY_WITHOUT_INITIATIVE: "an open opportunity serves no initiative of theirs",
    Condition.OPPORTUNITY_OPEN_THREE_MONTHS: "an opportunity has been open for three months or more",
    Condition.HEARD_AT_THE_ORDER: "we heard of every opportunity when it was used, ordered or weighed already",
    Condition.A_WITH_SPONSOR: "an open A has a sponsor of theirs",
    Condition.A_WAITS_UNSIGNED: "an A is open, and nobody who decides or approves is in touch with us",
    Condition.DEAL_CLOSED: "an opportunity was won or lost",
    Condition.LOST_LIST_EMPTY: "no lost opportunity is on file",
    Condition.NOTHING_DROPPED: "opportunities are on file, and none was ever dropped",
    Condition.NO_RIVAL_NAMED: "no other supplier is named in the file",
    Condition.VOLUME_MOVED: "our revenue with them moved by a tenth or more between the last two years",
    Condition.MARGIN_UNKNOWN: "our revenue with them is in the file, and what is left of it is not",
    Condition.PAYS_LATE: "they pay more than a week later than agreed",
    Condition.CONTRACT_RUNNING: "a contract with us that has an end is running",
    Condition.CONTRACT_ENDED: "a contract with us has ended, or a renewal was won",
    Condition.CONTRACT_ENDS_WITHIN_YEAR: "a contract with us ends within a year",
    Condition.NO_RENEWAL_PLANNED: "no open opportunity is there to renew or defend",
    Condition.BENEFIT_ON_FILE: "a benefit they had from us is on file",
    Condition.BENEFITS_OVER_FIVE: "more than five benefits are on file",
    Condition.BENEFITS_ONLY_CLAIMED: "all the benefits on file are claimed by us alone",
    Condition.NO_BENEFIT_CONFIRMED: "benefits are on file, and none is confirmed",
    Condition.BENEFIT_YEAR_OLD: "a benefit on file was last looked at more than a year ago",
    Condition.SAVING_CLAIMED: "a benefit on file saves them money",
    Condition.SUCCESSES_ONLY: "benefits are on file, none is disputed, and no measure is off its track",
    Condition.CLIENT_DEPENDS_ON_US: "they depend on us in two ways or more that are costly to cut",
    Condition.WE_DEPEND_ON_CLIENT: "we depend on them in a way that is costly to cut",
}
"""What is so where a condition holds; it continues `The file says:`."""

BARE = frozenset({
    Condition.TEAM_OF_SEVERAL,
    Condition.TALKS_ON_FILE,
    Condition.TWO_OF_THEIRS_MET,
    Condition.THREE_PAIRS,
    Condition.FINANCE_MET,
    Condition.EXECUTIVE_PAIR,
    Condition.PROMISE_OPEN,
    Condition.STEP_OF_THEIRS,
    Condition.DEAL_CLOSED,
    Condition.CONTRACT_RUNNING,
    Condition.BENEFIT_ON_FILE,
    Condition.WORK_ON_FILE,
})  # fmt: skip
"""What most accounts show: without it a question makes no sense, and with it none is more to the point."""
