"""The files of the archive that speak of other people, each a header and its rows."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random

from weakties.demo.careers import Job, job_on
from weakties.demo.chance import day_between, generator, moment_of
from weakties.demo.listing import listed, profile_address
from weakties.demo.lives import Life, Role
from weakties.demo.meetings import Stage
from weakties.demo.places import printed_phone

CONNECTIONS = (
    "First Name",
    "Last Name",
    "URL",
    "Email Address",
    "Company",
    "Position",
    "Connected On",
)
INVITATIONS = (
    "From",
    "To",
    "Sent At",
    "Message",
    "Direction",
    "inviterProfileUrl",
    "inviteeProfileUrl",
)
RECOMMENDATIONS = (
    "First Name",
    "Last Name",
    "Company",
    "Job Title",
    "Text",
    "Creation Date",
    "Status",
)
ENDORSEMENTS_RECEIVED = (
    "Endorsement Date",
    "Skill Name",
    "Endorser First Name",
    "Endorser Last Name",
    "Endorser Public Url",
    "Endorsement Status",
)
ENDORSEMENTS_GIVEN = (
    "Endorsement Date",
    "Skill Name",
    "Endorsee First Name",
    "Endorsee Last Name",
    "Endorsee Public Url",
    "Endorsement Status",
)
PHONE_BOOK = (
    "FirstName",
    "MiddleName",
    "LastName",
    "MaidenName",
    "NickName",
    "NamePrefix",
    "NameSuffix",
    "Title",
    "Emails",
    "PhoneNumbers",
    "CreatedAt",
    "UpdatedAt",
    "CountryCode",
    "RegionCode",
    "ThirdPartyVerified",
    "Location",
)
MEMBER_FOLLOWS = ("Date", "Status", "FullName")

_HIDDEN = 0.007  # connections whose row holds the date alone
_EMAIL_SHARED = 0.03
_COMPANY_EMPTY = 0.03
_OUTDATED = timedelta(days=400)  # one in ten has not told LinkedIn of the last job
_UPLOADED = 0.6  # of the address book, by the telephone


def connections(stage: Stage, lives: Sequence[Life]) -> list[tuple[str, ...]]:
    """Return the rows of `Connections.csv`, newest first, hidden members among them."""
    rng = generator(stage.seed, "connections")
    dated = [
        (life.connected_on, life.key, _connection(life, life.connected_on, stage, rng))
        for life in lives
        if life.connected_on
    ]
    for number in range(max(2, int(_HIDDEN * len(dated)))):
        day = day_between(stage.owner.jobs[0].start, stage.today - timedelta(days=2), rng)
        dated.append((day, f"hidden {number}", ("", "", "", "", "", "", f"{day:%d %b %Y}")))
    return [row for _, _, row in sorted(dated, reverse=True)]


def _connection(life: Life, on: date, stage: Stage, rng: Random) -> tuple[str, ...]:
    listing = listed(life)
    job = _current(life, stage, rng)
    company = rng.choice((job.company.name, job.company.name, job.company.legal_name))
    if rng.random() < 0.02:
        company = f"{company} "
    email = ""
    if rng.random() < _EMAIL_SHARED:
        email = rng.choice((life.email, life.work_email_on(stage.today)))
    known = rng.random() > _COMPANY_EMPTY
    return (
        listing.first,
        listing.last,
        listing.url,
        email,
        company if known else "",
        job.title if known or rng.random() < 0.1 else "",
        f"{on:%d %b %Y}",
    )


def _current(life: Life, stage: Stage, rng: Random) -> Job:
    return job_on(life.jobs, stage.today - (_OUTDATED if rng.random() < 0.1 else timedelta()))


def invitations(stage: Stage, lives: Sequence[Life]) -> list[tuple[str, ...]]:
    """Return the rows of `Invitations.csv`, newest first."""
    owner = (stage.owner.name.full, profile_address(stage.owner.slug))
    dated = []
    for life in lives:
        if life.invitation:
            listing = listed(life)
            other = (listing.display, listing.url)
            sender, to = (owner, other) if life.invitation.out else (other, owner)
            row = (
                sender[0],
                to[0],
                _american(life.invitation.at),
                life.invitation.note,
                "OUTGOING" if life.invitation.out else "INCOMING",
                sender[1],
                to[1],
            )
            dated.append((life.invitation.at, life.key, row))
    return [row for _, _, row in sorted(dated, reverse=True)]


def recommendations(lives: Sequence[Life], *, given: bool) -> list[tuple[str, ...]]:
    """Return the rows of one of the two files of recommendations, newest first."""
    dated = []
    for life in lives:
        for one in life.recommendations:
            if one.given is given:
                listing, job = listed(life), job_on(life.jobs, one.at.date())
                row = (
                    listing.first,
                    listing.last,
                    job.company.name,
                    job.title,
                    one.text,
                    f"{one.at:%m/%d/%y, %I:%M %p}",
                    "" if given else "VISIBLE",
                )
                dated.append((one.at, life.key, row))
    return [row for _, _, row in sorted(dated, reverse=True)]


def endorsements(lives: Sequence[Life], *, given: bool) -> list[tuple[str, ...]]:
    """Return the rows of one of the two files of endorsements, newest first."""
    dated = []
    for life in lives:
        for one in life.endorsements:
            if one.given is given:
                listing = listed(life)
                row = (
                    f"{one.at:%Y/%m/%d %H:%M:%S} UTC",
                    one.skill,
                    listing.first,
                    listing.last,
                    listing.url.removeprefix("https://"),
                    "ACCEPTED",
                )
                dated.append((one.at, life.key, row))
    return [row for _, _, row in sorted(dated, reverse=True)]


def phone_book(lives: Sequence[Life]) -> list[tuple[str, ...]]:
    """Return the rows of `ImportedContacts.csv`: a part of the address book, as it was uploaded."""
    rows: list[tuple[str, ...]] = []
    for life in lives:
        saved, rng = life.in_address_book, Random(f"phone book/{life.key}/{life.slug}")
        if not saved or rng.random() > _UPLOADED:
            continue
        first, last = life.name.nickname or life.name.given, life.family_on(saved)
        if rng.random() < 0.3:
            first, last = "", ""
        region = life.country.region
        uploaded = _american(moment_of(saved, rng))
        phone = printed_phone(life.mobile, "international")
        name = (first, "", last, "", "", "", "", "")
        rows.append((*name, life.email, phone, uploaded, uploaded, region, "", "false", ""))
    return rows


def member_follows(stage: Stage, lives: Sequence[Life]) -> list[tuple[str, ...]]:
    """Return the rows of `Member_Follows`: following comes with connecting, and stays."""
    rng = generator(stage.seed, "follows")
    dated = [
        (life.connected_on, life.key, listed(life).display)
        for life in lives
        if life.role is Role.CONNECTION and life.connected_on and rng.random() < 0.2
    ]
    return [
        (f"{datetime.combine(day, datetime.min.time(), UTC):%Y-%m-%d %H:%M:%S}", "Active", name)
        for day, _, name in sorted(dated, reverse=True)
    ]


def _american(at: datetime) -> str:
    """Return `M/D/YY, H:MM AM`, without leading zeros."""
    hour = at.hour % 12 or 12
    return f"{at.month}/{at.day}/{at:%y}, {hour}:{at:%M} {'AM' if at.hour < 12 else 'PM'}"
